"""Blocks to what can be referred to: bookmarks, and what a reference to each prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
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


def plain_text(content: Iterable[Inline]) -> str:
    """The words a reader sees after accepting all changes; without footnotes."""
    return "".join(
        inline.text
        for inline in content
        if isinstance(inline, Run | Link | Reference)
        and inline.mark != "deleted"
        and not (isinstance(inline, Reference) and inline.page)
    )


def targets(blocks: Iterable[Block]) -> Mapping[str, Target]:
    """Every bookmark of the document by its name."""
    return dict(_targets(blocks))


def _targets(blocks: Iterable[Block]) -> Iterator[tuple[str, Target]]:
    for block in blocks:
        if isinstance(block, Heading):
            number = block.number
            text = number or plain_text(block.content)
            if block.bookmark:
                yield block.bookmark, Target("number" if number else "text", text)
        elif isinstance(block, Caption) and block.bookmark:
            yield block.bookmark, Target("text", f"{block.kind} {block.number}")
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
