"""What goes and what comes to which of it has only changed its place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct, field

from generator.likeness import MOVED_TEXT
from generator.render.blocks import Block, Caption, Heading, Listing, Paragraph, Row, Table
from generator.render.documents.together.moves import Moves, row_owner
from generator.render.documents.together.sequence import Unit, bag, common, shape, spoken
from generator.render.visitor import bookmark_of

SHINGLE = 4
"""Words in a row by which a paragraph is looked for elsewhere."""
LEAST = 6
"""Words from which on a paragraph without a name can be said to have moved."""

RowAt = tuple[int, int]
"""Number of a table among the units, and of a row in it."""


class Relocation(Struct, frozen=True):
    """To what goes where it comes to, and the reverse; by the numbers of units and rows."""

    old: Mapping[int, int] = field(default_factory=dict)
    new: Mapping[int, int] = field(default_factory=dict)
    old_rows: Mapping[RowAt, RowAt] = field(default_factory=dict)
    new_rows: Mapping[RowAt, RowAt] = field(default_factory=dict)


def relocation(
    old: Sequence[Unit],
    new: Sequence[Unit],
    gone: tuple[Iterable[int], Iterable[RowAt]],
    come: tuple[Iterable[int], Iterable[RowAt]],
    moves: Moves,
) -> Relocation:
    """Of units and rows without a partner: what is named finds its like by name, other text by its words."""
    pairs = dict(_named(old, new, gone[0], come[0]))
    taken = set(pairs.values())
    pairs |= _alike(
        old, new, [i for i in gone[0] if i not in pairs], [j for j in come[0] if j not in taken]
    )
    rows = dict(_rows(old, new, gone[1], come[1], moves))
    return Relocation(pairs, _turned(pairs), rows, _turned(rows))


At = TypeVar("At", int, RowAt)


def _turned(pairs: Mapping[At, At]) -> dict[At, At]:
    return {new: old for old, new in pairs.items()}


def _named(
    old: Sequence[Unit], new: Sequence[Unit], gone: Iterable[int], come: Iterable[int]
) -> Iterator[tuple[int, int]]:
    names = {
        (bookmark_of(new[j].block), shape(new[j].block)): j for j in come if _name(new[j].block)
    }
    for i in gone:
        key = bookmark_of(old[i].block), shape(old[i].block)
        if _name(old[i].block) and key in names:
            yield i, names.pop(key)


def _name(block: Block) -> str | None:
    return bookmark_of(block) if isinstance(block, Heading | Caption) else None


def _alike(
    old: Sequence[Unit], new: Sequence[Unit], gone: Sequence[int], come: Sequence[int]
) -> dict[int, int]:
    """Each with the one that has most word sequences in common, if it is alike as a whole."""
    where: defaultdict[Hashable, list[int]] = defaultdict(list)
    for j in come:
        for shingle in _shingles(new[j].block):
            where[shingle].append(j)
    found: dict[int, int] = {}
    taken: set[int] = set()
    for i in gone:
        hits = Counter(
            j
            for shingle in _shingles(old[i].block)
            if len(where.get(shingle, ())) <= SHINGLE  # what many say tells nothing
            for j in where.get(shingle, ())
            if j not in taken
        )
        for j, _ in hits.most_common(1):
            if common(bag(old[i].block), bag(new[j].block), MOVED_TEXT):
                found[i] = j
                taken.add(j)
    return found


def _shingles(block: Block) -> set[Hashable]:
    if not isinstance(block, Paragraph | Listing) or bookmark_of(block):
        return set()
    words = spoken(block)
    if len(words) < LEAST:
        return set()
    kind = shape(block)
    return {(kind, *words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}


def _rows(
    old: Sequence[Unit],
    new: Sequence[Unit],
    gone: Iterable[RowAt],
    come: Iterable[RowAt],
    moves: Moves,
) -> Iterator[tuple[RowAt, RowAt]]:
    """Rows of elements that moved: the first, second … row of each."""
    waiting: defaultdict[Hashable, list[RowAt]] = defaultdict(list)
    for at in come:
        waiting[_row_key(new, at)].append(at)
    for at in gone:
        key = _row_key(old, at)
        if waiting.get(key) and moves.note(str(key[0]), "deleted"):
            yield at, waiting[key].pop(0)


def _row_key(units: Sequence[Unit], at: RowAt) -> tuple[str, bool, int]:
    table = units[at[0]].block
    assert isinstance(table, Table)
    row: Row = table.rows[at[1]]
    return row_owner(table, row), bool(row.bookmark), len(row.cells)
