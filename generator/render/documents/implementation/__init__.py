"""The reports on an edition to the Umsetzungsstand that a committee reads."""

from __future__ import annotations

from collections.abc import Iterator

from generator.graph.reporting import Reporting
from generator.render.blocks import Block, Document, Paragraph, Run, Section
from generator.render.citation import german_date
from generator.render.documents.context import Context
from generator.render.documents.edition_words import cover_fields, mark, status
from generator.render.documents.implementation.effect_pages import effect_blocks
from generator.render.documents.implementation.field_tables import field_blocks
from generator.render.documents.implementation.sent_recommendations import sent_blocks
from generator.render.documents.implementation.state_lists import list_blocks
from generator.render.documents.implementation.summary_page import summary_blocks
from generator.render.documents.pieces import heading, sentence
from generator.render.implementation_words import EMPTY, ImplementationWords

TITLE = "Umsetzungsstand"


def implementation_document(
    context: Context,
    told: Reporting,
    *,
    digest: str = "",
    faulty: bool = False,
    revision: str | None = None,
) -> Document:
    """Summary upright, tables across; without reports it says so and invents none."""
    kopf = context.strategy.kopf
    said = mark(kopf.fassung, faulty) if faulty else ""
    fields = cover_fields(kopf)
    period = told.period
    properties = {"Fassung": kopf.fassung.kennung, "Prüfsumme": digest, "Revision": revision or ""}
    day = (period.stichtag if period else kopf.fassung.stand).isoformat()
    return Document(
        title=f"{TITLE} {period.genannt if period else ''}".strip() + f": {kopf.titel}",
        subject=status(kopf.fassung),
        blocks=tuple(_blocks(context, told)),
        fields=fields | _named(told, fields["kurztitel"]) | {"entwurf": said},
        properties={name: value for name, value in properties.items() if value},
        date=day,
        draft=said,
        cover=False,
    )


def _named(told: Reporting, title: str) -> dict[str, str]:
    """What header and footer call it: a report is of a day, not of an edition."""
    named = {"kurztitel": f"{TITLE}: {title}"}
    if told.period is None:
        return named
    period = told.period
    day = f"Stichtag {german_date(period.stichtag)}"
    return named | {"fassung": f"{TITLE} {period.genannt}", "status": day}


def _blocks(context: Context, told: Reporting) -> Iterator[Block]:
    words = ImplementationWords(told)
    yield heading(1, TITLE)
    yield Paragraph((Run(context.strategy.kopf.titel, bold=True),))
    if told.period is None or not told.course.begun:
        yield sentence(EMPTY[0])
        if shown := tuple(told.standings.values()):
            yield sentence(f"Zu berichten ist zu {words.counted(shown)}.")
        return
    yield sentence(_period(told))
    yield from summary_blocks(context, told, words)
    yield from list_blocks(context, told, words)
    yield Section("landscape")
    yield from field_blocks(context, told, words)
    yield from effect_blocks(context, told)
    yield from sent_blocks(context, told)


def _period(told: Reporting) -> str:
    assert told.period is not None
    state = (
        "Der Zeitraum ist geschlossen."
        if told.period.geschlossen
        else "Der Zeitraum ist noch nicht geschlossen; die Angaben können sich noch ändern."
    )
    return f"Berichtszeitraum {told.period.genannt}, Stichtag {german_date(told.period.stichtag)}. {state}"
