"""Geprüft wird, ob zu jedem gemessenen Wert in progress.yaml unter «herkunft» steht, woher er stammt.

Eine Zahl, deren Herkunft niemand kennt, lässt sich im nächsten Jahr nicht auf dieselbe Weise messen, und
auf Nachfrage nicht belegen.

Beheben: unter «herkunft» die Liste, Statistik oder Stelle nennen, aus der der Wert stammt.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.checks.progress_entries import at_entry
from generator.finding import Finding, Severity

CODE = "Z906"
SEVERITY = Severity.WARNING
TITLE = "Gemessener Wert ohne Herkunft"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each measured value without a source."""
    for number, figure in enumerate(context.strategy.werte):
        for place, measured in enumerate(figure.gemessen):
            if measured.herkunft is None:
                said = (
                    f"{figure.groesse}: Woher der Wert {measured.wert} vom {measured.stichtag:%d.%m.%Y} stammt, "
                    "ist nicht angegeben. Unter «herkunft» die Liste, Statistik oder Stelle nennen."
                )
                path = ("werte", number, "gemessen", place, "wert")
                yield at_entry(context, CODE, SEVERITY, figure.id, said, *path)
