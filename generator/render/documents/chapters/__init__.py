"""The chapters in their order to blocks: text, goals or Empfehlungen."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.address import Address
from generator.model.head import Kapitel
from generator.render.blocks import Block, Heading, PageBreak, Run
from generator.render.documents.chapters.goal_chapter import goal_blocks
from generator.render.documents.chapters.recommendations import recommendation_blocks
from generator.render.documents.context import Context
from generator.render.documents.page_room import PAGE, fits

MOST = 1.9
"""Pages that a chapter may take so that it runs on behind the one before it."""


def chapter_blocks(context: Context) -> Iterator[Block]:
    """The goals, the first chapter, and long ones behind others that are long begin on a new page.

    Beside another edition all do, so that none moves.
    """
    short_before = False
    for number, chapter in enumerate(context.numbering.chapters):
        blocks = list(_chapter(context, chapter))
        short = fits(blocks, MOST * PAGE)
        alone = number == 0 or chapter.inhalt == "ziele" or context.profile.beside is not None
        runs_on = not alone and (short_before or short)
        yield from blocks if runs_on else (PageBreak(), *blocks)
        short_before = short


def _chapter(context: Context, chapter: Kapitel) -> Iterator[Block]:
    number = context.names.number(chapter.id)
    named = context.strategy.by_id.get(chapter.id) is chapter  # one of our own has no address
    address = Address(chapter.id, "titel") if named else None
    yield Heading(1, (Run(chapter.titel),), number, chapter.id, address=address)
    yield from context.text(chapter.id, "vor", 1)
    if chapter.inhalt == "ziele":
        yield from goal_blocks(context, 1)
    elif chapter.inhalt == "empfehlungen":
        yield from recommendation_blocks(context, 1)
    yield from context.text(chapter.id, "nach", 1)
