"""The markup of our prose: what is computed, referred to, cited or embedded.

Prose is Markdown plus six forms, and nothing else is executed:
``{{ anzahl.leitziele }}`` (with its noun: ``{{ anzahl.leitziele, "Leitziel" }}``),
``{{ kennzahl.id }}``, ``{{ zitat("13 Leitziele") }}``,
``[[ID]]`` (with ``!`` in front: the figure itself), ``[@quelle, S. 24]``, and ``^[Text]``,
an explanatory footnote in which all but pictures and further footnotes may stand.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from generator.model.seen import folded, seen

TokenKind = Literal[
    "anzahl", "kennzahl", "zitat", "verweis", "abbildung", "fussnote", "anmerkung", "unbekannt"
]

# Two patterns, as one that begins with a certain sign is searched several times as fast.
# What "^[" opens is a note: its bracket begins no other markup.
_BRACKETS = re.compile(
    r"\[(?<!(?<!\\)\^\[)(?:\[(?P<target>[^\[\]\n]*)\]|@(?P<source>[^\[\]{},]*)(?:,(?P<locator>[^\[\]{}]*))?)\]"
)
_BRACES = re.compile(r"\{\{(?P<expression>[^{}]*)\}\}")
_NOTE_SIGNS = re.compile(r"\\.|\^?\[|\]|\n[ \t]*(?=\n)", re.DOTALL)
_EXPRESSION = re.compile(
    r"(?P<kind>anzahl|kennzahl)\.(?P<path>[\w.]+)"
    r"|anzahl\.(?P<counted>[\w.]+)(?P<nouns>(?:\s*,\s*[\"„“'][^\"„“”']+[\"“”']){1,2})"
    r"|zitat\(\s*(?P<quote>[\"„“'])(?P<quoted>.*?)[\"“”']\s*\)",
    re.DOTALL,
)


_NOUN = re.compile(r"[\"„“']([^\"„“”']+)[\"“”']")


DATE = (
    r"\d{1,2}\.\s+(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November"
    r"|Dezember)\b"
)
"""How a line begins that Markdown would take for an item of a numbered list."""


class Token(Struct, frozen=True):
    """One piece of markup: ``argument`` is the ID, path or quoted text, ``detail`` a locator.

    With a number, ``detail`` is the noun that goes with it, or both of its forms, a line each.
    The ``argument`` of a note ("anmerkung") is its text as it was written.
    """

    kind: TokenKind
    argument: str
    detail: str
    start: int
    end: int


def markup(text: str) -> list[Token]:
    """The markup of a text; a key figure before "bis" and another one names that in ``detail``.

    What stands in a note is part of the note: it is the markup of its ``argument``.
    """
    found = list(tokens(text)) if "{{" in text or "[" in text else []
    for index, (token, after) in enumerate(pairwise(found)):
        both = token.kind == after.kind == "kennzahl"
        if both and text[token.end : after.start].strip() == "bis":
            found[index] = replace(token, detail=after.argument)
    return _with_notes(found, notes(text))


def _with_notes(found: list[Token], there: list[Token]) -> list[Token]:
    for note in there:
        found = [token for token in found if not note.start <= token.start < note.end]
    return sorted([*found, *there], key=attrgetter("start")) if there else found


def notes(text: str) -> list[Token]:
    """The explanatory footnotes of a text, none inside another; one without an end is none.

    A note ends with its paragraph at the latest.
    """
    closed: list[tuple[int, int]] = []
    opened: list[tuple[int, bool]] = []  # where a bracket stands, and whether a note begins with it
    for match in _NOTE_SIGNS.finditer(text) if "^[" in text else ():
        sign = match[0]
        if sign in ("[", "^["):
            opened.append((match.start(), sign == "^["))
        elif sign == "]" and opened:
            start, is_note = opened.pop()
            if is_note:
                closed.append((start, match.end()))
        elif sign[0] == "\n":
            opened.clear()
    found: list[Token] = []
    for start, end in sorted(closed):
        if not found or start >= found[-1].end:
            found.append(Token("anmerkung", text[start + 2 : end - 1], "", start, end))
    return found


def escaped(text: str, place: int) -> bool:
    """Whether a sign stands behind a backslash that takes its meaning away."""
    begin = place
    while begin and text[begin - 1] == "\\":
        begin -= 1
    return (place - begin) % 2 == 1


def tokens(text: str) -> Iterator[Token]:
    """All markup of a text but notes, that inside of notes too, in order; offsets count its characters."""
    for match in _matches(text):
        start, end = match.span()
        if match.re is _BRACES:
            yield _expression(match["expression"].strip(), start, end)
        elif match["target"] is not None:
            embedded = text.startswith("!", start - 1) if start else False
            kind: TokenKind = "abbildung" if embedded else "verweis"
            start -= embedded  # "!" is no part of the pattern: an optional start is slow to search
            yield Token(kind, seen(match["target"]).strip(), "", start, end)
        else:
            locator = folded(match["locator"] or "")
            yield Token("fussnote", seen(match["source"]).strip(), locator, start, end)


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The matches of both patterns from left to right, none inside another."""
    bracket, brace = _BRACKETS.search(text), _BRACES.search(text)
    while bracket or brace:
        first = brace if brace and not (bracket and bracket.start() < brace.start()) else bracket
        if first is None:
            return
        yield first
        end = first.end()
        if bracket and bracket.start() < end:
            bracket = _BRACKETS.search(text, end)
        if brace and brace.start() < end:
            brace = _BRACES.search(text, end)


def _expression(source: str, start: int, end: int) -> Token:
    match = _EXPRESSION.fullmatch(source) or _EXPRESSION.fullmatch(seen(source))
    if match is None:
        return Token("unbekannt", " ".join(source.split()), "", start, end)
    if match["counted"]:
        nouns = (" ".join(noun.split()) for noun in _NOUN.findall(match["nouns"]))
        return Token("anzahl", match["counted"], "\n".join(nouns), start, end)
    if match["kind"] == "anzahl":
        return Token("anzahl", match["path"], "", start, end)
    if match["kind"] == "kennzahl":
        return Token("kennzahl", match["path"], "", start, end)
    return Token("zitat", folded(match["quoted"]), "", start, end)
