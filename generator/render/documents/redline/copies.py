"""The blocks of one edition alone to those of a redline: all of them go, or all come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from generator.render.blocks import (
    Block,
    Caption,
    Figure,
    Gap,
    Heading,
    Inline,
    Item,
    Listing,
    Mark,
    Paragraph,
    Row,
    Table,
)
from generator.render.documents.redline.moves import Moves, owner_of, row_owner
from generator.render.documents.redline.references import References
from generator.render.visitor import Part, Visitor, rebuilt


@dataclass(frozen=True, slots=True)
class Copies(Visitor[Block]):
    """Marks all of them "deleted" or "inserted", with what is to be said of their moves."""

    mark: Mark
    references: References
    moves: Moves

    def paragraph(self, block: Paragraph | Heading | Caption) -> Block:
        """Running text of its own."""
        content, name = self._text(block.content), self._name(block.bookmark)
        note = self.moves.note(owner_of(block), self.mark)
        return replace(block, content=content, bookmark=name, mark=self.mark, note=note)

    heading = caption = paragraph

    def listing(self, listing: Listing) -> Block:
        """A list in the text."""
        return replace(self.part(listing), note=self.moves.note(owner_of(listing), self.mark))

    def table(self, table: Table) -> Block:
        """All rows of it."""
        return replace(table, rows=tuple(self.row(table, row) for row in table.rows))

    def figure(self, figure: Figure) -> Block:
        """The picture as a whole."""
        note = self.moves.note(owner_of(figure), self.mark)
        return replace(figure, mark=self.mark, note=note)

    def gap(self, gap: Gap) -> Block:
        """What keeps tables apart goes or comes with one of them."""
        return replace(gap, mark=self.mark)

    def rest(self, node: Any) -> Any:
        """What no change can be tracked of."""
        return node

    def row(self, table: Table, row: Row) -> Row:
        """A row of a table that may stay."""
        name, note = self._name(row.bookmark), self.moves.note(row_owner(table, row), self.mark)
        return replace(self.part(row), bookmark=name, mark=self.mark, note=note)

    def part(self, part: Part) -> Part:
        """Something in a block, of which no note is to be said, with what stands in it."""
        if isinstance(part, Paragraph | Item):
            part = replace(part, content=self._text(part.content), mark=self.mark)
        return rebuilt(part, self.part)

    def _text(self, content: Iterable[Inline]) -> tuple[Inline, ...]:
        return self.references.copied(content, self.mark)

    def _name(self, bookmark: str | None) -> str | None:
        old = bookmark and self.mark == "deleted"
        return self.references.old_name(bookmark) if bookmark and old else bookmark
