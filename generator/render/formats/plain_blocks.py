"""Any document to plain text, block by block, to be pasted into the fields of another program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.render.blocks import (
    Block,
    Caption,
    Document,
    Figure,
    Group,
    Heading,
    Listing,
    Paragraph,
    Table,
)
from generator.render.plain import plain_text

RULE = "="
"""Stands below the title of each field; what stands between two of them is one field."""


def encode(document: Document) -> bytes:
    """Headings stand alone, with a line below; no line is broken, as the other program breaks them itself."""
    head = [document.draft, ""] if document.draft else []
    return ("\n".join([*head, *_lines(document.blocks)]).strip() + "\n").encode()


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading):
            text = plain_text((block,))
            yield from ("", text, RULE * min(len(text), 60) if block.level < 3 else "")
        elif isinstance(block, Paragraph | Caption):
            yield plain_text((block,))
        elif isinstance(block, Listing):
            yield from (f"- {plain_text((Paragraph(item.content),))}" for item in block.items)
        elif isinstance(block, Table):
            yield from _rows(block)
        elif isinstance(block, Figure):
            yield block.alternative
        elif isinstance(block, Group):
            yield from _lines(block.content)


def _rows(table: Table) -> Iterator[str]:
    """A line a row; of two columns name and value."""
    joint = ": " if len(table.columns) == 2 else " | "
    for row in table.rows:
        yield joint.join(" / ".join(plain_text(cell.content).split("\n")) for cell in row.cells)
