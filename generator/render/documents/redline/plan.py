"""Two sequences of units to the pairs of units and table rows that stay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from generator.render.blocks import Caption, Heading, Paragraph, Row, Table
from generator.render.documents.redline.alignment import Likeness, Pair, aligned
from generator.render.documents.redline.sequence import (
    Unit,
    bag,
    common,
    fingerprint,
    row_shape,
    shape,
)

HALF, THIRD = 0.5, 0.3


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


def plan(old: Sequence[Unit], new: Sequence[Unit]) -> Plan:
    """Align units by ID and words, then the rows of the tables that stay."""
    before, after = list(old), list(new)
    prints = [[_print(unit) for unit in side] for side in (before, after)]
    pairs = aligned(prints[0], prints[1], _units_alike(before, after), _names(before, after))
    rows: dict[Pair, list[Pair]] = {}
    for i, j in pairs:
        one, other = before[i].block, after[j].block
        if isinstance(one, Table) and isinstance(other, Table):
            same = one == other
            rows[i, j] = (
                [(k, k) for k in range(len(one.rows))] if same else _rows(one.rows, other.rows)
            )
    return Plan(before, after, pairs, rows)


def _print(unit: Unit) -> Hashable:
    """What has an ID is found by it; only the rest by what it says."""
    block = unit.block
    named = name_of(unit) or (isinstance(block, Table) and any(r.bookmark for r in block.rows))
    return id(unit) if named else fingerprint(block)


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
        if isinstance(one, Table) and isinstance(other, Table) and shared(one, other):
            return 1.0
        share = common(words(0, i), words(1, j))
        return share if share >= (HALF if isinstance(one, Paragraph | Heading) else THIRD) else 0.0

    return alike


def shared(one: Table, other: Table) -> int:
    """How many elements have their rows in both tables."""
    return len({row.bookmark for row in one.rows} & {row.bookmark for row in other.rows} - {None})


def _names(old: list[Unit], new: list[Unit]) -> tuple[list[Hashable], list[Hashable]]:
    """The bookmark of each unit; a table is called like the old one it has most rows of."""
    home: dict[str, int] = {}
    for i, unit in enumerate(old):
        if isinstance(unit.block, Table):
            home.update({row.bookmark: i for row in unit.block.rows if row.bookmark})
    before: list[Hashable] = [
        ("table", i) if isinstance(u.block, Table) else name_of(u) for i, u in enumerate(old)
    ]
    after: list[Hashable] = []
    for unit in new:
        if isinstance(unit.block, Table):
            found = Counter(home[r.bookmark] for r in unit.block.rows if r.bookmark in home)
            after.append(("table", found.most_common(1)[0][0]) if found else None)
        else:
            after.append(name_of(unit))
    return before, after


def name_of(unit: Unit) -> str | None:
    """The bookmark by which a unit is known."""
    block = unit.block
    return block.bookmark if isinstance(block, Heading | Paragraph | Caption) else None


def _rows(old: Sequence[Row], new: Sequence[Row]) -> list[Pair]:
    def alike(i: int, j: int) -> float:
        one, other = old[i], new[j]
        if one.bookmark != other.bookmark or row_shape(one) != row_shape(other):
            return 0.0
        if one.bookmark or fingerprint(one.cells[0]) == fingerprint(other.cells[0]):
            return 1.0
        share = common(bag(one), bag(other))
        return share if share >= HALF else 0.0

    names = [row.bookmark for row in old], [row.bookmark for row in new]
    return aligned([fingerprint(r) for r in old], [fingerprint(r) for r in new], alike, names)
