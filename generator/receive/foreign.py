"""What a strategy of somebody else tells, whatever its format: its passages in order, with their places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from msgspec import Struct, field

PassageKind = Literal["text", "heading", "item", "row"]
SourceUnit = Literal["Zeile", "Absatz"]
"""What the numbers count: lines of a text, paragraphs of a Word file."""

NOTE_START, NOTE_END = "\ue000", "\ue001"
"""Around the number of a note where its sign stands in a text; private characters that no source has."""
NOTE_SIGN = re.compile(f"{NOTE_START}(\\d+){NOTE_END}")
_NO_PICTURES: Mapping[str, bytes] = MappingProxyType({})
_NO_WORDS: Mapping[str, str] = MappingProxyType({})


def note_sign(number: int) -> str:
    """The sign of a note in a text."""
    return f"{NOTE_START}{number}{NOTE_END}"


def without_signs(text: str) -> str:
    """A text without the signs of its notes."""
    return NOTE_SIGN.sub("", text) if NOTE_START in text else text


class ForeignLine(Struct, frozen=True):
    """A line as it stands in the source; ``number`` counts from 1, ``page`` is the printed one."""

    text: str
    number: int
    page: int | None = None


class Passage(Struct, frozen=True):
    """Lines that belong together: a paragraph, a heading, an item of a list, a row of a table.

    ``level`` is that of a heading that its style gives (0: only its looks say that it is one), or
    the depth of an item. A row has the lines of each of its ``cells``; rows of one ``table`` belong
    together. ``below``: it stands below the notes of its page, where nobody puts text on purpose.
    """

    lines: tuple[ForeignLine, ...]
    kind: PassageKind = "text"
    level: int = 0
    cells: tuple[tuple[ForeignLine, ...], ...] = ()
    table: int = 0
    below: bool = False
    picture: str = ""
    """The picture that stands here, by its name in the document."""

    @property
    def number(self) -> int:
        """Where it begins."""
        return self.lines[0].number

    @property
    def page(self) -> int | None:
        """The page on which it begins."""
        return self.lines[0].page


class ForeignNote(Struct, frozen=True):
    """A foot- or endnote by the number that its sign in the text has in this document."""

    number: int
    lines: tuple[ForeignLine, ...]
    printed: str = ""


class AsideLine(Struct, frozen=True):
    """A line that is no text of the strategy: a page number, a running head, an entry of the contents."""

    line: ForeignLine
    what: str


class ForeignDocument(Struct, frozen=True):
    """A whole source; ``said`` tells in German sentences what was to be said of the file itself."""

    name: str
    unit: SourceUnit
    passages: tuple[Passage, ...]
    notes: tuple[ForeignNote, ...] = ()
    asides: tuple[AsideLine, ...] = ()
    title: str = ""
    pictures: Mapping[str, bytes] = field(default_factory=lambda: _NO_PICTURES)
    described: Mapping[str, str] = field(default_factory=lambda: _NO_WORDS)
    """What the source says of each picture."""
    said: tuple[str, ...] = ()
    width: int = 0
    """Signs of a full line; 0 where each line is a paragraph."""
