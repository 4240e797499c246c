"""The overview of goals in a document to the goals that it does not hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.address import OVERVIEW
from generator.model.print_gap import PrintGap
from generator.model.strategy import Strategy
from generator.render.blocks import Block, Cell, Paragraph, Reference, Row, Table


def unlisted(strategy: Strategy, blocks: Iterable[Block]) -> Iterator[PrintGap]:
    """The goals that no row gives with its wording, nor by its ID in that of the one above it.

    Nothing where the document has no overview.
    """
    found: set[str] = set()
    for block in blocks:
        if isinstance(block, Table) and block.style == "grid":  # others are no overview
            for row in block.rows:
                found.update(_named(row))
    for goal in strategy.goals() if found else ():
        if goal.id not in found:
            yield PrintGap("unlisted", goal.id, "", 0, goal.text, "", ("text",))


def _named(row: Row) -> Iterator[str]:
    """The goals in a row of the overview, ID, wording and links: its own and those it links to."""
    if len(row.cells) < 2:  # the name of a level
        return
    wording = _last(row.cells[1])
    address = wording and wording.address
    if not address or (address.field, address.place) != ("text", OVERVIEW):
        return
    yield address.element
    links = _last(row.cells[-1])
    if links and links is not wording:
        yield from (part.target for part in links.content if isinstance(part, Reference))


def _last(cell: Cell) -> Paragraph | None:
    part = cell.content[-1] if cell.content else None
    return part if isinstance(part, Paragraph) else None
