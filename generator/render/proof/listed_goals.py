"""The overview of goals in a document to the goals that it does not hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.print_gap import PrintGap
from generator.model.strategy import Strategy
from generator.render.blocks import Block, Paragraph, Reference, Row, Table
from generator.render.documents.strategy.hierarchy import PLACE


def unlisted(strategy: Strategy, blocks: Iterable[Block]) -> Iterator[PrintGap]:
    """The goals that no row gives with its wording, nor by its ID in that of the one above it.

    Nothing where the document has no overview.
    """
    found = {
        name
        for block in blocks
        if isinstance(block, Table)
        for row in block.rows
        for name in _named(row)
    }
    for goal in strategy.goals() if found else ():
        if goal.id not in found:
            yield PrintGap("unlisted", goal.id, "", 0, goal.text, "", ("text",))


def _named(row: Row) -> Iterator[str]:
    """The goals in a row of the overview: its own by its wording, others by links."""
    paragraphs = [
        part for cell in row.cells for part in cell.content if isinstance(part, Paragraph)
    ]
    addresses = [part.address for part in paragraphs if part.address is not None]
    for address in addresses:
        if address.place == PLACE and address.field == "text":
            yield address.element
    if any(address.place == PLACE for address in addresses):
        for part in paragraphs:
            if part.address is None:
                yield from (i.target for i in part.content if isinstance(i, Reference))
