"""Geprüft wird, ob zwei Sätze fast dasselbe sagen und dabei verschiedene Zahlen nennen: «In Auental lebten
2020 insgesamt 106.249 Menschen» und an anderer Stelle «106.622 Menschen». Verglichen werden Zahlen ab drei Ziffern
oder mit Komma, hinter denen dasselbe Wort steht, in Sätzen mit denselben Jahren und denselben Hauptwörtern. Gerundete
Angaben («rund 106.000») und Sätze über eine Veränderung («zuvor», «davon») zählen nicht.

Wird eine Zahl erneuert, bleibt sie an der zweiten Stelle leicht stehen. Wer beide liest, glaubt keiner.

Beheben: klären, welche Zahl gilt, und die andere berichtigen. Eine Zahl, die öfter vorkommt, gehört in
key_figures.yaml und mit {{ kennzahl.… }} in die Texte; dann steht sie nur einmal da.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from generator.checks.check_context import CheckContext
from generator.checks.typed_numbers import Counted, counted_in_texts
from generator.checks.uses import finding
from generator.finding import Finding, Severity
from generator.likeness import SAME_STATEMENT

CODE = "Z340"
SEVERITY = Severity.HINT
TITLE = "Zahl widerspricht einer anderen"

_ABOUT_OTHERS = (
    r"(?i)\b(?:rund|etwa|ca\.|circa|knapp|gut|fast|über|mehr als|weniger als|mindestens|höchstens|davon|darunter|zuvor|vorher"
    r"|vorjahr\w*|damals|früher|inzwischen|mittlerweile|künftig|weitere[nrs]?|zusätzlich\w*|geplant\w*|jeweils|je)\b"
)
"""Words that say that another number is meant."""
_FEW = 2
"""Nouns that both sentences share at least besides what is counted."""
_NEAR = 400
"""Signs within which two numbers belong to one row of statements."""
_MOST = 12
"""Sentences about one noun and the same years that are compared with each."""


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each number that an earlier one contradicts."""
    before: dict[tuple[str, frozenset[str]], list[Counted]] = {}
    for counted in counted_in_texts(context):
        if re.search(_ABOUT_OTHERS, counted.sentence):
            continue
        same = before.setdefault((counted.noun.lower(), counted.years), [])
        other = next((one for one in same[:_MOST] if _contradict(one, counted)), None)
        same.append(counted)
        if other:
            yield _finding(context, counted, other)


def _contradict(one: Counted, other: Counted) -> bool:
    if one.value == other.value or _in_one_row(one, other):
        return False
    fewer, more = sorted((one.nouns, other.nouns), key=len)
    if not fewer <= more or len(fewer) <= _FEW:
        return False
    together = len(one.words & other.words)
    return together / max(len(one.words), len(other.words)) >= SAME_STATEMENT


def _in_one_row(one: Counted, other: Counted) -> bool:
    return one.use.source is other.use.source and abs(one.use.offset - other.use.offset) < _NEAR


def _finding(context: CheckContext, counted: Counted, other: Counted) -> Finding:
    place = finding(context, CODE, SEVERITY, other.use, "").position
    message = (
        f"Hier steht «{counted.use.words}», in fast demselben Satz ({PurePath(place.file).name}:{place.line}) "
        f"«{other.use.words}». Klären, welche Zahl gilt; in key_figures.yaml steht sie nur einmal."
    )
    return finding(context, CODE, SEVERITY, counted.use, message)
