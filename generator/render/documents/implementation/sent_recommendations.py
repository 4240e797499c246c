"""The Empfehlungen to what became of them: sent when to whom, and what was answered."""

from __future__ import annotations

from collections.abc import Iterator

from generator.graph.reporting import Reporting
from generator.model.effects import Versand
from generator.render.blocks import Block, Cell, Paragraph, Row, Run, Table
from generator.render.documents.context import Context
from generator.render.documents.implementation.state_lists import number_width
from generator.render.documents.pieces import LANDSCAPE_WIDTH, cell, head, heading, sentence

COLUMNS = (92.0, 60.0)


def sent_blocks(context: Context, told: Reporting) -> Iterator[Block]:
    """Nothing where none was ever sent; then those still to be sent are named too."""
    strategy = context.strategy
    entries = [_upto(entry, told) for entry in strategy.versand if told.known(entry.datum)]
    sent = {entry.id for entry in entries}
    if not sent:
        return
    yield heading(2, "Was aus den Empfehlungen wurde")
    every = list(strategy.recommendations())
    if waiting := [context.names.short(one.id) for one in every if one.id not in sent]:
        yield sentence(f"Noch nicht versandt: {', '.join(waiting)}.")
    titles = head("Nr.", "Empfehlung", "Versandt", "Antwort")
    rows = [
        _row(context, one.id, one.text, [e for e in entries if e.id == one.id])
        for one in every
        if one.id in sent
    ]
    first = number_width(context, sent)
    rest = LANDSCAPE_WIDTH - first - sum(COLUMNS)
    yield Table(
        (first, *COLUMNS, rest), (titles, *rows), "Je Zeile eine Empfehlung, die versandt wurde"
    )


def _upto(entry: Versand, told: Reporting) -> Versand:
    """Without an answer that came after the day that is looked at."""
    if entry.antwort_am is None or told.known(entry.antwort_am):
        return entry
    return entry.model_copy(update={"antwort": None, "antwort_am": None})


def _row(context: Context, identity: str, text: str, entries: list[Versand]) -> Row:
    number = Cell((Paragraph((Run(context.names.short(identity)),), "cell_id"),), header=True)
    return Row(
        (number, cell(text), _lines(_sent(context, entries)), _lines(_answers(context, entries)))
    )


def _sent(context: Context, entries: list[Versand]) -> list[str]:
    return [f"{entry.datum:%d.%m.%Y}: {_who(context, entry)}" for entry in entries]


def _answers(context: Context, entries: list[Versand]) -> list[str]:
    several = len(entries) > 1
    return [
        f"{_who(context, entry) + ': ' if several else ''}{entry.antwort or 'keine Antwort'}"
        + (f" ({entry.antwort_am:%d.%m.%Y})" if entry.antwort_am else "")
        for entry in entries
    ]


def _who(context: Context, entry: Versand) -> str:
    """The name of a registered body, else the words that stand there."""
    bodies = {body.id: body.name for body in context.strategy.akteure}
    return bodies.get(entry.an, entry.an)


def _lines(texts: list[str]) -> Cell:
    return Cell(tuple(Paragraph((Run(text),), "cell") for text in texts))
