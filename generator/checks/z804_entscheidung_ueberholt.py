"""Geprüft wird, ob in stellungnahmen.yaml über etwas entschieden ist, das überholt ist: In einer neueren
Datei derselben Runde steht dort etwas anderes («ersetzt_durch») oder nichts mehr («zurueckgezogen»).

Schickt jemand seine Datei ein zweites Mal, gilt die neuere. Die Entscheidung zum älteren Eintrag bleibt
stehen, aber «strategie review … --apply» schreibt sie nicht mehr.

Beheben: beim Eintrag, der an seine Stelle trat, entscheiden und den älteren wieder auf «offen» stellen.
Soll der ältere gelten, bei ihm die Zeile «ersetzt_durch» oder «zurueckgezogen» löschen. War er schon in die
Strategie übernommen, im neuen Eintrag den Wortlaut mit «teilweise» und «fassung» festlegen.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.checks.opinions import at_opinion, opinions
from generator.finding import Finding, Severity
from generator.model.stellungnahme import DECIDED

CODE = "Z804"
SEVERITY = Severity.WARNING
TITLE = "Entscheidung zu einer überholten Stellungnahme"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each decision on what is superseded."""
    for one in opinions(context):
        entry = one.entry
        if not entry.superseded or entry.entscheidung == "offen":
            continue
        by = entry.ersetzt_durch
        now = f"ist durch {by} ersetzt" if by else "ist zurückgezogen"
        instead = f"Bei {by} entscheiden und hier" if by else "Die Entscheidung"
        message = (
            f"Sie {now}; dass sie {DECIDED[entry.entscheidung]} ist, bleibt ohne Wirkung. {instead} "
            "auf «offen» stellen."
        )
        yield at_opinion(context, CODE, SEVERITY, one, message, "entscheidung")
