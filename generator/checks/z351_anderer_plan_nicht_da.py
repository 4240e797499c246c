"""Geprüft wird, ob der Ordner da ist und sich lesen lässt, den ein Plan in sources.yaml unter «ordner» nennt.
Er muss im selben Projekt liegen (im selben git-Projekt, sonst neben dem Ordner der Strategie).

Ohne ihn lässt sich nicht prüfen, ob es die Ziele gibt, auf die «verweise_auf» zeigt; in der Liste
«Gefördert unter …» stehen dann nur ihre Kennungen. Auf einem Rechner, der nur diese Strategie hat, ist
das in Ordnung.

Beheben: den Ordner holen, den Weg dorthin berichtigen oder die Angabe «ordner» löschen.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity

CODE = "Z351"
SEVERITY = Severity.HINT
TITLE = "Ordner eines anderen Plans nicht da"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each plan whose folder says nothing."""
    for plan in context.edition.neighbours:
        if plan.fehlt:
            message = (
                f"{context.called(plan.plan)}: Der Ordner «{plan.ordner}» {plan.fehlt}; Verweise "
                "auf diesen Plan bleiben ungeprüft. Den Ordner bereitstellen oder die Angabe berichtigen."
            )
            yield context.at_element(CODE, SEVERITY, plan.plan, message, "ordner")
