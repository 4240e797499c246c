"""Geprüft wird, ob ein Stand, der hinter den vorigen zurückfällt, erklärt ist: von «fortgeschritten» auf
«begonnen», oder von einem Stand, der die Berichte beendet, zurück in die Reihe. Es genügt ein Satz unter
«text» oder «hindernis». Die Reihenfolge ist die der Skala.

Ein Rückschritt ohne ein Wort liest sich im Ausschuss wie ein Fehler, und die erste Frage gilt ihm.

Beheben: unter «text» in einem Satz sagen, was geschehen ist. War der Stand davor zu hoch angegeben, auch
das sagen; der ältere Bericht bleibt stehen.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.checks.check_context import CheckContext
from generator.checks.progress_entries import at_report, reports
from generator.finding import Finding, Severity

if TYPE_CHECKING:
    from generator.model.course import Course
    from generator.model.progress import Bericht

CODE = "Z902"
SEVERITY = Severity.WARNING
TITLE = "Stand geht zurück ohne ein Wort"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each step back that nothing is said about."""
    course = context.reporting.course
    for report in reports(context):
        entry, before = report.entry, report.before
        if before is None or entry.text or entry.hindernis or not _back(course, before, entry):
            continue
        said = (
            f"Der Stand geht von «{course.named(before)}» auf «{course.named(entry)}» zurück, ohne dass es "
            "erklärt ist. Unter «text» in einem Satz sagen, warum."
        )
        yield at_report(context, CODE, SEVERITY, report, said, "stand")


def _back(course: Course, before: Bericht, now: Bericht) -> bool:
    """Whether a state lies before another, or takes up again what had ended."""
    old, new = course.ranks.get(before.stand), course.ranks.get(now.stand)
    if old is None or new is None:
        return course.ended(before) and new is not None
    return new < old
