"""Two editions to their comparison: the approved changes and the decision they need."""

from dataclasses import dataclass

from generator.compare.approval import ApprovedChange, approve, decision
from generator.compare.diff import diff
from generator.model.strategy import Strategy


@dataclass(frozen=True, slots=True)
class Comparison:
    """What documents about a Fortschreibung are made from."""

    old: Strategy
    new: Strategy
    changes: tuple[ApprovedChange, ...]
    decision: str
    """"kreistag", "ungeregelt", "verwaltung" or "keine"."""


def compare(old: Strategy, new: Strategy) -> Comparison:
    """Rules and reasons are those of ``new``: it is the one to be decided on."""
    changes = approve(diff(old, new), new)
    return Comparison(old, new, changes, decision(changes))
