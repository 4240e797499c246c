"""Geprüft wird, ob einem Ziel oder einer Empfehlung der Punkt am Ende fehlt, obwohl mindestens zwei
Drittel derselben Stufe mit einem Satzzeichen schließen.

Der fehlende Punkt ist ein Schönheitsfehler. Er kann aber auch zeigen, dass der Wortlaut beim
Kopieren abgeschnitten wurde.

Beheben: den Wortlaut mit der Vorlage vergleichen und den Punkt ergänzen. Ist der Wortlaut so
beschlossen, kann der Hinweis stehen bleiben oder in strategy.yaml mit Grund anerkannt werden.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity

CODE = "Z308"
SEVERITY = Severity.HINT
TITLE = "Schlusspunkt fehlt"

_FEWEST = 3
_ENDS = (".", "!", "?", ".“", ".)", ".”", ".«", "…")


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each wording that stands out by having no full stop."""
    levels: dict[str, list[tuple[str, bool]]] = {}
    for element in context.wordings:
        kind = getattr(element, "stufe", "empfehlung")
        levels.setdefault(kind, []).append((element.id, element.text.endswith(_ENDS)))
    for elements in levels.values():
        closed = sum(ends for _, ends in elements)
        if len(elements) < _FEWEST or closed * 3 < len(elements) * 2:
            continue
        for identity, ends in elements:
            if not ends:
                message = (
                    f"{context.called(identity)} endet ohne Punkt, {closed} von {len(elements)} derselben "
                    "Stufe haben einen. Den Wortlaut vergleichen und den Punkt ergänzen."
                )
                yield context.at_element(CODE, SEVERITY, identity, message, "text")
