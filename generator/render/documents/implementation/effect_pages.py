"""The effect figures to small series, and a table with where each value comes from."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from generator.graph.reporting import Reporting
from generator.model.effects import Wirkungsgroesse
from generator.render.blocks import Block, Caption, Cell, Figure, Paragraph, Row, Run, Table
from generator.render.documents.context import Context
from generator.render.documents.implementation.state_lists import number_width
from generator.render.documents.pieces import (
    LANDSCAPE_WIDTH,
    cell,
    head,
    heading,
    number_cell,
    sentence,
)
from generator.render.effect_series import draw, latest, way

READ = (
    "Je Größe eine Reihe: hell der Ausgangswert, dunkel die gemessenen Werte, weiß der Zielwert. "
    "Die Höhen einer Reihe lassen sich nur untereinander vergleichen."
)
COLUMNS = (62.0, 24.0, 48.0, 24.0)


def effect_blocks(context: Context, told: Reporting) -> Iterator[Block]:
    """Nothing where nothing is measured."""
    figures = [_upto(figure, told) for figure in context.strategy.werte]
    if not figures:
        return
    yield heading(2, "Was es bewirkt")
    yield replace(sentence(READ), keep_with_next=True)
    for number, figure in enumerate(figures, start=2):
        drawing = draw(figure, context.names.short(figure.id))
        yield Figure(drawing, drawing.description)
        yield Caption("Abbildung", number, (Run(figure.groesse),))
    titles = head(
        "Nr.", "Größe", "Ausgang", "gemessen", "Ziel", "Herkunft", numbers=("Ausgang", "Ziel")
    )
    rows = [_row(context, figure) for figure in figures]
    first = number_width(context, (figure.id for figure in figures))
    rest = LANDSCAPE_WIDTH - first - sum(COLUMNS)
    yield Table((first, *COLUMNS, rest), (titles, *rows), "Je Zeile eine Größe mit ihren Werten")


def _upto(figure: Wirkungsgroesse, told: Reporting) -> Wirkungsgroesse:
    """With what was measured until the day that is looked at."""
    measured = tuple(one for one in figure.gemessen if told.known(one.stichtag))
    return figure.model_copy(update={"gemessen": measured})


def _row(context: Context, figure: Wirkungsgroesse) -> Row:
    unit = f" ({figure.einheit})" if figure.einheit else ""
    values = [f"{one.stichtag:%d.%m.%Y}: {one.wert}" for one in latest(figure)]
    percent = way(figure)
    if percent is not None:
        values.append(f"{percent} % des Weges zum Ziel")
    sources = dict.fromkeys(one.herkunft or "nicht angegeben" for one in latest(figure))
    return Row(
        (
            Cell((Paragraph((Run(context.names.short(figure.id)),), "cell_id"),), header=True),
            cell(f"{figure.groesse}{unit}"),
            number_cell(figure.start or "–"),
            _lines(values),
            number_cell(figure.ziel or "–"),
            _lines(list(sources)),
        )
    )


def _lines(texts: list[str]) -> Cell:
    return Cell(tuple(Paragraph((Run(text),), "cell") for text in texts or ["–"]))
