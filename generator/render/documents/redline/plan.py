"""Two sequences of units to what stays, goes, comes and moves between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from generator.render.blocks import Caption, Figure, Gap, Heading, Paragraph, Row, Table
from generator.render.documents.redline.alignment import Likeness, Pair, aligned, steps
from generator.render.documents.redline.sequence import (
    Unit,
    bag,
    common,
    fingerprint,
    row_shape,
    shape,
)

HALF, THIRD = 0.5, 0.3
FEWEST_WORDS = 4
"""A nameless block with fewer words that goes here and comes there need not be the same one."""

Trace = tuple[Hashable, Hashable, str]
"""What goes or comes: what it is, between which kept neighbours, in which section."""


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
    prints = [fingerprint(unit.block) for unit in before], [fingerprint(u.block) for u in after]
    pairs = aligned(prints[0], prints[1], _units_alike(before, after), _names(before, after))
    rows: dict[Pair, list[Pair]] = {}
    for i, j in pairs:
        one, other = before[i].block, after[j].block
        if isinstance(one, Table) and isinstance(other, Table):
            rows[i, j] = _rows(one.rows, other.rows)
    return Plan(before, after, pairs, rows)


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
    before = [("table", i) if isinstance(u.block, Table) else _name(u) for i, u in enumerate(old)]
    after: list[Hashable] = []
    for unit in new:
        if isinstance(unit.block, Table):
            found = Counter(home[r.bookmark] for r in unit.block.rows if r.bookmark in home)
            after.append(("table", found.most_common(1)[0][0]) if found else None)
        else:
            after.append(_name(unit))
    return before, after


def _name(unit: Unit) -> Hashable:
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


def moves(planned: Plan) -> tuple[dict[Hashable, str], dict[Hashable, str]]:
    """What to say of what goes and of what comes, by what it is, where the other side has it."""
    gone, come = dict[Hashable, Trace](), dict[Hashable, Trace]()
    for here, trace in _traces(planned):
        (gone if here == "gone" else come).setdefault(trace[0], trace)
    said_gone, said_come = dict[Hashable, str](), dict[Hashable, str]()
    for key in gone.keys() & come.keys():
        (_, left, source), (_, right, target) = gone[key], come[key]
        if left == right:
            continue  # replaced where it stands, as its shape has changed
        if source == target:
            said_gone[key] = said_come[key] = "verschoben" + (f" in {source}" if source else "")
        else:
            said_gone[key] = "verschoben" + (f" nach {target}" if target else "")
            said_come[key] = "verschoben" + (f" aus {source}" if source else "")
    return said_gone, said_come


def _traces(planned: Plan) -> Iterator[tuple[str, Trace]]:
    region = 0
    for i, j in steps(planned.pairs, len(planned.old), len(planned.new)):
        if i is not None and j is not None:
            region += 1
            one, other = planned.old[i], planned.new[j]
            if isinstance(one.block, Table) and isinstance(other.block, Table):
                rows = planned.rows[i, j]
                yield from _row_traces(one, other, rows, region)
        elif i is not None:
            for key in identities(planned.old[i]):
                yield "gone", (key, region, planned.old[i].place)
        elif j is not None:
            for key in identities(planned.new[j]):
                yield "come", (key, region, planned.new[j].place)


def _row_traces(
    one: Unit, other: Unit, pairs: list[Pair], region: int
) -> Iterator[tuple[str, Trace]]:
    old, new = row_identities(one.block), row_identities(other.block)
    inner = 0
    for i, j in steps(pairs, len(old), len(new)):
        if i is not None and j is not None:
            inner += 1
        elif i is not None:
            yield from (("gone", (key, (region, inner), one.place)) for key in old[i])
        elif j is not None:
            yield from (("come", (key, (region, inner), other.place)) for key in new[j])


def identities(unit: Unit) -> tuple[Hashable, ...]:
    """What a unit is, wherever it stands; nothing for what is too common to be recognised."""
    block = unit.block
    if isinstance(block, Table):
        return tuple(key for row in row_identities(block) for key in row)
    if isinstance(block, Gap):
        return ()
    name = _name(unit)
    if name:
        return (("element", name),)
    telling = isinstance(block, Figure) or bag(block).total() >= FEWEST_WORDS
    return (("words", fingerprint(block)),) if telling else ()


def row_identities(table: object) -> list[tuple[Hashable, ...]]:
    """What each row is; a row without ID belongs to the one with an ID before it or on top."""
    result: list[tuple[Hashable, ...]] = []
    first = last = None
    for row in table.rows if isinstance(table, Table) else ():
        if row.bookmark:
            first, last = first or row.bookmark, row.bookmark
            result.append((("element", row.bookmark),))
        else:
            words = fingerprint(row)
            result.append(tuple(("row", owner, words) for owner in dict.fromkeys((first, last))))
    return result
