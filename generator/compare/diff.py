"""Two strategies to the list of changes between them, by ID and in the order of the document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.compare.changes import Change, Piece, Place
from generator.compare.content import STRATEGY, Table, TextKey, childless, identity, table
from generator.compare.description import Describer
from generator.compare.fields import differences
from generator.compare.order import document_order, renamed_levels, unmoved
from generator.model.goal import Ziel
from generator.model.strategy import Strategy


def diff(old: Strategy, new: Strategy) -> tuple[Change, ...]:
    """What happened from ``old`` to ``new``, in the document order of ``new``.

    Only what is published is compared. What is gone stands where it stood; several
    kinds of change to one element are several changes, in the order of model.kinds.
    """
    return tuple(_Comparer(table(old), table(new)).changes())


@dataclass(frozen=True, slots=True)
class _Comparer:
    old: Table
    new: Table
    renamed: dict[str, str] = field(init=False)
    old_previous: dict[str, str | None] = field(init=False)
    new_previous: dict[str, str | None] = field(init=False)
    reordered: set[str] = field(init=False)
    was: Describer = field(init=False)
    now: Describer = field(init=False)

    def __post_init__(self) -> None:
        renamed = renamed_levels(self.old.records[STRATEGY], self.new.records[STRATEGY])
        for name, value in (
            ("renamed", renamed),
            ("old_previous", _previous(self.old)),
            ("new_previous", _previous(self.new)),
            ("was", Describer(self.old)),
            ("now", Describer(self.new)),
        ):
            object.__setattr__(self, name, value)
        object.__setattr__(self, "reordered", self._reordered())

    def changes(self) -> Iterator[Change]:
        for step in document_order(self.old, self.new):
            if isinstance(step, tuple):
                yield from self._text(step)
            elif step not in self.old.records:
                yield self._whole("added", step)
            elif step not in self.new.records:
                yield self._whole("removed", step)
            else:
                yield from self._both(step)
"""placeholder"""
