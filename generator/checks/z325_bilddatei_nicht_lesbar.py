"""Geprüft wird, ob eine Bilddatei ist, was ihre Endung sagt: ein ganzes PNG- oder JPEG-Bild mit höchstens 60 Millionen
Pixeln oder eine SVG-Zeichnung, die nur zeichnet. Eine Zeichnung mit Skripten, Verweisen auf andere Dateien
oder das Internet, eingebetteten Bildern oder Entitäten wird nicht gelesen, ebenso wenig ein Verweis
(Symlink) anstelle der Datei.

Word zeigte sonst ein rotes Kreuz oder hielte das Dokument für beschädigt; eine Zeichnung, die mehr tut als
zeichnen, könnte beim Öffnen etwas laden, das niemand geprüft hat.

Beheben: das Bild im Bildprogramm in der richtigen Form speichern; umbenennen genügt nicht.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity

CODE = "Z325"
SEVERITY = Severity.ERROR
TITLE = "Bilddatei nicht lesbar"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each figure whose file is no picture, or none to be trusted."""
    files = context.pictures.files if context.pictures else {}
    for figure in context.strategy.abbildungen if files else ():
        file = files.get(figure.datei or "")
        if file and file.mistake == "other":
            message = f"{context.called(figure.id)}: {file.said}"
            yield context.at_element(CODE, SEVERITY, figure.id, message, "datei")
