"""Two sequences of units to the pairs of units and table rows that stay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from generator.likeness import BLOCK_STAYS, TEXT_STAYS
from generator.render.blocks import Caption, Gap, Heading, Paragraph, Row, Table
from generator.render.documents.redline.alignment import Likeness, Pair, aligned
from generator.render.documents.redline.moves import Move, Moves, row_owner, stays
from generator.render.documents.redline.sequence import (
    Unit,
    bag,
    common,
    fingerprint,
    row_shape,
    shape,
)


@dataclass(frozen=True, slots=True)
class Plan:
    """``pairs`` are the units that stay, ``rows`` the rows that stay of each pair of tables."""

    old: list[Unit]
    new: list[Unit]
    pairs: list[Pair]
    rows: Mapping[Pair, list[Pair]]

    def kept(self) -> Iterator[str]:
        """The bookmarks that stay where they are."""
        for i, j in self.pairs:
            block, other = self.new[j].block, self.old[i].block
            if isinstance(block, Heading | Paragraph | Caption) and block.bookmark:
                yield block.bookmark
            elif isinstance(block, Table) and isinstance(other, Table):
                for _, row in self.rows[i, j]:
                    yield block.rows[row].bookmark or ""


def plan(old: Sequence[Unit], new: Sequence[Unit], moves: Moves) -> Plan:
    """Align what has not moved by ID and words, then the rows of the tables that stay."""
    before, after = _staying(old, moves.old), _staying(new, moves.new)
    found = _units([old[i] for i in before], [new[j] for j in after], moves)
    pairs = list(_with_gaps(old, new, ((before[i], after[j]) for i, j in found)))
    rows: dict[Pair, list[Pair]] = {}
    for i, j in pairs:
        one, other = old[i].block, new[j].block
        if isinstance(one, Table) and isinstance(other, Table):
            rows[i, j] = _rows(one, other, moves)
    return Plan(list(old), list(new), pairs, rows)


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
    if isinstance(block, Table):
        return id(unit) if any(row.bookmark for row in block.rows) else fingerprint(block)
    if isinstance(block, Heading):
        return id(unit) if block.bookmark else fingerprint(block)
    if isinstance(block, Paragraph | Caption) and block.bookmark:
        return shape(block), block.bookmark
    return fingerprint(block)


def _units_alike(old: list[Unit], new: list[Unit]) -> Likeness:
    @cache
    def words(side: int, position: int) -> Counter[str]:
        return bag((old, new)[side][position].block)

    def alike(i: int, j: int) -> float:
        one, other = old[i].block, new[j].block
        if type(one) is not type(other) or shape(one) != shape(other):
            return 0.0
        if isinstance(one, Heading | Paragraph | Caption) and one.bookmark:
            return float(one.bookmark == getattr(other, "bookmark", None))
        if isinstance(other, Heading | Paragraph | Caption) and other.bookmark:
            return 0.0
        if isinstance(one, Table) and isinstance(other, Table):
            elements = _elements(one), _elements(other)
            if any(elements):  # without one in common no row would stay
                return float(not elements[0].isdisjoint(elements[1]))
        least = TEXT_STAYS if isinstance(one, Paragraph | Heading) else BLOCK_STAYS
        return common(words(0, i), words(1, j), least)

    return alike


def _elements(table: Table) -> set[str]:
    return {row.bookmark for row in table.rows if row.bookmark}


def _names(old: list[Unit], new: list[Unit], moves: Moves) -> tuple[list[Hashable], list[Hashable]]:
    """The bookmark of each element; a table is called like the old one it has most rows of.

    What is no element, a figure or a cited work, stands where texts put it: it must not
    keep an element from its place.
    """
    home: dict[str, int] = {}
    for i, unit in enumerate(old):
        if isinstance(unit.block, Table):
            staying = (row.bookmark for row in unit.block.rows if row.bookmark not in moves.old)
            home.update({bookmark: i for bookmark in staying if bookmark})
    before: list[Hashable] = [
        ("table", i) if isinstance(u.block, Table) else _name(u) for i, u in enumerate(old)
    ]
    after: list[Hashable] = []
    for unit in new:
        if isinstance(unit.block, Table):
            found = Counter(home[r.bookmark] for r in unit.block.rows if r.bookmark in home)
            after.append(("table", found.most_common(1)[0][0]) if found else None)
        else:
            after.append(_name(unit))
    return before, after


def _name(unit: Unit) -> str | None:
    return unit.block.bookmark if isinstance(unit.block, Heading) else None


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
        if one.bookmark or fingerprint(one.cells[0]) == fingerprint(other.cells[0]):
            return 1.0
        return common(bag(one), bag(other))

    prints = [[(row.owner, fingerprint(row)) for row in side] for side in (old, new)]
    names = [row.bookmark for row in old], [row.bookmark for row in new]
    return aligned(prints[0], prints[1], alike, names)
