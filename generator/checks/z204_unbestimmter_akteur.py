"""Geprüft wird, ob Akteure, die etwas tragen, bestimmt benannt sind. Gemeldet werden Akteure mit der Art
«unbestimmt» und Namen wie «fachlich zuständige Ämter», «alle Ämter», «zuständige Stellen» oder
«N. N.».

Wer eine solche Bezeichnung liest, weiß nicht, an wen er sich wenden soll, und beim Abfragen des
Umsetzungsstandes gibt es niemanden, der antworten muss.

Beheben: die gemeinten Stellen einzeln nennen, am besten mit einer federführenden
(«rolle: federfuehrung»). Ist die offene Bezeichnung so beschlossen, kann der Hinweis stehen bleiben
oder in strategy.yaml mit Grund anerkannt werden.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.graph.queries import goals_of, recommendations_to

CODE = "Z204"
SEVERITY = Severity.HINT
TITLE = "Unbestimmter Akteur"

_STEMS = (
    "zuständig", "all", "sonstig", "weiter", "ander", "verschieden", "divers", "betroffen",
    "jeweilig", "entsprechend", "betreffend", "offen", "unbekannt",
)  # fmt: skip
_ENDINGS = ("", "e", "en", "er", "es", "em")
_VAGUE = frozenset(stem + ending for stem in _STEMS for ending in _ENDINGS)
_PLACEHOLDERS = frozenset({"nn", "n.n.", "ua", "u.a.", "etc.", "usw."})


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each vague body that carries something."""
    for actor in context.strategy.akteure:
        if actor.art != "unbestimmt" and not _vague(actor.name):
            continue
        goals = goals_of(context.graph, actor.id)
        carried = [*goals, *recommendations_to(context.graph, actor.id)]
        if carried:
            shown = ", ".join(carried[:5]) + (" …" if len(carried) > 5 else "")
            message = (
                f"{context.called(actor.id)}: «{actor.name}» benennt niemanden bestimmten "
                f"(bei {shown}). Die gemeinten Stellen einzeln nennen."
            )
            yield context.at_element(CODE, SEVERITY, actor.id, message, "name")


def _vague(name: str) -> bool:
    words = name.lower().replace(". ", ".").split()
    return not _VAGUE.isdisjoint(words) or not _PLACEHOLDERS.isdisjoint(words)
