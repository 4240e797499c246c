"""Geprüft wird, ob die Stelle, die berichtet, für das Ziel zuständig ist: sie selbst, eine Stelle, zu der
sie gehört, einer ihrer Teile oder ein Nachfolger. Trägt das Ziel keine Zuständigkeit, zählt die des Zieles
darüber. Ohne Angabe einer Stelle schweigt die Regel.

Ein Bericht von anderer Seite kann richtig sein, aber die zuständige Stelle weiß dann oft nichts davon.

Beheben: die Stelle berichtigen, oder in goals.yaml die Zuständigkeit ergänzen, wenn sie sich geändert hat.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.checks.progress_entries import at_report, reports
from generator.finding import Finding, Severity
from generator.model.german import listed

CODE = "Z903"
SEVERITY = Severity.WARNING
TITLE = "Bericht von einer Stelle, die nicht zuständig ist"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each report of a body that has nothing to do with the element."""
    graph = context.graph
    for report in reports(context):
        body, about = report.entry.stelle, report.entry.id
        if body is None or body not in graph or about not in graph:
            continue
        if context.reporting.may_report(about, body):
            continue
        names = [graph.nodes[one]["record"].name for one in context.reporting.bodies(about)]
        said = (
            f"{graph.nodes[body]['record'].name} berichtet, zuständig ist aber {listed(names)}. Die Stelle "
            "oder die Zuständigkeit berichtigen."
        )
        yield at_report(context, CODE, SEVERITY, report, said, "stelle")
