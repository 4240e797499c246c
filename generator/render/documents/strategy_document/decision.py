"""The approvals of a comparison to a frame that says who has to decide what.

It says what the strategy's own rule says ("nach Kapitel 6"), never a legal conclusion.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.compare.approval import ApprovedChange
from generator.model.german import begun, counted_in_words, listed
from generator.model.koerperschaft import ADMINISTRATION, UNRULED
from generator.render.blocks import Block, Inline, Paragraph, Run
from generator.render.documents.context import Context
from generator.render.documents.edition_words import status
from generator.render.documents.strategy_document.overview import compact
from generator.render.documents.strategy_document.weightiest import known_as, weightiest
from generator.render.documents.telling.subject import Subject
from generator.render.documents.telling.summary import whole_edition
from generator.render.documents.telling.teller import Telling
from generator.render.documents.telling.told import ToldChange

TITLE = "Was zu entscheiden ist"
WHERE = "Alles im Wortlaut: Synopse, ab Seite 1."
ONE, MANY = "eine Änderung", "Änderungen"
MOST_NAMED = 3


def decision_blocks(context: Context, telling: Telling | None) -> Iterator[Block]:
    """Who decides, strictest first, and the weightiest of it in words."""
    kopf = context.strategy.kopf
    yield compact(TITLE)
    if not context.draft:
        yield _framed(f"Nichts: Diese Fassung ist beschlossen ({status(kopf.fassung)}).")
    elif telling is None:
        gremium = kopf.koerperschaft.gremium
        yield _framed(f"Zu entscheiden ist über die Fassung als Ganzes ({gremium}).")
    else:
        changes = [told.source for told in telling.changes]
        yield Paragraph(tuple(_who(context, changes)), "framed")
        for line in weightiest(context, telling):
            yield Paragraph(line, "framed")
        rest = [told for told in telling.changes if told.source.approval == ADMINISTRATION]
        closing = " ".join((whole_edition(kopf.koerperschaft), *((WHERE,) if changes else ())))
        yield Paragraph((*_for_the_administration(context, rest), Run(closing)), "framed")


def _framed(text: str) -> Paragraph:
    return Paragraph((Run(text),), "framed")


def _who(context: Context, changes: list[ApprovedChange]) -> Iterator[Inline]:
    """A sentence for each body that has to decide, and for what nobody has ruled."""
    kopf = context.strategy.kopf
    found = [
        (gremium, voted)
        for gremium in kopf.deciding
        if (voted := [entry for entry in changes if entry.approval == gremium.key])
    ]
    for gremium, voted in found:
        after = _after(entry.ground for entry in voted)
        verb = "braucht" if len(voted) == 1 else "brauchen"
        yield Run(f"{begun(counted_in_words(len(voted), ONE, MANY))} ", bold=True)
        yield Run(f"{verb}{after} einen Beschluss {gremium.noun.genitive}. ")
    unruled = [entry for entry in changes if entry.approval == UNRULED]
    if not found and not unruled:
        keys = {gremium.key for gremium in kopf.deciding}
        after = _after(r.grundlage for r in kopf.beschlussregeln if r.zustimmung in keys)
        whose = listed([gremium.noun.genitive for gremium in kopf.deciding], "oder")
        yield Run(f"Keine der Änderungen braucht{after} einen Beschluss {whose}.")
    if unruled:
        yield from _unruled(context, unruled)


def _unruled(context: Context, unruled: list[ApprovedChange]) -> Iterator[Inline]:
    kopf = context.strategy.kopf
    grounds = _grounds(rule.grundlage for rule in kopf.beschlussregeln)
    where = f" in {grounds[0]}" if len(grounds) == 1 else ""
    verb = "ist" if len(unruled) == 1 else "sind"
    who = kopf.deciding[0].noun.nominative
    yield Run(f"{begun(counted_in_words(len(unruled), ONE, MANY))} ", bold=True)
    yield Run(
        f"{verb}{where} nicht geregelt. Ob {who} darüber beschließt, ist eine politische Frage."
    )


def _for_the_administration(context: Context, rest: list[ToldChange]) -> Iterator[Inline]:
    """What needs no vote, and what of it only because it was classified as editorial."""
    editorial = [told for told in rest if told.source.editorial]
    if len(rest) > len(editorial):
        after = _after(told.source.ground for told in rest if not told.source.editorial)
        count = begun(counted_in_words(len(rest) - len(editorial), ONE, MANY))
        yield Run(f"{count} kann{after} die Verwaltung vornehmen. ")
    if editorial:
        verb = "ist" if len(editorial) == 1 else "sind"
        yield Run(f"{begun(counted_in_words(len(editorial), ONE, MANY))} {verb} redaktionell")
        overruled = {t.source.change.id: t.subject for t in editorial if t.source.overruled}
        yield from _overruled(context, list(overruled.values()))
        yield Run(". ")


def _overruled(context: Context, subjects: list[Subject]) -> Iterator[Inline]:
    """What would need a vote without its classification: a councillor should know."""
    for at, subject in enumerate(subjects[:MOST_NAMED]):
        yield Run(", " if at else " (ohne diese Einstufung mit Beschluss: ")
        yield context.names.link(subject.id, known_as(subject))
    more = len(subjects) - MOST_NAMED
    if more > 0:
        yield Run(f" und {counted_in_words(more, 'ein weiteres Element', 'weitere Elemente')}")
    if subjects:
        yield Run(")")


def _grounds(named: Iterable[str | None]) -> list[str]:
    """ "Kapitel 6": what rules or changes name as their ground, each once."""
    return list(dict.fromkeys(ground for ground in named if ground))


def _after(named: Iterable[str | None]) -> str:
    grounds = _grounds(named)
    return f" nach {' und '.join(grounds)}" if grounds else ""
