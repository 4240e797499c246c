"""Geprüft wird, ob jede Datei im Ordner bilder zu einer Abbildung gehört.

Eine Datei, die niemand nennt, wird nicht gedruckt und mit einer Fassung nicht gesiegelt. Meist ist sie
übrig geblieben, oder in figures.yaml fehlt der Eintrag dazu.

Beheben: sie unter «datei» bei einer Abbildung nennen oder aus dem Ordner nehmen.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Position, Severity

CODE = "Z326"
SEVERITY = Severity.HINT
TITLE = "Bilddatei nicht verwendet"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each file that no figure names."""
    for shown in context.pictures.unused if context.pictures else ():
        message = (
            f"Die Datei {shown.rpartition('/')[2]} im Ordner bilder gehört zu keiner Abbildung. Sie in figures.yaml "
            "unter «datei» nennen oder herausnehmen."
        )
        yield Finding(CODE, SEVERITY, message, Position(shown, 1, 1))
