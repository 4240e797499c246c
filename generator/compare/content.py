"""A strategy to what of it is compared, and the tree of an edition back to a strategy."""

from __future__ import annotations

from typing import Any

from generator.model.goal import Uebergreifend, Zielsystem
from generator.model.head import Schwellen
from generator.model.kinds import BY_RECORD, STRATEGY
from generator.model.part_choices import Parts
from generator.model.strategy import Strategy
from generator.model.text import Prosatext
from generator.model.tree import FIELDS, OUTSIDE, OUTSIDE_LAST, Tree

HOUSE_RULES: dict[str, Any] = {
    "format": 1,
    "anzahl": {},
    "abweichungen": (),
    "schweregrade": {},
    "schwellen": Schwellen(),
    "schreibweisen": {},
    "geschlechterform": None,
    "beschlussregeln": (),
    "gremien": (),
    "teile": Parts(),
}
"""Fields of strategy.yaml that steer the program and are printed nowhere, as if never set."""


def rebuild(tree: Tree, like: Strategy) -> Strategy:
    """The strategy a tree describes; house rules and reasons are those of ``like``."""
    lists = {
        name: tuple(_with_children(tree, key) for key in keys)
        for name, keys in tree.children.items()
        if name not in tree.records
    }
    kopf = tree.records[STRATEGY]
    in_head = {name: lists.pop(name) for name in ("kapitel", "bezugsrahmen")}
    outside, last = lists.pop(OUTSIDE), lists.pop(OUTSIDE_LAST, ())
    goals = Zielsystem(
        uebergreifend=Uebergreifend(kinder=(*outside, *last), am_ende=bool(last and not outside)),
        handlungsfelder=lists.pop(FIELDS),
    )
    texts = tuple(sorted(tree.texts.values(), key=_text_order))
    # no copy, which would keep what was computed from the former parts
    kept = {name: getattr(like, name) for name in Strategy.model_fields}
    parts = {"kopf": kopf.model_copy(update=in_head), "ziele": goals, "texte": texts}
    return Strategy.model_construct(**{**kept, **parts, **lists})  # of parts that are validated


def _with_children(tree: Tree, key: str) -> Any:
    record = tree.records[key]
    kind = BY_RECORD[type(record)]
    children = tuple(_with_children(tree, child) for child in tree.children.get(key, ()))
    if not children and not kind.below(record):
        return record
    return record.model_copy(update={kind.children: children})


def childless(record: Any) -> Any:
    """The record without the elements below it."""
    children = BY_RECORD[type(record)].children
    return record.model_copy(update={children: ()}) if children else record


def _text_order(text: Prosatext) -> tuple[str, bool]:
    return text.id, text.stelle == "nach"
