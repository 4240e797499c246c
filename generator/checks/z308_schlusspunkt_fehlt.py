"""Geprüft wird, ob einem Ziel oder einer Empfehlung der Punkt am Ende fehlt, obwohl mindestens zwei
Drittel derselben Stufe mit einem Satzzeichen schließen. Wo die Nachbarn in derselben Liste ebenso wie
Überschriften geschrieben sind («Ausbau der Radwege»), ist das so gewollt; gemeldet wird nur, wer unter ihnen
auffällt.

Der fehlende Punkt ist ein Schönheitsfehler. Er kann aber auch zeigen, dass der Wortlaut beim
Kopieren abgeschnitten wurde.

Beheben: den Wortlaut mit der Vorlage vergleichen und den Punkt ergänzen. Ist der Wortlaut so
beschlossen, kann der Hinweis stehen bleiben oder in strategy.yaml mit Grund anerkannt werden.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.goal import Ziel
from generator.model.recommendation import Empfehlung

CODE = "Z308"
SEVERITY = Severity.HINT
TITLE = "Schlusspunkt fehlt"

_FEWEST = 3
_ENDS = (".", "!", "?", ".“", ".)", ".”", ".«", "…")


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each wording that stands out by having no full stop, on its level and in its list."""
    lists = [
        [(element.id, _level(element), element.text.endswith(_ENDS)) for element in listed]
        for listed in _lists(context)
    ]
    on_level = Counter(level for listed in lists for _, level, _ in listed)
    closed_on = Counter(level for listed in lists for _, level, ends in listed if ends)
    for listed in lists:
        for identity, level, ends in listed:
            closed, among = closed_on[level], on_level[level]
            usual = among >= _FEWEST and closed * 3 >= among * 2
            if usual and not ends and not _written_alike(listed, level):
                message = (
                    f"{context.called(identity)} endet ohne Punkt, {closed} von {among} derselben "
                    "Stufe haben einen. Den Wortlaut vergleichen und den Punkt ergänzen."
                )
                yield context.at_element(CODE, SEVERITY, identity, message, "text")


def _lists(context: CheckContext) -> Iterator[Iterable[Ziel | Empfehlung]]:
    """What stands below one element, goal by goal as they are printed, then topic by topic."""
    yield from (part.kinder for part in context.strategy.ziele.parts)
    yield from (goal.kinder for goal in context.goals)
    yield from (topic.empfehlungen for topic in context.strategy.themen)


def _level(element: Ziel | Empfehlung) -> str:
    return element.stufe if isinstance(element, Ziel) else "empfehlung"


def _written_alike(listed: list[tuple[str, str, bool]], level: str) -> bool:
    """Whether at least half of a list, and two of it, have no full stop: then it is meant so."""
    ends = [ends for _, of, ends in listed if of == level]
    without = len(ends) - sum(ends)
    return without > 1 and without * 2 >= len(ends)
