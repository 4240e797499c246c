"""Blocks to their words without any appearance, as they are compared and read aloud."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.render.blocks import (
    Block,
    Caption,
    Cell,
    Footnote,
    Heading,
    Inline,
    Link,
    Listing,
    Paragraph,
    Reference,
    Run,
    Table,
)
from generator.render.visitor import Visitor

DASH = "– "


def plain_text(blocks: Iterable[Block]) -> str:
    """Blocks without any markup, the paragraphs set apart by an empty line."""
    return "\n\n".join(_paragraphs(blocks))


def words(content: Iterable[Inline]) -> str:
    """Running text without its appearance; notes stand in brackets."""
    text = ""
    for part in map(_Words().visit, content):
        text += part.lstrip() if text.endswith(" ") and part.startswith(" (") else part
    return text.strip()


def is_number(cell: Cell) -> bool:
    """Whether a cell holds a figure and nothing else."""
    return plain_text(cell.content).replace(".", "").isdecimal()


def _paragraphs(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _Paragraphs().visit(block)


class _Words(Visitor[str]):
    def run(self, run: Run) -> str:
        return run.text

    def link(self, link: Link) -> str:
        return link.text

    def reference(self, reference: Reference) -> str:
        return " " if reference.page else reference.text

    def footnote(self, note: Footnote) -> str:
        return f" (Fußnote: {words(note.content)})"

    def rest(self, node: Any) -> str:
        return " "


class _Paragraphs(Visitor[Iterable[str]]):
    def paragraph(self, paragraph: Paragraph) -> Iterable[str]:
        return [words(paragraph.content)]

    def heading(self, heading: Heading) -> Iterable[str]:
        return [words(heading.content)]

    def caption(self, caption: Caption) -> Iterable[str]:
        return [f"{caption.kind} {caption.number}: {words(caption.content)}"]

    def listing(self, listing: Listing) -> Iterable[str]:
        return ["\n".join(_items(listing, 0))]

    def table(self, table: Table) -> Iterable[str]:
        for row in table.rows:
            yield " | ".join(" ".join(_paragraphs(cell.content)) for cell in row.cells)

    def rest(self, node: Any) -> Iterable[str]:
        return ()


def _items(listing: Listing, depth: int) -> Iterator[str]:
    for number, item in enumerate(listing.items, listing.start):
        sign = f"{number}. " if listing.ordered else DASH
        yield f"{'  ' * depth}{sign}{words(item.content)}"
        if item.below is not None:
            yield from _items(item.below, depth + 1)
