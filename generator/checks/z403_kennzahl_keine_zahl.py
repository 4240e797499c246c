"""Geprüft wird, ob der Wert einer Kennzahl als Zahl lesbar ist, wenn mit ihm gerechnet werden soll
(«rechnung», «hoechstens»). Lesbar sind 227, 13.964, 33,3 und -5; «ein Drittel» oder «rund 200» nicht.

Was nicht lesbar ist, kann nicht nachgerechnet werden; die Prüfung würde stillschweigend entfallen.

Beheben: unter «wert» nur die Zahl eintragen und die Einheit unter «einheit». Ist der Wert in Worten
gedruckt, «rechnung» und «hoechstens» weglassen.
"""

from collections.abc import Iterator

from generator.checks.context import Context
from generator.finding import Finding, Severity
from generator.model.quantity import quantity

CODE = "Z403"
SEVERITY = Severity.ERROR
TITLE = "Kennzahl ist nicht als Zahl lesbar"


def check(context: Context) -> Iterator[Finding]:
    """One finding for each value needed for a calculation that is no number."""
    needed: set[str] = set()
    for number in context.strategy.kennzahlen:
        others = [number.hoechstens] if number.hoechstens else []
        if number.rechnung:
            others += [number.rechnung.anteil, number.rechnung.von]
        if others:
            needed |= {number.id, *others}
    for number in context.strategy.kennzahlen:
        if number.id in needed and quantity(number.wert) is None:
            message = (
                f"{context.called(number.id)}: «{number.wert}» ist nicht als Zahl lesbar, wird aber für "
                "eine Rechnung gebraucht. Unter «wert» nur die Zahl eintragen (13.964 oder 33,3)."
            )
            yield context.at_element(CODE, SEVERITY, number.id, message, "wert")
