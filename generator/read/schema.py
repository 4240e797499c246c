"""Plain data to a pydantic record; each mistake is named once and mended so that the rest is read too."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Generic, TypeVar

from msgspec import Struct
from pydantic import ValidationError

from generator.finding import Finding
from generator.model.base import Record
from generator.read.yaml_nodes import YamlMap

T = TypeVar("T", bound=Record)

_ROUNDS = 12  # a mended value may uncover a further mistake below it; each round goes deeper


class Validated(Struct, Generic[T], frozen=True):
    """The record (None if mending failed), the findings, and IDs whose content was mended.

    ``replaced`` are the keys of the file below which a value had to be made up or left out.
    """

    record: T | None
    findings: list[Finding]
    mended: set[str]
    replaced: set[str]


def validate(
    model: type[T],
    tree: YamlMap,
    file: str,
    child_keys: Mapping[str, list[str]] = MappingProxyType({}),
) -> Validated[T]:
    """Build ``model`` from ``tree``; each mistake is reported and replaced in ``tree``.

    ``child_keys`` lists, per level of goals (and for a Handlungsfeld), the keys of child
    lists, so that a mistyped one is recognised.
    """
    try:
        return Validated(model.model_validate(tree), [], set(), set())
    except ValidationError as error:
        return _mended(model, tree, file, child_keys, error)


def _mended(
    model: type[T],
    tree: YamlMap,
    file: str,
    child_keys: Mapping[str, list[str]],
    error: ValidationError,
) -> Validated[T]:
    """What is read after all; loaded only where there is a mistake, as most files have none."""
    from generator.read.mending import Mending

    mending = Mending(model, tree, file, child_keys)
    record = None
    for _ in range(_ROUNDS):
        mending.mend(error.errors(include_url=False, include_context=True))
        try:
            record = model.model_validate(tree)
            break
        except ValidationError as more:
            error = more
    return Validated(record, mending.findings, mending.ids, mending.replaced)
