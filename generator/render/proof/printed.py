"""Blocks to what a reader finds on the page: each line of text with the address of who it is from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.model.address import Address
from generator.model.print_gap import MARKUP, RULE
from generator.render.blocks import (
    Block,
    Caption,
    Footnote,
    Heading,
    Inline,
    LineBreak,
    Listing,
    Paragraph,
    Table,
)

Line = tuple[Address | None, str]
_SIGNED = re.compile(r"^_[_ ]{2,}$")


def lines(blocks: Iterable[Block]) -> Iterator[Line]:
    """Every paragraph, list item and cell in the order of the page, numbers of lists included."""
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            shown = text(block.content)
            yield block.address, _SIGNED.sub(RULE, shown) if shown[:1] == "_" else shown
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from lines(cell.content)
        elif isinstance(block, Listing):
            yield from _items(block)
        elif isinstance(block, Caption):
            yield block.address, text(block.content)


def text(content: Iterable[Inline]) -> str:
    """The words of running text; a footnote is one sign, as is its markup."""
    return "".join(
        [
            "\n"
            if isinstance(part, LineBreak)
            else MARKUP
            if isinstance(part, Footnote)
            else part.text
            for part in content
        ]
    )


def _items(listing: Listing) -> Iterator[Line]:
    for number, item in enumerate(listing.items, listing.start):
        yield item.address, (f"{number}. " if listing.ordered else "") + text(item.content)
        if item.below is not None:
            yield from _items(item.below)
