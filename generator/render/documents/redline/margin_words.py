"""A comparison and its telling to what stands at the margin of the Änderungsfassung."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.compare.approval import ApprovedChange
from generator.compare.comparison import Comparison
from generator.model.change_kinds import CHANGES
from generator.model.head import Kopf
from generator.render.documents.redline.margin import MarginTexts
from generator.render.documents.telling.sides import Sides
from generator.render.documents.telling.teller import Telling
from generator.render.documents.telling.told import ToldChange, ToldElement
from generator.render.documents.telling.vote_words import NO_REASON, quoted, vote
from generator.render.documents.together.moves import Moves
from generator.render.names import NBSP

WHERE = frozenset({"moved", "reordered"})
SHOWN = frozenset({"reworded", "responsibility", "addressee"})
"""Kinds of change to what moved besides, of which the margin says how it was."""
REST = "Änderungen ohne eigene Stelle in diesem Dokument:"
"""Before what is told of registers that are not printed in it, of names and of levels."""


def margin_texts(comparison: Comparison, moved: Moves, telling: Telling | None) -> MarginTexts:
    """What is said of each element; reasons and votes only with the ``telling`` of them."""
    reasons: dict[str, tuple[str, ...]] = {}
    prose: dict[str, tuple[str, ...]] = {}
    kopf = comparison.new.kopf
    for element in () if telling is None else telling.changed:
        of_text = [change for change in element.changes if change.source.change.kind == "text"]
        others = [change for change in element.changes if change not in of_text]
        for target, group in ((reasons, others), (prose, of_text)):
            if group:
                target[element.subject.id] = tuple(_reasons(element, group, kopf))
    harmless = all(entry.editorial for entry in comparison.changes)
    only = frozenset() if harmless else _editorial(comparison)
    return MarginTexts(only, _former(comparison, moved), reasons, prose, harmless)


def _editorial(comparison: Comparison) -> frozenset[str]:
    """The IDs of elements of which no change touches the meaning."""
    told: dict[str, bool] = {}
    for entry in comparison.changes:
        told[entry.change.id] = told.get(entry.change.id, True) and bool(entry.editorial)
    return frozenset(name for name, only in told.items() if only)


def _former(comparison: Comparison, moved: Moves) -> Mapping[str, tuple[str, ...]]:
    """Of what moved and changed besides: what it said before."""
    found: dict[str, tuple[str, ...]] = {}
    besides = [
        entry
        for entry in comparison.changes
        if entry.change.id in moved.new and entry.change.kind not in WHERE
    ]
    if besides:
        sides = Sides(comparison.before, comparison.after)
        for entry in besides:
            lines = tuple(_before(entry, sides))
            found[entry.change.id] = (*found.get(entry.change.id, ()), *lines)
    return found


def _before(entry: ApprovedChange, sides: Sides) -> Iterator[str]:
    kind = entry.change.kind
    if kind in ("added", "removed"):
        return
    noun = "Wortlaut" if kind == "reworded" else CHANGES[kind].noun
    old = sides.of(entry.change)[0] if kind in SHOWN else None
    if old is None:
        told = CHANGES[kind].label
        yield f"{told[0].upper()}{told[1:]}."
    else:
        yield f"{noun} bisher: {quoted(old).replace(chr(10), ' / ')}"


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
