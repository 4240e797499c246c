"""An edition to one page for councillors: what it is about, what is to be decided, where to find what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.render.blocks import Block, Heading, PageBreak, Paragraph, Run
from generator.render.documents.context import Context
from generator.render.documents.pieces import heading
from generator.render.documents.strategy_document.overview_table import OverviewTable

ABOUT = "Worum es geht"


def overview_blocks(
    context: Context, decision: Iterable[Block], news: Iterable[Block]
) -> Iterator[Block]:
    """The page, with what is said of a comparison: what is to be decided and what is new."""
    if "auf_einen_blick" not in context.parts:
        return
    yield PageBreak()
    yield heading(1, "Auf einen Blick")
    if about := context.strategy.kopf.kurzfassung:
        yield compact(ABOUT)
        yield Paragraph((Run(about),), "brief")
    yield from decision
    yield OverviewTable(context).table()
    yield from news


def compact(title: str) -> Heading:
    """A heading of the page, which is to hold much."""
    return Heading(2, (Run(title),), listed=False, compact=True)
