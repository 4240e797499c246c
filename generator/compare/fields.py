"""A pair of records to the fields that differ, sorted by kind of change."""

from collections.abc import Iterator
from functools import lru_cache

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
    "kurzfassung": "edition",  # told anew with each edition, and no part of what is adopted
    "impressum": "edition",
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


def differences(old: Record, new: Record) -> Iterator[tuple[str, Values, Values]]:
    """(kind, values before, values after) of two records of one type."""
    for kind, names in fields_by_kind(type(new)):
        changed = [n for n in names if getattr(old, n) != getattr(new, n)]
        if changed:
            before, after = (tuple((n, getattr(r, n)) for n in changed) for r in (old, new))
            yield kind, before, after
