"""One value to its YAML: as it was spelled before, word by word, or anew in the style asked for."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Any

import yaml
from msgspec import Struct

from generator.edit.rewrapped import SPACE, Word, has_break, joined, respelled, wrapped
from generator.edit.source import BREAKS
from generator.errors import GeneratorError
from generator.finding import Severity
from generator.read.yaml_source import parse

WIDTH = 100
"""Columns to which the shipped files are wrapped."""

_GAPS = (re.compile(r"[ \t\r\n]+"), re.compile(r"\s+"))
"""What the reader makes one space of, with and without the signs that may count to it."""
_ESCAPED_GAPS = re.compile(r"(?:\s|\\(?:[ nrtNLP_]|\r?\n))+")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\ufeff": "\\uFEFF"}
_PLAIN, _SINGLE, _DOUBLE, _BLOCK = "", "'", '"', "|>"


class ScalarSpot(Struct, frozen=True):
    """Where a value stands: ``column`` is that of its key or dash, ``start`` that of itself.

    ``key`` is what it stands under ("" for an item of a list), ``flow``: inside brackets;
    ``behind`` is the comment behind it, which must not become part of it.
    """

    column: int
    start: int
    key: str = ""
    flow: bool = False
    newline: str = "\n"
    behind: str = ""


def text_of(value: Any) -> str:
    """How a value that is no text is written; a text as it is."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


def respelled_scalar(spelled: str, old: Any, new: Any, spot: ScalarSpot) -> str:
    """A value that stood in the file in its new wording, spelled like the old one.

    GeneratorError if no way to write it would be read as that value.
    """
    return _first_read(_like(spelled, text_of(old), new, spot), new, spot)


def spelled_scalar(new: Any, spot: ScalarSpot, quote: str = _PLAIN) -> str:
    """A new value: in quotes if ``quote`` says so or it needs them, folded where it is long."""
    return _first_read(_anew(new, spot, quote), new, spot)


def spelled_key(key: str) -> str:
    """A key, in quotes where it needs them."""
    return spelled_scalar(key, ScalarSpot(0, 0, flow=True))


def _like(spelled: str, old: str, new: Any, spot: ScalarSpot) -> Iterator[str]:
    style, text = spelled[:1], text_of(new)
    style = style if style in (_SINGLE, _DOUBLE) or style in _BLOCK else _PLAIN
    ambiguous = style == _PLAIN and isinstance(new, str) and _needs_quotes(text, spot)
    if not ambiguous or _needs_quotes(old, spot):
        yield from _by_words(spelled, old, text, style, spot)
        if style == _PLAIN:
            yield text
    if style and style in _BLOCK:
        yield _folded(text, spot, spelled[:1])
    yield from _anew(new, spot, style if style in (_SINGLE, _DOUBLE) else _DOUBLE)


def _by_words(spelled: str, old: str, new: str, style: str, spot: ScalarSpot) -> Iterator[str]:
    """The old spelling with its new words, if it can be told word by word."""
    head, body, tail = _parted(spelled, style)
    for gaps in (*_GAPS, *([_ESCAPED_GAPS] if style == _DOUBLE else [])):
        words = _words(body, gaps, style)
        if [word.text for word in words] == old.split(SPACE):
            made = respelled(
                words,
                [(SPACE, word) for word in new.split(SPACE)],
                lambda w: _encoded(w, style),
                spot.newline,
            )
            yield head + joined(_wrapped(made, words, head, spot)) + tail
            return


def _wrapped(made: list[Word], words: list[Word], head: str, spot: ScalarSpot) -> list[Word]:
    """Broken where a line is too long now, if the text had several lines before."""
    broken = [word.gap for word in words if has_break(word.gap)]
    if not broken and not has_break(head):
        return made
    indent = re.split(f"[{BREAKS}]", broken[0] if broken else head)[-1]
    start = len(indent) if has_break(head) else spot.start + len(head)
    lines = re.split(f"[{BREAKS}]", " " * start + joined(words))
    longest = max(map(len, lines))
    if longest > WIDTH * 4 / 3:  # its lines are not kept to any width
        return made
    return wrapped(made, start, max(WIDTH, longest), spot.newline, lambda _: indent)


def _parted(spelled: str, style: str) -> tuple[str, str, str]:
    """What stands before the first word, the words, and what stands behind the last."""
    if style in (_SINGLE, _DOUBLE):
        inner = spelled[1:-1]
        body = inner.strip()
        start = inner.index(body)
        return style + inner[:start], body, inner[start + len(body) :] + style
    if style and style in _BLOCK:
        match = re.match(f"[^{BREAKS}]*\\s*", spelled)
        start = match.end() if match else 0
        return spelled[:start], spelled[start:], ""
    return "", spelled, ""


