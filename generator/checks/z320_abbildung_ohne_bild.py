"""Geprüft wird, ob jede Abbildung sagt, was zu sehen ist: entweder ein Bild («datei: bilder/rathaus.jpg») oder
eine Zeichnung aus «art» und mindestens zwei «stationen», nicht beides.

Ohne das eine oder das andere bliebe die Stelle im Dokument leer; mit beidem ginge eines verloren.

Beheben: die fehlende Angabe in figures.yaml eintragen oder die überzählige löschen.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity

FEWEST = 2
"""Stations of a drawing."""

CODE = "Z320"
SEVERITY = Severity.ERROR
TITLE = "Abbildung ohne Bild"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each figure with nothing, or more than one thing, to show."""
    for figure in context.strategy.abbildungen:
        drawn = figure.art is not None or bool(figure.stationen)
        said, field = "", "datei"
        if figure.datei and drawn:
            said = "Neben «datei» stehen «art» oder «stationen»; nur eines kann gedruckt werden. Das andere löschen."
        elif not figure.datei and not drawn:
            said = (
                "Es gibt nichts zu zeigen. «datei: bilder/…» eintragen, oder «art» und «stationen»."
            )
        elif not figure.datei and figure.art is None:
            said = "Die Angabe «art» fehlt: kreislauf oder ablauf."
        elif not figure.datei and len(figure.stationen) < FEWEST:
            said, field = "Unter «stationen» stehen weniger als zwei. Ergänzen.", "stationen"
        if said:
            at = (field,) if getattr(figure, field) else ()
            yield context.at_element(
                CODE, SEVERITY, figure.id, f"{context.called(figure.id)}: {said}", *at
            )
