"""Geprüft wird, ob in stellungnahmen.yaml zu jeder Änderung, die «teilweise» übernommen wird, unter
«fassung» der Wortlaut steht, der nun gelten soll, und ob keine «fassung» steht, wo sie nichts bewirkt.

Was von einem Wunsch übernommen wird und was nicht, kann das Programm nicht wissen. Ohne «fassung»
schreibt «strategie review … --apply» nichts; bei «uebernommen» gilt der gewünschte Wortlaut, bei
«abgelehnt» und «offen» der bisherige, gleich was unter «fassung» steht.

Beheben: unter «fassung» den ganzen Wortlaut eintragen, nicht nur die geänderten Wörter. Soll er gelten,
steht unter «entscheidung» das Wort «teilweise». Bei einer Anmerkung ist «fassung» freiwillig: der
Wortlaut, der aus ihr folgt; er gilt auch bei «uebernommen».
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.checks.opinions import at_opinion, opinions
from generator.finding import Finding, Severity
from generator.model.stellungnahme import REMARK

CODE = "Z802"
SEVERITY = Severity.WARNING
TITLE = "Entscheidung «teilweise» ohne Fassung"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each decision that lacks its wording, and each wording without effect."""
    for one in opinions(context):
        entry = one.entry
        if entry.entscheidung == "teilweise" and entry.fassung is None and entry.art != REMARK:
            message = (
                "Die Entscheidung ist «teilweise», aber der Wortlaut dazu fehlt. Unter «fassung» den "
                "ganzen Wortlaut eintragen, der nun gilt."
            )
            yield at_opinion(context, CODE, SEVERITY, one, message, "entscheidung")
        elif entry.fassung is not None and entry.wording is None:
            message = (
                f"Unter «fassung» steht ein Wortlaut, die Entscheidung ist aber «{entry.entscheidung}»; er "
                "bleibt ohne Wirkung. Die Entscheidung auf «teilweise» stellen oder die Zeile löschen."
            )
            yield at_opinion(context, CODE, SEVERITY, one, message, "fassung")
