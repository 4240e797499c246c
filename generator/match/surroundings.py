"""What is new or was moved to the element that it stands below and the one that it stands behind."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from generator.match.rows import BETWEEN
from generator.model.review import Statement
from generator.model.strategy import Strategy
from generator.model.tree import Tree, identity, tree

_NUMBER = re.compile(r"\s+\d+(?:\.\d+)*$")
"""The running number behind the name of a level: "Maßnahme 7.2"."""
Neighbours = tuple[str | None, str | None]
"""ID of the element above and of the sibling before; None where there is none or it is not known."""


def with_surroundings(statements: Iterable[Statement], strategy: Strategy) -> list[Statement]:
    """``added`` and ``moved`` with ``parent``, and the sibling before them as ``after``."""
    around = _Surroundings(strategy, tree(strategy))
    return [around.told(one) if one.kind in ("added", "moved") else one for one in statements]


class _Surroundings(Struct, frozen=True):
    strategy: Strategy
    tree: Tree

    def told(self, one: Statement) -> Statement:
        """A paragraph of a text stands below the text; its place there is its index."""
        texts = {identity for identity, _ in self.strategy.texts_by_id}
        if one.address is not None and one.address.field == "inhalt" and one.after in texts:
            return replace(one, parent=one.after, after=None)
        key = self.tree.keys.get(one.after or "")
        if key is None:
            return one
        parent, after = self._place(key, self._level(one) or self.tree.kind(key))
        return replace(one, parent=parent, after=after)

    def _level(self, one: Statement) -> str | None:
        """The kind of what stands there: that of the element, of a new row as its label says."""
        if one.element in self.tree.keys:
            return self.tree.kind(self.tree.keys[one.element])
        cells = {_NUMBER.sub("", cell.strip()) for cell in one.new.split(BETWEEN)[:-1]}
        return next((s.schluessel for s in self.strategy.kopf.stufen if s.name in cells), None)

    def _place(self, key: str, level: str) -> Neighbours:
        """Upwards from the element printed before, to a sibling or to what it may stand below."""
        above = self._above(level)
        start = key
        while key in self.tree.parents:
            if self.tree.kind(key) == level:
                return self._id(self.tree.parents[key]), self._id(key)
            if self.tree.kind(key) in above:
                return self._id(key), None
            key = self.tree.parents[key]
        return None, self._id(start)

    def _above(self, level: str) -> frozenset[str]:
        """The kinds that a level may stand below; nothing for what is no goal."""
        kopf = self.strategy.kopf
        stufe = next((s for s in kopf.stufen if s.schluessel == level), None)
        return frozenset(kopf.parents_of(stufe)) if stufe else frozenset()

    def _id(self, key: str) -> str | None:
        return identity(key) if key in self.tree.parents else None
