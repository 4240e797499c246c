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
from functools import partial

from generator.checks.begun import named, one_or_each
from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.german import dative_plural

CODE = "Z201"
SEVERITY = Severity.ERROR
TITLE = "Zuständigkeit fehlt"

_ADVICE = "Unter «zustaendig» mindestens eine Kennung aus actors.yaml eintragen."


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each goal without a body where its level carries one."""
    for level in context.strategy.kopf.stufen:
        if level.schluessel in context.graph.graph["carriers"]:
            goals = [goal for goal in context.goals if goal.stufe == level.schluessel]
            without = [goal.id for goal in goals if not goal.zustaendig]
            each = partial(_finding, context)
            together = partial(_still_open, context, len(goals), level.schluessel)
            yield from one_or_each(context, CODE, without, len(goals), each, together)


def _finding(context: CheckContext, identity: str) -> Finding:
    message = f"{context.called(identity)} hat keine Zuständigkeit. {_ADVICE}"
    return context.at_element(CODE, SEVERITY, identity, message, "zustaendig")


def _still_open(context: CheckContext, among: int, level: str, without: list[str]) -> Finding:
    """One finding for a level whose bodies are still to be entered."""
    message = (
        f"{len(without)} von {among} {dative_plural(context.plural(level))} haben noch keine Zuständigkeit "
        f"({named(without)}). {_ADVICE} Trägt die Stufe keine, in strategy.yaml bei ihr «zustaendigkeit» unter "
        "«traegt» löschen."
    )
    return context.at_element(CODE, SEVERITY, without[0], message, "zustaendig")
