"""Geprüft wird, ob jedes Ziel einer Stufe, die Zuständigkeit trägt, mindestens eine zuständige Stelle
nennt. Welche Stufen das sind, steht in strategy.yaml («traegt: [zustaendigkeit]»); üblich sind die
Prozessziele. Fehlt sie noch den meisten Zielen einer Stufe, ist das ein einziger Befund.

Ein Ziel, für das niemand zuständig ist, wird nicht umgesetzt, und über seinen Stand berichtet
niemand. In der Beratung ist «Wer macht das?» die erste Frage.

Beheben: beim Ziel unter «zustaendig» mindestens eine Kennung aus actors.yaml eintragen. Ist die
Zuständigkeit noch offen, die Abweichung in strategy.yaml mit Grund anerkennen, damit die Lücke
sichtbar bleibt.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.german import dative_plural

CODE = "Z201"
SEVERITY = Severity.ERROR
TITLE = "Zuständigkeit fehlt"

_FEW = 5
"""More than these, and half of a level, are a strategy that is being begun."""
_ADVICE = "Unter «zustaendig» mindestens eine Kennung aus actors.yaml eintragen."


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each goal without a body where its level carries one."""
    accepted = {entry.id for entry in context.strategy.kopf.abweichungen if entry.regel == CODE}
    for level in context.strategy.kopf.stufen:
        if level.schluessel not in context.graph.graph["carriers"]:
            continue
        goals = [goal for goal in context.goals if goal.stufe == level.schluessel]
        without = [goal.id for goal in goals if not goal.zustaendig]
        open_ones = [identity for identity in without if identity not in accepted]
        begun = len(open_ones) > _FEW and len(without) * 2 >= len(goals)
        if begun:
            yield _still_open(context, open_ones, len(goals), level.schluessel)
        for identity in without:
            if not begun or identity in accepted:
                message = f"{context.called(identity)} hat keine Zuständigkeit. {_ADVICE}"
                yield context.at_element(CODE, SEVERITY, identity, message, "zustaendig")


def _still_open(context: CheckContext, without: list[str], among: int, level: str) -> Finding:
    """One finding for a level whose bodies are still to be entered."""
    first = context.called(without[0])
    message = (
        f"{len(without)} von {among} {dative_plural(context.plural(level))} haben noch keine Zuständigkeit, zuerst {first}. {_ADVICE} "
        "Trägt die Stufe keine, in strategy.yaml bei ihr «zustaendigkeit» unter «traegt» löschen."
    )
    return context.at_element(CODE, SEVERITY, without[0], message, "zustaendig")
