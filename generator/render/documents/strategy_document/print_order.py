"""The parts of a strategy's document; nothing here knows of a comparison."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from generator.render.blocks import Block, Caption
from generator.render.documents.chapters import chapter_blocks
from generator.render.documents.chapters.bibliography import bibliography_blocks
from generator.render.documents.context import Context
from generator.render.documents.strategy_document.appendices import appendix_blocks
from generator.render.documents.strategy_document.front_matter import contents, imprint
from generator.render.documents.strategy_document.overview import overview_blocks


def document_blocks(
    context: Context, decision: Iterable[Block] = (), news: Iterable[Block] = ()
) -> Iterator[Block]:
    """The parts in print order, with what is said of a comparison on the page for councillors."""
    yield from imprint(context)
    yield from overview_blocks(context, decision, news)
    yield from contents(context)
    yield from chapter_blocks(context)
    yield from bibliography_blocks(context)
    yield from _numbered(appendix_blocks(context))


def _numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """Count the tables that have a caption."""
    count = 0
    for block in blocks:
        if isinstance(block, Caption) and block.kind == "Tabelle":
            count += 1
            block = replace(block, number=count)
        yield block
