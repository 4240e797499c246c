"""The blocks of two editions to those of one document with tracked changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.render.blocks import Block, PageBreak, Row, Table
from generator.render.documents.together.copies import Copies
from generator.render.documents.together.folding import folded, in_order
from generator.render.documents.together.merging import Merger
from generator.render.documents.together.moves import Moves
from generator.render.documents.together.plan import plan
from generator.render.documents.together.references import references
from generator.render.documents.together.relocation import RowAt
from generator.render.documents.together.sequence import Unit, units


def marked(old: Iterable[Block], new: Iterable[Block], moves: Moves) -> Iterator[Block]:
    """Blocks of both editions; what both have stays where it has not moved.

    Without what is deleted they are the new edition, without what is inserted the old.
    """
    blocks = tuple(old), tuple(new)
    before, after = map(units, blocks)
    planned = plan(before, after, moves)
    to, moved = references(*blocks, planned.kept()), planned.moved
    gone, come = Copies("deleted", to, moves), Copies("inserted", to, moves)
    merger = Merger(to, gone, come)
    there = (after, moved.old, moved.old_rows), (before, moved.new, moved.new_rows)
    for goes, comes, stays in in_order(planned.pairs, planned.folds, (len(before), len(after))):
        for at in goes:
            yield from _alone(gone, at, before[at], *there[0])
        for at in comes:
            yield from _alone(come, at, after[at], *there[1])
        if stays is None:
            return
        a, b = stays.i, stays.j
        if not stays.single:
            lines = before[a : stays.i_end], after[b : stays.j_end]
            old_lines, new_lines = ([unit.block for unit in side] for side in lines)
            yield from folded(old_lines, new_lines, to)
            continue
        rows: tuple[Any, ...] = ()
        if (a, b) in planned.rows:
            elsewhere = _rows(a, after, moved.old_rows), _rows(b, before, moved.new_rows)
            rows = planned.rows[a, b], *elsewhere
        yield from _paged(after[b], merger.both(before[a].block, after[b].block, *rows))


def _alone(
    copies: Copies,
    at: int,
    unit: Unit,
    others: Sequence[Unit],
    moved: Mapping[int, int],
    rows: Mapping[RowAt, RowAt],
) -> Iterable[Block]:
    """What one edition has there, beside what it is in the other one."""
    beside: list[Any] = [others[moved[at]].block] if at in moved else []
    if isinstance(unit.block, Table):
        beside = [_rows(at, others, rows)]
    return _paged(unit, copies.visit(unit.block, *beside))


def _rows(table: int, others: Sequence[Unit], rows: Mapping[RowAt, RowAt]) -> list[tuple[int, Row]]:
    """To rows of a table that moved the rows that they are in the other edition."""
    found = []
    for (at, row), (other, there) in rows.items():
        block = others[other].block
        if at == table and isinstance(block, Table):
            found.append((row, block.rows[there]))
    return found


def _paged(unit: Unit, block: Block) -> Iterable[Block]:
    return (PageBreak(), block) if unit.page_break else (block,)
