"""A telling to the reasons and votes at the margin of the Änderungsfassung."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.head import Kopf
from generator.render.documents.telling.teller import Telling
from generator.render.documents.telling.told import ToldChange, ToldElement
from generator.render.documents.telling.vote_words import NO_REASON, quoted, vote
from generator.render.names import NBSP

MarginLines = Mapping[str, tuple[str, ...]]
"""IDs of elements to lines."""


def reasons_of(telling: Telling, kopf: Kopf) -> tuple[MarginLines, MarginLines]:
    """What is said of the changes of each element, and apart from it of those of its prose."""
    reasons: dict[str, tuple[str, ...]] = {}
    prose: dict[str, tuple[str, ...]] = {}
    for element in telling.changed:
        of_text = [change for change in element.changes if change.source.change.kind == "text"]
        others = [change for change in element.changes if change not in of_text]
        for target, group in ((reasons, others), (prose, of_text)):
            if group:
                target[element.subject.id] = tuple(_reasons(element, group, kopf))
    return reasons, prose


def _reasons(element: ToldElement, changes: list[ToldChange], kopf: Kopf) -> Iterator[str]:
    """Changes with one reason and one vote in one line, named where they are of several elements."""
    groups: dict[tuple[str, str], list[str]] = {}
    for change in changes:
        key = change.reason or NO_REASON, vote(change, kopf)
        groups.setdefault(key, []).append(change.what)
    for (reason, who), whats in groups.items():
        said = ", ".join(dict.fromkeys(whats))
        line = f"{element.subject.title}: {said}. {reason} {who}".strip()
        yield quoted(line).replace(NBSP, " ")
