"""The changes of a comparison to the few that weigh most, in words, a line each."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.change_kinds import CHANGES
from generator.model.koerperschaft import ADMINISTRATION
from generator.render.blocks import Inline, Run
from generator.render.documents.context import Context
from generator.render.documents.strategy_document.news import level_words
from generator.render.documents.telling.subject import Subject
from generator.render.documents.telling.teller import Telling
from generator.render.documents.telling.told import ToldChange

MOST = 3
LONGEST = 64
"""Letters of a wording: one line beside what is changed."""


def weightiest(context: Context, telling: Telling) -> Iterator[tuple[Inline, ...]]:
    """Of what has to be decided, or nobody has ruled who decides: each element once.

    The strictest approval first, then the higher level, then what is new or gone.
    """
    kopf = context.strategy.kopf
    approvals, levels = list(kopf.approvals), list(level_words(kopf))
    kinds = list(CHANGES)

    def rank(told: ToldChange) -> tuple[int, int, int]:
        change = told.source.change
        level = levels.index(change.level) if change.level in levels else len(levels)
        return approvals.index(told.source.approval), level, kinds.index(change.kind)

    asked = [told for told in telling.changes if told.source.approval != ADMINISTRATION]
    found: dict[str, list[ToldChange]] = {}
    for told in sorted(asked, key=rank):
        found.setdefault(told.source.change.id, []).append(told)
    for same in list(found.values())[:MOST]:
        yield _line(context, telling, same)


def _line(context: Context, telling: Telling, same: list[ToldChange]) -> tuple[Inline, ...]:
    """ "Leitziel LZ07, umformuliert: Kinder werden frühestmöglich …"."""
    subject = same[0].subject
    what = ", ".join(dict.fromkeys(told.what for told in same))
    sides = telling.comparison.new, telling.comparison.old
    record = next((side.by_id[subject.id] for side in sides if subject.id in side.by_id), None)
    titel, text = getattr(record, "titel", None), getattr(record, "text", None)
    said = str(titel or text or "")
    called = known_as(subject)
    if titel and text is None:  # a heading is its own name
        called, said = f"{subject.level} „{titel}“", ""
    link = context.names.link(subject.id, called)
    wording = f": {_shortened(said)}" if said and not subject.called else ""
    return link, Run(f", {what}{wording}")


def known_as(subject: Subject) -> str:
    """ "Leitziel LZ07", "Kapitel „Fazit“": by its title what has no visible ID."""
    return f"{subject.level} „{subject.called}“" if subject.called else subject.title


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: text.rfind(' ', 0, LONGEST)]} …"
