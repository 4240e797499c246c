"""Geprüft wird, ob eine offene Frage («frage») beantwortet ist, sobald der nächste Bericht zum selben
Element vorliegt: dort unter «antwort».

Was der Ausschuss im letzten Jahr offen ließ, fragt er in diesem zuerst.

Beheben: im neueren Bericht unter «antwort» sagen, was daraus wurde. Ist die Frage noch nicht zu
beantworten, auch das sagen und sie unter «frage» noch einmal stellen.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.checks.progress_entries import at_report, reports
from generator.finding import Finding, Severity

CODE = "Z908"
SEVERITY = Severity.WARNING
TITLE = "Offene Frage nicht beantwortet"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each report that passes over the question of the one before."""
    for report in reports(context):
        before = report.before
        if before is not None and before.frage and not report.entry.antwort:
            said = (
                f"Die Frage aus dem Bericht {before.zeitraum} ist nicht beantwortet: «{before.frage}» Die "
                "Antwort unter «antwort» eintragen."
            )
            yield at_report(context, CODE, SEVERITY, report, said, "id")
