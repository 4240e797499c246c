"""One edition of a strategy with what follows from it, each part made once and when it is asked for."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.graph.numbering import Numbering, number
from generator.model.neighbour import Nachbarplan
from generator.model.strategy import Strategy
from generator.model.tree import Tree, tree

if TYPE_CHECKING:
    from generator.graph.build import Graph


class Edition(Struct, frozen=True, dict=True):
    """What is handed along instead of a strategy, so that nobody computes a part of it again."""

    strategy: Strategy
    neighbours: tuple[Nachbarplan, ...] = ()
    """The other plans of the house that it refers to, as they lie beside it; only the folder knows them."""

    @cached_property
    def tree(self) -> Tree:
        """Its elements side by side."""
        return tree(self.strategy)

    @cached_property
    def graph(self) -> Graph:
        """Hierarchy, responsibilities and references."""
        from generator.graph.build import build

        return build(self.strategy, self.tree)

    @cached_property
    def tallies(self) -> dict[str, Counter[str]]:
        """For every node that contains something (the root too), kind -> number below it."""
        from generator.graph.queries import tallies

        return tallies(self.graph)

    @cached_property
    def numbering(self) -> Numbering:
        """Its printed numbers."""
        return number(self.strategy)
