"""The blocks of a text to the same blocks, each paragraph with its address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from generator.model.address import Address
from generator.render.blocks import (
    Block,
    Caption,
    Cell,
    Figure,
    Heading,
    Item,
    Listing,
    Paragraph,
    Row,
    Table,
)


def addressed(blocks: Iterable[Block], identity: str, place: str) -> tuple[Block, ...]:
    """What one text prints: its paragraphs, list items and table cells counted in print order.

    A caption or source line keeps the address it has, that of its figure; it moves with the
    text all the same.
    """
    text = _Text(identity, place)
    return tuple([text.block(block) for block in blocks])


@dataclass(frozen=True, slots=True)
class _Text:
    identity: str
    place: str
    numbers: Iterator[int] = field(default_factory=count)

    def next(self) -> Address:
        return Address(self.identity, "inhalt", self.place, next(self.numbers))

    def block(self, block: Block) -> Block:
        if isinstance(block, Paragraph | Heading | Caption):
            if block.address is not None:
                return replace(block, owner=self.identity)
            return replace(block, address=self.next())
        if isinstance(block, Listing):
            return replace(self.listing(block), owner=self.identity)
        if isinstance(block, Table):
            rows = tuple([self.row(row) for row in block.rows])
            return replace(block, rows=rows, owner=self.identity)
        return replace(block, owner=self.identity) if isinstance(block, Figure) else block

    def listing(self, listing: Listing) -> Listing:
        return replace(listing, items=tuple([self.item(item) for item in listing.items]))

    def item(self, item: Item) -> Item:
        address = self.next()
        below = item.below and self.listing(item.below)
        return replace(item, address=address, below=below)

    def row(self, row: Row) -> Row:
        return replace(row, cells=tuple([self.cell(cell) for cell in row.cells]))

    def cell(self, cell: Cell) -> Cell:
        parts = [
            self.listing(part) if isinstance(part, Listing) else replace(part, address=self.next())
            for part in cell.content
        ]
        return replace(cell, content=tuple(parts))
