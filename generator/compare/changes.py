"""The change records: what happened to one element, in words for people and exact for ``apply``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.model.base import Record
from generator.model.text import Prosatext

Values = tuple[tuple[str, Any], ...]
"""Names and values of the fields that differ, in the order of the record."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an element stands: below ``parent``, right after its sibling ``previous``.

    Both are keys of the comparison; ``previous`` is None for the first sibling, ``stufe``
    None for what is not a goal.
    """

    parent: str
    previous: str | None
    stufe: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A whole element without those below it, and its place."""

    record: Record
    place: Place


@dataclass(frozen=True, slots=True)
class Change:
    """One kind of change to one element.

    ``kind`` is a key of model.change_kinds, ``level`` that of the element ``id`` names, ``old``
    and ``new`` are for people (None: there is nothing). ``key`` tells elements of
    different registers apart; ``before`` and ``after`` are exact: a Piece for added and
    removed, a Place for moved and reordered, a Prosatext for text files, else Values.
    """

    kind: str
    level: str
    id: str
    old: str | None
    new: str | None
    key: str
    before: Piece | Place | Prosatext | Values | None
    after: Piece | Place | Prosatext | Values | None
