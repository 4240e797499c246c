"""A required field that is missing to a valid value, so that the rest of the file is read too."""

import re
from datetime import date
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.read.yaml_nodes import YamlList, YamlMap

MISSING = "fehlt"
_FILLERS = {date: "2000-01-01", int: "1", bool: "false"}


def placeholder(field: FieldInfo, name: str, number: str) -> Any:
    """A valid value for a required field, so that the rest of the file is read too."""
    annotation = field.annotation
    if get_origin(annotation) is Literal:
        return get_args(annotation)[0]
    if annotation in _FILLERS:
        return _FILLERS[annotation]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _filled(annotation, number)
    record = record_of(annotation)
    if record is not None:
        items = YamlList((1, 1))
        items.extend(_filled(record, f"{number}_{k}") for k in range(2))
        items.items_at.extend([(1, 1)] * 2)
        return items
    patterns = [m.pattern for m in field.metadata if getattr(m, "pattern", None)]
    candidates = (f"{MISSING}_{number}", MISSING, "Z000")
    return next((c for c in candidates if all(re.match(p, c) for p in patterns)), MISSING)


def _filled(record: type[BaseModel], number: str) -> YamlMap:
    tree = YamlMap((1, 1))
    for key, field in record.model_fields.items():
        if field.is_required():
            tree[key] = placeholder(field, key, number)
    return tree


def record_of(annotation: Any) -> Any:
    """The record class inside an annotation such as ``tuple[Annotated[X, …], ...] | None``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in get_args(annotation):
        if found := record_of(argument):
            return found
    return None
