"""Blocks to the text that a reader finds on the page, list numbers and figures included."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.model.print_gap import FIGURE, MARKUP, RULE
from generator.render.blocks import (
    Block,
    Caption,
    Figure,
    Footnote,
    Heading,
    Inline,
    LineBreak,
    Listing,
    Paragraph,
    Table,
)

_LINE = re.compile(r"^_[_ ]{2,}$")


def paragraphs(blocks: Iterable[Block]) -> Iterator[str]:
    """What each paragraph, list item or cell prints, in the order of the page."""
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            yield _LINE.sub(RULE, text(block.content))
        elif isinstance(block, Listing):
            yield from _items(block)
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs(cell.content)
        elif isinstance(block, Figure):
            yield FIGURE
        elif isinstance(block, Caption):
            yield text(block.content)


def text(content: Iterable[Inline]) -> str:
    """The words of running text; a footnote is one sign, as is its markup."""
    return "".join(
        "\n" if isinstance(part, LineBreak) else MARKUP if isinstance(part, Footnote) else part.text
        for part in content
    )


def _items(listing: Listing) -> Iterator[str]:
    for number, item in enumerate(listing.items, listing.start):
        yield (f"{number}. " if listing.ordered else "") + text(item.content)
        if item.below is not None:
            yield from _items(item.below)
