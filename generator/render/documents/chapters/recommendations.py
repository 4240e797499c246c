"""The Empfehlungen under their topics to the blocks of their chapter."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.address import Address
from generator.model.kinds import printed_id
from generator.model.recommendation import Empfehlung, Thema
from generator.render.blocks import Block, Heading, Run, Table
from generator.render.documents.chapters.goal_chapter import group_heading, review_note
from generator.render.documents.chapters.goal_tables import (
    Columns,
    actors_row,
    element_row,
    goal_columns,
    goal_table,
    see_also_rows,
)
from generator.render.documents.context import Context


def recommendation_blocks(context: Context, level: int) -> Iterator[Block]:
    """All topics below a chapter heading of ``level``."""
    columns = goal_columns(context)
    for thema in context.strategy.themen:
        number = context.names.number(thema.id)
        address = Address(thema.id, "titel")
        yield Heading(level + 1, (Run(thema.titel),), number, thema.id, address=address)
        yield from context.text(thema.id, "vor", level + 1)
        yield from _topic(context, columns, thema, level + 1)
        yield from context.text(thema.id, "nach", level + 1)


def _topic(context: Context, columns: Columns, thema: Thema, level: int) -> Iterator[Block]:
    group: str | None = None
    for empfehlung in thema.empfehlungen:
        if empfehlung.gruppe and empfehlung.gruppe != group:
            yield group_heading(empfehlung, level + 1, thema.id)
        group = empfehlung.gruppe
        inner = level + 1 if group else level
        yield from context.text(empfehlung.id, "vor", inner)
        yield _table(context, columns, empfehlung)
        if empfehlung.pruefen and context.remarks:
            yield review_note(empfehlung, empfehlung.pruefen)
        yield from context.text(empfehlung.id, "nach", inner)


def _table(context: Context, columns: Columns, empfehlung: Empfehlung) -> Table:
    rows = [
        element_row(context, empfehlung, "Empfehlung", "second", keep=bool(empfehlung.adressaten))
    ]
    if empfehlung.adressaten:
        field = Address(empfehlung.id, "adressaten")
        rows.append(actors_row(context, "Adressaten", empfehlung.adressaten, field))
    rows += see_also_rows(context, empfehlung)
    whom = " mit Adressaten" if empfehlung.adressaten else ""
    said = "Eine Zeile nennt Kennung und Wortlaut" + (
        "; darunter, an wen sie geht." if whom else "."
    )
    return goal_table(columns, rows, said, f"Empfehlung {printed_id(empfehlung)}{whom}")
