"""The approvals of a comparison to the sentences that say what is to be decided.

They say what the strategy's own rule says ("nach Kapitel 6"), never a legal conclusion.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.compare.approval import ApprovedChange
from generator.compare.lineage import Lineage
from generator.model.german import listed
from generator.model.koerperschaft import ADMINISTRATION, UNRULED
from generator.render.blocks import Block, Inline, Paragraph, Run
from generator.render.documents.context import Context
from generator.render.documents.edition_words import status
from generator.render.documents.pieces import heading, sentence
from generator.render.documents.strategy_document.news import level_words, named
from generator.render.documents.telling.summary import whole_edition
from generator.render.documents.telling.teller import Telling


def decision_blocks(context: Context, telling: Telling | None) -> Iterator[Block]:
    """One paragraph for each approval that occurs, strictest first."""
    kopf = context.strategy.kopf
    yield heading(2, "Was ist zu entscheiden?")
    if not context.draft:
        yield sentence(f"Nichts: Diese Fassung ist beschlossen ({status(kopf.fassung)}).")
    elif telling is None:
        gremium = kopf.koerperschaft.gremium
        yield sentence(f"Zu entscheiden ist über die Fassung als Ganzes ({gremium}).")
    else:
        changes = [told.source for told in telling.changes]
        yield from _by_approval(context, changes, telling.comparison.lineage)


def _by_approval(
    context: Context, changes: list[ApprovedChange], lineage: Lineage
) -> Iterator[Block]:
    kopf = context.strategy.kopf
    for gremium in kopf.deciding:
        if voted := [entry for entry in changes if entry.approval == gremium.key]:
            after = _after(entry.ground for entry in voted)
            lead = f"Einen Beschluss {gremium.noun.genitive} brauchen{after} die Änderungen an "
            yield Paragraph((Run(lead), *_elements(context, voted, lineage), Run(".")))
    if not any(entry.needs_vote for entry in changes):
        keys = {gremium.key for gremium in kopf.deciding}
        after = _after(r.grundlage for r in kopf.beschlussregeln if r.zustimmung in keys)
        whose = listed([gremium.noun.genitive for gremium in kopf.deciding], "oder")
        yield sentence(f"Keine der Änderungen braucht{after} einen Beschluss {whose}.")
    unruled = [entry for entry in changes if entry.approval == UNRULED]
    yield from _unruled(context, unruled, lineage)
    rest = [entry for entry in changes if entry.approval == ADMINISTRATION]
    whole = Run(whole_edition(kopf.koerperschaft))
    yield Paragraph((*_for_the_administration(context, rest, lineage), whole))


def _unruled(context: Context, unruled: list[ApprovedChange], lineage: Lineage) -> Iterator[Block]:
    if unruled:
        kopf = context.strategy.kopf
        grounds = _grounds(rule.grundlage for rule in kopf.beschlussregeln)
        where = f" in {grounds[0]}" if len(grounds) == 1 else ""
        lead = f"Nicht geregelt sind{where} die Änderungen an "
        who = kopf.deciding[0].noun.nominative
        political = f". Ob {who} darüber beschließt, ist eine politische Frage."
        yield Paragraph((Run(lead), *_elements(context, unruled, lineage), Run(political)))


def _for_the_administration(
    context: Context, rest: list[ApprovedChange], lineage: Lineage
) -> Iterator[Inline]:
    """What needs no vote, and what of it only because it was classified as editorial."""
    editorial = [entry for entry in rest if entry.editorial]
    if editorial:
        yield Run(_counted(len(editorial), "ist redaktionell", "sind redaktionell"))
        if overruled := [entry for entry in editorial if entry.overruled]:
            yield Run(" (ohne diese Einstufung mit Beschluss: ")
            yield from _elements(context, overruled, lineage)
            yield Run(")")
        yield Run(". ")
    if len(rest) > len(editorial):
        after = _after(entry.ground for entry in rest if not entry.editorial)
        whom = f"kann{after} die Verwaltung vornehmen"
        yield Run(f"{_counted(len(rest) - len(editorial), whom, whom)}. ")


def _counted(count: int, one: str, many: str) -> str:
    return f"Eine Änderung {one}" if count == 1 else f"{count} Änderungen {many}"


def _elements(
    context: Context, entries: list[ApprovedChange], lineage: Lineage
) -> Iterator[Inline]:
    """The changed elements; entries of registers as a number."""
    words = level_words(context.strategy.kopf)
    listed = [entry.change.id for entry in entries if entry.change.level in words]
    others = len({entry.change.id for entry in entries if entry.change.level not in words})
    yield from named(context, listed, lineage)
    if others:
        joined = " sowie an " if listed else ""
        noun = "einem Eintrag" if others == 1 else f"{others} Einträgen"
        yield Run(f"{joined}{noun} der Verzeichnisse oder Angaben zur Strategie")


def _grounds(named: Iterable[str | None]) -> list[str]:
    """ "Kapitel 6": what rules or changes name as their ground, each once."""
    return list(dict.fromkeys(ground for ground in named if ground))


def _after(named: Iterable[str | None]) -> str:
    grounds = _grounds(named)
    return f" nach {' und '.join(grounds)}" if grounds else ""
