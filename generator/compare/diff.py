"""Two strategies to the list of changes between them, by ID and in the order of the document."""

from collections.abc import Iterator
from typing import Any

from generator.compare.changes import Change, Piece, Place
from generator.compare.content import childless
from generator.compare.fields import differences
from generator.compare.order import document_order, renamed_levels, unmoved
from generator.model.goal import Ziel
from generator.model.kinds import STRATEGY
from generator.model.tree import OUTSIDE, OUTSIDE_LAST, TextKey, Tree, identity


def diff(old: Tree, new: Tree) -> tuple[Change, ...]:
    """What happened from ``old`` to ``new``, in the document order of ``new``.

    Only what is published is compared. What is gone stands where it stood; several
    kinds of change to one element are several changes, in the order of model.change_kinds.
    """
    return tuple(_Comparer(old, new).changes())


class _Comparer:
    def __init__(self, old: Tree, new: Tree) -> None:
        self.old, self.new = old, new
        self.renamed = renamed_levels(old.records[STRATEGY], new.records[STRATEGY])
        self.was, self.now = _places(old), _places(new)
        self.reordered = self._reordered()

    def changes(self) -> Iterator[Change]:
        for step in document_order(self.old, self.new):
            if isinstance(step, tuple):
                yield from self._text(step)
            elif step not in self.old.records:
                yield self._added(step)
            elif step not in self.new.records:
                yield self._removed(step)
            else:
                yield from self._position(step)
                yield from self._content(step)

    def _added(self, key: str) -> Change:
        piece = Piece(childless(self.new.records[key]), self.now[key])
        return Change("added", self.new.level(key), identity(key), key, None, piece)

    def _removed(self, key: str) -> Change:
        piece = Piece(childless(self.old.records[key]), self.was[key])
        return Change("removed", self.old.level(key), identity(key), key, piece, None)

    def _position(self, key: str) -> Iterator[Change]:
        kind = "reordered" if key in self.reordered else "moved" if self._moved(key) else None
        if kind is None:
            return
        if {self.old.parents[key], self.new.parents[key]} == {OUTSIDE, OUTSIDE_LAST}:
            kind = "reordered" if self._same_level(key) else kind
        level, before, after = self.new.level(key), self.was[key], self.now[key]
        yield Change(kind, level, identity(key), key, before, after)

    def _content(self, key: str) -> Iterator[Change]:
        old, new = self.old.records[key], self.new.records[key]
        for kind, before, after in differences(old, new):
            yield Change(kind, self.new.level(key), identity(key), key, before, after)

    def _text(self, at: TextKey) -> Iterator[Change]:
        before, after = self.old.texts.get(at), self.new.texts.get(at)
        if before == after:
            return
        key = f"text:{at[0]}:{at[1]}"
        yield Change("text", self._level_of(at[0]), at[0], key, before, after)

    def _level_of(self, id_: str) -> str:
        for content in (self.new, self.old):
            if id_ in content.keys:
                return content.level(content.keys[id_])
        return "text"

    def _moved(self, key: str) -> bool:
        if key == STRATEGY:
            return False
        return self.was[key].parent != self.now[key].parent or not self._same_level(key)

    def _same_level(self, key: str) -> bool:
        stufe = self.was[key].stufe
        return self.renamed.get(stufe or "", stufe) == self.now[key].stufe

    def _reordered(self) -> set[str]:
        """The fewest elements that must change place among those that kept their parent."""
        result: set[str] = set()
        for parent, siblings in self.new.children.items():
            before = self.old.children.get(parent, [])
            if siblings == before:
                continue
            positions = {key: index for index, key in enumerate(before)}
            stayed = [k for k in siblings if k in positions and not self._moved(k)]
            kept = unmoved([positions[key] for key in stayed])
            result.update(key for key in stayed if positions[key] not in kept)
        return result


def _places(content: Tree) -> dict[str, Place]:
    found: dict[str, Place] = {}
    for parent, siblings in content.children.items():
        previous: str | None = None
        for key in siblings:
            record: Any = content.records[key]
            stufe = record.stufe if isinstance(record, Ziel) else None
            found[key] = Place(parent, previous, stufe)
            previous = key
    return found
