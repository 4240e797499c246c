"""A pair of records to the fields that differ, sorted by kind of change."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from operator import attrgetter
from typing import Any

from generator.compare.changes import Values
from generator.compare.content import HOUSE_RULES
from generator.model.base import Record
from generator.model.change_kinds import CHANGES
from generator.model.kinds import BY_RECORD, ELEMENTS

_HEAD = {
    "fassung": "edition",
    "nummerierung": "edition",  # how an edition counts is no content: no reason, no vote
    "stufen": "levels",
    "hinweise": "text",
}
NOT_COMPARED = {"id", "stufe", *(kind.children for kind in ELEMENTS)}
HEAD_NOT_COMPARED = {"kapitel", "bezugsrahmen", *HOUSE_RULES}


@lru_cache(maxsize=64)
def fields_by_kind(record: type[Record]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Kinds of change a record can undergo, each with its fields, in the order of CHANGES.

    A field added to a model later is compared without a line here.
    """
    kind = BY_RECORD.get(record)
    skipped = NOT_COMPARED if kind else HEAD_NOT_COMPARED
    default = kind.change.key if kind and kind.change else "reworded"
    special = kind.changes if kind else _HEAD
    found: dict[str, list[str]] = {}
    for name in record.model_fields:
        if name not in skipped:
            found.setdefault(special.get(name, default), []).append(name)
    return tuple((kind, tuple(found[kind])) for kind in CHANGES if kind in found)


@lru_cache(maxsize=64)
def _compared(record: type[Record]) -> Callable[[Record], Any]:
    return attrgetter(*(name for _, names in fields_by_kind(record) for name in names))


def differences(old: Record, new: Record) -> Iterator[tuple[str, Values, Values]]:
    """(kind, values before, values after) of two records of one type."""
    if old is new:
        return
    compared = _compared(type(new))
    if compared(old) == compared(new):
        return
    for kind, names in fields_by_kind(type(new)):
        changed = [n for n in names if getattr(old, n) != getattr(new, n)]
        if changed:
            yield (
                kind,
                tuple((n, getattr(old, n)) for n in changed),
                tuple((n, getattr(new, n)) for n in changed),
            )
