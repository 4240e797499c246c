"""The blocks of one edition alone to those of a redline: all of them go, or all come."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from generator.render.blocks import (
    Block,
    Figure,
    Gap,
    Inline,
    Item,
    Listing,
    Mark,
    Paragraph,
    Row,
    Run,
    Table,
)
from generator.render.documents.together.lines import line_pairs
from generator.render.documents.together.marked_text import WordStep, steps
from generator.render.documents.together.moves import Moves, owner_of, row_owner
from generator.render.documents.together.references import References
from generator.render.visitor import Node, Part, Visitor, inside, rebuilt

MOVED = "verschoben"
"""What is said of a paragraph that stands elsewhere in its text now."""
Partners = Iterable[tuple[int, Row]]


class Copies(Visitor[Block], Struct, frozen=True):
    """Marks all of them "deleted" or "inserted", with what is to be said of their moves.

    What stands in the other edition elsewhere is given beside: its words that are other ones
    there are marked as no part of the move.
    """

    mark: Mark
    references: References
    moves: Moves

    def paragraph(self, block: Any, beside: Any = None) -> Any:
        """Running text of its own."""
        content, name = self._text(block, beside), self._name(block.bookmark)
        owner = owner_of(block)
        named: dict[str, Any] = {
            "bookmark": name,
            "owner": owner,
            "note": self._note(owner, beside),
        }
        return replace(block, content=content, mark=self.mark, **named)

    heading = caption = paragraph

    def listing(self, listing: Listing, beside: Listing | None = None) -> Block:
        """A list in the text."""
        return replace(self.part(listing, beside), note=self._note(owner_of(listing), beside))

    def table(self, table: Table, rows: Partners = ()) -> Block:
        """All rows of it, ``rows`` with the rows of the other edition that they were or are."""
        partners = dict(rows)
        made = (self.row(table, row, partners.get(at)) for at, row in enumerate(table.rows))
        return replace(table, rows=tuple(made))

    def figure(self, figure: Figure, beside: Figure | None = None) -> Block:
        """The picture as a whole."""
        return replace(figure, mark=self.mark, note=self._note(owner_of(figure), beside))

    def gap(self, gap: Gap) -> Block:
        """What keeps tables apart goes or comes with one of them."""
        return replace(gap, mark=self.mark)

    def rest(self, node: Any) -> Any:
        """What no change can be tracked of."""
        return node

    def row(self, table: Table, row: Row, beside: Row | None = None) -> Row:
        """A row of a table that may stay."""
        owner, name = row_owner(table, row), self._name(row.bookmark)
        named: dict[str, Any] = {
            "bookmark": name,
            "owner": owner,
            "note": self._note(owner, beside),
        }
        return replace(self.part(row, beside), mark=self.mark, **named)

    def part(self, part: Part, beside: Any = None) -> Part:
        """Something in a block, of which no note is to be said, with what stands in it."""
        if isinstance(part, Paragraph | Item):
            part = replace(part, content=self._text(part, beside), mark=self.mark)
        others = iter(self._inside(part, beside))
        return rebuilt(part, lambda inner: self.part(inner, next(others)))

    def _inside(self, part: Node, beside: Any) -> list[Any]:
        """To each thing in it what it is in the other edition."""
        parts, others = inside(part), inside(beside) if beside is not None else ()
        if isinstance(part, Listing):
            found = dict(line_pairs(parts, others))
            return [others[found[at]] if at in found else None for at in range(len(parts))]
        if len(parts) != len(others) or any(
            type(one) is not type(other) for one, other in zip(parts, others, strict=True)
        ):
            return [None] * len(parts)
        return list(others)

    def _text(self, block: Any, beside: Any) -> tuple[Inline, ...]:
        content: tuple[Inline, ...] = block.content
        if beside is None or beside.content == content:
            return self.references.copied(content, self.mark)
        there: tuple[Inline, ...] = beside.content
        old, new = (content, there) if self.mark == "deleted" else (there, content)
        found = map(self._step, steps(old, new, self.references))
        return tuple(runs_joined(inline for inline in found if inline is not None))

    def _step(self, step: WordStep) -> Inline | None:
        """What this edition says there; where it comes to, also the words that went."""
        mine: Inline | None = step.old if self.mark == "deleted" else step.new
        if mine is None:
            gone = step.old
            shown = self.mark == "inserted" and isinstance(gone, Run)
            return replace(gone, mark="deleted", own=True) if shown else None
        mine = self.references.copy(mine, self.mark)
        if step.mark != "plain" and isinstance(mine, Run):
            return replace(mine, mark=self.mark, own=True)
        return mine

    def _note(self, owner: str, beside: Any) -> str:
        said = self.moves.note(owner, self.mark)
        return said or (MOVED if beside is not None else "")

    def _name(self, bookmark: str | None) -> str | None:
        old = bookmark and self.mark == "deleted"
        return self.references.old_name(bookmark) if bookmark and old else bookmark


def runs_joined(content: Iterable[Inline]) -> list[Inline]:
    """Text of one look in one run, wherever words of the other edition stood between."""
    result: list[Inline] = []
    for inline in content:
        last = result[-1] if result else None
        if isinstance(inline, Run) and isinstance(last, Run):
            longer = replace(last, text=last.text + inline.text)
            if replace(inline, text=longer.text) == longer:
                result[-1] = longer
                continue
        result.append(inline)
    return result
