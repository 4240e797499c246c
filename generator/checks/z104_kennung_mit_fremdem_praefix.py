"""Geprüft wird, ob die Kennung jedes Ziels mit dem Präfix seiner Stufe beginnt, wie es in strategy.yaml
steht: LZ03 für ein Leitziel, PZ06 für ein Prozessziel.

Die Kennung steht gedruckt neben dem Ziel. Ein Prozessziel mit der Kennung EZ17 führt Leserinnen und
Leser in die Irre; oft ist es nur auf die falsche Stufe geraten.

Beheben: das Ziel auf die richtige Stufe rücken oder, solange es neu ist, seine Kennung ändern. Hat
ein Ziel seit einer früheren Fassung die Stufe gewechselt, behält es seine Kennung; dann die
Abweichung in strategy.yaml mit Grund anerkennen.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.identity import FreeIds
from generator.read.catalogue import STRUCTURE

CODE = "Z104"
SEVERITY = Severity.HINT
TITLE = "Kennung passt nicht zur Stufe"
AFTER = STRUCTURE


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each goal whose ID does not begin with the prefix of its level."""
    levels = {s.schluessel: s for s in context.strategy.kopf.stufen}
    free: FreeIds | None = None
    for goal in context.goals:
        prefix = levels[goal.stufe].praefix
        rest = goal.id[len(prefix) :]
        if goal.id.startswith(prefix) and not rest[:1].isalpha():
            continue
        free = free or FreeIds([*context.strategy.by_id, *(context.former or ())])
        message = (
            f"{context.called(goal.id)}: Kennungen dieser Stufe beginnen mit «{prefix}». Die Stufe "
            f"prüfen; ist sie richtig und der Eintrag neu, die Kennung {free.next(prefix + '01')} verwenden."
        )
        yield context.at_element(CODE, SEVERITY, goal.id, message)
