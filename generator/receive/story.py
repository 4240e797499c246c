"""What a returned Word file tells: its paragraphs in order, who changed what, who remarked what."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from msgspec import Struct, field

Look = Literal["", "heading", "item"]
"""A paragraph of running text, a heading, an item of a list."""
NOTHING: Mapping[str, str] = MappingProxyType({})


class Stamp(Struct, frozen=True):
    """Who changed something and when (as the file says, ISO 8601); ``moved``: by moving it."""

    author: str
    date: str | None = None
    moved: bool = False


class StoryPiece(Struct, frozen=True):
    """Text of one history: there from the start unless ``inserted``, still there unless ``deleted``.

    What one person inserted and another deleted has both stamps. ``comments`` are the ids of
    the remarks that concern it; one on a place between two letters has a piece without text.
    ``computed`` is the result of a field, set by a program: a reference, the number of a figure.
    """

    text: str
    inserted: Stamp | None = None
    deleted: Stamp | None = None
    comments: tuple[str, ...] = ()
    computed: bool = False


class StoryRow(Struct, frozen=True):
    """A row of a table; ``number`` counts those of the whole file."""

    number: int
    inserted: Stamp | None = None
    deleted: Stamp | None = None


class StoryPlace(Struct, frozen=True):
    """Where a paragraph stands.

    ``part`` is "text", "note" (a foot- or endnote), "box" (a text box), "header" or "footer".
    ``container`` numbers what directly holds the paragraph: text, cell, note or box;
    ``row`` is that of the innermost table around it.
    """

    part: str
    container: int
    row: StoryRow | None = None
    note: int | None = None
    """The number of the note, counted by its signs in the text."""


class StoryParagraph(Struct, frozen=True):
    """One w:p. Its end has a history too: an inserted one split, a deleted one joins."""

    pieces: tuple[StoryPiece, ...]
    place: StoryPlace
    inserted: Stamp | None = None
    deleted: Stamp | None = None
    bookmarks: tuple[str, ...] = ()
    look: Look = ""
    """What its style, or a number of its own, makes of it."""
    style: str = ""
    """The name of its style, where a reader of foreign files asks for it."""
    level: int = 0
    """The outline level of a heading, the depth of an item, both from 1; 0 where nothing says it."""
    follows: bool = False
    """Whether it stands directly behind the paragraph before it, with no table between them."""


class Comment(Struct, frozen=True):
    """A remark at the margin; ``reply_to`` is the id of the one it answers."""

    id: str
    author: str
    date: str | None
    text: str
    reply_to: str | None = None
    done: bool = False


class Story(Struct, frozen=True):
    """A whole file.

    ``properties`` are the document properties that a program set; ``printed`` is the part
    that holds our map, ``digest`` that of main text and footnotes as they are now;
    ``mended`` tells in German sentences what was wrong with the file itself.
    """

    paragraphs: tuple[StoryParagraph, ...]
    comments: tuple[Comment, ...] = ()
    properties: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    printed: bytes | None = None
    digest: str = ""
    mended: tuple[str, ...] = ()
    torn: bool = False
    """Whether footnotes are lost, so that nobody can say what was done to them."""
    paged: bool = False
    """Whether the text refers to pages by number (", Seite 14")."""
