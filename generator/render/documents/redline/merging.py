"""A block that both editions have, and what stands in it, to one with marked words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile
from typing import Any, TypeVar

from generator.render.blocks import Block, Cell, Item, Listing, Paragraph, Row, Table
from generator.render.documents.redline.alignment import Pair, aligned, joined
from generator.render.documents.redline.copies import Copies
from generator.render.documents.redline.marked_text import merged
from generator.render.documents.redline.references import References
from generator.render.documents.redline.sequence import bag, common, fingerprint, shape
from generator.render.visitor import Node, Visitor, texts

Line = TypeVar("Line", bound=Paragraph | Item)


@dataclass(frozen=True, slots=True)
class Merger(Visitor[Any]):
    """Gets the new block first and the old one beside it; both are of one shape."""

    references: References
    gone: Copies
    come: Copies

    def both(self, old: Block, new: Block, *rows: list[Pair]) -> Block:
        """A block that stays; of a table with the ``rows`` that do."""
        block: Block = new if self._same(old, new) else self.visit(new, old, *rows)
        return block

    def _same(self, old: Node, new: Node) -> bool:
        return old == new and all(map(self.references.stay, texts([new])))

    def rest(self, node: Any) -> Any:
        """What is the same in both."""
        return node

    def paragraph(self, new: Any, old: Any) -> Any:
        """Running text of its own."""
        return self._line(old, new)

    heading = caption = paragraph

    def listing(self, new: Listing, old: Listing) -> Listing:
        """An entry whose inner list is of another kind is replaced."""
        pairs = _pairs(old.items, new.items)
        items: Iterator[Item] = joined(
            pairs, old.items, new.items, self._item, self.gone.part, self.come.part
        )
        return replace(new, items=tuple(items))

    def _item(self, old: Item, new: Item) -> Item:
        below = new.below
        if old.below and new.below:
            below = self.listing(new.below, old.below)
        elif old.below:
            below = self.gone.part(old.below)
        elif new.below:
            below = self.come.part(new.below)
        return replace(self._line(old, new), below=below)

    def _line(self, old: Line, new: Line) -> Line:
        return replace(new, content=merged(old.content, new.content, self.references))

    def table(self, new: Table, old: Table, pairs: list[Pair]) -> Table:
        """The rows of both, ``pairs`` of which stay."""
        gone, come = partial(self.gone.row, old), partial(self.come.row, new)
        rows = joined(pairs, old.rows, new.rows, self._row, gone, come)
        return replace(new, rows=tuple(rows))

    def _row(self, old: Row, new: Row) -> Row:
        cells = (self._cell(o, n) for o, n in zip(old.cells, new.cells, strict=True))
        return replace(new, cells=tuple(cells))

    def _cell(self, old: Cell, new: Cell) -> Cell:
        """A cell of one shape in both: paragraphs of one style, one list, or the same parts."""
        if self._same(old, new):
            return new
        if fingerprint(old) == fingerprint(new):
            pairs = zip(new.content, old.content, strict=True)
            return replace(new, content=tuple(self.visit(n, o) for n, o in pairs))
        lines = self._lines(_lines(old), _lines(new))
        if isinstance(new.content[0], Listing):
            return replace(new, content=(replace(new.content[0], items=lines),))
        return replace(new, content=lines)

    def _lines(self, old: list[Any], new: list[Any]) -> tuple[Any, ...]:
        """The paragraphs of a cell, all of one style.

        The end of the last one is the end of the cell and cannot go: where lines are added or
        removed behind the last that stays, it is the ends before them that come or go.
        """
        pairs = _pairs(old, new)
        last = len(old) - 1, len(new) - 1
        if not pairs or (pairs[-1][0] < last[0] and pairs[-1][1] < last[1]):
            pairs.append(last)
        return _ended([*joined(pairs, old, new, self._line, self.gone.part, self.come.part)])


def _lines(cell: Cell) -> list[Paragraph | Item]:
    lines: list[Paragraph | Item] = []
    for part in cell.content:
        lines += part.items if isinstance(part, Listing) else [part]
    return lines


def _ended(lines: list[Any]) -> tuple[Any, ...]:
    behind = len(list(takewhile(lambda line: line.mark != "plain", reversed(lines))))
    if not behind:
        return tuple(lines)
    stays, mark = len(lines) - 1 - behind, lines[-1].mark
    changed = [replace(line, end=mark) for line in lines[stays:-1]]
    return (*lines[:stays], *changed, replace(lines[-1], end="plain"))


def _pairs(old: Sequence[Any], new: Sequence[Any]) -> list[Pair]:
    """Entries of a list, or lines of a cell, that stay."""

    def alike(i: int, j: int) -> float:
        one, other = getattr(old[i], "below", None), getattr(new[j], "below", None)
        if one and other and shape(one) != shape(other):
            return 0.0
        return common(bag(Paragraph(old[i].content)), bag(Paragraph(new[j].content)))

    return aligned([fingerprint(o) for o in old], [fingerprint(n) for n in new], alike)
