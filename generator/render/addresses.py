"""The blocks of a text to the same blocks, each paragraph with its address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from generator.model.address import Address
from generator.render.blocks import (
    Block,
    Caption,
    Figure,
    Heading,
    Item,
    Listing,
    Paragraph,
    Table,
)
from generator.render.visitor import rebuilt


def addressed(blocks: Iterable[Block], identity: str, place: str) -> tuple[Block, ...]:
    """What one text prints: its paragraphs, list items and table cells counted in print order.

    A caption or source line keeps the address it has, that of its figure; it moves with the
    text all the same.
    """
    text = _Text(identity, place)
    return tuple([text.block(block) for block in blocks])


class _Text(Struct, frozen=True):
    identity: str
    place: str
    numbers: Iterator[int] = field(default_factory=count)

    def block(self, block: Block) -> Block:
        if isinstance(block, Paragraph | Heading | Caption):
            if block.address is not None:
                return replace(block, owner=self.identity)
            return replace(block, address=self.next())
        if isinstance(block, Listing | Table | Figure):
            return replace(rebuilt(block, self.part), owner=self.identity)
        return block

    def part(self, part: Any) -> Any:
        """What stands in a list or table, each line with the next address."""
        line = replace(part, address=self.next()) if isinstance(part, Paragraph | Item) else part
        return rebuilt(line, self.part)

    def next(self) -> Address:
        return Address(self.identity, "inhalt", self.place, next(self.numbers))
