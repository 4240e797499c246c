"""Geprüft wird, ob jede Bilddatei, die figures.yaml unter «datei» nennt, im Ordner bilder liegt und genau so heißt,
auch in Groß- und Kleinschreibung.

Auf Rechnern, die groß und klein nicht unterscheiden, fiele eine andere Schreibung nicht auf; auf anderen
fehlte das Bild.

Beheben: die Datei in den Ordner bilder legen oder den Namen berichtigen. Andere Ordner und Verweise auf
Dateien außerhalb werden nicht gelesen.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity

CODE = "Z321"
SEVERITY = Severity.ERROR
TITLE = "Bilddatei fehlt"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each figure whose file is not there."""
    files = context.pictures.files if context.pictures else {}
    for figure in context.strategy.abbildungen if files else ():
        file = files.get(figure.datei or "")
        if file and file.mistake == "missing":
            message = f"{context.called(figure.id)}: {file.said}"
            yield context.at_element(CODE, SEVERITY, figure.id, message, "datei")
