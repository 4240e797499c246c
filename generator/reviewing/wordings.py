"""A strategy and wordings of its elements to the same strategy with those wordings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.model.goal import Ziel
from generator.model.strategy import Strategy

WordedField = tuple[str, str]
"""ID of a goal or an Empfehlung, and "text" or "titel"."""
Wordings = Mapping[WordedField, str]


def with_wordings(strategy: Strategy, new: Wordings) -> Strategy:
    """Every other value stays; of an ID given twice, both elements change."""
    ziele = strategy.ziele
    fields = {name: getattr(strategy, name) for name in type(strategy).model_fields}
    fields["ziele"] = _replaced(
        ziele,
        uebergreifend=_with_children(ziele.uebergreifend, new),
        handlungsfelder=tuple(_with_children(feld, new) for feld in ziele.handlungsfelder),
    )
    fields["themen"] = tuple(
        _replaced(
            thema,
            empfehlungen=tuple(_reworded(e, new) for e in thema.empfehlungen),
        )
        for thema in strategy.themen
    )
    return Strategy.model_construct(**fields)


def _goal(goal: Ziel, new: Wordings) -> Ziel:
    changed: Ziel = _reworded(_with_children(goal, new), new)
    return changed


def _reworded(element: Any, new: Wordings) -> Any:
    said = {f: new[element.id, f] for f in ("titel", "text") if (element.id, f) in new}
    return _replaced(element, **said) if said else element


def _with_children(holder: Any, new: Wordings) -> Any:
    return _replaced(holder, kinder=tuple(_goal(child, new) for child in holder.kinder))


def _replaced(record: Any, **values: Any) -> Any:
    return record.model_copy(update=values)
