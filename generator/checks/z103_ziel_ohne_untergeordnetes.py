"""Geprüft wird, ob unter jedem Handlungsfeld, jedem Thema und jedem Ziel etwas steht; unter einem Ziel nur,
wenn es unter den anderen derselben Stufe steht: unter allen bis auf eines oder bis auf höchstens ein Achtel. Sind
es mehr, ist die Stufe darunter offenbar freigestellt; in strategy.yaml sagt das «freigestellt: true» bei ihr
ausdrücklich. Sind die meisten Handlungsfelder noch leer, ist das ein einziger Befund.

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

_PART = 8
"""Of so many goals one may have nothing below it by mistake; where there are more, that is meant."""
_FEW = 2
"""More empty fields than these, and half of all, are a list that has only been begun."""


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each empty parent; one for all fields where most are still to be filled."""
    strategy = context.strategy
    parents = _expected(context)
    for goal in context.goals:
        if not goal.kinder and goal.stufe in parents:
            yield _finding(context, [goal.id], _below(context, goal.stufe))
    if not _optional(context, HANDLUNGSFELD):
        fields = strategy.ziele.handlungsfelder
        empty = [field.id for field in fields if not field.kinder]
        yield from _empty(context, empty, len(fields), _below(context, HANDLUNGSFELD))
    empty = [topic.id for topic in strategy.themen if not topic.empfehlungen]
    yield from _empty(context, empty, len(strategy.themen), "Empfehlungen")


def _expected(context: CheckContext) -> set[str]:
    """The levels whose goals have something below them: nearly all of them, or all but one."""
    all_of = Counter(goal.stufe for goal in context.goals)
    used = Counter(goal.stufe for goal in context.goals if goal.kinder)
    levels = (level for level in used if not _optional(context, level))
    return {
        level
        for level in levels
        if used[level] * _PART >= all_of[level] * (_PART - 1)
        or (all_of[level] - used[level] == 1 and used[level] > 1)
    }


def _optional(context: CheckContext, above: str) -> bool:
    """Whether all levels that may stand below another are declared to be optional, or there are none."""
    below = context.strategy.kopf.children_of(above)
    if above == HANDLUNGSFELD and not below:
        return False  # of no level is another finding
    return all(level.freigestellt for level in below)


def _empty(context: CheckContext, empty: list[str], among: int, wanted: str) -> Iterator[Finding]:
    """One finding each, or one for all of a list that has only been begun."""
    begun = len(empty) > _FEW and len(empty) * 2 >= among
    for identities in [empty] if begun else [[identity] for identity in empty]:
        yield _finding(context, identities, wanted)


def _below(context: CheckContext, key: str) -> str:
    names = [stufe.mehrzahl for stufe in context.strategy.kopf.children_of(key)]
    return listed(
        names or [together(context.strategy.kopf.stufen).many], "oder"
    )  # of no level is another finding


def _finding(context: CheckContext, identities: list[str], wanted: str) -> Finding:
    first, *others = identities
    if others:
        message = (
            f"{context.called(first)}: Darunter steht noch nichts, auch nicht unter {listed(others)}; "
            f"vorgesehen sind {wanted}. Sie nach und nach eintragen."
        )
    else:
        message = (
            f"{context.called(first)}: Darunter steht nichts; vorgesehen sind {wanted}. "
            "Sie eintragen oder das leere Element löschen."
        )
    return context.at_element(CODE, SEVERITY, first, message)
