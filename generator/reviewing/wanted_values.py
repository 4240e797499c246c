"""What a reviewer did to a printed name, title, heading or value, to the field that it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.match.normal_text import plain
from generator.match.unprinted import deceiving
from generator.match.verdicts import BESIDE, CHANGED, EMPTY, GONE, MARKUP
from generator.match.word_merge import merged
from generator.model.address import Address
from generator.model.base import Record
from generator.model.goal import Ziel
from generator.model.kinds import kind_of
from generator.model.recommendation import Empfehlung
from generator.model.review import Statement
from generator.reviewing.draft import Draft
from generator.reviewing.undecided import StandsError, UndecidedError

IDENTITY = "Eine Kennung wird einmal vergeben und bleibt; sie wird nicht geändert."
COMPOSED = (
    "Diese Zeile setzt das Programm aus mehreren Angaben zusammen ({} in {}); was davon anders lauten "
    "soll, dort von Hand ändern."
)
GROUP_GONE = "Eine Zwischenüberschrift entfällt, indem «gruppe» bei den Zielen darunter gelöscht wird; von Hand ändern."
REFERENCE = (
    "Diese Zeile nennt ein anderes Element. Ist ein anderes gemeint, «{}» in {} bei «{}» von Hand ändern; "
    "soll das genannte anders heißen, dort."
)
_REFERENCES = ("flankiert_von", "bezug", "verweise_auf", "teil_von", "quelle")


def value_changed(draft: Draft, one: Statement, address: Address) -> None:
    """Make it; StandsError where it says so already, UndecidedError where it is a question."""
    record = draft.record(address.element)
    if record is None:
        raise UndecidedError(GONE.format(address.element))
    if address.field == "id":
        raise UndecidedError(IDENTITY)
    named = address.field in _REFERENCES and not isinstance(getattr(record, address.field), str)
    if named or address.field == "teil_von":
        raise UndecidedError(_reference(address, record))
    if any(sign in one.new and sign not in one.old for sign in ("{{", "[[", "[@")):
        raise UndecidedError(MARKUP)
    if hidden := deceiving(one.old, one.new):
        raise UndecidedError(hidden)
    if isinstance(getattr(record, address.field, None), tuple):
        _entry(draft, one, address, record)
        return
    for name in _names(record, address.field):
        value = getattr(record, name)
        new = _within(one, value)
        if new is not None:
            _set(draft, one, address.element, name, value, new)
            return
    raise UndecidedError(_composed(address, record))


def _reference(address: Address, record: Any) -> str:
    return REFERENCE.format(address.field, kind_of(record).file, address.element)


def _composed(address: Address, record: Any) -> str:
    kind = kind_of(record)
    return COMPOSED.format(" und ".join(kind.lines), f"{kind.file} bei «{address.element}»")


def _names(record: Record, field: str) -> Iterator[str]:
    """The fields whose text may stand in a printed line: the one it is named by, then the others."""
    texts = [n for n in type(record).model_fields if isinstance(getattr(record, n), str)]
    yield from (name for name in (field,) if name in texts)
    yield from (name for name in texts if name not in (field, "id", "stufe", "art"))


def _within(one: Statement, value: str) -> str | None:
    """What a value becomes by a change of the line that prints it; None where it is not the one changed.

    Other words may stand before and behind it: a number, "Quelle: ", the unit.
    """
    old, new, there = plain(one.old), plain(one.new), plain(value)
    for at in _places(old, there):
        before, behind = old[:at], old[at + len(there) :]
        if new.startswith(before) and new.endswith(behind) and len(new) >= len(before + behind):
            return merged(there, new[len(before) : len(new) - len(behind)], value)
    for at in _places(new, there):
        before, behind = new[:at], new[at + len(there) :]
        if old.startswith(before) and old.endswith(behind) and len(old) >= len(before + behind):
            return value
    return None


def _places(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _set(draft: Draft, one: Statement, element: str, name: str, value: str, new: str) -> None:
    if plain(new) == plain(value):
        raise StandsError
    if not plain(new):
        raise UndecidedError(GROUP_GONE if name == "gruppe" else EMPTY)
    for sibling in [*_sharing(draft, element)] if name == "gruppe" else [element]:
        draft.change(sibling, name, new)
    draft.printed_by[element, name] = value


def _sharing(draft: Draft, element: str) -> Iterator[str]:
    """The element and those behind it that share its printed heading."""
    key = draft.content.keys[element]
    siblings = draft.siblings(draft.content.parents[key])
    shared = draft.content.records[key].gruppe
    for sibling in siblings[siblings.index(key) :]:
        record = draft.content.records[sibling]
        if not isinstance(record, Ziel | Empfehlung) or record.gruppe != shared:
            return
        yield record.id


def _entry(draft: Draft, one: Statement, address: Address, record: Any) -> None:
    """One line of a list: a goal of a framework, a former name of a body."""
    entries = list(getattr(record, address.field))
    for at in sorted(range(len(entries)), key=lambda n: abs(n - (address.index or 0))):
        entry = entries[at]
        value = entry if isinstance(entry, str) else getattr(entry, "name", None)
        new = None if value is None else _within(one, value)
        if value is None or new is None:
            continue
        if plain(new) == plain(value):
            raise StandsError
        if not plain(new):
            del entries[at]
        else:
            entries[at] = new if isinstance(entry, str) else entry.model_copy(update={"name": new})
        draft.change(address.element, address.field, tuple(entries))
        return
    raise UndecidedError(_composed(address, record))


def wording_changed(draft: Draft, one: Statement, address: Address) -> None:
    """The wording or title of a goal or an Empfehlung, on top of what others made of it."""
    record = draft.record(address.element)
    if record is None:
        raise UndecidedError(GONE.format(address.element))
    value = getattr(record, address.field) or ""
    new = merged(one.old, one.new, value)
    made = draft.made.setdefault((address.element, address.field), [])
    if new is None:
        raise UndecidedError(BESIDE if made else CHANGED.format(value))
    if any(merged(old, its, new) != new for old, its in made):
        raise UndecidedError(BESIDE)
    if not plain(new):
        raise UndecidedError(EMPTY)
    made.append((one.old, one.new))
    draft.change(address.element, address.field, new)
    draft.printed_by[address.element, address.field] = value
