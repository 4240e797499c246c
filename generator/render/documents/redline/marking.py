"""The blocks of two editions to those of one document with tracked changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.render.blocks import (
    Block,
    Caption,
    Figure,
    Gap,
    Heading,
    Listing,
    Mark,
    PageBreak,
    Paragraph,
    Table,
)
from generator.render.documents.redline.alignment import Pair, steps
from generator.render.documents.redline.listings import marked_listing, merged_listing
from generator.render.documents.redline.moves import Moves, owner_of
from generator.render.documents.redline.plan import Plan, plan
from generator.render.documents.redline.references import References, references
from generator.render.documents.redline.sequence import Unit, contents, units
from generator.render.documents.redline.tables import marked_table, merged_table
from generator.render.documents.redline.text import merged


def marked(old: Iterable[Block], new: Iterable[Block], moves: Moves) -> Iterator[Block]:
    """Blocks of both editions; what both have stays where it has not moved.

    Without what is deleted they are the new edition, without what is inserted the old.
    """
    before, after = tuple(old), tuple(new)
    planned = plan(units(before), units(after), moves)
    return _Writer(planned, references(before, after, planned.kept()), moves).blocks()


@dataclass(frozen=True, slots=True)
class _Writer:
    plan: Plan
    references: References
    moves: Moves

    def blocks(self) -> Iterator[Block]:
        old, new = self.plan.old, self.plan.new
        for i, j in steps(self.plan.pairs, len(old), len(new)):
            unit = new[j] if j is not None else old[i or 0]
            if unit.page_break:
                yield PageBreak()
            if i is not None and j is not None:
                yield self.both((i, j), old[i].block, new[j].block)
            elif i is not None:
                yield self.one(unit, "deleted")
            else:
                yield self.one(unit, "inserted")

    def both(self, pair: Pair, old: Block, new: Block) -> Block:
        """A block that stays."""
        to = self.references
        if old == new and all(to.stay(content) for content in contents(new)):
            return new
        if isinstance(old, Paragraph | Heading | Caption):
            assert isinstance(new, Paragraph | Heading | Caption)
            return replace(new, content=merged(old.content, new.content, to))
        if isinstance(old, Listing) and isinstance(new, Listing):
            return merged_listing(old, new, to)
        if isinstance(old, Table) and isinstance(new, Table):
            return merged_table(old, new, self.plan.rows[pair], to, self.moves)
        return new

    def one(self, unit: Unit, mark: Mark) -> Block:
        """A block that goes or comes."""
        block, to = unit.block, self.references
        said = self.moves.note(owner_of(block), mark)
        if isinstance(block, Table):
            return marked_table(block, mark, to, self.moves)
        if isinstance(block, Listing):
            return replace(marked_listing(block, mark, to), note=said)
        if isinstance(block, Gap):
            return replace(block, mark=mark)
        if isinstance(block, Figure):
            return replace(block, mark=mark, note=said)
        if not isinstance(block, Paragraph | Heading | Caption):
            return block
        name = block.bookmark
        if name and mark == "deleted":
            name = to.old_name(name)
        content = to.copied(block.content, mark)
        return replace(block, content=content, bookmark=name, mark=mark, note=said)
