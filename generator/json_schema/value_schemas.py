"""The plain type of a value to its JSON Schema, with German words for whoever typed something else.

Whatever stands in a file is text to the reader, so a number may be quoted and a text may look
like a number. Two keywords are those of the editors' language servers (vscode-json-languageservice,
"errorMessage" and "patternErrorMessage"); other programs pass over them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any, Literal, get_args, get_origin

from generator.json_schema.annotations import Plain, plain
from generator.model.base import DAY_PATTERN, INTEGER_PATTERN, Record
from generator.read.value_words import signs

Schema = dict[str, Any]
Refer = Callable[[type[Record], bool], Schema]
"""A record, and whether nothing may stand in its place, to what refers to its schema."""

_SWITCH = ("true", "false", "yes", "no", "on", "off")
"""What the reader takes for true and false (pydantic, "Conversion Table")."""
LISTED = "Hier gehört eine Liste hin: jeden Eintrag mit «- » beginnen."


def value_schema(part: Plain, refer: Refer) -> Schema:
    """The schema of one value; ``refer`` gives that of a record."""
    if part.takes_nothing and isinstance(part.type, type) and issubclass(part.type, Record):
        return refer(part.type, True)
    schema = _schema(part, refer)
    blank = part.takes_blank
    if blank and "enum" in schema:
        schema["enum"] = [*schema["enum"], ""]
    elif blank:
        del schema["pattern"], schema["patternErrorMessage"]
    return nothing_too(schema) if part.takes_nothing else schema


def nothing_too(schema: Schema) -> Schema:
    """That, or nothing behind the key."""
    if "enum" in schema:
        return schema | {"enum": [*schema["enum"], None]}
    if "else" in schema:  # a short form: the whole one may be missing
        return schema | {"else": nothing_too(schema["else"])}
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return schema | {"type": [*dict.fromkeys((*kinds, "null"))]}


def _schema(part: Plain, refer: Refer) -> Schema:
    if get_origin(part.type) is Literal:
        return _words(get_args(part.type))
    if get_origin(part.type) is tuple:
        return _list(part, refer)
    if get_origin(part.type) is dict:
        return {"type": "object", "additionalProperties": value_schema(_inner(part), refer)}
    if issubclass(part.type, Record):
        return _record(part, refer)
    return _SCALARS[part.type](part)


def _inner(part: Plain) -> Plain:
    """What a list holds, or a mapping behind its keys."""
    inside = [one for one in get_args(part.type) if one is not ...]
    return plain(inside[-1])


def _words(words: tuple[str, ...]) -> Schema:
    listed = ", ".join(f"«{word}»" for word in words)
    return {"enum": list(words), "errorMessage": f"Hier steht eines von {listed}."}


def _list(part: Plain, refer: Refer) -> Schema:
    schema: Schema = {"type": "array", "items": value_schema(_inner(part), refer)}
    for key, limit in (("minItems", "min_length"), ("maxItems", "max_length")):
        if part.limit(limit) is not None:
            schema[key] = part.limit(limit)
    schema["errorMessage"] = LISTED
    if part.made_of("x") != ["x"]:
        return schema
    alone = {"description": "ein einziger Eintrag braucht keine Liste", **schema["items"]}
    return {"if": {"type": ["string", "number"]}, "then": alone, "else": schema}


def _record(part: Plain, refer: Refer) -> Schema:
    whole = refer(part.type, False)
    made = part.made_of("x")
    if not isinstance(made, dict):
        return whole
    (word,) = made
    field = part.type.model_fields[word]
    alone = value_schema(plain(field.annotation, field.metadata), refer)
    alone["description"] = f"nur «{word}», ohne weitere Angaben"
    return {"if": {"type": ["string", "number"]}, "then": alone, "else": whole}


def _text(part: Plain) -> Schema:
    pattern = part.limit("pattern")
    words = {"errorMessage": "Hier gehört ein Text hin."}
    if pattern is None:
        more = {"pattern": r"\S", "patternErrorMessage": "Hier fehlt der Inhalt."}
        return {"type": ["string", "number"], **more, **words}
    said = f"Erlaubt sind {signs(pattern)}."
    if pattern.startswith("^Z"):
        said = "Eine Regel heißt Z und drei Ziffern, etwa Z110."
    kinds = ["string", "number"] if re.match(pattern, "2018") else "string"
    ours = pattern.replace(r"\d", "[0-9]")
    return {"type": kinds, "pattern": ours, "patternErrorMessage": said, **words}


def _number(part: Plain) -> Schema:
    words = "Hier gehört eine ganze Zahl hin."
    bounds = {"minimum": part.limit("ge"), "maximum": part.limit("le")}
    return {
        "type": ["integer", "string"],
        **{key: bound for key, bound in bounds.items() if bound is not None},
        "pattern": INTEGER_PATTERN,
        "patternErrorMessage": words,
        "errorMessage": words,
    }


def _date(_: Plain) -> Schema:
    words = "Hier gehört ein Datum der Form 2026-11-22 hin."
    said = {"pattern": DAY_PATTERN, "patternErrorMessage": words, "errorMessage": words}
    return {"type": "string", "format": "date", **said}


def _switch(_: Plain) -> Schema:
    words = "Hier steht true oder false."
    pattern = f"^({'|'.join(_SWITCH)})$"
    said = {"pattern": pattern, "patternErrorMessage": words, "errorMessage": words}
    return {"type": ["boolean", "string"], **said}


_SCALARS: dict[type[Any], Callable[[Plain], Schema]] = {
    str: _text,
    int: _number,
    date: _date,
    bool: _switch,
}
