"""Geprüft wird, ob git die Datei stellungnahmen.yaml aufbewahrt.

Sie nennt Personen und was sie geschrieben haben. Was einmal in git festgehalten ist, bleibt in jedem
Klon, auch wenn die Datei später gelöscht wird.

Beheben: «git rm --cached strategy/stellungnahmen.yaml» aufrufen (die Datei selbst bleibt liegen) und in
.gitignore die Zeile «/strategy/stellungnahmen.yaml» eintragen. Ist sie schon weitergegeben worden, mit
der oder dem Datenschutzbeauftragten sprechen. Soll sie mit Absicht in git stehen, etwa in einem
Projekt, das nur das eigene Haus sieht, den Befund unter «abweichungen» mit Grund anerkennen (id:
stellungnahmen).
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.checks.opinions import ABOUT
from generator.finding import Finding, Severity
from generator.model.kinds import OPINIONS

CODE = "Z805"
SEVERITY = Severity.WARNING
TITLE = "Stellungnahmen in git"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding where git keeps the file."""
    if context.tracked:
        place = context.positions.at(OPINIONS)
        message = (
            f"Die Stellungnahmen nennen Personen und stehen in git. «git rm --cached {place.file}» nimmt "
            "sie dort heraus; die Datei bleibt liegen. Danach gehört sie in .gitignore."
        )
        yield Finding(CODE, SEVERITY, message, place, ABOUT)
