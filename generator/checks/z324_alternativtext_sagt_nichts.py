"""Geprüft wird, ob der Alternativtext einer Abbildung sagt, was zu sehen ist. Er sagt nichts, wenn er nur den Titel oder
den Dateinamen wiederholt oder aus einem Wort wie «Bild», «Foto» oder «Grafik» besteht. Fehlt er ganz, ist
das ein Fehler der Datei (Z009).

Wer das Bild nicht sehen kann, bekommt den Alternativtext vorgelesen; die Verordnung über barrierefreie
Informationstechnik verlangt ihn.

Beheben: in ein bis zwei Sätzen beschreiben, was das Bild zeigt und was daraus hervorgeht.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity

EMPTY = frozenset(
    ["", "abbildung", "bild", "foto", "grafik", "schaubild", "diagramm", "logo", "karte", "todo"]
)
"""Words that say of a picture no more than that it is one."""

CODE = "Z324"
SEVERITY = Severity.WARNING
TITLE = "Alternativtext sagt nichts"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each figure whose alternative text tells no one what is to be seen."""
    for figure in context.strategy.abbildungen:
        said, name = _bare(figure.alternativtext), (figure.datei or "").rpartition("/")[2]
        others = map(_bare, (figure.titel, name, name.rpartition(".")[0]))
        if said.rstrip("0123456789") in EMPTY or said in others:
            message = (
                f"{context.called(figure.id)}: Der Alternativtext «{figure.alternativtext}» sagt nicht, was zu sehen "
                "ist. In ein bis zwei Sätzen beschreiben."
            )
            yield context.at_element(CODE, SEVERITY, figure.id, message, "alternativtext")


def _bare(text: str) -> str:
    """Letters and digits alone."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())
