"""The rounds of Stellungnahmen to one plain table: a row for each entry, for whoever counts or sorts them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.stellungnahme import CALLED, DECIDED, Runde, Stellungnahme
from generator.render.blocks import Document, Row, Table
from generator.render.documents.context import Context
from generator.render.documents.opinion_words import OpinionWords, day
from generator.render.documents.pieces import cell, head

TITLES = (
    "Runde", "Nr.", "Element", "Von", "Datum", "Art", "Bisher", "Gewünscht", "Anmerkung zu", "Anmerkung",
    "Antwort auf", "Antwort", "Neue Fassung", "Entscheidung", "Begründung", "Überholt",
)  # fmt: skip


def opinion_list(context: Context) -> Document:
    """Everything that was recorded, what is superseded too."""
    words = OpinionWords(context)
    rows = (
        _row(entry, one, words) for one in context.strategy.runden for entry in one.stellungnahmen
    )
    table = Table((20.0,) * len(TITLES), (head(*TITLES), *rows), "Stellungnahmen")
    return Document("Stellungnahmen", (table,), cover=False)


def _row(entry: Stellungnahme, one: Runde, words: OpinionWords) -> Row:
    return Row(tuple(cell(text) for text in _texts(entry, one, words)))


def _texts(entry: Stellungnahme, one: Runde, words: OpinionWords) -> Iterator[str]:
    yield one.bezeichnung or str(one.runde)
    yield entry.id
    yield words.about(entry)
    yield words.who(entry)
    yield day(entry.datum) if entry.datum else ""
    yield CALLED[entry.art]
    for text in (entry.alt, entry.neu, entry.zu, entry.text, entry.antwort_auf, entry.antwort):
        yield text or ""
    yield entry.wording or ""
    yield DECIDED[entry.entscheidung]
    yield entry.begruendung or ""
    yield entry.ersetzt_durch or ("ja" if entry.zurueckgezogen else "")
