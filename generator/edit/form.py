"""Records of the model to what their file says: keys, values and lists under the keys of the county."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, get_args

from msgspec import Struct
from pydantic import BeforeValidator
from pydantic.fields import FieldInfo

from generator.errors import GeneratorError
from generator.model.base import Record
from generator.model.goal import Handlungsfeld, Uebergreifend, Ziel, Zielsystem
from generator.model.kinds import GOALS, HEAD, REGISTER_FILES
from generator.model.partly_compared import PartlyCompared
from generator.model.strategy import Strategy
from generator.model.tree import Tree

Value = Any
"""Entries, a list of values, a str, bool, int or date, None where the file says nothing."""

_LEVEL = "stufe"
_LEVELLED = (Ziel, Handlungsfeld, Uebergreifend)
_EARLY = ("id", "kuerzel", "titel", "ersetzt", "gruppe")
"""What people write before the wording, although the model names it later."""


class Entries(PartlyCompared, frozen=True):
    """A record, or a mapping the county fills freely, as its file says it.

    ``values`` holds every field in the order of the file, ``default`` the keys that are left
    out, ``levels`` those of lists of goals, whose order counts, ``name`` the key of an element
    in the tree of its strategy ("" for others).
    """

    beside = frozenset({"name"})

    values: dict[str, Value]
    default: frozenset[str] = frozenset()
    record: type[Record] | None = None
    levels: tuple[str, ...] = ()
    name: str = ""

    @property
    def stated(self) -> dict[str, Value]:
        """What a new file would say: all but what goes without saying."""
        return {k: v for k, v in self.values.items() if k not in self.default}


class FieldShape(Struct, frozen=True):
    """How a field may be written: a list as its only item, a record as its main word."""

    single: bool
    word: str
    prose: bool


def file_records(strategy: Strategy) -> dict[str, Record]:
    """The record that each YAML file holds, by the name of the file."""
    records: dict[str, Record] = {HEAD: strategy.kopf, GOALS: strategy.ziele}
    for name, model in REGISTER_FILES.items():
        fields = {key: getattr(strategy, key) for key in model.model_fields}
        records[name] = model.model_construct(**fields)
    return records


def form(record: Record, elements: Tree | None = None) -> Entries:
    """What a file says about a record and all below it; GeneratorError for goals no file can hold.

    ``elements`` gives the elements of the strategy their names; without it none has one.
    """
    return _Form(elements).entries(record)


class _Form:
    def __init__(self, elements: Tree | None) -> None:
        self.names: dict[int, list[str]] = {}
        if elements is not None:
            for key in elements.parents:
                self.names.setdefault(id(elements.records[key]), []).append(key)

    def entries(self, record: Record) -> Entries:
        kind = type(record)
        values: dict[str, Value] = {}
        default = set()
        name = self.name(record)
        for key, usual in written_fields(kind).items():
            value = getattr(record, key)
            listed = type(value) is tuple and value  # the usual levels are written too
            if value == usual and not listed:
                default.add(key)
            values[key] = self.value(value)
        levels = self.levels(record) if isinstance(record, _LEVELLED) else {}
        if isinstance(record, Zielsystem) and record.uebergreifend.kinder:
            tops = list(values)[:: -1 if record.uebergreifend.am_ende else 1]
            values, levels = {}, {key: values[key] for key in tops}
        return Entries(values | levels, frozenset(default), kind, tuple(levels), name)

    def value(self, value: Any) -> Value:
        if type(value) is str or value is None:  # most are
            return value
        if isinstance(value, Record):
            return self.entries(value)
        if isinstance(value, tuple | list):
            return [self.value(item) for item in value]
        if isinstance(value, Mapping):
            return Entries({key: self.value(item) for key, item in value.items()})
        return value

    def name(self, record: Record) -> str:
        """The key of an element; one record that stands in several places has as many."""
        keys = self.names.get(id(record))
        return keys.pop(0) if keys else ""

    def levels(self, record: Ziel | Handlungsfeld | Uebergreifend) -> dict[str, Value]:
        """The goals below, by level; a file lists each level once, one behind the other."""
        found: dict[str, list[Value]] = {}
        for child in record.kinder:
            if child.stufe in found and child.stufe != next(reversed(found)):
                owner = getattr(record, "id", "uebergreifend")
                raise GeneratorError(
                    f"Unter {owner} stehen Einträge der Stufe «{child.stufe}» nicht beieinander (zuletzt "
                    f"{child.id}). In goals.yaml steht unter einem Element je Stufe nur eine Liste; ihre "
                    "Einträge lassen sich deshalb nicht durch andere trennen."
                )
            found.setdefault(child.stufe, []).append(self.entries(child))
        return dict(found)


@lru_cache(maxsize=64)
def written_fields(kind: type[Record]) -> Mapping[str, Any]:
    """The fields of a record that have a key of their own, in the order in which people write them.

    Each with what goes without saying, ``...`` where nothing does.
    """
    hidden = {"kinder", _LEVEL} if issubclass(kind, _LEVELLED) else set()
    if kind is Uebergreifend:
        hidden = {"kinder", "am_ende"}
    names = [name for name in kind.model_fields if name not in hidden | kind.computed]
    if {"id", "text"} <= set(names):
        early = [name for name in _EARLY if name in names]
        names = [*early, *(name for name in names if name not in early)]
    return MappingProxyType({name: _usual(kind.model_fields[name]) for name in names})


def _usual(info: FieldInfo) -> Any:
    return ... if info.is_required() else info.get_default(call_default_factory=True)


@lru_cache(maxsize=512)
def shape(kind: type[Record] | None, key: str) -> FieldShape:
    """How the field of a record may be written; asked of the validators that read it."""
    info = kind.model_fields.get(key) if kind else None
    if info is None:
        return FieldShape(False, "", kind is None)
    found = [_tried(validator) for validator in _validators(info)]
    word = next((next(iter(v)) for v in found if isinstance(v, dict)), "")
    return FieldShape(["x"] in found, word, _is_prose(info))


def _tried(validator: BeforeValidator) -> object:
    """What becomes of one word; None where the validator has no use for it."""
    function: Any = validator.func
    try:
        return function("x")
    except (TypeError, ValueError):
        return None


def _validators(node: Any) -> Iterator[BeforeValidator]:
    for part in _parts(node):
        if isinstance(part, BeforeValidator):
            yield part


def _parts(node: Any) -> Iterator[Any]:
    """All that an annotation is made of."""
    inside: Iterable[Any] = get_args(node)
    if isinstance(node, FieldInfo):
        inside = (node.annotation, *node.metadata)
    for part in inside:
        yield part
        yield from _parts(part)


def _is_prose(info: FieldInfo) -> bool:
    """Whether the field holds running text, no ID and none of certain words."""
    parts = list(_parts(info))
    patterned = any(getattr(part, "pattern", None) for part in parts)
    return str in parts and not patterned
