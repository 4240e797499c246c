"""Geprüft wird, ob unter jedem Handlungsfeld, jedem Thema und jedem Ziel etwas steht, sofern die Stufe
darunter vorgesehen ist und andere derselben Stufe sie nutzen.

Ein Leitziel ohne Prozessziel sagt, was erreicht werden soll, aber nicht, wer etwas dafür tut. Meist
ist die Liste darunter vergessen oder beim Verschieben verloren gegangen.

Beheben: die fehlenden Ziele eintragen oder das leere Element löschen. Ist es mit Absicht leer, die
Abweichung in strategy.yaml mit Grund anerkennen.
"""

from collections.abc import Iterator

from generator.checks.context import Context
from generator.finding import Finding, Severity
from generator.model.goal import Handlungsfeld, Ziel

CODE = "Z103"
SEVERITY = Severity.WARNING
TITLE = "Element, unter dem nichts steht"


def check(context: Context) -> Iterator[Finding]:
    """One finding for each empty parent."""
    strategy = context.strategy
    empty = {s.schluessel: [] for s in strategy.kopf.stufen}  # type: dict[str, list[str]]
    filled: set[str] = set()
    for goal in strategy.goals():
        if goal.kinder:
            filled.add(goal.stufe)
        else:
            empty[goal.stufe].append(goal.id)
    for key, ids in empty.items():
        if key in filled or (ids and not _lowest(context, key)):
            for identity in ids:
                yield _finding(context, identity, _below(context, key))
    for field in strategy.ziele.handlungsfelder:
        if not field.kinder:
            yield _finding(context, field.id, _below(context, None))
    for topic in strategy.themen:
        if not topic.empfehlungen:
            yield _finding(context, topic.id, "Empfehlungen")


def _lowest(context: Context, key: str) -> bool:
    """Whether goals of a level may do without: nothing may stand below, or nowhere does."""
    below = {s.schluessel for s in context.strategy.kopf.children_of(key)}
    return not below & {goal.stufe for goal in context.strategy.goals()}


def _below(context: Context, key: str | None) -> str:
    return " oder ".join(s.mehrzahl for s in context.strategy.kopf.children_of(key))


def _finding(context: Context, identity: str, wanted: str) -> Finding:
    message = (
        f"{context.called(identity)}: Darunter steht nichts; vorgesehen sind {wanted}. "
        "Sie eintragen oder das leere Element löschen."
    )
    return context.at_element(CODE, SEVERITY, identity, message)
