"""A change of printed letters to the ways in which the Markdown behind them can be changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.reviewing.prose_printer import Letter

SEAM = "\ue011"
"""Stands between two paragraphs where several are one text."""
_CLOSING = "*_`"
_SPECIAL = re.compile(r"([\\`*_\[\]<>])|(&(?=#?\w+;))")
_BEGINS = re.compile(r"(?m)^(\s*)(?:([#+\-~|])|(\d{1,9})([.)]))(?=\s|$)")


class LetterChange(Struct, frozen=True):
    """The letters from ``start`` to ``end`` give way to ``words``, in which SEAM parts paragraphs."""

    start: int
    end: int
    words: str


def ways(
    source: str, letters: Sequence[Letter], change: LetterChange, tail: int, joint: str
) -> Iterator[str]:
    """The source with the change made, in one way after another, the likeliest first.

    Whoever takes one has to see that it prints what is wanted. ``tail`` is where the last letter's
    closing signs and notes end, ``joint`` what parts two paragraphs where one is split.
    """
    for words in dict.fromkeys((change.words, escaped(change.words))):
        written = re.sub(rf"[ \n]*{SEAM}[ \n]*", lambda _: joint, words.replace("\n", "\\\n"))
        for start, end, kept in _places(source, letters, change, tail):
            before, _, behind = kept.partition("\0")
            made = source[:start] + before + written + behind
            if change.words.endswith(SEAM) and not behind:  # no paragraph begins with a space
                yield made + source[end:].lstrip(" ")
            yield made + source[end:]
            if change.words.endswith(SEAM):  # what begins a paragraph now may mean something there
                yield made + _BEGINS.sub(_taken_plainly, source[end:].lstrip(" "), count=1)
            if source[end:].partition("\n")[2][:1] not in ("", "\n"):  # a list may not touch it
                yield made + source[end:].replace("\n", "\n\n", 1)


def _places(
    source: str, letters: Sequence[Letter], change: LetterChange, tail: int
) -> Iterator[tuple[int, int, str]]:
    """What of the source gives way, and what of that stays before and behind the new words."""
    a, b = change.start, change.end
    if a == b:
        after = letters[a].start if a < len(letters) else tail
        before = letters[a - 1].end if a else after
        spaced = change.words[:1].isspace() or change.words[:1] == SEAM
        for place in dict.fromkeys((after, before) if spaced else (before, after)):
            yield place, place, "\0"
        return
    yield from _given_way(source, letters, a, b)
    spaced = letters[a].shown.isspace() and b < len(letters) and letters[b].shown.isspace()
    if spaced and not change.words:  # the space behind a word may go with it instead of that before
        yield from _given_way(source, letters, a + 1, b + 1)


def _given_way(
    source: str, letters: Sequence[Letter], a: int, b: int
) -> Iterator[tuple[int, int, str]]:
    start, end = letters[a].start, letters[b - 1].end
    between = [
        source[one.end : other.start]
        for one, other in zip(letters[a : b - 1], letters[a + 1 : b], strict=True)
    ]
    notes = "".join(part for piece in between for part in _notes(piece))
    signs = "".join(sign for piece in between for sign in _stripped(piece) if sign in _CLOSING)
    yield start, end, f"\0{notes}"
    if signs:
        yield start, end, f"{signs}\0{notes}"
        yield start, end, f"\0{signs}{notes}"
    wider, further = start, end
    while wider and source[wider - 1] in _CLOSING:
        wider -= 1
    while further < len(source) and source[further] in _CLOSING:
        further += 1
    yield wider, further, f"\0{notes}"


_NOTE = re.compile(r"\[@[^\]]*\]|\^\[(?:\\.|\[[^\]]*\]|[^\[\]])*\]")


def _notes(piece: str) -> list[str]:
    return _NOTE.findall(piece)


def _stripped(piece: str) -> str:
    return _NOTE.sub("", piece)


def escaped(words: str) -> str:
    """Words that print as they are, whatever signs they hold."""
    made = _SPECIAL.sub(lambda m: f"\\{m[0]}", words)
    return _BEGINS.sub(_taken_plainly, made)


def _taken_plainly(begin: re.Match[str]) -> str:
    """The sign that begins a list or a heading, with a backslash."""
    indent, sign, number, behind = begin.groups()
    return f"{indent}\\{sign}" if sign else f"{indent}{number}\\{behind}"
