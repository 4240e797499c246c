"""A block that both editions have, and what stands in it, to one with marked words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from generator.render.blocks import Block, Cell, Item, Listing, Paragraph, Row, Table
from generator.render.documents.together.alignment import Pair, joined
from generator.render.documents.together.copies import Copies, Partners
from generator.render.documents.together.folding import Fold, folded, folds, in_order, unfolded
from generator.render.documents.together.lines import line_pairs
from generator.render.documents.together.marked_text import merged
from generator.render.documents.together.references import References
from generator.render.documents.together.sequence import fingerprint
from generator.render.visitor import Node, Visitor, texts

Line = TypeVar("Line", bound=Paragraph | Item)
Joining = Callable[[Any, Any], Any]


class Merger(Visitor[Any], Struct, frozen=True):
    """Gets the new block first and the old one beside it; both are of one shape."""

    references: References
    gone: Copies
    come: Copies

    def both(self, old: Block, new: Block, *rows: Any) -> Block:
        """A block that stays; of a table with the ``rows`` that do, see ``table``."""
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
        return replace(new, items=tuple(self._entries(old.items, new.items, self._item)))

    def _entries(
        self, old: Sequence[Any], new: Sequence[Any], both: Joining, last: bool = False
    ) -> Iterator[Any]:
        """Entries of a list or lines of a cell; of what was split or joined only the ends change."""
        pairs = line_pairs(old, new)
        split = folds([*map(_loose, old)], [*map(_loose, new)], pairs, _together)
        pairs = unfolded(pairs, split)
        if last:  # what ends a cell stays
            pairs = _with_last(pairs, split, (len(old) - 1, len(new) - 1))
        for goes, comes, stays in in_order(pairs, split, (len(old), len(new))):
            yield from (self.gone.part(old[at]) for at in goes)
            yield from (self.come.part(new[at]) for at in comes)
            if stays is None:
                return
            if stays.single:
                yield both(old[stays.i], new[stays.j])
            else:
                gone, come = old[stays.i : stays.i_end], new[stays.j : stays.j_end]
                yield from folded(gone, come, self.references)

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

    def table(
        self, new: Table, old: Table, pairs: list[Pair], gone: Partners = (), come: Partners = ()
    ) -> Table:
        """The rows of both, ``pairs`` of which stay; others may stand elsewhere in the other edition."""
        there, here = dict(gone), dict(come)
        rows = joined(
            pairs,
            range(len(old.rows)),
            range(len(new.rows)),
            lambda i, j: self._row(old.rows[i], new.rows[j]),
            lambda i: self.gone.row(old, old.rows[i], there.get(i)),
            lambda j: self.come.row(new, new.rows[j], here.get(j)),
        )
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
        return _ended([*self._entries(old, new, self._line, last=True)])


def _with_last(pairs: list[Pair], split: Sequence[Fold], last: Pair) -> list[Pair]:
    """With the last line of both, where neither stands with another one."""
    ends = [(fold.i_end - 1, fold.j_end - 1) for fold in split]
    if any(a == last[0] or b == last[1] for a, b in (*pairs, *ends)):
        return pairs
    return [*pairs, last]


def _loose(line: Any) -> Any:
    """A line whose end may go, None where a list hangs on it."""
    return None if getattr(line, "below", None) else line


def _together(one: Any, other: Any) -> bool:
    return one is not None and other is not None


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
