"""The prose of an edition to its words as they are printed: numbers computed, references resolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Literal

from generator.graph.edition import Edition
from generator.render.blocks import (
    Block,
    Caption,
    Footnote,
    Heading,
    Inline,
    Item,
    Link,
    Listing,
    Paragraph,
    Reference,
    Run,
    Table,
)
from generator.render.documents.strategy.context import Context, context_of

DASH = "– "


class Printed:
    """The texts of one edition; numbers and names are found when the first text is asked for."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition

    @cached_property
    def _context(self) -> Context:
        return context_of(self._edition)

    def blocks(self, identity: str, stelle: Literal["vor", "nach"]) -> tuple[Block, ...]:
        """A text as its document prints it; nothing where there is none."""
        if (identity, stelle) not in self._edition.strategy.texts_by_id:
            return ()
        return self._context.text(identity, stelle, 1)


def plain_text(blocks: Iterable[Block]) -> str:
    """Blocks without any markup, the paragraphs set apart by an empty line."""
    return "\n\n".join(_paragraphs(blocks))


def _paragraphs(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            yield words(block.content)
        elif isinstance(block, Caption):
            yield f"{block.kind} {block.number}: {words(block.content)}"
        elif isinstance(block, Listing):
            yield "\n".join(_items(block))
        elif isinstance(block, Table):
            for row in block.rows:
                cells = (" ".join(_paragraphs(cell.content)) for cell in row.cells)
                yield " | ".join(cells)


def _items(listing: Listing, depth: int = 0) -> Iterator[str]:
    for number, item in enumerate(listing.items, listing.start):
        sign = f"{number}. " if listing.ordered else DASH
        yield f"{'  ' * depth}{sign}{words(item.content)}"
        yield from _below(item, depth)


def _below(item: Item, depth: int) -> Iterator[str]:
    if item.below is not None:
        yield from _items(item.below, depth + 1)


def words(content: Iterable[Inline]) -> str:
    """Running text without its appearance; notes stand in brackets."""
    parts: list[str] = []
    for inline in content:
        if isinstance(inline, Footnote):
            gap = "" if parts and parts[-1].endswith(" ") else " "
            parts.append(f"{gap}(Fußnote: {words(inline.content)})")
        elif isinstance(inline, Run | Link) or (isinstance(inline, Reference) and not inline.page):
            parts.append(inline.text)
        else:
            parts.append(" ")
    return "".join(parts).strip()