def _words(body: str, gaps: re.Pattern[str], style: str) -> list[Word]:
    words: list[Word] = []
    at, gap = 0, ""
    for match in [*_escape_wise(body, gaps), None]:
        raw = body[at : match.start() if match else len(body)]
        words.append(Word(raw, _decoded(raw, style), gap))
        if match:
            at, gap = match.end(), match[0]
    return words


def _escape_wise(body: str, gaps: re.Pattern[str]) -> Iterator[re.Match[str]]:
    r"""The gaps of a text; ``\\n`` is a backslash and an n, no gap."""
    for match in gaps.finditer(body):
        before = body[: match.start()]
        if (len(before) - len(before.rstrip("\\"))) % 2 == 0:
            yield match


def _decoded(raw: str, style: str) -> str:
    if style == _SINGLE:
        raw = raw.replace("''", "'")
    elif style == _DOUBLE and "\\" in raw:
        read = parse("", f'k: "{raw}"'.encode())
        raw = "\n" if read.findings else str(read.tree.get("k"))
    return unicodedata.normalize("NFC", raw)


def _encoded(word: str, style: str) -> str:
    if style == _SINGLE:
        return word.replace("'", "''")
    return "".join(_ESCAPES.get(sign, sign) for sign in word) if style == _DOUBLE else word


def _anew(new: Any, spot: ScalarSpot, quote: str) -> Iterator[str]:
    text = text_of(new)
    if not isinstance(new, str):
        yield text
        return
    long = spot.start + len(text) + 2 * len(quote) > WIDTH and SPACE in text and not spot.flow
    if quote == _PLAIN and not _needs_quotes(text, spot):
        if long and not spot.key:
            yield _broken(text, spot)
        elif not long:
            yield text
    if long:
        yield _folded(text, spot, ">")
    if quote == _SINGLE:
        yield f"'{_encoded(text, _SINGLE)}'"
    yield f'"{_encoded(text, _DOUBLE)}"'


def _folded(text: str, spot: ScalarSpot, style: str) -> str:
    indent = " " * (spot.column + 2)
    lines = _filled(text, WIDTH - len(indent))
    return spot.newline.join([f"{style}-", *(indent + line for line in lines)])


def _broken(text: str, spot: ScalarSpot) -> str:
    """Without quotes on several lines, as notes are written in lists."""
    indent = " " * (spot.column + 2)
    return (spot.newline + indent).join(_filled(text, WIDTH - len(indent)))


def _filled(text: str, width: int) -> list[str]:
    return textwrap.wrap(
        text, max(width, 20), break_long_words=False, break_on_hyphens=False
    ) or [text]  # fmt: skip


def _needs_quotes(text: str, spot: ScalarSpot) -> bool:
    """Whether readers take it for no text without quotes; those of YAML 1.1 refuse a "?" in brackets."""
    return _means_more(text) or (spot.flow and "?" in text)


def _means_more(text: str) -> bool:
    """Whether YAML has another meaning for a word without quotes: a number, a date, nothing."""
    resolver: Any = yaml.resolver.Resolver()
    tag = resolver.resolve(yaml.ScalarNode, text, (True, False))
    return bool(tag != "tag:yaml.org,2002:str")


def _first_read(candidates: Iterator[str], new: Any, spot: ScalarSpot) -> str:
    """The first spelling that is read as the value and as nothing else."""
    text = text_of(new)
    for spelled in candidates:
        if _read(spelled, spot) == text:
            return spelled
    shown = text if len(text) < 60 else f"{text[:59]}…"
    raise GeneratorError(
        f"Der Text «{shown}» lässt sich nicht so schreiben, dass er genau so wieder gelesen wird; "
        "Zeilenumbrüche, doppelte Leerzeichen und Steuerzeichen gehen beim Lesen verloren."
    )


def _read(spelled: str, spot: ScalarSpot) -> Any:
    """What the reader makes of a spelling at its spot; None where it finds a mistake."""
    key = spot.key if spot.key.isidentifier() and not _means_more(spot.key) else "k"
    value = f"[{spelled}]" if spot.flow else spelled
    read = parse("", f"{' ' * spot.column}{key}: {value}{spot.behind}\n".encode())
    found = read.tree.get(key)
    wrong = any(finding.severity is Severity.ERROR for finding in read.findings)
    if wrong or len(read.tree) != 1:
        return None
    if spot.flow:
        return found[0] if isinstance(found, list) and len(found) == 1 else None
    return found
