"""Two sequences of units to the pairs of units and table rows that stay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from generator.likeness import BLOCK_STAYS, TEXT_STAYS
from generator.render.blocks import Block, Gap, Heading, Paragraph, Row, Table
from generator.render.documents.together.alignment import Likeness, Pair, aligned
from generator.render.documents.together.folding import Fold, folds, unfolded
from generator.render.documents.together.moves import Move, Moves, owner_of, row_owner, stays
from generator.render.documents.together.relocation import Relocation, relocation
from generator.render.documents.together.sequence import (
    Unit,
    bag,
    common,
    fingerprint,
    row_shape,
    shape,
)
from generator.render.plain import is_number
from generator.render.visitor import bookmark_of


class RowPlan(Struct, frozen=True):
    """``pairs`` are the units that stay, ``rows`` the rows that stay of each pair of tables.

    ``folds`` are what stays of paragraphs that were split or joined;
    ``moved`` tells what only stands elsewhere now.
    """

    new: Sequence[Unit]
    pairs: list[Pair]
    rows: Mapping[Pair, list[Pair]]
    folds: Sequence[Fold]
    moved: Relocation

    def kept(self) -> Iterator[str]:
        """The bookmarks that stay where they are."""
        for i, j in self.pairs:
            block = self.new[j].block
            rows = (
                [block.rows[row] for _, row in self.rows[i, j]] if isinstance(block, Table) else ()
            )
            yield from filter(None, map(bookmark_of, rows or (block,)))


def plan(old: Sequence[Unit], new: Sequence[Unit], moves: Moves) -> RowPlan:
    """Align what has not moved by ID and words, then the rows of the tables that stay."""
    before, after = _staying(old, moves.old), _staying(new, moves.new)
    found = _units([old[i] for i in before], [new[j] for j in after], moves)
    pairs = list(_with_gaps(old, new, ((before[i], after[j]) for i, j in found)))
    split = folds([*map(_line, old)], [*map(_line, new)], pairs, _together)
    pairs = unfolded(pairs, split)
    rows: dict[Pair, list[Pair]] = {}
    for i, j in pairs:
        one, other = old[i].block, new[j].block
        if isinstance(one, Table) and isinstance(other, Table):
            rows[i, j] = _rows(one, other, moves)
    gone, come = (_left(side, n, pairs, rows, split) for n, side in enumerate((old, new)))
    moved = relocation(old, new, gone, come, moves)
    return RowPlan(new, pairs, rows, split, moved)


def _line(unit: Unit) -> Paragraph | None:
    """A paragraph of prose, whose end may come or go."""
    block = unit.block
    prose = isinstance(block, Paragraph) and not block.bookmark and not unit.page_break
    return block if prose and isinstance(block, Paragraph) else None


def _together(one: Paragraph | None, other: Paragraph | None) -> bool:
    if one is None or other is None:
        return False
    return shape(one) == shape(other) and owner_of(one) == owner_of(other)


def _left(
    side: Sequence[Unit],
    n: int,
    pairs: Sequence[Pair],
    rows: Mapping[Pair, list[Pair]],
    split: Sequence[Fold],
) -> tuple[list[int], list[tuple[int, int]]]:
    """The units, and the rows of tables, that have no partner on the other side."""
    kept = {pair[n] for pair in pairs}
    kept.update(at for fold in split for at in range(fold[n], fold[n + 2]))
    stay = {pair[n]: {row[n] for row in found} for pair, found in rows.items()}
    left = [at for at in range(len(side)) if at not in kept]
    tables = ((at, unit.block) for at, unit in enumerate(side) if isinstance(unit.block, Table))
    return left, [
        (at, row)
        for at, table in tables
        for row in range(len(table.rows))
        if row not in stay.get(at, ())
    ]


def _staying(units: Sequence[Unit], moved: Mapping[str, Move]) -> list[int]:
    return [
        at
        for at, unit in enumerate(units)
        if not isinstance(unit.block, Gap) and stays(unit.block, moved)
    ]


def _with_gaps(old: Sequence[Unit], new: Sequence[Unit], pairs: Iterable[Pair]) -> Iterator[Pair]:
    """A gap stays with the table below it: else it would part what comes and goes as one."""
    for i, j in pairs:
        if i and j and isinstance(old[i - 1].block, Gap) and isinstance(new[j - 1].block, Gap):
            yield i - 1, j - 1
        yield i, j


def _units(old: list[Unit], new: list[Unit], moves: Moves) -> list[Pair]:
    prints = [[_print(unit) for unit in side] for side in (old, new)]
    return aligned(prints[0], prints[1], _units_alike(old, new), _names(old, new, moves))


def _print(unit: Unit) -> Hashable:
    """What has an ID is found by it; only the rest by what it says."""
    block = unit.block
    if unit.rows or _element(unit):
        return id(unit)
    name = bookmark_of(block) or _labelled(block)
    return (shape(block), name) if name else fingerprint(block)


def _labelled(block: Block) -> str:
    """The goal that a label above a heading names: two labels alike in words are not the same."""
    return owner_of(block) if isinstance(block, Paragraph) and block.style == "goal_label" else ""


def _units_alike(old: list[Unit], new: list[Unit]) -> Likeness:
    @cache
    def words(side: int, position: int) -> Counter[str]:
        return bag((old, new)[side][position].block)

    def alike(i: int, j: int) -> float:
        one, other = old[i].block, new[j].block
        if shape(one) != shape(other):
            return 0.0
        names = [bookmark_of(block) or _labelled(block) for block in (one, other)]
        if any(names):
            return float(names[0] == names[1])
        rows = set(old[i].rows), set(new[j].rows)
        if any(rows):  # without one in common no row would stay
            return float(not rows[0].isdisjoint(rows[1]))
        least = TEXT_STAYS if isinstance(one, Paragraph | Heading) else BLOCK_STAYS
        return common(words(0, i), words(1, j), least)

    return alike


def _names(old: list[Unit], new: list[Unit], moves: Moves) -> tuple[list[Hashable], list[Hashable]]:
    """The bookmark of each element; a table is called like the old one it has most rows of.

    What is no element, a figure or a cited work, stands where texts put it: it must not
    keep an element from its place.
    """
    home = {row: i for i, unit in enumerate(old) for row in unit.rows if row not in moves.old}
    before: list[Hashable] = [_element(unit) for unit in old]
    after: list[Hashable] = [_element(unit) for unit in new]
    for i, unit in enumerate(old):
        if isinstance(unit.block, Table):
            before[i] = "table", i
    for j, unit in enumerate(new):
        found = Counter(home[row] for row in unit.rows if row in home)
        if found:
            after[j] = "table", found.most_common(1)[0][0]
    return before, after


def _element(unit: Unit) -> str | None:
    return bookmark_of(unit.block) if isinstance(unit.block, Heading) else None


def _rows(one: Table, other: Table, moves: Moves) -> list[Pair]:
    """Which rows stay; those of what has moved do not."""
    if one == other and not moves.ways:
        return [(k, k) for k in range(len(one.rows))]
    before = [i for i, row in enumerate(one.rows) if row_owner(one, row) not in moves.old]
    after = [j for j, row in enumerate(other.rows) if row_owner(other, row) not in moves.new]
    found = _aligned_rows([one.rows[i] for i in before], [other.rows[j] for j in after])
    return [(before[i], after[j]) for i, j in found]


def _aligned_rows(old: Sequence[Row], new: Sequence[Row]) -> list[Pair]:
    def alike(i: int, j: int) -> float:
        one, other = old[i], new[j]
        if (one.bookmark, one.owner) != (other.bookmark, other.owner):
            return 0.0
        if row_shape(one) != row_shape(other):
            return 0.0
        if one.bookmark:
            return 1.0
        counted = is_number(one.cells[0]) and is_number(other.cells[0])
        if counted:  # rows are counted anew: a number is no name
            said = [bag(replace(row, cells=row.cells[1:])) for row in (one, other)]
            return common(said[0], said[1])
        if fingerprint(one.cells[0]) == fingerprint(other.cells[0]):
            return 1.0
        return common(bag(one), bag(other))

    prints = [[(row.owner, fingerprint(row)) for row in side] for side in (old, new)]
    names = [row.bookmark for row in old], [row.bookmark for row in new]
    return aligned(prints[0], prints[1], alike, names)
