"""The blocks of two editions to those of one document with tracked changes."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import replace

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
from generator.render.documents.redline.plan import Plan, identities, moves, plan
from generator.render.documents.redline.references import References, references
from generator.render.documents.redline.sequence import Unit, units
from generator.render.documents.redline.tables import marked_rows, merged_table
from generator.render.documents.redline.text import merged


def marked_blocks(old: Iterable[Block], new: Iterable[Block]) -> tuple[Block, ...]:
    """Without what is deleted they are ``new``, without what is inserted ``old``."""
    before, after = tuple(old), tuple(new)
    planned = plan(units(before), units(after))
    writer = _Writer(planned, references(before, after, planned.kept()), moves(planned))
    return tuple(writer.blocks())


class _Writer:
    def __init__(
        self,
        planned: Plan,
        references: References,
        said: tuple[Mapping[Hashable, str], Mapping[Hashable, str]],
    ) -> None:
        self.plan, self.references, self.said = planned, references, said

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
        if isinstance(old, Paragraph | Heading | Caption):
            assert isinstance(new, Paragraph | Heading | Caption)
            return replace(new, content=merged(old.content, new.content, to))
        if isinstance(old, Listing) and isinstance(new, Listing):
            return merged_listing(old, new, to)
        if isinstance(old, Table) and isinstance(new, Table):
            return merged_table(old, new, self.plan.rows[pair], to, self.said)
        return new

    def one(self, unit: Unit, mark: Mark) -> Block:
        """A block that goes or comes."""
        block, to = unit.block, self.references
        said = self.said[mark == "inserted"]
        note = next((said[key] for key in identities(unit) if key in said), "")
        if isinstance(block, Table):
            return replace(block, rows=tuple(marked_rows(block, mark, to, said)))
        if isinstance(block, Listing):
            return replace(marked_listing(block, mark, to), note=note)
        if isinstance(block, Gap):
            return replace(block, mark=mark)
        if isinstance(block, Figure):
            return replace(block, mark=mark, note=note)
        if not isinstance(block, Paragraph | Heading | Caption):
            return block
        if mark == "deleted":
            content = to.old_content(block.content)
            name = block.bookmark and to.old_name(block.bookmark)
            block = replace(block, content=content, bookmark=name)
        return replace(block, mark=mark, note=note)
