"""A text in Markdown to the place in it of every sign that its paragraphs print."""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from msgspec import Struct

from generator.model.prose_markup import Token, markup
from generator.model.text import Prosatext
from generator.render.blocks import (
    Block,
    Footnote,
    Heading,
    Inline,
    Item,
    LineBreak,
    Paragraph,
    Run,
)
from generator.render.markdown_blocks import ParsedProse, blocks
from generator.render.visitor import text_of, walk

SourceSpan = tuple[int, int]
"""First place in the source and the one behind the last."""
ProseKind = Literal["paragraph", "heading", "item", "cell", "quote"]

_FIRST_SIGN = 0xF0000
"""Where a plane for private use begins: no text holds one of its signs."""
SIGNS = re.compile(f"[{chr(_FIRST_SIGN)}-{chr(sys.maxunicode)}]")
"""One that stands for a piece of our markup."""
_MARKUP = frozenset("*_`#>|+-:~[]()!\\<")
_LINE_START = re.compile(r"[ \t]*(?:\d{1,9}[.)](?=\s)|(?:```|~~~)[^\n]*)")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{1,32});")
_MARKER = re.compile(r"[ \t]*(?:(?:[-*+]|\d{1,9}[.)]|#{1,6}|>)[ \t]+)*")


def sign_of(raw: str, known: dict[str, str]) -> str:
    """The sign that stands for a piece of our markup: one for each that is written differently."""
    return known.setdefault(raw, chr(_FIRST_SIGN + len(known)))


def is_sign(letter: str) -> bool:
    """Whether a letter stands for a piece of our markup."""
    return ord(letter) >= _FIRST_SIGN


class ProsePlace(Struct, frozen=True):
    """One printed paragraph: its text with a sign for each piece of markup that prints words.

    ``spans`` says of each letter where it stands in the source; of one that Markdown needs a
    backslash for, with that. ``notes`` are the places of its footnotes: what cites a work, or
    a note that was typed. ``tail`` is the place behind all that belongs to its last letter, notes
    and closing signs; ``start`` and ``end`` enclose its lines without the last line end, ``marker``
    is what they begin with ("- ", "### ").
    """

    kind: ProseKind
    printed: str
    spans: tuple[SourceSpan, ...]
    notes: tuple[SourceSpan, ...]
    tail: int
    start: int
    end: int
    marker: str


class _Signs(Struct, frozen=True):
    """Prints a sign for each piece of our markup, and nothing for footnotes and drawn figures."""

    source: str
    known: dict[str, str]
    drawn: frozenset[str]

    def token(self, token: Token, raw: str, before: Token | None = None, gap: str = "") -> Inline:
        sign = Run(sign_of(raw, self.known))
        return Footnote((sign,)) if token.kind == "fussnote" else sign

    def figure(self, identity: str, text: Prosatext) -> list[Block]:
        if identity in self.drawn:
            return []
        return [Paragraph((Run(sign_of(f"![[{identity}]]", self.known)),))]


def prose_places(
    text: Prosatext, parsed: ParsedProse, known: dict[str, str], drawn: Iterable[str] = ()
) -> list[ProsePlace]:
    """The paragraphs in print order, as they are numbered in their addresses.

    ``drawn`` are the figures whose picture stands in this text: they print no paragraph of it.
    ``known`` gives the same signs to the same markup; it grows. An empty list where a text
    could not be followed.
    """
    speaker = _Signs(text.inhalt, known, frozenset(drawn))
    lines = [
        (_kind(node, cells), _printed(text_of(node)))
        for node, cells in _printing(blocks(speaker, parsed, text, 1))
    ]
    held = markup(text.inhalt)
    return _Walk(text.inhalt, {token.start: token for token in held}, known).all(lines)


def _printing(blocks: Iterable[Block]) -> Iterator[tuple[Paragraph | Heading | Item, bool]]:
    """What has an address of its own in a text, and whether it stands in a cell."""
    for node in walk(blocks):
        if isinstance(node, Paragraph | Heading | Item):
            yield node, isinstance(node, Paragraph) and node.style == "cell"


