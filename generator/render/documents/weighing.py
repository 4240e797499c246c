"""The rounds of Stellungnahmen to the Abwägungstabelle: who said what, and what was decided, with the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.model.german import counted
from generator.model.stellungnahme import DECIDED, Runde, Stellungnahme
from generator.render.blocks import Block, Cell, Document, Paragraph, Row, Run, Section, Table
from generator.render.documents.context import Context
from generator.render.documents.edition_words import cover_fields, mark, status
from generator.render.documents.opinion_words import OpinionWords, day
from generator.render.documents.pieces import (
    LANDSCAPE_WIDTH,
    bullets,
    cell,
    head,
    heading,
    sentence,
)
from generator.render.plain import plain_text
from generator.render.text_width import width

TITLE = "Abwägung der Stellungnahmen"
TITLES = ("Nr.", "Von", "Stellungnahme", "Antwort", "Entscheidung", "Begründung")
DECISION = 30.0
"""Millimetres of the column with the decision; number and name are as wide as their longest word."""
LEAST, MOST, SIZE, PADDING = 22.0, 45.0, 3.53, 5.0
SHARES = (0.46, 0.26, 0.28)
"""Of what is left: Stellungnahme, answer and reason."""
LONG = 700
"""Characters of a cell from which on a row may go on on the next page."""
LEGEND = (
    "Unter der Nummer steht, worum es geht. Von Wortlauten steht der ganze Satz da: [entfällt: …] soll "
    "wegfallen, [neu: …] soll hinzukommen. Von längeren Texten steht nur die Umgebung der Änderung da, „…“ "
    "bezeichnet die Auslassung."
)
NOTHING = "–"


def weighing_document(
    context: Context, *, digest: str = "", faulty: bool = False, revision: str | None = None
) -> Document:
    """Landscape, without a cover; a table for each round that has entries."""
    kopf = context.strategy.kopf
    words = OpinionWords(context)
    rounds = [r for r in context.strategy.runden if r.stellungnahmen]
    said = mark(kopf.fassung, faulty)
    fields = cover_fields(kopf)
    properties = {"Fassung": kopf.fassung.kennung, "Prüfsumme": digest, "Revision": revision or ""}
    return Document(
        title=f"{TITLE}: {kopf.titel} – {kopf.fassung.bezeichnung}",
        subject=status(kopf.fassung),
        blocks=(
            Section("landscape"),
            *_front(context, words),
            *(block for one in rounds for block in _round(one, words, several=len(rounds) > 1)),
        ),
        fields=fields | {"kurztitel": f"{TITLE}: {fields['kurztitel']}", "entwurf": said},
        properties={name: value for name, value in properties.items() if value},
        date=kopf.fassung.stand.isoformat(),
        draft=said,
        cover=False,
    )


def _front(context: Context, words: OpinionWords) -> Iterator[Block]:
    kopf = context.strategy.kopf
    every = [entry for one in context.strategy.runden for entry in words.shown(one)]
    yield heading(1, TITLE)
    yield Paragraph((Run(kopf.titel, bold=True),))
    yield sentence(f"{kopf.fassung.bezeichnung}, {status(kopf.fassung)}.")
    yield heading(2, "Wie wurde entschieden?")
    found = Counter(entry.entscheidung for entry in every)
    numbers = [*(str(found[word]) for word in DECIDED), str(len(every))]
    titles = [*DECIDED.values(), "zusammen"]
    rows = (head(*titles), Row(tuple(map(cell, numbers))))
    yield Table((36.0,) * len(titles), rows, "Anzahl der Stellungnahmen je Entscheidung")
    if gone := sum(e.superseded for r in context.strategy.runden for e in r.stellungnahmen):
        what = counted(gone, "überholte Stellungnahme", "überholte Stellungnahmen")
        yield sentence(
            f"Nicht aufgeführt: {what}, für die dieselbe Datei in neuerem Stand vorliegt."
        )
    if people := Counter(words.who(entry) for entry in every):
        yield heading(2, "Wer hat Stellung genommen?")
        yield bullets(
            f"{name}: {counted(number, 'Stellungnahme', 'Stellungnahmen')}"
            for name, number in people.items()
        )
    yield Paragraph((Run(f"So ist die Tabelle zu lesen: {LEGEND}"),), "small")


def _round(one: Runde, words: OpinionWords, *, several: bool) -> Iterator[Block]:
    """Heading and table of a round."""
    title = one.bezeichnung or (f"{one.runde}. Runde" if several else "Stellungnahmen")
    shown = words.shown(one)
    if not shown:
        return
    yield heading(2, title)
    number = _wide(text for entry in shown for text in (entry.id, words.about(entry)))
    name = _wide(words.who(entry) for entry in shown)
    rest = LANDSCAPE_WIDTH - number - name - DECISION
    said, answer, reason = (round(rest * share, 1) for share in SHARES)
    rows = (_row(entry, one, words) for entry in shown)
    columns = (number, name, said, answer, DECISION, reason)
    yield Table(columns, (head(*TITLES), *rows), f"Abwägungstabelle, {title}")


def _wide(texts: Iterable[str]) -> float:
    """As wide as the longest word, within bounds."""
    longest = max((width(word, SIZE) for text in texts for word in text.split()), default=0.0)
    return round(max(LEAST, min(longest + PADDING, MOST)), 1)


def _row(entry: Stellungnahme, one: Runde, words: OpinionWords) -> Row:
    number = (Paragraph((Run(entry.id),), "cell_id"), Paragraph((Run(words.about(entry)),), "cell"))
    who = [words.who(entry), *([day(entry.datum)] if entry.datum else [])]
    cells = (
        Cell(number, header=True),
        _lines(who),
        Cell(tuple(words.said(entry, one))),
        _lines(words.answer(entry)),
        cell(DECIDED[entry.entscheidung]),
        _lines([entry.begruendung or ""]),
    )
    return Row(cells, breakable=max(len(plain_text(c.content)) for c in cells) > LONG)


def _lines(texts: list[str]) -> Cell:
    """A paragraph for each text; a dash where there is none."""
    lines = [text for text in texts if text] or [NOTHING]
    return Cell(tuple(Paragraph((Run(text),), "cell") for text in lines))
