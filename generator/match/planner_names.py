"""The elements of a strategy by ID, as a planner calls them."""

from __future__ import annotations

from generator.model.base import Element
from generator.model.goal import Ziel
from generator.model.kinds import both_ids, kind_of
from generator.model.strategy import Strategy


def called(strategy: Strategy) -> dict[str, str]:
    """ "Ergebnisziel EZ33"; "Kapitel «Vorwort»" for what has an ID that is never printed."""
    stufen = {stufe.schluessel: stufe.name for stufe in strategy.kopf.stufen}
    return {identity: _called(element, stufen) for identity, element in strategy.by_id.items()}


def _called(element: Element, stufen: dict[str, str]) -> str:
    kind = kind_of(element)
    if not kind.shows_id:
        return f"{kind.label} «{kind.name(element)}»"
    label = stufen.get(element.stufe, element.stufe) if isinstance(element, Ziel) else kind.label
    return f"{label} {both_ids(element)}"
