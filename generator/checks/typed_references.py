"""References to chapters, figures and tables as people type them: where texts have them, and which speak of other works."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.checks.chapter_titles import WORKS, chapters_titled
from generator.checks.corpus import text_of
from generator.checks.uses import Use, uses

if TYPE_CHECKING:
    from generator.checks.check_context import CheckContext

NUMBER = r"\d{1,2}(?:\.\d{1,2})*(?!\d|[.,]\d)"
JOINT = r"\s*(?:,|und|oder|sowie|bis|–|-|/)\s*"
_WORK = (
    r"(?:\w*(?:[pP]lans?|[kK]onzept(?:e?s)?|[bB]erichte?s?|[gG]esetz(?:es|buch)?|[oO]rdnung|[sS]atzung|[rR]ichtlinien?"
    r"|[lL]eitlinien?|[lL]eitfadens?|[sS]tudie|[gG]utachtens?|[vV]ertrags?|[pP]rogramms?|[sS]trategie|[vV]orlage"
    r"|[bB]eschluss)|Agenda|Charta|Konvention|Drucksache|SGB|BGB|GG|DIN)"
)
"""Names of works begin or end so."""
_OWN = r"\s*\)?\s*(?:(?:in|aus)\s+)?(?:dies|der (?:vorliegenden )?(?:Strategie|Fortschreibung)\b|(?:der|des) vorliegenden)"
_OTHERS = rf"[\s,]*\)?\s*(?:(?:des|der|dem|vom|von|im|aus)\s|[(„»\"]?{_WORK}\b|§)"
"""What follows a number that is one of another work."""
_AFTER_WORK = rf"(?:\b{_WORK}(?:\s+[\w-]+){{0,4}}|\b(?:19|20)\d\d|[“”»«\"])[\s,(:;]*(?:vgl\.|siehe|s\.|dort|darin|in|im)?\s*$"
_LONGEST = 400
"""Signs to either side of a place among which its sentence ends."""
_SENTENCE = r"[.!?]\s+(?=[A-ZÄÖÜ])|\n[ \t]*\n"


def own_references(
    context: CheckContext, anchor: str, pattern: str, *, around: bool = False
) -> Iterator[Use]:
    """The uses of a pattern that do not speak of another work."""
    if anchor in context.vocabulary.words:
        found = uses(context, anchor, pattern, around=around)
        works = chapters_titled(context, WORKS)
        yield from (u for u in found if u.source.id not in works and not elsewhere(context, u))


def elsewhere(context: CheckContext, use: Use) -> bool:
    """Whether the words speak of a place in another work."""
    text = context.plain.of(use.source)
    end = use.offset + len(use.words)
    if re.compile(_OWN).match(text, end):
        return False
    others = re.compile(_OTHERS).match(text, end)
    behind = re.search(_AFTER_WORK, text[max(0, use.offset - 80) : use.offset])
    return bool(others or behind) or "[@" in sentence_around(text_of(use.source), use.offset)


def to_sections(context: CheckContext) -> Iterator[Use]:
    """References to chapters and what is counted in them: "Kapitel 7", "Punkt 5.4", "siehe 2.2.1"."""
    dotted = r"\d{1,2}(?:\.\d{1,2})+(?!\d|[.,]\d)"
    words = (
        ("Kapitel", rf"\bKapiteln?\s+{NUMBER}(?:{JOINT}{NUMBER})*"),
        ("Kap.", rf"\bKap\.\s*{NUMBER}(?:{JOINT}{NUMBER})*"),
        ("Abschnitt", rf"\bAbschnitte?n?\s+{NUMBER}(?:{JOINT}{NUMBER})*"),
        ("Punkt", rf"\bPunkte?n?\s+{dotted}(?:{JOINT}{dotted})*"),
        ("siehe", rf"\bsiehe\s+{dotted}"),
        ("Siehe", rf"\bSiehe\s+{dotted}"),
        ("s.", rf"(?<![\w.])s\.\s*{dotted}"),
        ("vgl.", rf"\bvgl\.\s*{dotted}"),
        ("Vgl.", rf"\bVgl\.\s*{dotted}"),
    )
    dots = re.search(r"(?m)^[^\w\n]*\d{1,2}(?:\.\d{1,2})+[^\w\n]*$", context.vocabulary.words)
    for anchor, pattern in words if dots else words[:3]:
        yield from own_references(context, anchor, pattern)


def sentence_around(text: str, offset: int) -> str:
    """The sentence around a place."""
    first = max(0, offset - _LONGEST)
    start = max(
        (m.end() for m in re.compile(_SENTENCE).finditer(text, first, offset)), default=first
    )
    end = re.compile(_SENTENCE).search(text, offset, offset + _LONGEST)
    return text[start : end.start() if end else offset + _LONGEST]
