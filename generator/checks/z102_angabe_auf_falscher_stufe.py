"""Geprüft wird, ob jede Liste von Zielen und jede Zuständigkeit auf einer Stufe steht, die strategy.yaml
dafür vorsieht («stufen», «unter», «traegt»).

Ein Ziel unter der falschen Stufe, oft durch eine verrutschte Einrückung, erscheint im Dokument an
der falschen Stelle oder gar nicht. Eine Zuständigkeit auf einer Stufe, die keine trägt, wird nicht
gedruckt und nicht mitgezählt.

Beheben: die Liste an die richtige Stelle rücken oder die Zuständigkeit zum übergeordneten Ziel
verschieben. Soll die Stufe selbst Zuständigkeiten tragen, in strategy.yaml bei dieser Stufe
«traegt: [zustaendigkeit]» eintragen.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.german import listed
from generator.read.alike import once

CODE = "Z102"
SEVERITY = Severity.ERROR
TITLE = "Angabe auf der falschen Stufe"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each goal with a Zuständigkeit that its level does not carry, one for many."""
    yield from once(_misplaced(context), context.strategy.kopf.abweichungen)


def _misplaced(context: CheckContext) -> Iterator[Finding]:
    carriers = context.graph.graph["carriers"]
    wanted = [s.noun.with_zu for s in context.strategy.kopf.stufen if s.schluessel in carriers]
    advice = f"{listed(wanted, 'oder')} verschieben" if wanted else "löschen"
    for goal in context.goals:
        if goal.zustaendig and goal.stufe not in carriers:
            message = (
                f"{context.called(goal.id)}: Diese Stufe trägt keine Zuständigkeit. «zustaendig» "
                f"{advice}, oder in strategy.yaml bei der Stufe «traegt: [zustaendigkeit]» eintragen."
            )
            yield context.at_element(CODE, SEVERITY, goal.id, message, "zustaendig")
