"""Levels of goals to the words that speak of all of them: "Ziele", "Leitlinien und Maßnahmen".

Not everything is a Ziel: only where every level is one ("Leitziel", "operatives Ziel") may a
sentence say so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from generator.model.german import dative_plural, listed
from generator.model.goal import Ziel
from generator.model.strategy import Strategy
from generator.model.stufe import Stufe

_GOAL = "ziel"


class LevelWords(Struct, frozen=True):
    """What some elements are called together: one of them, many, and many in the dative."""

    one: str
    many: str
    to_many: str
    only_goals: bool = False

    def overview(self, of_goals: str) -> str:
        """The heading over all of them: ``of_goals`` ("Zielübersicht") where they are goals."""
        if self.only_goals:
            return of_goals
        first, *rest = self.many.split(", ")  # of more than two kinds only the first is named
        return f"{first} und was darunter steht" if rest else f"{first} im Überblick"


GOALS = LevelWords("Ziel", "Ziele", "Zielen", only_goals=True)
RECOMMENDATIONS = LevelWords("Empfehlung", "Empfehlungen", "Empfehlungen")
REGISTERS = LevelWords("Register", "Register", "Registern")


def together(levels: Iterable[Stufe], *others: LevelWords) -> LevelWords:
    """What the goals of those levels are called, and others after them; GOALS where there are none."""
    found = list(dict.fromkeys(levels))
    goals = [level for level in found if _is_goal(level)]
    names: list[LevelWords] = []
    for level in found:
        words = GOALS if len(goals) > 1 or goals == found else _own(level)
        names.append(words if _is_goal(level) else _own(level))
    names = [*(dict.fromkeys(names) or [GOALS]), *others]
    return LevelWords(
        listed([words.one for words in names], "oder"),
        listed([words.many for words in names]),
        listed([words.to_many for words in names]),
        all(words.only_goals for words in names),
    )


def of_goals(
    strategy: Strategy, goals: Iterable[Ziel] | None = None, *others: LevelWords
) -> LevelWords:
    """What some goals of a strategy are called together, None for all of them."""
    there = strategy.levels if goals is None else {goal.stufe for goal in goals}
    return together((s for s in strategy.kopf.stufen if s.schluessel in there), *others)


def overview(strategy: Strategy, of_all: str) -> str:
    """The heading over all goals of a strategy, see ``Words.overview``.

    Of levels side by side below a Handlungsfeld none stands below another.
    """
    words, tops = of_goals(strategy), tuple(strategy.roots())
    if words.only_goals or len({goal.stufe for goal in tops}) < 2:
        return words.overview(of_all)
    return f"{of_goals(strategy, tops).many} im Überblick"


def of_everything(strategy: Strategy, *others: LevelWords) -> LevelWords:
    """What all goals and, where there are some, the Empfehlungen are called together."""
    ours = (RECOMMENDATIONS, *others) if strategy.themen else others
    return of_goals(strategy, None, *ours)


def of_tasks(*editions: Strategy) -> LevelWords:
    """What bodies are responsible for, in one edition or in two; all goals where no body is for any."""
    return _with(editions, lambda goal: (goal,))


def below_tasks(*editions: Strategy) -> LevelWords:
    """What stands directly below that for which bodies are responsible."""
    return _with(editions, lambda goal: goal.kinder)


def _with(editions: Iterable[Strategy], which: Callable[[Ziel], tuple[Ziel, ...]]) -> LevelWords:
    levels: list[Stufe] = []
    every: list[Stufe] = []
    for strategy in editions:
        there = {g.stufe for goal in strategy.goals() if goal.zustaendig for g in which(goal)}
        levels += [s for s in strategy.kopf.stufen if s.schluessel in there]
        every += [s for s in strategy.kopf.stufen if s.schluessel in strategy.levels]
    return together(levels or every)


def _is_goal(level: Stufe) -> bool:
    return level.name.lower().endswith(_GOAL)


def _own(level: Stufe) -> LevelWords:
    return LevelWords(level.name, level.mehrzahl, dative_plural(level.mehrzahl))
