"""A strategy and wordings by ID to the same strategy with those wordings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.model.goal import Ziel
from generator.model.strategy import Strategy

Wordings = Mapping[str, str]
"""ID of a goal or an Empfehlung to its wording."""


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
            empfehlungen=tuple(
                _replaced(e, text=new[e.id]) if e.id in new else e for e in thema.empfehlungen
            ),
        )
        for thema in strategy.themen
    )
    return Strategy.model_construct(**fields)


def _goal(goal: Ziel, new: Wordings) -> Ziel:
    changed: Ziel = _with_children(goal, new)
    return _replaced(changed, text=new[goal.id]) if goal.id in new else changed


def _with_children(holder: Any, new: Wordings) -> Any:
    return _replaced(holder, kinder=tuple(_goal(child, new) for child in holder.kinder))


def _replaced(record: Any, **values: Any) -> Any:
    return record.model_copy(update=values)
