"""Blocks to what can be referred to: bookmarks, and what Word can compute of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from generator.render.blocks import (
    Block,
    Caption,
    Heading,
    Inline,
    Link,
    Paragraph,
    Reference,
    Run,
    Table,
)


@dataclass(frozen=True, slots=True)
class Target:
    """A bookmark; ``text`` is what a REF field would print (number or whole text)."""

    kind: Literal["number", "text", "place"]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a computed list: heading, figure or table."""

    bookmark: str
    level: int
    number: str
    text: str


def plain_text(content: Iterable[Inline]) -> str:
    """The words a reader sees after accepting all changes; without footnotes."""
    return "".join(
        inline.text
        for inline in content
        if isinstance(inline, Run | Link | Reference)
        and inline.mark != "deleted"
        and not (isinstance(inline, Reference) and inline.page)
    )


def heading_bookmark(heading: Heading) -> str:
    """Its own bookmark, or one derived from its words: never from its position."""
    if heading.bookmark:
        return heading.bookmark
    words = f"{heading.number} {plain_text(heading.content)}"
    return f"_H{sha256(words.encode()).hexdigest()[:16]}"


def caption_bookmark(caption: Caption) -> str:
    """Its own bookmark, or one by kind and number."""
    return caption.bookmark or f"_{caption.kind}{caption.number}"


def targets(blocks: Iterable[Block]) -> Mapping[str, Target]:
    """Every bookmark of the document by its name."""
    return dict(_targets(blocks))


def _targets(blocks: Iterable[Block]) -> Iterator[tuple[str, Target]]:
    for block in blocks:
        if isinstance(block, Heading):
            number = block.number
            text = number or plain_text(block.content)
            yield heading_bookmark(block), Target("number" if number else "text", text)
        elif isinstance(block, Caption):
            yield caption_bookmark(block), Target("text", f"{block.kind} {block.number}")
        elif isinstance(block, Paragraph) and block.bookmark:
            yield block.bookmark, Target("place")
        elif isinstance(block, Table):
            yield from _rows(block)


def _rows(table: Table) -> Iterator[tuple[str, Target]]:
    for row in table.rows:
        if row.bookmark:
            yield row.bookmark, Target("place")
        for cell in row.cells:
            for block in cell.content:
                if isinstance(block, Paragraph) and block.bookmark:
                    yield block.bookmark, Target("place")


def entries(blocks: Iterable[Block], of: str, depth: int) -> Iterator[Entry]:
    """The lines of a computed list in document order, without what is deleted."""
    kind = {"figures": "Abbildung", "tables": "Tabelle"}.get(of)
    for block in blocks:
        if isinstance(block, Heading):
            if kind is None and block.listed and block.level <= depth and block.mark != "deleted":
                bookmark = heading_bookmark(block)
                yield Entry(bookmark, block.level, block.number, plain_text(block.content))
        elif isinstance(block, Caption) and block.kind == kind and block.mark != "deleted":
            text = f"{block.kind} {block.number}: {plain_text(block.content)}"
            yield Entry(caption_bookmark(block), 1, "", text)
