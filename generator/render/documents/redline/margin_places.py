"""Blocks of a redline to the place of each element in them, at whose margin something can be said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct, field

from generator.render.blocks import Block, Heading, Row, Table
from generator.render.documents.together.moves import owner_of, row_owner
from generator.render.visitor import Node, bookmark_of, text_of, walk

BlockPlace = tuple[int, int | None]
"""Number of a block, and of a row of it where it is a table."""


def owner(block: Block) -> str:
    """The element that a block belongs to: a deleted copy has lost its name, not its owner."""
    if getattr(block, "mark", "plain") == "deleted":
        return getattr(block, "owner", "") or owner_of(block)
    return owner_of(block)


def owner_of_row(table: Table, row: Row) -> str:
    """The same for a row."""
    return row.owner if row.mark == "deleted" and row.owner else row_owner(table, row)


class MarginPlaces(Struct):
    """Where elements stand, and where their prose changed first."""

    blocks: tuple[Block, ...]
    now: dict[str, BlockPlace] = field(default_factory=dict)
    gone: dict[str, BlockPlace] = field(default_factory=dict)
    below: dict[str, BlockPlace] = field(default_factory=dict)
    changed: dict[str, BlockPlace] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for place, node, whose in self._nodes():
            named = bool(bookmark_of(node))
            away = getattr(node, "mark", "plain") == "deleted"
            table = (self.gone if away else self.now) if named else self.below
            table.setdefault(whose, place)
            if not isinstance(node, Row | Heading) and _touched(node):
                self.changed.setdefault(whose, place)

    def element(self, name: str) -> BlockPlace | None:
        """Where it stands now, else where it stood, else something that belongs to it."""
        return self.now.get(name) or self.gone.get(name) or self.below.get(name)

    def prose(self, name: str) -> BlockPlace | None:
        """The first paragraph of its text that changed, else the element itself."""
        return self.changed.get(name) or self.element(name)

    def _nodes(self) -> Iterator[tuple[BlockPlace, Any, str]]:
        for number, block in enumerate(self.blocks):
            if isinstance(block, Table):
                for at, row in enumerate(block.rows):
                    yield (number, at), row, owner_of_row(block, row)
            elif hasattr(block, "note"):
                yield (number, None), block, owner(block)


def _touched(node: Node) -> bool:
    """Whether anything in it is marked."""
    return any(
        getattr(part, "mark", "plain") != "plain"
        or (getattr(part, "end", None) or "plain") != "plain"
        or any(inline.mark != "plain" for inline in text_of(part))
        for part in walk([node])
    )
