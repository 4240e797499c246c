"""The lines of a story that may have been printed by us."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from generator.match.normal_text import plain
from generator.receive.story import StoryParagraph
from generator.receive.views import ViewLine

FRAME = ("header", "footer")
"""Parts that the map of what was printed does not list."""
_COPY = re.compile(r"_Copy_\d+$")
"""What LibreOffice adds to the name of a bookmark that it wrote twice."""


class PrintSpot(Struct, frozen=True):
    """A line that may have been printed by us."""

    group: int
    line: int
    paragraphs: tuple[StoryParagraph, ...]
    content: ViewLine

    @property
    def key(self) -> str:
        """Its text as it is compared."""
        return key(self.content.text, self.note)

    def key_in(self, cell: int | None) -> str:
        """The same where two cells of a row may say the same."""
        return key(self.content.text, self.note, cell)

    @property
    def begins(self) -> StoryParagraph:
        """The paragraph with its first text: notes of the one before stand between joined ones."""
        first = min(self.content.numbers, default=0)
        ends = accumulate(len(paragraph.pieces) for paragraph in self.paragraphs)
        return next(p for p, end in zip(self.paragraphs, ends, strict=True) if first < end)

    @property
    def note(self) -> bool:
        """Whether it stands in a foot- or endnote."""
        return self.paragraphs[0].place.part == "note"

    @property
    def row(self) -> int | None:
        """The number of the table row it stands in."""
        row = self.paragraphs[0].place.row
        return row.number if row else None

    @property
    def bookmarks(self) -> Iterator[str]:
        """The names as we gave them."""
        return (_COPY.sub("", name) for p in self.paragraphs for name in p.bookmarks)


def is_aligned(group: tuple[StoryParagraph, ...], line: ViewLine) -> bool:
    """Whether a line is one that was printed, or stands where that was."""
    return group[0].place.part not in FRAME and bool(plain(line.text))


def key(text: str, note: bool, cell: int | None = None) -> str:
    """A text as it is compared: that of a note is none of a paragraph, that of a cell of no other."""
    of = "" if cell is None else f"\2{cell}\2"
    return f"\0{plain(text)}" if note else f"{of}{plain(text)}"


def cells_in_rows(paragraphs: Sequence[StoryParagraph]) -> dict[int, int]:
    """To each cell of a table which of its row it is, counted from 0."""
    rows: dict[int, dict[int, int]] = {}
    for paragraph in paragraphs:
        if paragraph.place.row is not None and paragraph.place.part == "text":
            row = rows.setdefault(paragraph.place.row.number, {})
            row.setdefault(paragraph.place.container, len(row))
    return {container: at for row in rows.values() for container, at in row.items()}
