"""What the document of a strategy shows of its print: its numbers, and where it lacks what is typed."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

FIGURE, MARKUP, RULE = "\ufdd2", "\ufdd3", "\ufdd4"
"""Unicode noncharacters that stand for a figure, other markup of ours, and a line to write on."""


class PrintGap(Struct, frozen=True):
    """``typed`` words that print does not show there, or shows as ``printed``.

    ``kind``: "lost" where words are missing, stand elsewhere or were not typed at all,
    "markup" where a sign of markup was left over and is printed like a letter, "unlisted" where
    the overview of goals lacks one. In a text
    (``id`` and ``stelle``) ``offset`` counts characters of the raw file; in a YAML file
    ``stelle`` is empty and ``path`` leads to the field of the element.
    """

    kind: Literal["lost", "markup", "unlisted"]
    id: str
    stelle: str
    offset: int
    typed: str
    printed: str = ""
    path: tuple[str | int, ...] = ()


class PrintProof(Struct, frozen=True):
    """A document in print: ``gaps``, and what references typed by hand can name.

    ``sections`` are the numbers of its headings ("4.1") with their words, ``figures`` and ``tables`` how
    many of them have a number, ``headings`` the words of those of the first level.
    """

    gaps: tuple[PrintGap, ...] = ()
    sections: Mapping[str, str] = field(default_factory=dict)
    figures: int = 0
    tables: int = 0
    headings: tuple[str, ...] = ()


NOT_PRINTED = PrintProof()
"""Where no document was made."""
