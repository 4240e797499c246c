"""Geprüft wird, ob jeder Akteur aus actors.yaml für ein Ziel zuständig oder Adressat einer Empfehlung ist.
Es genügt, wenn das für einen Akteur gilt, der über «teil_von» zu ihm gehört. Ein Akteur mit
«nachfolger» oder «bis» ist nur noch für Leser früherer Fassungen verzeichnet und wird nicht gemeldet.

Ein Akteur ohne Aufgabe ist meist übrig geblieben, als eine Zuständigkeit geändert wurde; manchmal
fehlt umgekehrt die Zuständigkeit bei einem Ziel.

Beheben: die fehlende Zuständigkeit nachtragen oder den Akteur aus actors.yaml löschen. Ging er in
einem anderen auf, dessen Kennung unter «nachfolger» eintragen; wurde er geteilt, die Kennungen aller;
endete er ohne Nachfolger, das Jahr unter «bis».
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.graph.queries import unused_actors
from generator.read.catalogue import STRUCTURE

CODE = "Z203"
SEVERITY = Severity.WARNING
TITLE = "Akteur ohne Aufgabe"
AFTER = STRUCTURE | {"Z201", "Z202"}


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each body that carries nothing."""
    for identity in unused_actors(context.graph):
        message = (
            f"{context.called(identity)} ist für nichts zuständig und Adressat keiner Empfehlung. "
            "Die Zuständigkeit nachtragen oder den Akteur aus actors.yaml löschen."
        )
        yield context.at_element(CODE, SEVERITY, identity, message)
