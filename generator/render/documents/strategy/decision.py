"""The approvals of a comparison to the sentences that say what is to be decided.

They say what the strategy's own rule says ("nach Kapitel 6"), never a legal conclusion.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.compare.approval import ApprovedChange
from generator.model.head import Beschlussregel
from generator.render.blocks import Block, Inline, Paragraph, Run
from generator.render.documents.context import Context
from generator.render.documents.edition_words import status
from generator.render.documents.pieces import heading, sentence
from generator.render.documents.strategy.news import content_changes, level_words, named
from generator.render.documents.telling.summary import WHOLE_EDITION
from generator.render.documents.telling.telling import Telling

POLITICAL = " Ob der Kreistag darüber beschließt, ist eine politische Frage."


def decision_blocks(context: Context, telling: Telling | None) -> Iterator[Block]:
    """One paragraph for each approval that occurs, strictest first."""
    kopf = context.strategy.kopf
    yield heading(2, "Was ist zu entscheiden?")
    if not context.draft:
        yield sentence(f"Nichts: Diese Fassung ist beschlossen ({status(kopf.fassung)}).")
    elif telling is None:
        council = kopf.koerperschaft.kreistag
        yield sentence(f"Zu entscheiden ist über die Fassung als Ganzes ({council}).")
    else:
        yield from _by_approval(context, [told.source for told in content_changes(telling)])


def _by_approval(context: Context, changes: list[ApprovedChange]) -> Iterator[Block]:
    council = [entry for entry in changes if entry.approval == "kreistag"]
    if council:
        after = _after(entry.ground for entry in council)
        lead = f"Einen Beschluss des Kreistages brauchen{after} die Änderungen an "
        yield Paragraph((Run(lead), *_elements(context, council), Run(".")))
    else:
        after = _after(r.grundlage for r in _rules(context) if r.zustimmung == "kreistag")
        yield sentence(f"Keine der Änderungen braucht{after} einen Beschluss des Kreistages.")
    unruled = [entry for entry in changes if entry.approval == "ungeregelt"]
    if unruled:
        grounds = _grounds(rule.grundlage for rule in _rules(context))
        where = f" in {grounds[0]}" if len(grounds) == 1 else ""
        lead = f"Nicht geregelt sind{where} die Änderungen an "
        yield Paragraph((Run(lead), *_elements(context, unruled), Run(f".{POLITICAL}")))
    rest = [entry for entry in changes if entry.approval == "verwaltung"]
    yield Paragraph((*_for_the_administration(context, rest), Run(WHOLE_EDITION)))


def _for_the_administration(context: Context, rest: list[ApprovedChange]) -> Iterator[Inline]:
    """What needs no vote, and what of it only because it was classified as editorial."""
    editorial = [entry for entry in rest if entry.editorial]
    if editorial:
        yield Run(_counted(len(editorial), "ist redaktionell", "sind redaktionell"))
        if overruled := [entry for entry in editorial if entry.otherwise == "kreistag"]:
            yield Run(" (ohne diese Einstufung mit Beschluss: ")
            yield from _elements(context, overruled)
            yield Run(")")
        yield Run(". ")
    if len(rest) > len(editorial):
        after = _after(entry.ground for entry in rest if not entry.editorial)
        whom = f"kann{after} die Verwaltung vornehmen"
        yield Run(f"{_counted(len(rest) - len(editorial), whom, whom)}. ")


def _counted(count: int, one: str, many: str) -> str:
    return f"Eine Änderung {one}" if count == 1 else f"{count} Änderungen {many}"


def _elements(context: Context, entries: list[ApprovedChange]) -> Iterator[Inline]:
    """The changed elements; entries of registers as a number."""
    words = level_words(context.strategy.kopf)
    listed = [entry.change.id for entry in entries if entry.change.level in words]
    others = len({entry.change.id for entry in entries if entry.change.level not in words})
    yield from named(context, listed)
    if others:
        joined = " sowie an " if listed else ""
        noun = "einem Eintrag" if others == 1 else f"{others} Einträgen"
        yield Run(f"{joined}{noun} der Verzeichnisse oder Angaben zur Strategie")


def _rules(context: Context) -> tuple[Beschlussregel, ...]:
    return context.strategy.kopf.beschlussregeln


def _grounds(named: Iterable[str | None]) -> list[str]:
    """ "Kapitel 6": what rules or changes name as their ground, each once."""
    return list(dict.fromkeys(ground for ground in named if ground))


def _after(named: Iterable[str | None]) -> str:
    grounds = _grounds(named)
    return f" nach {' und '.join(grounds)}" if grounds else ""
