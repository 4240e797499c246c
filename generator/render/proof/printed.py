"""Blocks to what a reader finds on the page: each line of text with the address of who it is from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

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
from generator.render.visitor import Visitor

PrintedLine = tuple[Address | None, str]
_SIGNED = re.compile(r"^_[_ ]{2,}$")


def lines(blocks: Iterable[Block]) -> Iterator[PrintedLine]:
    """Every paragraph, list item and cell in the order of the page, numbers of lists included."""
    for block in blocks:
        yield from _LINES.visit(block)


class _Lines(Visitor[Iterable[PrintedLine]]):
    def rest(self, node: Any) -> Iterable[PrintedLine]:
        return ()

    def paragraph(self, node: Paragraph | Heading) -> Iterable[PrintedLine]:
        shown = text(node.content)
        return ((node.address, _SIGNED.sub(RULE, shown) if shown[:1] == "_" else shown),)

    heading = paragraph

    def caption(self, caption: Caption) -> Iterable[PrintedLine]:
        return ((caption.address, text(caption.content)),)

    def table(self, table: Table) -> Iterable[PrintedLine]:
        for row in table.rows:
            for cell in row.cells:
                for block in cell.content:
                    yield from self.visit(block)

    def listing(self, listing: Listing) -> Iterable[PrintedLine]:
        for number, item in enumerate(listing.items, listing.start):
            yield item.address, (f"{number}. " if listing.ordered else "") + text(item.content)
            if item.below is not None:
                yield from self.listing(item.below)


_LINES = _Lines()


def text(content: Iterable[Inline]) -> str:
    """The words of running text; a work that is cited is one sign, as is its markup."""
    return "".join(
        [
            "\n"
            if isinstance(part, LineBreak)
            else _note(part)
            if isinstance(part, Footnote)
            else part.text
            for part in content
        ]
    )


def _note(note: Footnote) -> str:
    return f" {text(note.content)} " if note.typed else MARKUP
