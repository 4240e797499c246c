"""Geprüft wird, ob Akteure, die etwas tragen, bestimmt benannt sind. Gemeldet werden Akteure mit der Art
«unbestimmt» und Namen wie «fachlich zuständige Ämter», «alle Ämter», «zuständige Stellen» oder
«N. N.».

Wer eine solche Bezeichnung liest, weiß nicht, an wen er sich wenden soll, und beim Abfragen des
Umsetzungsstandes gibt es niemanden, der antworten muss.

Beheben: die gemeinten Stellen einzeln nennen, am besten mit einer federführenden
(«rolle: federfuehrung»). Ist die offene Bezeichnung so beschlossen, kann der Hinweis stehen bleiben
oder in strategy.yaml mit Grund anerkannt werden.
"""

import re
from collections.abc import Iterator

from generator.checks.context import Context
from generator.finding import Finding, Severity
from generator.graph.queries import goals_of, recommendations_to

CODE = "Z204"
SEVERITY = Severity.HINT
TITLE = "Unbestimmter Akteur"

_VAGUE = re.compile(
    r"\b(?:(?:fachlich\s+)?zuständige[nr]?|alle[nr]?|sonstige[nr]?|weitere[nr]?|andere[nr]?"
    r"|verschiedene[nr]?|diverse[nr]?|betroffene[nr]?|jeweilige[nrs]?|entsprechende[nr]?"
    r"|betreffende[nr]?|noch offen|unbekannt|N\.\s?N\.|NN|u\.\s?a\.|etc\.|usw\.)(?!\w)",
    re.IGNORECASE,
)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each vague body that carries something."""
    for actor in context.strategy.akteure:
        if actor.art != "unbestimmt" and not _VAGUE.search(actor.name):
            continue
        goals = goals_of(context.graph, actor.id, parts=False)
        carried = [*goals, *recommendations_to(context.graph, actor.id)]
        if carried:
            shown = ", ".join(carried[:5]) + (" …" if len(carried) > 5 else "")
            message = (
                f"{context.called(actor.id)}: «{actor.name}» benennt niemanden bestimmten "
                f"(bei {shown}). Die gemeinten Stellen einzeln nennen."
            )
            yield context.at_element(CODE, SEVERITY, actor.id, message, "name")
