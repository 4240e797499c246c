"""What a table's cells are to the others: heads of their column or row, or what is told."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from generator.render.blocks import Block, Cell, Row, Table
from generator.render.visitor import walk

Role = Literal["column", "row", ""]

Roles = tuple[tuple[Role, ...], ...]
"""The roles of all cells, row by row."""


def role(table: Table, row: Row, cell: Cell) -> Role:
    """What a cell is head of, "" for none.

    The first row of a table of goals is the goal above the others, repeated on a further page: read
    out before each of them as the head of a column, its whole wording would be in the way.
    """
    if row.header and table.style != "goals":
        return "column"
    return "row" if cell.header else ""


def roles(blocks: Iterable[Block]) -> list[Roles]:
    """The roles of every table of a document, in order."""
    return [
        tuple(tuple(role(table, row, cell) for cell in row.cells) for row in table.rows)
        for table in walk(blocks)
        if isinstance(table, Table)
    ]
