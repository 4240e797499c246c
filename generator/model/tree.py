"""A strategy to a flat table of its elements: each by a key, with its parent and its children."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from generator.model.goal import Ziel
from generator.model.kinds import BY_RECORD, ELEMENTS, IN_CHAPTER, STRATEGY
from generator.model.strategy import Strategy
from generator.model.text import Prosatext

OUTSIDE, OUTSIDE_LAST = "uebergreifend", "uebergreifend_am_ende"
"""The list of the goals that stand outside every Handlungsfeld: before them or behind them."""

FIELDS = "handlungsfelder"

TextKey = tuple[str, str]


class Tree(Struct, frozen=True):
    """Every element by key, its parent, the children of every parent in order, and the texts.

    The key of an element is its kind and its name, "ziel:EZ05"; the name is its ID, of a second
    element with that ID "EZ05#2". What hangs below nothing has the name of its list as parent, which
    has no colon. ``records`` begins with the head, under STRATEGY. Records keep the children they
    had; ``children`` is what counts.
    """

    records: dict[str, Any]
    parents: dict[str, str]
    children: dict[str, list[str]]
    texts: dict[TextKey, Prosatext]
    keys: dict[str, str]
    """The key to each name."""

    def kind(self, key: str) -> str:
        """What the graph calls the kind of an element: the key of the Stufe of a goal."""
        record = self.records[key]
        return record.stufe if isinstance(record, Ziel) else BY_RECORD[type(record)].key

    def level(self, key: str) -> str:
        """Level of an element as the JSON of ``diff`` names it."""
        record = self.records[key]
        if key == STRATEGY or not isinstance(record, Ziel):
            return kind_in(key)
        names = {s.schluessel: str(s.name).lower() for s in self.records[STRATEGY].stufen}
        return names.get(record.stufe, record.stufe)

    def top(self, key: str) -> str:
        """The highest element above one, or itself: what hangs below no element."""
        while (above := self.parents[key]) in self.records:
            key = above
        return key


def name_in(key: str) -> str:
    """The name in the key of an element: its ID, with a number where that is given again."""
    return key.partition(":")[2] or key


def identity(key: str) -> str:
    """The ID in a key or name."""
    return name_in(key).partition("#")[0]


def kind_in(key: str) -> str:
    """The kind in the key of an element."""
    return key.partition(":")[0]


def tree(strategy: Strategy) -> Tree:
    """The elements of a strategy side by side, in the order in which a comparison tells of them."""
    result = Tree({STRATEGY: strategy.kopf}, {}, {}, dict(strategy.texts_by_id), {})
    outside = strategy.ziele.uebergreifend
    for kind in ELEMENTS:
        if kind.list == OUTSIDE and outside.am_ende:
            result.children[OUTSIDE] = []
        elif kind.path:
            _add(result, kind.list, kind.of(strategy))
        if kind.list == FIELDS and outside.am_ende:
            _add(result, OUTSIDE_LAST, outside.kinder)
    return result


def in_chapter(content: str) -> tuple[str, ...]:
    """``inhalt`` of a chapter to the lists that stand below nothing in it, in print order."""
    lists = tuple(kind.list for kind in IN_CHAPTER.get(content, ()))
    return (*lists, OUTSIDE_LAST) if OUTSIDE in lists else lists


def _add(into: Tree, parent: str, elements: Iterable[Any]) -> None:
    siblings = into.children[parent] = []
    for element in elements:
        kind = BY_RECORD[type(element)]
        name, count = element.id, 1
        while name in into.keys:
            count += 1
            name = f"{element.id}#{count}"
        key = into.keys[name] = f"{kind.key}:{name}"
        siblings.append(key)
        into.records[key] = element
        into.parents[key] = parent
        if kind.children:
            _add(into, key, kind.below(element))
