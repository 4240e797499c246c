"""Geprüft wird, ob Satzzeichen richtig gesetzt sind: gerade Anführungszeichen ("so") und zwei Kommas als
Anführungszeichen (,,so“), ein Leerzeichen vor Komma, Punkt und anderen Satzzeichen, ein Akzent statt eines Apostrophs
(«geht´s») und ein Apostroph vor der Mehrzahl («LKW's»). Zu jeder Art gibt es einen Hinweis mit allen Stellen.

Solche Zeichen kommen mit Texten aus anderen Programmen. Gedruckt fallen sie neben den richtigen auf.

Beheben: deutsche Anführungszeichen setzen („so“), das Leerzeichen löschen, den Apostroph ’ setzen oder weglassen
(«LKWs»).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.checks.plain_texts import FILLED
from generator.checks.uses import Use, finding, is_own, listed, uses
from generator.finding import Finding, Severity

CODE = "Z337"
SEVERITY = Severity.HINT
TITLE = "Satzzeichen falsch gesetzt"

_STRAIGHT = r'(?<!\d)"'
_LOW = r",,(?=\w)|‚‚(?=\w)|„„(?=\w)"
_SPACED = rf"(?<=[\w)\]”“»\"*{FILLED}]) [,;:.!?](?=[\s)”“»]|$)"
_RATIO = r"\d ?[:.] ?\d"
_ACCENT = r"(?<![^\W\d_])[^\W\d_]+[´`][^\W\d_]+"
_PLURAL = r"(?<!\w)(?:[A-ZÄÖÜ]{2,}|Auto|Büro|Club|Foto|Handy|Hobby|Info|Kita|Logo|Team|Video|Workshop)['’‘´`]s(?!\w)"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each kind of mistake, at its first place."""
    for found, message in (
        (_of_sign(context, '"', _STRAIGHT), "Gerade Anführungszeichen stehen {where}. Deutsche setzen („so“)."),
        (_doubled(context), "Zwei Zeichen statt eines Anführungszeichens stehen {where}. Eines setzen („)."),
        (_spaced(context), "Ein Leerzeichen vor einem Satzzeichen steht {where}. Löschen."),
        (_words(context, "´`", _ACCENT), "Ein Akzent statt eines Apostrophs steht {where}, etwa in «{first}». Den Apostroph ’ setzen."),
        (_words(context, "'’‘´`", _PLURAL), "Ein Apostroph vor dem s der Mehrzahl steht {where}, etwa in «{first}». Weglassen."),
    ):  # fmt: skip
        if found:
            told = message.format(where=listed(context, found), first=found[0].words)
            yield finding(context, CODE, SEVERITY, found[0], told)


def _of_sign(context: CheckContext, sign: str, pattern: str) -> list[Use]:
    """Every place of a sign; of a pair only the first."""
    if sign not in context.vocabulary.words:
        return []
    found = [use for use in uses(context, sign, pattern, quoted=True) if is_own(use.source)]
    return [use for number, use in enumerate(found) if number % 2 == 0]


def _doubled(context: CheckContext) -> list[Use]:
    there = [sign for sign in (",,", "‚‚", "„„") if sign in context.vocabulary.words]
    return [
        use
        for sign in there
        for use in uses(context, sign, _LOW, quoted=True)
        if is_own(use.source)
    ]


def _spaced(context: CheckContext) -> list[Use]:
    found, spaced = [], re.compile(_SPACED)
    for sign in dict.fromkeys(re.findall(r"(?m)^[,;:.!?]+", context.vocabulary.words)):
        for source, offset in context.corpus.find(f" {sign}"):
            text = context.plain.of(source)
            around = text[max(0, offset - 2) : offset + 4]
            if is_own(source) and spaced.match(text, offset) and not re.search(_RATIO, around):
                found.append(Use(f" {sign}", source, offset))
    return found


def _words(context: CheckContext, signs: str, pattern: str) -> list[Use]:
    if not any(sign in context.vocabulary.words for sign in signs):
        return []
    words = dict.fromkeys(re.findall(pattern, context.vocabulary.words))
    return [
        use for word in words for use in uses(context, word, re.escape(word)) if is_own(use.source)
    ]
