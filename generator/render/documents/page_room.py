"""Blocks to about how many lines of a page they take: enough to say what may run on."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import accumulate

from generator.render.blocks import (
    Block,
    Caption,
    Cell,
    Figure,
    Heading,
    Item,
    Listing,
    PageBreak,
    Paragraph,
    Row,
    Section,
    Table,
)
from generator.render.visitor import text_in, texts

PAGE = 45
"""Lines of running text on a page."""
LINE = 78
"""Letters in one of them."""
HEADING, FIGURE, CAPTION, AROUND_ROW, GAP = 2.5, 18.0, 1.5, 0.6, 0.5
"""Lines: of a heading, a figure, a caption, and the space around a row and below a paragraph."""


def fits(blocks: Iterable[Block], most: float) -> bool:
    """Whether they take no more than ``most`` lines, more or less."""
    return all(taken <= most for taken in accumulate(map(_lines, blocks)))


def on_new_page(blocks: Sequence[Block], most: float) -> list[Block]:
    """With a page break in front, unless they take no more than ``most`` pages and can run on."""
    turned = any(isinstance(block, Section) for block in blocks)
    if not turned and fits(blocks, most * PAGE):
        return list(blocks)
    return [PageBreak(), *blocks]


def _lines(block: Block) -> float:
    if isinstance(block, Heading):
        return HEADING
    if isinstance(block, Caption):
        return CAPTION
    if isinstance(block, Figure):
        return FIGURE
    if isinstance(block, Table):
        return sum(_row(row, block) for row in block.rows) + 2 * GAP
    if isinstance(block, Listing):
        return sum(map(_item, block.items))
    if isinstance(block, Paragraph):
        return _wrapped(_letters(block), LINE) + GAP
    return 0.0


def _item(item: Item) -> float:
    below = _lines(item.below) if item.below else 0.0
    return _wrapped(sum(len(text_in(part)) for part in item.content), LINE) + GAP + below


def _row(row: Row, table: Table) -> float:
    width = sum(table.columns)
    at, most = 0, 0.0
    for cell in row.cells:
        room = sum(table.columns[at : at + cell.span]) / width * LINE
        at += cell.span
        most = max(most, _cell(cell, room))
    return most + AROUND_ROW


def _cell(cell: Cell, room: float) -> float:
    return sum(_wrapped(sum(map(len, map(text_in, content))), room) for content in texts([cell]))


def _letters(block: Paragraph) -> int:
    return sum(len(text_in(part)) for part in block.content)


def _wrapped(letters: int, room: float) -> float:
    return max(1, math.ceil(letters / max(room, 1.0)))
