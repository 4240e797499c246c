"""Paragraphs that no program can take away: those whose end goes before a table.

A paragraph without its end joins the next one, and a table is none. LibreOffice keeps it, empty:
where inserted paragraphs are rejected the first of them, where deleted ones are accepted the last. So
that no number of a heading or a list stays behind with it, the first says that it had none before, and
behind the last comes one without a number that is in neither edition.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.render.blocks import (
    Block,
    Caption,
    Heading,
    Listing,
    Mark,
    PageBreak,
    Paragraph,
    Table,
)


def end_of(block: Block | None) -> Mark:
    """The mark of the end of its last paragraph, plain where it has none."""
    if isinstance(block, Listing):
        last = block.items[-1]
        return last.end or last.mark
    if isinstance(block, Paragraph):
        return block.end or block.mark
    return block.mark if isinstance(block, Heading | Caption) else "plain"


def first_of_inserted(blocks: Sequence[Block], position: int) -> bool:
    """Whether a numbered block is the first of those that are inserted before a table."""
    block = blocks[position]
    if not isinstance(block, Heading | Listing) or end_of(block) != "inserted":
        return False
    if end_of(_text(blocks, range(position - 1, -1, -1))) == "inserted":
        return False
    for at in range(position + 1, len(blocks)):
        following = blocks[at]
        if isinstance(following, Table):
            return True
        if not isinstance(following, PageBreak) and end_of(following) != "inserted":
            return False
    return False


def _text(blocks: Sequence[Block], places: Iterable[int]) -> Block | None:
    """The first that is no page break."""
    return next((blocks[at] for at in places if not isinstance(blocks[at], PageBreak)), None)
