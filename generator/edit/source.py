"""The text of a file, its lines, and pieces of it replaced by position."""

import re
from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct

BREAKS = "\n\r\x85\u2028\u2029"
"""What ends a line for YAML 1.1, and so for libyaml (YAML 1.1, 4.1.4)."""
BLANK = " \t"
_KEY = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*:|.*?:(?=\s|\Z)""", re.DOTALL)
"""A key, in quotes or without, with its colon."""


class Splice(Struct, frozen=True):
    """Put ``text`` in place of what stands from ``start`` to ``end`` (characters from 0)."""

    start: int
    end: int
    text: str


class FileText(Struct, frozen=True, dict=True):
    """A file as it stands, without byte order mark; nothing about its signs is mended."""

    text: str

    def line_start(self, at: int) -> int:
        """Where the line of a place begins."""
        while at and self.text[at - 1] not in BREAKS:
            at -= 1
        return at

    def column(self, at: int) -> int:
        """How many characters stand before a place in its line."""
        return at - self.line_start(at)

    def next_line(self, at: int) -> int:
        """Where the line after that of a place begins; the end of the text if there is none."""
        text, end = self.text, len(self.text)
        while at < end and text[at] not in BREAKS:
            at += 1
        if at == end:
            return at
        return at + 2 if text.startswith("\r\n", at) else at + 1

    def line_before(self, line: int) -> int:
        """Where the line before the one that begins at ``line`` begins."""
        crlf = line > 1 and self.text[line - 2 : line] == "\r\n"
        return self.line_start(max(line - (2 if crlf else 1), 0))

    def first_sign(self, at: int) -> int:
        """The first place from ``at`` on that is neither a blank nor a tab."""
        while at < len(self.text) and self.text[at] in BLANK:
            at += 1
        return at

    def is_blank(self, line: int) -> bool:
        """Whether the line that begins at ``line`` holds nothing."""
        at = self.first_sign(line)
        return at == len(self.text) or self.text[at] in BREAKS

    def is_comment(self, line: int) -> bool:
        """Whether the line that begins at ``line`` holds a comment only."""
        return self.text.startswith("#", self.first_sign(line))

    def colon(self, key: int) -> int:
        """The place right behind the colon that ends the key at a place."""
        match = _KEY.match(self.text, key)
        return match.end() if match else key

    @cached_property
    def newline(self) -> str:
        """The line end of the file, that of its first line."""
        for at, sign in enumerate(self.text):
            if sign in "\r\n":
                return "\r\n" if self.text.startswith("\r\n", at) else sign
        return "\n"

    def lines_at(self, at: int, lines: Iterable[str]) -> Splice:
        """New lines at the start of a line, or behind a last one that has no end."""
        text = self.newline.join(lines)
        if at and self.text[at - 1] not in BREAKS:
            return Splice(at, at, self.newline + text)
        return Splice(at, at, text + self.newline)


def spliced(text: str, splices: Iterable[Splice], start: int = 0, end: int | None = None) -> str:
    """The text from ``start`` to ``end`` with all splices made, those at one place in their order.

    Splices that only take away may overlap.
    """
    result, at = [], start
    for splice in sorted(splices, key=lambda s: (s.start, s.end)):
        result += [text[at : splice.start], splice.text]
        at = max(at, splice.end)
    return "".join([*result, text[at:end]])


def lines_of(text: str) -> list[str]:
    """The lines of a piece of a file without their ends; a last empty one is none."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines if lines[-1] else lines[:-1]
