"""The markup of our prose: what is computed, referred to, cited or embedded.

Prose is Markdown plus five forms, and nothing else is executed:
``{{ anzahl.leitziele }}``, ``{{ kennzahl.id }}``, ``{{ zitat("13 Leitziele") }}``,
``[[ID]]`` (with ``!`` in front: the figure itself) and ``[@quelle, S. 24]``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

TokenKind = Literal["anzahl", "kennzahl", "zitat", "verweis", "abbildung", "fussnote", "unbekannt"]

_TOKEN = re.compile(
    r"\{\{(?P<expression>.*?)\}\}"
    r"|\[(?:\[(?P<target>[^\[\]\n]*)\]|@(?P<source>[^\],]*)(?:,(?P<locator>[^\]]*))?)\]",
    re.DOTALL,
)
_EXPRESSION = re.compile(
    r"(?P<kind>anzahl|kennzahl)\.(?P<path>[\w.]+)"
    r"|zitat\(\s*(?P<quote>[\"„“'])(?P<quoted>.*?)[\"“”']\s*\)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of markup: ``argument`` is the ID, path or quoted text, ``detail`` a locator."""

    kind: TokenKind
    argument: str
    detail: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """All markup of a text in order; offsets count characters of ``text``."""
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if match["target"] is not None:
            embedded = text.startswith("!", start - 1) if start else False
            kind: TokenKind = "abbildung" if embedded else "verweis"
            start -= embedded  # "!" is no part of the pattern: an optional start is slow to search
            yield Token(kind, match["target"].strip(), "", start, end)
        elif match["source"] is not None:
            locator = " ".join((match["locator"] or "").split())
            yield Token("fussnote", match["source"].strip(), locator, start, end)
        else:
            yield _expression(match["expression"].strip(), start, end)


def _expression(source: str, start: int, end: int) -> Token:
    match = _EXPRESSION.fullmatch(source)
    if match is None:
        return Token("unbekannt", " ".join(source.split()), "", start, end)
    if match["kind"] == "anzahl":
        return Token("anzahl", match["path"], "", start, end)
    if match["kind"] == "kennzahl":
        return Token("kennzahl", match["path"], "", start, end)
    return Token("zitat", " ".join(match["quoted"].split()), "", start, end)
