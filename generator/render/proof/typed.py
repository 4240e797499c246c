"""Markdown as typed to the words that a reader has to find in print, each with its place."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate

from msgspec import Struct

from generator.model.print_gap import FIGURE, MARKUP, RULE
from generator.model.prose_markup import Token, tokens

_UNSEEN = b"*_`#>|[](){}<!-+=~:.\\^\"'" + b" \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f"
"""Signs that Markdown may take for its own, and white space: whether they are printed is another
question than whether a word is lost. All of one byte, so that one pass finds them."""
_TAKEN = re.compile(
    r"(?<=\])\((?P<address>\s*(?:<[^<>\n]*>|(?:[^\s()<]|\([^\s()]*\))*)\s*)(?=[)\"'])"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,32});)"
    r"|^[ ]{0,3}(?P<line>_(?:[ \t]*_){2,})[ \t]*$",
    re.MULTILINE,
)
"""What is printed as something else than its signs: the address of a link (it is where the
link leads), an entity (CommonMark 0.31, 6.2), a line of underscores (a thematic break, 4.1)."""
_SIGNS_OF_TAKEN = ("](", "&", "_")
"""One of them is in all that is taken; few texts hold one, and the pattern looks at every sign."""


def seen(text: str) -> str:
    """The signs of a text without white space and without what Markdown may take for its own."""
    rest = text.encode(errors="surrogatepass").translate(None, _UNSEEN)
    shown = rest.decode(errors="surrogatepass")
    return shown if shown.isascii() else "".join(shown.replace("\u00ad", "").split())


class Typed(Struct, frozen=True):
    """What of a file is printed, in pieces; ``starts`` are their places in the file."""

    pieces: tuple[str, ...]
    starts: tuple[int, ...]

    @property
    def text(self) -> str:
        """The pieces one after the other."""
        return "".join(self.pieces)

    def place(self, offset: int) -> int:
        """Where in the file a character of ``text`` stands."""
        ends = list(accumulate(map(len, self.pieces)))
        number = min(bisect_right(ends, offset), len(self.pieces) - 1)
        return self.starts[number] + offset - (ends[number] - len(self.pieces[number]))


def typed(raw: str, start: int, is_figure: Callable[[Token], bool]) -> Typed:
    """The body of a file from ``start`` on; ``is_figure`` tells the markup that prints a picture."""
    pieces = [(at, piece) for at, piece in _pieces(raw, start, is_figure) if piece]
    return Typed(tuple(piece for _, piece in pieces), tuple(at for at, _ in pieces))


def _pieces(raw: str, end: int, is_figure: Callable[[Token], bool]) -> Iterator[tuple[int, str]]:
    start = end
    for token in tokens(raw) if "[" in raw or "{{" in raw else ():
        if token.start >= start:
            yield from _plain(raw, end, token.start)
            yield token.start, FIGURE if is_figure(token) else MARKUP
            end = token.end
    yield from _plain(raw, end, len(raw))


def _plain(raw: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The text between two pieces of our markup."""
    near = max(start - 1, 0)  # the bracket of a link may belong to the markup before it
    if all(raw.find(sign, near, end) < 0 for sign in _SIGNS_OF_TAKEN):
        yield start, raw[start:end]
        return
    for match in _TAKEN.finditer(raw, start, end):
        yield start, raw[start : match.start()]
        if match["entity"]:
            yield match.start(), html.unescape(match["entity"])
        elif match["line"]:
            yield match.start(), RULE
        start = match.end()
    yield start, raw[start:end]
