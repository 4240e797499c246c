"""Geprüft wird, ob jeder Akteur aus actors.yaml für ein Ziel zuständig oder Adressat einer Empfehlung ist.
Es genügt, wenn das für einen Akteur gilt, der über «teil_von» zu ihm gehört. Ein Akteur mit
«nachfolger» oder «bis» ist nur noch für Leser früherer Fassungen verzeichnet und wird nicht gemeldet.

Ein Akteur ohne Aufgabe ist meist übrig geblieben, als eine Zuständigkeit geändert wurde; manchmal
fehlt umgekehrt die Zuständigkeit bei einem Ziel. Tragen die meisten noch nichts, ist das ein einziger Befund;
fehlt noch einem Ziel die Zuständigkeit (Z201), wird zuerst das gemeldet.

Beheben: die fehlende Zuständigkeit nachtragen oder den Akteur aus actors.yaml löschen. Ging er in
einem anderen auf, dessen Kennung unter «nachfolger» eintragen; wurde er geteilt, die Kennungen aller;
endete er ohne Nachfolger, das Jahr unter «bis».
"""

from collections.abc import Iterator

from generator.checks.begun import named, one_or_each
from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.graph.queries import carriers, unused_actors
from generator.read.catalogue import STRUCTURE

CODE = "Z203"
SEVERITY = Severity.WARNING
TITLE = "Akteur ohne Aufgabe"
AFTER = STRUCTURE | {"Z201", "Z202"}


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each body that carries nothing; one for a register that has only been begun."""
    if not carriers(context.graph) and not any(True for _ in context.strategy.recommendations()):
        return  # there is nothing yet that a body could carry
    unused = list(unused_actors(context.graph))

    def each(identity: str) -> Finding:
        message = (
            f"{context.called(identity)} ist für nichts zuständig und Adressat keiner Empfehlung. "
            "Die Zuständigkeit nachtragen oder den Akteur aus actors.yaml löschen."
        )
        return context.at_element(CODE, SEVERITY, identity, message)

    def together(identities: list[str]) -> Finding:
        message = (
            f"{len(identities)} Akteure sind noch für nichts zuständig und Adressat keiner Empfehlung "
            f"({named(identities)}). Ihre Kennungen dort unter «zustaendig» eintragen, wo sie etwas tragen."
        )
        return context.at_element(CODE, SEVERITY, identities[0], message)

    among = len(context.strategy.akteure)
    yield from one_or_each(context, CODE, unused, among, each, together)
