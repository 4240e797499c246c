"""A strategy to the running numbers of its goals: Ziel 7, Maßnahme 7.2, Maßnahme 12."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from generator.model.goal import Ziel
from generator.model.strategy import Strategy

PER_FIELD = "laufend-je-feld"


def goal_numbers(strategy: Strategy) -> Mapping[str, str]:
    """IDs to numbers, empty where the strategy asks for none; of a duplicate ID the first counts.

    Each level has its own count. Goals directly below a Handlungsfeld, or outside of all, are counted
    in print order through the document, or anew in each of these parts; what stands below a goal has
    its number in front.
    """
    setting = strategy.kopf.nummerierung
    found: dict[str, str] = {}
    count: Counter[str] = Counter()
    for part in strategy.ziele.parts if setting else ():
        if setting == PER_FIELD:
            count = Counter()
        for goal, number in _counted(part.kinder, "", count):
            found.setdefault(goal.id, number)
    return found


def _counted(
    goals: tuple[Ziel, ...], before: str, count: Counter[str]
) -> Iterator[tuple[Ziel, str]]:
    for goal in goals:
        count[goal.stufe] += 1
        number = f"{before}{count[goal.stufe]}"
        yield goal, number
        yield from _counted(goal.kinder, f"{number}.", Counter())
