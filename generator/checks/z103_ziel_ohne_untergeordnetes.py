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

from generator.checks.begun import named, one_or_each
from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.german import dative_plural, listed
from generator.model.level_words import together
from generator.model.stufe import HANDLUNGSFELD

CODE = "Z103"
SEVERITY = Severity.WARNING
TITLE = "Element, unter dem nichts steht"

_FEW = 2
"""Goals with something below them; fewer do not show what is usual."""
_PART = 8
"""Of so many goals one may have nothing below it by mistake; where there are more, that is meant."""


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each empty parent; one for all fields where most are still to be filled."""
    strategy = context.strategy
    parents = _expected(context)
    for goal in context.goals:
        if not goal.kinder and goal.stufe in parents:
            yield _finding(context, goal.id, _below(context, goal.stufe))
    if not _optional(context, HANDLUNGSFELD):
        fields = strategy.ziele.handlungsfelder
        empty = [field.id for field in fields if not field.kinder]
        yield from _empty(
            context, "Handlungsfelder", empty, len(fields), _below(context, HANDLUNGSFELD)
        )
    empty = [topic.id for topic in strategy.themen if not topic.empfehlungen]
    yield from _empty(context, "Themen", empty, len(strategy.themen), "Empfehlungen")


def _expected(context: CheckContext) -> set[str]:
    """The levels whose goals have something below them: nearly all of them, or all but one."""
    all_of = Counter(goal.stufe for goal in context.goals)
    used = Counter(goal.stufe for goal in context.goals if goal.kinder)
    levels = (level for level in used if not _optional(context, level))
    return {
        level
        for level in levels
        if used[level] * _PART >= all_of[level] * (_PART - 1)
        or (all_of[level] - used[level] == 1 and used[level] > _FEW)
    }


def _optional(context: CheckContext, above: str) -> bool:
    """Whether all levels that may stand below another are declared to be optional, or there are none."""
    below = context.strategy.kopf.children_of(above)
    if above == HANDLUNGSFELD and not below:
        return False  # of no level is another finding
    return all(level.freigestellt for level in below)


def _empty(
    context: CheckContext, kind: str, empty: list[str], among: int, wanted: str
) -> Iterator[Finding]:
    def each(identity: str) -> Finding:
        return _finding(context, identity, wanted)

    def together(identities: list[str]) -> Finding:
        message = (
            f"Unter {len(identities)} von {among} {dative_plural(kind)} steht noch nichts ({named(identities)}), zuerst unter "
            f"{context.called(identities[0])}; vorgesehen sind {wanted}. Sie nach und nach eintragen."
        )
        return context.at_element(CODE, SEVERITY, identities[0], message)

    yield from one_or_each(context, CODE, empty, among, each, together)


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
