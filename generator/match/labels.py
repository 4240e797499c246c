"""The elements of a strategy by ID, as a planner calls them."""

from __future__ import annotations

from generator.model.base import Element
from generator.model.goal import Ziel
from generator.model.kinds import LEVELS
from generator.model.recommendation import Empfehlung
from generator.model.strategy import Strategy


def called(strategy: Strategy) -> dict[str, str]:
    """ "Ergebnisziel EZ33"; "Kapitel «Vorwort»" for what has an ID that is never printed."""
    stufen = {stufe.schluessel: stufe.name for stufe in strategy.kopf.stufen}
    return {identity: _called(element, stufen) for identity, element in strategy.by_id.items()}


def _called(element: Element, stufen: dict[str, str]) -> str:
    if isinstance(element, Ziel):
        return f"{stufen.get(element.stufe, element.stufe)} {element.kuerzel or element.id}"
    kind = LEVELS.get(type(element).__name__.lower(), "")
    if isinstance(element, Empfehlung):
        return f"{kind} {element.kuerzel or element.id}"
    names = (getattr(element, field, None) for field in ("titel", "name", "bezeichnung", "urheber"))
    return f"{kind} «{next((name for name in names if name), element.id)}»"
