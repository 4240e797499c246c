"""A pair of records to the fields that differ, sorted by kind of change."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from operator import attrgetter
from typing import Any

from generator.compare.changes import Values
from generator.compare.content import CHILD_LISTS, HOUSE_RULES
from generator.model.base import Record
from generator.model.goal import Ziel
from generator.model.head import Bezugsrahmen, Kapitel, Kopf
from generator.model.kinds import KINDS
from generator.model.recommendation import Empfehlung
from generator.model.register import Abbildung, Akteur, Kennzahl, Planung, Quelle

SPECIAL: dict[type[Any], dict[str, str]] = {
    Kopf: {"fassung": "edition", "stufen": "levels", "hinweise": "text"},
    Kapitel: {"inhalt": "grouping", "nummeriert": "grouping"},
    Bezugsrahmen: {"beschlossen_am": "link", "ziele": "link"},
    Ziel: {
        "kuerzel": "grouping",
        "gruppe": "grouping",
        "zustaendig": "responsibility",
        "flankiert_von": "link",
        "bezug": "link",
        "ersetzt": "link",
        "pruefen": "review",
    },
    Empfehlung: {
        "kuerzel": "grouping",
        "gruppe": "grouping",
        "adressaten": "addressee",
        "bezug": "link",
        "ersetzt": "link",
        "pruefen": "review",
    },
}
WHOLE: dict[type[Any], str] = {
    Akteur: "register",
    Kennzahl: "figure",
    Quelle: "source",
    Planung: "source",
    Abbildung: "illustration",
}
"""What happens to a field that SPECIAL does not name; for other records "reworded"."""

NOT_COMPARED = {"id", "stufe", *CHILD_LISTS.values()}
KOPF_NOT_COMPARED = {"kapitel", "bezugsrahmen", *HOUSE_RULES}


@lru_cache(maxsize=64)
def fields_by_kind(record: type[Record]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Kinds of change a record can undergo, each with its fields, in the order of KINDS.

    A field added to a model later is compared without a line here.
    """
    skipped = KOPF_NOT_COMPARED if record is Kopf else NOT_COMPARED
    default = WHOLE.get(record, "reworded")
    special = SPECIAL.get(record, {})
    found: dict[str, list[str]] = {}
    for name in record.model_fields:
        if name not in skipped:
            found.setdefault(special.get(name, default), []).append(name)
    return tuple((kind, tuple(found[kind])) for kind in KINDS if kind in found)


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
