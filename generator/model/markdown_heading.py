"""A heading of Markdown to its level and words (CommonMark 0.31, 4.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

_OPENING = re.compile(r"^ {0,3}(?P<signs>#{1,6})[ \t]+(?=\S)", re.MULTILINE)


class MarkdownHeading(Struct, frozen=True):
    """``start`` and ``end`` are those of its line, ``at`` is where ``text`` begins in it."""

    level: int
    text: str
    start: int
    at: int
    end: int


def markdown_headings(text: str, begin: int = 0) -> Iterator[MarkdownHeading]:
    """Every line with a heading from ``begin`` on; a closing sequence of signs is no part of it."""
    for opening in _OPENING.finditer(text, begin):
        at = opening.end()
        newline = text.find("\n", at)
        end = newline if newline >= 0 else len(text)
        if words := _unclosed(text[at:end].rstrip()):
            yield MarkdownHeading(len(opening["signs"]), words, opening.start(), at, end)


def _unclosed(words: str) -> str:
    bare = words.rstrip("#")
    return words if bare and bare[-1] not in " \t" else bare.rstrip()
