"""Geprüft wird, ob ein Bericht zur Umsetzung höchstens drei Sätze hat, und ob ein Stand, dessen Name auf …
endet («übergeleitet nach …»), unter «wohin» zu Ende gesagt ist.

Im Umsetzungsstand steht ein Bericht in einer Zelle neben vielen anderen. Wer mehr zu sagen hat, nennt unter
«beleg», wo es steht.

Beheben: kürzen; bei einem offenen Namen «wohin: …» ergänzen.
"""

import re
from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.checks.progress_entries import at_report, reports
from generator.finding import Finding, Severity
from generator.model.progress import LEFT_OPEN

CODE = "Z909"
SEVERITY = Severity.WARNING
TITLE = "Bericht zu lang oder nicht zu Ende gesagt"

MOST = 3
_ABBREVIATED = r"(?<!\b[A-Za-z]\.)(?<!\d\.)(?<!bzw\.)(?<!ca\.)(?<!ggf\.)(?<!Nr\.)(?<!Str\.)"
_END = rf"[.!?]{_ABBREVIATED}[“\")]?\s+(?=[A-ZÄÖÜ„\d])"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each report that is too long, and for each that leaves its state open."""
    states = context.reporting.course.states
    for report in reports(context):
        entry, state = report.entry, states.get(report.entry.stand)
        sentences = len(re.findall(_END, entry.text)) + 1 if entry.text else 0
        if sentences > MOST:
            said = f"Er hat {sentences} Sätze, vorgesehen sind höchstens drei. Kürzen; was darüber hinausgeht, unter «beleg» nennen."
            yield at_report(context, CODE, SEVERITY, report, said, "text")
        if state and state.name.endswith(LEFT_OPEN) and not entry.wohin:
            said = f"Der Stand «{state.name}» ist nicht zu Ende gesagt. Unter «wohin» ergänzen, was an die Stelle von … gehört."
            yield at_report(context, CODE, SEVERITY, report, said, "stand")
