"""Geprüft wird, ob unter jedem Handlungsfeld, jedem Thema und jedem Ziel etwas steht; unter einem Ziel nur,
wenn unter mindestens zwei Dritteln der Ziele derselben Stufe etwas steht: Sonst ist die Stufe darunter
offenbar freigestellt.

Ein Leitziel ohne Prozessziel sagt, was erreicht werden soll, aber nicht, wer etwas dafür tut. Meist
ist die Liste darunter vergessen oder beim Verschieben verloren gegangen.

Beheben: die fehlenden Ziele eintragen oder das leere Element löschen. Ist es mit Absicht leer, die
Abweichung in strategy.yaml mit Grund anerkennen.
"""

from collections import Counter
from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.german import listed
from generator.model.level_words import together
from generator.model.stufe import HANDLUNGSFELD

CODE = "Z103"
SEVERITY = Severity.WARNING
TITLE = "Element, unter dem nichts steht"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each empty parent."""
    strategy = context.strategy
    kopf = strategy.kopf
    all_of = Counter(goal.stufe for goal in context.goals)
    used = Counter(goal.stufe for goal in context.goals if goal.kinder)
    parents = {stufe for stufe in used if used[stufe] * 3 >= all_of[stufe] * 2}
    parents = {stufe for stufe in parents if kopf.children_of(stufe)}
    for goal in context.goals:
        if not goal.kinder and goal.stufe in parents:
            yield _finding(context, goal.id, _below(context, goal.stufe))
    for field in strategy.ziele.handlungsfelder:
        if not field.kinder:
            yield _finding(context, field.id, _below(context, HANDLUNGSFELD))
    for topic in strategy.themen:
        if not topic.empfehlungen:
            yield _finding(context, topic.id, "Empfehlungen")


def _below(context: CheckContext, key: str) -> str:
    names = [stufe.mehrzahl for stufe in context.strategy.kopf.children_of(key)]
    return listed(
        names or [together(context.strategy.kopf.stufen).many], "oder"
    )  # of no level is another finding


def _finding(context: CheckContext, identity: str, wanted: str) -> Finding:
    message = (
        f"{context.called(identity)}: Darunter steht nichts; vorgesehen sind {wanted}. "
        "Sie eintragen oder das leere Element löschen."
    )
    return context.at_element(CODE, SEVERITY, identity, message)
