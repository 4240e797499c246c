"""A text in Markdown to stretches that print alone what they print in the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CUT = re.compile(r"\n[ \t]*\n+(?=#{1,6} |(?!bis\b)[^\W\d_])")
"""Where a heading or a letter at the start of a line follows an empty line: CommonMark 0.31
ends every list, quotation, table and paragraph there (5.2, 5.1, 4.8). Indented code and
definitions of links are not read at all. "bis" may go on with a range of key figures."""
_FENCES = ("```", "~~~")


def sections(source: str) -> Iterator[str]:
    """The stretches one behind the other; joined they are the text again.

    A text with fences is one stretch, for anything may stand between them. No piece of our
    markup reaches from one to the next.
    """
    start = 0
    cuts = () if any(fence in source for fence in _FENCES) else _CUT.finditer(source)
    for cut in cuts:
        part = source[start : cut.end()]
        if _closed(part):
            yield part
            start = cut.end()
    yield source[start:]


def _closed(part: str) -> bool:
    """Whether no bracket or brace that may begin a piece of markup is open at the end."""
    return part.rfind("[") <= part.rfind("]") and part.rfind("{{") <= part.rfind("}}")
