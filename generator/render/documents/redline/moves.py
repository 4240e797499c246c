"""What goes in one place and comes in another to what is to be said of it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from generator.render.blocks import Figure, Gap, Heading, Table
from generator.render.documents.redline.alignment import Pair, steps
from generator.render.documents.redline.plan import Plan, name_of
from generator.render.documents.redline.sequence import Unit, bag, fingerprint
from generator.render.targets import plain_text

FEWEST_WORDS = 4
"""A nameless block with fewer words that goes here and comes there need not be the same one."""


@dataclass(frozen=True, slots=True)
class Move:
    """From the section of one number to that of another, "" for none."""

    source: str
    target: str

    def said(self, comes: bool) -> str:
        """What to say where it comes, or where it goes."""
        if self.source == self.target:
            return "verschoben" + (f" in {self.source}" if self.source else "")
        if comes:
            return "verschoben" + (f" aus {self.source}" if self.source else "")
        return "verschoben" + (f" nach {self.target}" if self.target else "")


Moves = dict[Hashable, Move]
"""By what it is: see identities."""
Trace = tuple[Hashable, Hashable, str]
"""What goes or comes: what it is, between which kept neighbours, in which section."""


def moves(plan: Plan) -> Moves:
    """What is gone in one place and has come in another, in the order of the new edition."""
    gone: dict[Hashable, Trace] = {}
    come: dict[Hashable, Trace] = {}
    for comes, trace in _traces(plan):
        (come if comes else gone).setdefault(trace[0], trace)
    return {
        key: Move(gone[key][2], place)
        for key, between, place in come.values()
        if key in gone and gone[key][1] != between  # else replaced where it stands
    }


def note(known: Moves, keys: tuple[Hashable, ...], comes: bool) -> str:
    """What to say of something with these identities, "" where it has not moved."""
    return next((known[key].said(comes) for key in keys if key in known), "")


def ways(plan: Plan, known: Moves) -> dict[Move, list[str]]:
    """What moved, as the reader knows it: IDs in tables and titles, by the way it went."""
    result: dict[Move, list[str]] = {}
    for unit in plan.new:
        for name, label in _labels(unit):
            if ("element", name) in known:
                result.setdefault(known["element", name], []).append(label)
    return result


def _labels(unit: Unit) -> Iterator[tuple[str, str]]:
    if isinstance(unit.block, Table):
        yield from ((row.bookmark, row.bookmark) for row in unit.block.rows if row.bookmark)
    elif isinstance(unit.block, Heading) and unit.block.bookmark:
        yield unit.block.bookmark, f"„{plain_text(unit.block.content)}“"


def identities(unit: Unit) -> tuple[Hashable, ...]:
    """What a unit is, wherever it stands; nothing for what is too common to be recognised."""
    block = unit.block
    if isinstance(block, Table):
        return tuple(key for row in row_identities(block) for key in row)
    if isinstance(block, Gap):
        return ()
    name = name_of(unit)
    if name:
        return (("element", name),)
    telling = isinstance(block, Figure) or bag(block).total() >= FEWEST_WORDS
    return (("words", fingerprint(block)),) if telling else ()


def row_identities(table: Table) -> list[tuple[Hashable, ...]]:
    """What each row is; a row without ID belongs to the one with an ID before it or on top."""
    result: list[tuple[Hashable, ...]] = []
    first: str | None = None
    last: str | None = None
    for row in table.rows:
        if row.bookmark:
            first, last = first or row.bookmark, row.bookmark
            result.append((("element", row.bookmark),))
        else:
            words = fingerprint(row)
            result.append(tuple(("row", owner, words) for owner in dict.fromkeys((first, last))))
    return result


def _traces(plan: Plan) -> Iterator[tuple[bool, Trace]]:
    region = 0
    for i, j in steps(plan.pairs, len(plan.old), len(plan.new)):
        if i is not None and j is not None:
            region += 1
            yield from _row_traces(plan, (i, j), region)
        else:
            comes = j is not None
            unit = plan.new[j] if j is not None else plan.old[i or 0]
            yield from ((comes, (key, region, unit.place)) for key in identities(unit))


def _row_traces(plan: Plan, pair: Pair, region: int) -> Iterator[tuple[bool, Trace]]:
    one, other = plan.old[pair[0]], plan.new[pair[1]]
    old, new, pairs = one.block, other.block, plan.rows.get(pair)
    if pairs is None or not isinstance(old, Table) or not isinstance(new, Table):
        return
    if len(pairs) == len(old.rows) == len(new.rows):
        return
    gone, come = row_identities(old), row_identities(new)
    inner = 0
    for i, j in steps(pairs, len(gone), len(come)):
        if i is not None and j is not None:
            inner += 1
        elif i is not None:
            yield from ((False, (key, (region, inner), one.place)) for key in gone[i])
        elif j is not None:
            yield from ((True, (key, (region, inner), other.place)) for key in come[j])
