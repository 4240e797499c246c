"""Geprüft wird, ob jede Quelle etwas nennt, unter dem sie angeführt werden kann: einen Urheber, sonst einen
Titel, sonst eine Internetadresse; und ob «herausgeber» und «personen» nur dort stehen, wo es einen
Urheber gibt.

Eine Fußnote zu einer Quelle ohne alle drei wäre leer, und niemand fände das Werk.

Beheben: eine der drei Angaben in sources.yaml eintragen. Hat eine Seite im Internet keinen erkennbaren
Urheber, genügt die Adresse; sie wird so gedruckt, wie sie dasteht.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity

CODE = "Z317"
SEVERITY = Severity.ERROR
TITLE = "Quelle ohne Angaben"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each source that has no name, or says something of an author it has not."""
    for work in context.strategy.quellen:
        called = context.called(work.id)
        if not (work.urheber or work.titel or work.adresse):
            message = f"{called} nennt weder Urheber noch Titel noch Internetadresse. Eines davon eintragen."
            yield context.at_element(CODE, SEVERITY, work.id, message)
        for field in ("herausgeber", "personen"):
            if getattr(work, field) and not work.urheber:
                message = (
                    f"{called}: «{field}» beschreibt den Urheber, der hier fehlt. Ihn eintragen "
                    "oder die Zeile löschen."
                )
                yield context.at_element(CODE, Severity.WARNING, work.id, message, field)
