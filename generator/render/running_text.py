"""What stands in a paragraph, as part of the document vocabulary: text, references, notes."""

from __future__ import annotations

from msgspec import Struct

from generator.model.mark import Mark


class Run(Struct, frozen=True):
    """Text of one appearance."""

    text: str
    bold: bool = False
    italic: bool = False
    mark: Mark = "plain"
    shown: Mark = "plain"
    """What it is to a reader who has both editions before him; not a tracked change."""
    own: bool = False
    """In what has moved: these words are other ones now. Deleted, they never stood here: they only
    tell what became of the text on its way."""


class Reference(Struct, frozen=True):
    """A link to the bookmark ``target`` that prints ``text``.

    With ``page`` it prints ``text`` and then the page of the target (", Seite 14"); where
    page numbers are not known it prints nothing at all.
    """

    target: str
    text: str
    page: bool = False
    mark: Mark = "plain"
    computed: str | None = None
    """The end of ``text`` that a format may let its reader compute, where it is not what the
    target prints: nothing, or in a redline the old number of what has another one now."""


class Link(Struct, frozen=True):
    """A link to a web address; ``text`` says where it leads."""

    address: str
    text: str
    mark: Mark = "plain"


class Footnote(Struct, frozen=True):
    """A note at the foot of the page, numbered by the format."""

    content: tuple[Inline, ...]
    mark: Mark = "plain"
    typed: bool = False
    """Whether its words were typed as a note, not made of the work that it cites."""


class LineBreak(Struct, frozen=True):
    """A new line in the same paragraph."""

    mark: Mark = "plain"


Inline = Run | Reference | Link | Footnote | LineBreak
