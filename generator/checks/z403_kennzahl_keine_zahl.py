"""Geprüft wird, ob der Wert einer Kennzahl als Zahl lesbar ist, wenn mit ihm gerechnet werden soll
(«rechnung», «hoechstens»). Lesbar sind 227, 13.964, 33,3 und -5; «ein Drittel» oder «rund 200» nicht.

Was nicht lesbar ist, kann nicht nachgerechnet werden; die Prüfung würde stillschweigend entfallen.

Geprüft wird außerdem, ob die Einheit unter «wert» noch einmal steht («8,84 €» mit «einheit: €»), ob
eine Dezimalzahl mit Punkt statt Komma geschrieben ist (8.84) und ob ein als Datum geschriebener
Stichtag ein Tag ist, den es gibt (nicht 30.02.2016).

Beheben: unter «wert» nur die Zahl eintragen und die Einheit unter «einheit». Ist der Wert in Worten
gedruckt, «rechnung» und «hoechstens» weglassen.
"""

import re
from calendar import monthrange
from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.quantity import quantity
from generator.model.register import Kennzahl

CODE = "Z403"
SEVERITY = Severity.ERROR
TITLE = "Kennzahl ist nicht als Zahl lesbar"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each value needed for a calculation that is no number."""
    needed: set[str] = set()
    for number in context.strategy.kennzahlen:
        others = [number.hoechstens] if number.hoechstens else []
        if number.rechnung:
            others += [number.rechnung.anteil, number.rechnung.von]
        if others:
            needed |= {number.id, *others}
    for number in context.strategy.kennzahlen:
        yield from _misprinted(context, number)
        if number.id in needed and quantity(number.wert) is None:
            message = (
                f"{context.called(number.id)}: «{number.wert}» ist nicht als Zahl lesbar, wird aber für "
                "eine Rechnung gebraucht. Unter «wert» nur die Zahl eintragen (13.964 oder 33,3)."
            )
            yield context.at_element(CODE, SEVERITY, number.id, message, "wert")


def _misprinted(context: CheckContext, number: Kennzahl) -> Iterator[Finding]:
    """What would be printed as no German reader expects it."""
    name, value = context.called(number.id), number.wert
    if number.einheit and value.endswith(number.einheit):
        message = f"{name}: Die Einheit steht auch unter «wert»; gedruckt würde «{number.gedruckt}». Sie dort löschen."
        yield context.at_element(CODE, SEVERITY, number.id, message, "wert")
    elif "." in value and re.fullmatch(r"\d+\.\d{1,2}", value):
        comma = value.replace(".", ",")
        message = (
            f"{name}: «{value}» ist mit einem Punkt geschrieben. Gemeint ist vermutlich «{comma}»."
        )
        yield context.at_element(CODE, SEVERITY, number.id, message, "wert")
    dated = number.stichtag or ""
    day = re.fullmatch(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", dated) if "." in dated else None
    if day and not _exists(int(day[3]), int(day[2]), int(day[1])):
        message = f"{name}: Den Tag {number.stichtag} gibt es nicht. Den Stichtag berichtigen."
        yield context.at_element(CODE, SEVERITY, number.id, message, "stichtag")


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
