"""Geprüft wird, ob eine Kennzahl älter ist als der Turnus, in dem sie erneuert werden soll
(«turnus_monate»), gerechnet vom Stichtag bis zum Stand der Fassung. Ohne Turnus schweigt die Regel.
Als Stichtag liest sie 2016, 2016-12-31, 31.12.2016, 12/2016 und das Schuljahr 2015/2016; ein
Jahr gilt bis zu seinem Ende, ein Schuljahr bis Ende Juli.

Wer eine Strategie fortschreibt, übernimmt leicht Zahlen, zu denen es längst neue gibt.

Beheben: den neuen Wert mit Stichtag und Quelle eintragen. Gibt es noch keinen, kann die Warnung
stehen bleiben oder in strategy.yaml mit Grund anerkannt werden. Fehlt der Stichtag oder ist er nicht
lesbar, ihn in einer der genannten Formen eintragen.
"""

import re
from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity

CODE = "Z401"
SEVERITY = Severity.WARNING
TITLE = "Kennzahl veraltet"

_FORMS = (
    r"(?P<year>\d{4})-(?P<month>\d{2})-\d{2}",
    r"\d{1,2}\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})",
    r"(?P<month>\d{1,2})[/.](?P<year>\d{4})",
    r"\d{4}/(?P<school>\d{4})",
    r"(?P<year>\d{4})",
)


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each key figure whose time is over, or whose date cannot be read."""
    now = context.strategy.kopf.fassung.stand
    for number in context.strategy.kennzahlen:
        if number.turnus_monate is None:
            continue
        months = _months(number.stichtag or "")
        if months is None:
            message = (
                f"{context.called(number.id)}: Ein Turnus ist angegeben, aber kein lesbarer Stichtag. "
                "Unter «stichtag» ein Jahr oder Datum eintragen."
            )
            yield context.at_element(CODE, SEVERITY, number.id, message, "stichtag")
        elif (age := now.year * 12 + now.month - months) > number.turnus_monate:
            message = (
                f"{context.called(number.id)} ist {age} Monate alt (Stichtag {number.stichtag}), der "
                f"Turnus beträgt {number.turnus_monate}. Den neuen Wert eintragen."
            )
            yield context.at_element(CODE, SEVERITY, number.id, message, "stichtag")


def _months(printed: str) -> int | None:
    """Months since the year 0 up to the date; None if it cannot be read."""
    for form in _FORMS:
        if match := re.fullmatch(form, printed.strip()):
            found = match.groupdict()
            if "school" in found:
                return int(found["school"]) * 12 + 7
            return int(found["year"]) * 12 + int(found.get("month", 12))
    return None
