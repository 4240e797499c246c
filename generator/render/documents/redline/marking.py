"""The blocks of two editions to those of one document with tracked changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from generator.render.blocks import Block, PageBreak
from generator.render.documents.redline.alignment import joined
from generator.render.documents.redline.copies import Copies
from generator.render.documents.redline.merging import Merger
from generator.render.documents.redline.moves import Moves
from generator.render.documents.redline.plan import plan
from generator.render.documents.redline.references import references
from generator.render.documents.redline.sequence import Unit, units


def marked(old: Iterable[Block], new: Iterable[Block], moves: Moves) -> Iterator[Block]:
    """Blocks of both editions; what both have stays where it has not moved.

    Without what is deleted they are the new edition, without what is inserted the old.
    """
    blocks = tuple(old), tuple(new)
    before, after = map(units, blocks)
    planned = plan(before, after, moves)
    to = references(*blocks, planned.kept())
    gone, come = Copies("deleted", to, moves), Copies("inserted", to, moves)
    merger = Merger(to, gone, come)

    def both(i: int, j: int) -> Iterable[Block]:
        rows = [planned.rows[i, j]] if (i, j) in planned.rows else []
        return _paged(after[j], merger.both(before[i].block, after[j].block, *rows))

    return chain.from_iterable(
        joined(
            planned.pairs,
            range(len(before)),
            range(len(after)),
            both,
            lambda i: _paged(before[i], gone.visit(before[i].block)),
            lambda j: _paged(after[j], come.visit(after[j].block)),
        )
    )


def _paged(unit: Unit, block: Block) -> Iterable[Block]:
    return (PageBreak(), block) if unit.page_break else (block,)