def _kind(node: Paragraph | Heading | Item, cell: bool) -> ProseKind:
    if isinstance(node, Heading):
        return "heading"
    if isinstance(node, Item):
        return "item"
    return "cell" if cell else "quote" if node.style == "quote" else "paragraph"


def _printed(content: Iterable[Inline]) -> str:
    return "".join(
        "\n" if isinstance(part, LineBreak) else getattr(part, "text", "") for part in content
    )


class _Walk(Struct):
    """Follows what is printed through the source, from one end to the other."""

    source: str
    held: Mapping[int, Token]
    known: Mapping[str, str]
    at: int = 0

    def all(self, lines: Iterable[tuple[ProseKind, str]]) -> list[ProsePlace]:
        found = []
        for kind, printed in lines:
            place = self.place(kind, printed)
            if place is None:
                return []
            found.append(place)
        return found

    def place(self, kind: ProseKind, printed: str) -> ProsePlace | None:
        spans: list[SourceSpan] = []
        notes: list[SourceSpan] = []
        for number, letter in enumerate(printed):
            alone = not printed[number + 1 : number + 2].isspace()
            span = self.letter(letter, alone, notes)
            if span is None:
                return None
            spans.append(span)
        if not spans:
            return ProsePlace(kind, printed, (), (), self.at, self.at, self.at, "")
        self.trailing(notes)
        start = self.source.rfind("\n", 0, spans[0][0]) + 1
        end = self.source.find("\n", self.at)
        end = len(self.source) if end < 0 else end
        marker = _MARKER.match(self.source, start)
        begins = marker[0] if marker else ""
        return ProsePlace(kind, printed, tuple(spans), tuple(notes), self.at, start, end, begins)

    def letter(self, letter: str, alone: bool, notes: list[SourceSpan]) -> SourceSpan | None:
        """The place of the next printed letter; ``alone``: no white space follows it."""
        while self.at < len(self.source):
            token = self.held.get(self.at)
            if token is not None:
                span = (token.start, token.end)
                self.at = token.end
                if self.known.get(self.source[slice(*span)]) == letter:
                    return span
                if token.kind in ("fussnote", "anmerkung"):
                    notes.append(span)
                continue
            own = self._own(letter, alone)
            if own is not None:
                self.at = own[1]
                return own
            if not self._skip():
                return None
        return None

    def _own(self, letter: str, alone: bool) -> SourceSpan | None:
        """The place of a letter where it stands here."""
        source, at = self.source, self.at
        if letter.isspace():
            end = at + (source[at] == "\\" and source[at + 1 : at + 2] == "\n")
            while end < len(source) and source[end].isspace() and (alone or end == at):
                end += 1
            return (at, end) if end > at and source[at:end].strip("\\").isspace() else None
        if source[at] == letter:
            return at, at + 1
        if source[at] == "\\" and source[at + 1 : at + 2] == letter:
            return at, at + 2
        entity = _ENTITY.match(source, at)
        if entity and html.unescape(entity[0]) == letter:
            return entity.span()
        return None

    def _skip(self) -> bool:
        """Go past what Markdown needs here and nobody sees; False where a letter stands."""
        source, at = self.source, self.at
        if source.startswith("](", at):
            self.at = _behind_address(source, at + 2)
            return True
        if at == 0 or source[at - 1] == "\n":
            start = _LINE_START.match(source, at)
            if start:
                self.at = start.end()
                return True
        if source[at].isspace() or source[at] in _MARKUP:
            self.at += 1
            return True
        return False

    def trailing(self, notes: list[SourceSpan]) -> None:
        """The footnotes behind the last letter, and the signs that close emphasis and links."""
        while self.at < len(self.source):
            token = self.held.get(self.at)
            if token is not None and token.kind in ("fussnote", "anmerkung"):
                notes.append((token.start, token.end))
                self.at = token.end
            elif self.source.startswith("](", self.at):
                self.at = _behind_address(self.source, self.at + 2)
            elif token is None and self.source[self.at] in "*_`":
                self.at += 1
            else:
                return


def _behind_address(source: str, at: int) -> int:
    """Behind the bracket that closes the address of a link."""
    depth = 1
    while at < len(source) and depth:
        depth += {"(": 1, ")": -1}.get(source[at], 0)
        at += 1
    return at
