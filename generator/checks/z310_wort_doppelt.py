"""Geprüft wird, ob ein Wort zweimal hintereinander steht («und und», «wird wird»).

Solche Wiederholungen entstehen beim Umstellen von Sätzen und werden beim Lesen leicht übersehen.
Nicht gemeldet wird, was im Deutschen richtig sein kann: «für die die Gemeinden», «in der der
Landkreis», «dass das das Ziel ist».

Beheben: eines der beiden Wörter löschen. Ist die Wiederholung gewollt, kann der Hinweis stehen
bleiben.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import compress, islice
from operator import eq

from generator.checks.context import Context
from generator.finding import Finding, Severity

CODE = "Z310"
SEVERITY = Severity.HINT
TITLE = "Wort doppelt"

_LEGAL = frozenset({"der", "die", "das", "den", "dem", "sie", "ihr", "ihnen", "was", "es"})
_BEFORE = (
    r"(?i)(?:[,;–(]|\b(?:in|an|auf|mit|zu|bei|von|aus|für|durch|über|unter|nach|um|vor|gegen|ohne|dass"
    r"|wenn|als|ob|weil|da|denn|und|oder|wie|wo|neben|hinter|zwischen|wegen|während|trotz))\s*$"
)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each repeated word."""
    for prose in context.prose:
        for word, offset in _doubled(prose.raw, prose.body_start):
            yield context.at_text(CODE, SEVERITY, prose, offset, _message(context, prose.id, word))
    for element in context.wordings:
        for word, _ in _doubled(element.text, 0):
            message = _message(context, element.id, word)
            yield context.at_element(CODE, SEVERITY, element.id, message, "text")


def _doubled(text: str, begin: int) -> Iterator[tuple[str, int]]:
    """Repeated words with the offset of the second; looks closer only where two words are equal."""
    words = text.lower().split()
    candidates = set(compress(words, map(eq, words, islice(words, 1, None))))
    for word in candidates:
        if not word.isalpha():
            continue
        pattern = re.compile(
            rf"(?<![\w-])({word})[ \t]*\n?[ \t]*\s({word})(?![\w-])", re.IGNORECASE
        )
        for match in pattern.finditer(text, begin):
            legal = word in _LEGAL and re.search(
                _BEFORE, text[max(0, match.start() - 20) : match.start()]
            )
            if not legal and "\n\n" not in match[0]:
                yield match[2], match.start(2)


def _message(context: Context, identity: str, word: str) -> str:
    return f"{context.called(identity)}: «{word}» steht zweimal hintereinander. Eines löschen."
