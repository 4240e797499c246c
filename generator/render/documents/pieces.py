"""Text to headings, sentences and cells, and how wide a page is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec.structs import replace

from generator.model.address import Address
from generator.render.blocks import (
    Cell,
    CellStyle,
    Heading,
    Inline,
    Item,
    Listing,
    Paragraph,
    Row,
    Run,
)

TEXT_WIDTH = 155.0
"""Width of the text area of an A4 page in mm."""
LANDSCAPE_WIDTH = 242.0
KEPT = 12
"""So many rows stay together."""


def heading(level: int, text: str) -> Heading:
    """A heading without a number, which no table of contents lists."""
    return Heading(level, (Run(text),), listed=False)


def sentence(text: str) -> Paragraph:
    """A paragraph of running text."""
    return Paragraph((Run(text),))


def bullets(texts: Iterable[str]) -> Listing:
    """A list of entries of running text."""
    return Listing(tuple(Item((Run(text),)) for text in texts))


def together(titles: Row, rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows of a table below its titles; a short one stays on one page."""
    every = [titles, *rows]
    if len(every) > KEPT:
        return tuple(every)
    return (*(replace(row, keep_with_next=True) for row in every[:-1]), every[-1])


def cell(
    *content: Inline | str,
    style: CellStyle = "plain",
    header: bool = False,
    span: int = 1,
    paragraph: Literal["cell", "cell_label", "cell_id"] = "cell",
    address: Address | None = None,
) -> Cell:
    """A table cell with one paragraph; plain strings become runs."""
    inlines = tuple(Run(part) if isinstance(part, str) else part for part in content)
    return Cell((Paragraph(inlines, paragraph, address=address),), style, header, span)


def number_cell(text: str, style: CellStyle = "plain") -> Cell:
    """A cell with a count, at the right so that digits stand below each other, or the head of such."""
    return Cell((Paragraph((Run(text),), "cell"),), style, style == "head", align="right")


def head(*titles: str, numbers: Iterable[str] = ()) -> Row:
    """The row of titles on top of a table; those of ``numbers`` stand above counts."""
    counted = set(numbers)
    cells = (
        number_cell(title, "head") if title in counted else cell(title, style="head", header=True)
        for title in titles
    )
    return Row(tuple(cells), header=True)
