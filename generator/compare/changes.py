"""The change records: what happened to one element, exact enough for ``apply``."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from generator.model.base import Record
from generator.model.goal import Zustaendigkeit
from generator.model.text import Prosatext

Values = tuple[tuple[str, Any], ...]
"""Names and values of the fields that differ, in the order of the record."""


class Place(Struct, frozen=True):
    """Where an element stands: below ``parent``, right after its sibling ``previous``.

    Both are keys of the comparison; ``previous`` is None for the first sibling, ``stufe``
    None for what is not a goal.
    """

    parent: str
    previous: str | None
    stufe: str | None = None


class Piece(Struct, frozen=True):
    """A whole element without those below it, and its place."""

    record: Record
    place: Place


Side = Piece | Place | Prosatext | Values | None


class Change(Struct, frozen=True):
    """One kind of change to one element.

    ``kind`` is a key of model.change_kinds, ``level`` that of the element ``id`` names. ``key``
    tells elements of different registers apart; ``before`` and ``after`` are a Piece for
    added and removed, a Place for moved and reordered, a Prosatext for text files, else
    Values; None where there is nothing. What people read of it is told by the telling.
    """

    kind: str
    level: str
    id: str
    key: str
    before: Side
    after: Side

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields that differ, where it tells of fields."""
        return tuple(name for name, _ in self.after) if isinstance(self.after, tuple) else ()


def bodies(side: Side) -> tuple[Zustaendigkeit, ...]:
    """The bodies that one side of a changed Zuständigkeit, or of changed Adressaten, names."""
    fields = side if isinstance(side, tuple) else ()
    return tuple(body for _, entries in fields for body in entries)


def wording(side: Side) -> str:
    """The words of a text or of changed fields as they were written; "" where there are none."""
    if isinstance(side, Prosatext):
        return side.inhalt
    fields = side if isinstance(side, tuple) else ()
    return " ".join(value for _, value in fields if isinstance(value, str))
