"""Geprüft wird, ob ein Wort zweimal hintereinander steht («und und», «wird wird»).

Solche Wiederholungen entstehen beim Umstellen von Sätzen und werden beim Lesen leicht übersehen.
Nicht gemeldet wird, was im Deutschen richtig sein kann: «für die die Ämter», «in der der
Träger», «dass das das Ziel ist».

Beheben: eines der beiden Wörter löschen. Ist die Wiederholung gewollt, kann der Hinweis stehen
bleiben.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.checks.corpus import text_of
from generator.finding import Finding, Severity
from generator.model.kinds import STRATEGY

CODE = "Z310"
SEVERITY = Severity.HINT
TITLE = "Wort doppelt"

_LEGAL = frozenset({"der", "die", "das", "den", "dem", "sie", "ihr", "ihnen", "was", "es"})
_BEFORE = (
    r"(?i)(?:[,;–(]|\b(?:in|an|auf|mit|zu|bei|von|aus|für|durch|über|unter|nach|um|vor|gegen|ohne|dass"
    r"|wenn|als|ob|weil|da|denn|und|oder|wie|wo|neben|hinter|zwischen|wegen|während|trotz))\s*$"
)


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each repeated word."""
    for number, twice in context.vocabulary.doubled.items():
        source = context.corpus.sources[number]
        for word, offset in _doubled(text_of(source), twice):
            message = f"{context.called(source.id or STRATEGY)}: «{word}» steht zweimal hintereinander. Eines löschen."
            yield context.at_source(CODE, SEVERITY, source, offset, message)


def _doubled(text: str, candidates: frozenset[str]) -> Iterator[tuple[str, int]]:
    """The repetitions that are none of correct German, with the offset of the second word."""
    for word in sorted(candidates):
        if not word.isalpha():
            continue
        pattern = re.compile(rf"(?<![\w-])({word})\s+({word})(?![\w-])", re.IGNORECASE)
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - 20) : match.start()]
            legal = word in _LEGAL and re.search(_BEFORE, before)
            if not legal and match[0].count("\n") < 2:
                yield match[2], match.start(2)
