"""The files of a strategy to their JSON Schemas (draft 2020-12): the keys of this county, in German."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from msgspec.structs import replace
from pydantic.fields import FieldInfo

from generator.edit.form import written_fields
from generator.edit.whole import HEADINGS
from generator.json_schema.annotations import plain_field
from generator.json_schema.value_schemas import LISTED, Schema, nothing_too, value_schema
from generator.model.base import Record
from generator.model.goal import Handlungsfeld, Uebergreifend, Ziel, Zielsystem
from generator.model.head import Kopf
from generator.model.kinds import GOALS, HEAD, REGISTER_FILES
from generator.model.koerperschaft import Koerperschaft
from generator.model.stufe import HANDLUNGSFELD, Stufe
from generator.model.text import Textangaben
from generator.read.goal_tree import child_keys
from generator.read.older import NEWER, OLDER
from generator.read.schema_files import stamp

TEXTS = "texts/*.md"
FILES: Mapping[str, type[Record]] = {
    HEAD: Kopf, GOALS: Zielsystem, **REGISTER_FILES, TEXTS: Textangaben,
}  # fmt: skip
"""Every file that people write, to the record that says what may stand in it."""
NAMES: Mapping[str, str] = {file.partition("/")[0].partition(".")[0]: file for file in FILES}
"""What a schema is called, to the file it is about."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_FRONT = "Kopf eines Textes, zwischen zwei Zeilen «---»; er darf fehlen"
_FIRST_FORMAT: Schema = {
    "if": {"required": ["format"], "properties": {"format": {"enum": [1, "1"]}}},
    "then": {
        "properties": dict.fromkeys(NEWER, False)
        | {"koerperschaft": {"properties": dict.fromkeys(Koerperschaft.model_fields, False)}}
    },
}
"""Format 1 knows less (see generator.read.older)."""


def file_schema(name: str, kopf: Kopf) -> Schema:
    """The schema of a file by its name (``goals``); ``kopf`` says what levels there are."""
    file = NAMES[name]
    maker = _Maker(kopf)
    top = maker.record(FILES[file])
    head = {
        "$schema": _DIALECT,
        "$comment": stamp(name, kopf),
        "title": file,
        "description": heading(file),
    }
    more = {"allOf": [_FIRST_FORMAT]} if file == HEAD else {}
    return {**head, **top, **more, "$defs": dict(sorted(maker.defined.items()))}


def heading(file: str) -> str:
    """What is in a file, in a few words: the first line of those that a new one begins with."""
    return _FRONT if file == TEXTS else HEADINGS[file].split("\n")[0]


def file_schema_text(name: str, kopf: Kopf) -> str:
    """The same as a file holds it."""
    return json.dumps(file_schema(name, kopf), ensure_ascii=False, indent=1) + "\n"


class _Maker:
    """Makes the schemas of one file; what is used at several places is defined once."""

    def __init__(self, kopf: Kopf) -> None:
        self.levels = {level.schluessel: level for level in kopf.stufen}
        self.below = child_keys(kopf)
        self.defined: dict[str, Schema] = {}

    def refer(self, record: type[Record], optional: bool) -> Schema:
        if optional:
            name = f"{record.__name__}-oder-nichts"
            return self._defined(name, lambda: nothing_too(self.record(record)))
        return self._defined(record.__name__, lambda: self.record(record))

    def _defined(self, name: str, make: Callable[[], Schema]) -> Schema:
        if name not in self.defined:
            self.defined[name] = {}  # a record may hold others of its kind
            self.defined[name] = make()
        return {"$ref": f"#/$defs/{name}"}

    def record(self, record: type[Record]) -> Schema:
        """A record with all keys that a file may have for it."""
        properties = {key: self._field(record, key) for key in written_fields(record)}
        needed = [key for key in properties if record.model_fields[key].is_required()]
        if record in (Handlungsfeld, Uebergreifend):
            properties |= self._lists(HANDLUNGSFELD)
        if record is Koerperschaft:
            properties |= dict(_older(properties))
        return _object(properties, needed)

    def _field(self, record: type[Record], key: str) -> Schema:
        field = record.model_fields[key]
        part = plain_field(field)
        if _absent_where_empty(record, key):
            part = replace(part, nullable=True)
        schema = value_schema(part, self.refer)
        if (record, key) == (Kopf, "anzahl"):
            schema["properties"] = {
                level: {"title": stufe.mehrzahl, **schema["additionalProperties"]}
                for level, stufe in self.levels.items()
            }
        return _described(field) | schema | _examples(record, key)

    def _lists(self, level: str) -> Schema:
        """The lists that may stand below an element of a level, by their keys."""
        return {key: self._list(self.levels[key]) for key in self.below[level]}

    def _list(self, level: Stufe) -> Schema:
        items = self._defined(f"ziel-{level.schluessel}", lambda: self._goal(level))
        return {
            "title": level.mehrzahl,
            "description": "eine Liste, in der Reihenfolge des Dokuments",
            "type": ["array", "null"],
            "items": items,
            "errorMessage": LISTED,
        }

    def _goal(self, level: Stufe) -> Schema:
        goal = self.record(Ziel)
        identity = goal["properties"]["id"]
        said = f"{identity['description']}; Kennungen dieser Stufe beginnen mit {level.praefix}"
        goal["properties"]["id"] = identity | {
            "description": said, "examples": [f"{level.praefix}01"],
        }  # fmt: skip
        goal["properties"] |= self._lists(level.schluessel)
        return {"title": level.name, **goal}


def _object(properties: Schema, needed: list[str]) -> Schema:
    required = {"required": needed} if needed else {}
    return {"type": "object", **required, "properties": properties, "additionalProperties": False}


def _described(field: FieldInfo) -> Schema:
    said: Schema = {"title": field.title}
    if field.description:
        said["description"] = field.description
    if isinstance(field.default, str | bool | int):
        said["default"] = field.default
    return said


def _older(properties: Schema) -> Iterator[tuple[str, Schema]]:
    """The words of format 1, which are still read."""
    for word, (now, _) in OLDER.items():
        said = {
            "title": word,
            "description": f"älteres Wort für «{now}»",
            "deprecated": True,
            "doNotSuggest": True,
        }
        schema = {k: v for k, v in properties[now].items() if k not in ("examples", "default")}
        yield word, schema | said


def _absent_where_empty(record: type[Record], key: str) -> bool:
    """Whether a key with nothing behind it is read as if it were not there."""
    validators: Mapping[str, Any] = record.__pydantic_decorators__.model_validators
    before = (name for name, one in validators.items() if one.info.mode == "before")
    return any(key not in getattr(record, name)({key: None}) for name in before)


def _examples(record: type[Record], key: str) -> Schema:
    """What stands as an example in docs/felder.md, where that is short enough to be whole."""
    shown = _shown_examples().get(f"{record.__name__}.{key}", "")
    try:
        value = yaml.load(shown, Loader=yaml.BaseLoader)[key] if shown else None
    except yaml.YAMLError:
        value = None
    return {"examples": [value]} if value else {}


@cache
def _shown_examples() -> Mapping[str, str]:
    """``Record.key`` to key and value in YAML; made by ``python -m tools.field_tables``."""
    text = (files(__package__) / "examples.json").read_text("utf-8")
    shown: dict[str, str] = json.loads(text)
    return shown
