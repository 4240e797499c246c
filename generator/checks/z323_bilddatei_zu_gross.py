"""Geprüft wird, wie groß eine Bilddatei ist. Über 3 MB ist es eine Warnung; über 16 MB wird die
Datei nicht gelesen, und das ist ein Fehler.

Jedes Word-Dokument wird um so viel größer, wie es seine Bilder sind, und lässt sich schlecht verschicken.

Beheben: das Bild im Bildprogramm verkleinern. Für die volle Breite einer Seite genügen 1.900 Pixel; Fotos
als jpg speichern, Zeichnungen als svg oder png.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity

LARGE = 3 << 20
"""Bytes: several of them still fit into a mail."""

CODE = "Z323"
SEVERITY = Severity.WARNING
TITLE = "Bilddatei zu groß"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each figure whose file is large, or too large to be read."""
    files = context.pictures.files if context.pictures else {}
    for figure in context.strategy.abbildungen if files else ():
        file = files.get(figure.datei or "")
        called = context.called(figure.id)
        if file and file.mistake == "heavy":
            yield context.at_element(
                CODE, Severity.ERROR, figure.id, f"{called}: {file.said}", "datei"
            )
        elif file and file.picture and file.size > LARGE:
            size = f"{file.size / (1 << 20):.1f}".replace(".", ",")
            message = f"{called}: {figure.datei} ist {size} MB groß. Das Bild verkleinern, Fotos als jpg speichern."
            yield context.at_element(CODE, SEVERITY, figure.id, message, "datei")
