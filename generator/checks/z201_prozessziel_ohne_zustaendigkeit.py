"""Geprüft wird, ob jedes Ziel einer Stufe, die Zuständigkeit trägt, mindestens eine zuständige Stelle
nennt. Welche Stufen das sind, steht in strategy.yaml («traegt: [zustaendigkeit]»); üblich sind die
Prozessziele.

Ein Ziel, für das niemand zuständig ist, wird nicht umgesetzt, und über seinen Stand berichtet
niemand. In der Beratung ist «Wer macht das?» die erste Frage.

Beheben: beim Ziel unter «zustaendig» mindestens eine Kennung aus actors.yaml eintragen. Ist die
Zuständigkeit noch offen, die Abweichung in strategy.yaml mit Grund anerkennen, damit die Lücke
sichtbar bleibt.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity

CODE = "Z201"
SEVERITY = Severity.ERROR
TITLE = "Zuständigkeit fehlt"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each goal without a body where its level carries one."""
    carriers = context.graph.graph["carriers"]
    for goal in context.goals:
        if goal.stufe in carriers and not goal.zustaendig:
            message = (
                f"{context.called(goal.id)} hat keine Zuständigkeit. Unter «zustaendig» mindestens "
                "eine Kennung aus actors.yaml eintragen."
            )
            yield context.at_element(CODE, SEVERITY, goal.id, message, "zustaendig")
