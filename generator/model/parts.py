"""Which parts a document has besides its chapters: as the house chose, else by the size of the strategy."""

from __future__ import annotations

from generator.model.kinds import ELEMENTS
from generator.model.part_choices import PARTS
from generator.model.strategy import Strategy

SHORT = 60
"""Up to so many goals and Empfehlungen a strategy is short: a reader leafs through them as quickly as
through an overview of them, and tables about them would double the paper."""

REPEATING = frozenset(
    {"auf_einen_blick", "abbildungsverzeichnis", "tabellenverzeichnis", "uebersicht",
     "zustaendigkeitsmatrix", "stellenverzeichnis"}
)  # fmt: skip
"""What only counts, sorts or repeats what the chapters say: a short strategy goes without."""

_BODIES = "stellenverzeichnis"
"""What it says of each body is what it does: without that it is a list of names."""
HOMES = {kind.key: kind.part for kind in ELEMENTS if kind.part}
"""Kinds of elements to the part in which their entries stand."""


def size(strategy: Strategy) -> int:
    """How many goals of all levels and Empfehlungen it has."""
    return sum(1 for _ in strategy.goals()) + sum(1 for _ in strategy.recommendations())


def printed_parts(strategy: Strategy) -> frozenset[str]:
    """The parts that its document has, as far as there is something to stand in them."""
    return frozenset(PARTS) - left_out(strategy)


def left_out(strategy: Strategy) -> frozenset[str]:
    """The parts that the house does not want, that have nothing to say or that the strategy is too short for."""
    chosen = strategy.kopf.teile
    by_size = by_its_size(strategy)
    return frozenset(
        part
        for part in PARTS
        if (getattr(chosen, part) or chosen.uebrige) == "weglassen"
        or part in by_size
        or (part == _BODIES and _says_nothing(strategy))
    )


def _says_nothing(strategy: Strategy) -> bool:
    """Whether nobody asked for the part and no body is responsible for a goal or asked for something."""
    chosen = strategy.kopf.teile
    return not (
        getattr(chosen, _BODIES)
        or chosen.uebrige
        or any(goal.zustaendig for goal in strategy.goals())
        or any(request.adressaten for request in strategy.recommendations())
    )


def by_its_size(strategy: Strategy) -> frozenset[str]:
    """The parts of which nobody said anything and that are left out as the strategy is short."""
    chosen = strategy.kopf.teile
    if chosen.uebrige or size(strategy) > SHORT:
        return frozenset()
    return frozenset(part for part in REPEATING if not getattr(chosen, part))
