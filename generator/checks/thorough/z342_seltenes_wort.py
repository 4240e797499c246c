"""Nennt Wörter, die nur einmal vorkommen und sich in einem Buchstaben von einem unterscheiden, das öfter dasteht:
«Herausfoderung» neben «Herausforderung». Diese Regel läuft nur mit «strategie check --worte», denn ein Wörterbuch
hat das Programm nicht: Was sie nennt, kann auch ein eigenes Wort sein.

Kurze Wörter, Endungen und Formen mit anderem Vokal («gewonnen», «gewinnen») zählen nicht. Zitate, Namen von Stellen und Werke anderer werden
nicht durchsucht.

Beheben: die Liste vor einer Sitzung einmal durchsehen und berichtigen, was ein Tippfehler ist. Das Übrige kann
stehen bleiben.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.checks.slips import slips_among
from generator.checks.uses import Use, finding, is_own
from generator.finding import Finding, Severity
from generator.likeness import OFTEN, SLIP_IN_TEXT

CODE = "Z342"
SEVERITY = Severity.HINT
TITLE = "Wort nur einmal und fast wie ein häufiges"
ASKED = True

_WORD = r"(?<![\w-])[^\W\d_]+(?:-[^\W\d_]+)*(?![\w-])"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each word, in the order of the texts."""
    first, often = _words(context)
    frequent = [word for word, number in often.items() if number >= OFTEN]
    once = [w for w, number in often.items() if number == 1 and len(w) >= SLIP_IN_TEXT]
    for word, usual in slips_among(once, frequent):
        if _is_form(word, usual):
            continue
        use, meant = first[word], first[usual].words
        message = (
            f"«{use.words}» steht nur hier und unterscheidet sich in einem Buchstaben von «{meant}» "
            f"({often[usual]}-mal). Wenn es ein Tippfehler ist, berichtigen."
        )
        yield finding(context, CODE, SEVERITY, use, message)


def _words(context: CheckContext) -> tuple[dict[str, Use], Counter[str]]:
    """Where each word of the house stands first, and how often it stands; in lower case."""
    first: dict[str, Use] = {}
    often: Counter[str] = Counter()
    for source in context.corpus.sources:
        if is_own(source):
            for match in re.finditer(_WORD, context.plain.own(source)):
                word = match[0].lower()
                often[word] += 1
                first.setdefault(word, Use(match[0], source, match.start()))
    return first, often


def _is_form(word: str, usual: str) -> bool:
    """Whether only a vowel is another, as in forms of verbs."""
    apart = [set(pair) for pair in zip(word, usual, strict=False) if pair[0] != pair[1]]
    return len(word) == len(usual) and len(apart) == 1 and apart[0] <= set("aeiouäöü")
