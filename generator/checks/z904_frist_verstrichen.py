"""Geprüft wird, ob die Frist eines Zieles verstrichen ist («frist» unter «angaben» in progress.yaml), ohne
dass ein Stand gemeldet ist, der die Berichte beendet. Gemessen wird am Stichtag des Zeitraums, über den
zuletzt berichtet wurde; «strategie check --stichtag 2026-11-30» nimmt einen anderen Tag. Ohne einen
Zeitraum und ohne diesen Tag schweigt die Regel.

Eine verstrichene Frist steht im Umsetzungsstand vorn; besser, das Haus weiß es vor dem Ausschuss.

Beheben: den neuen Stand melden, oder mit den Zuständigen eine neue Frist vereinbaren und eintragen.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.checks.progress_entries import at_entry
from generator.finding import Finding, Severity

CODE = "Z904"
SEVERITY = Severity.HINT
TITLE = "Frist verstrichen"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each Frist that has passed."""
    if not context.strategy.angaben:
        return
    told = context.reporting
    for number, entry in enumerate(context.strategy.angaben):
        if entry.frist is None or told.asof is None or entry.id not in context.graph:
            continue
        standing = told.standing(entry.id)
        if standing.overdue:
            state = told.course.named(standing.last) if standing.last else "noch kein Bericht"
            said = (
                f"Die Frist ({entry.frist:%d.%m.%Y}) ist am {told.asof:%d.%m.%Y} verstrichen, der Stand: "
                f"{state}. Den neuen Stand melden oder eine neue Frist eintragen."
            )
            yield at_entry(context, CODE, SEVERITY, entry.id, said, "angaben", number, "frist")
