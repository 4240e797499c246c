"""Two editions to their comparison: the approved changes and the decision they need."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.compare.approval import ApprovedChange, approve, decision
from generator.compare.diff import diff
from generator.compare.lineage import Lineage, lineage
from generator.compare.succession import Succession, succession
from generator.graph.edition import Edition
from generator.model.strategy import Strategy

if TYPE_CHECKING:
    from generator.compare.hints import Hint
    from generator.compare.impact import Impact


class Comparison(Struct, frozen=True, dict=True):
    """What documents about a Fortschreibung are made from; what few ask for is computed once."""

    before: Edition
    after: Edition
    changes: tuple[ApprovedChange, ...]
    decision: str
    """One of ``Kopf.approvals`` of the new edition, or "keine"."""

    @property
    def old(self) -> Strategy:
        """The strategy of the former edition."""
        return self.before.strategy

    @property
    def new(self) -> Strategy:
        """The strategy that is to be decided on."""
        return self.after.strategy

    @cached_property
    def lineage(self) -> Lineage:
        """Which elements the new edition says were split, merged or replaced."""
        return lineage(self.old, self.new)

    @cached_property
    def succession(self) -> Succession:
        """Which bodies the new edition says were merged, split or ended."""
        return succession(self.old, self.new)

    @cached_property
    def hints(self) -> tuple[Hint, ...]:
        """Which elements may have been split, merged or renumbered without saying so."""
        from generator.compare.hints import common_words, hints
        from generator.compare.kept_ids import kept_ids

        changes = [entry.change for entry in self.changes]
        common = common_words(self.old, self.new)
        return (*hints(changes, self.lineage, common), *kept_ids(changes, self.lineage, common))

    @cached_property
    def impact(self) -> Impact:
        """What hangs below or refers to what changed, and which bodies are concerned."""
        from generator.compare.impact import impact

        graphs = self.before.graph, self.after.graph
        return impact(self.changes, *graphs, self.lineage.sources, self.succession.origins)


def compare(old: Edition, new: Edition) -> Comparison:
    """Rules and reasons are those of ``new``: it is the one to be decided on."""
    changes = approve(diff(old.tree, new.tree), new.strategy, old.strategy)
    return Comparison(old, new, changes, decision(changes, new.strategy.kopf))
