"""Plain data to a pydantic record; each mistake is named once and mended so that the rest is read too."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.finding import Finding
from generator.model.base import Record
from generator.read.mistake import NO_FORM, Mistake
from generator.read.yaml_nodes import Path, YamlMap

T = TypeVar("T", bound=Record)

_ROUNDS = 12  # a mended value may uncover a further mistake below it; each round goes deeper


@dataclass(frozen=True)
class Validated(Generic[T]):
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
    mending = _Mending(partial(Mistake, model, tree, file, child_keys))
    for _ in range(_ROUNDS):
        try:
            record = model.model_validate(tree)
            return Validated(record, mending.findings, mending.ids, mending.replaced)
        except ValidationError as error:
            mending.mend(error.errors(include_url=False, include_context=True))
    return Validated(None, mending.findings, mending.ids, mending.replaced)


class _Mending:
    """Tells and mends the mistakes of a tree, round by round."""

    def __init__(self, mistake: Callable[[ErrorDetails], Mistake]) -> None:
        self.mistake = mistake
        self.findings: list[Finding] = []
        self.ids: set[str] = set()
        self.replaced: set[str] = set()
        self.mended: set[Path] = set()

    def mend(self, details: list[ErrorDetails]) -> None:
        """One round: each of the mistakes that pydantic found."""
        # Mistyped names first: what is then read under the right name is not missing.
        details.sort(key=lambda detail: detail["type"] != "extra_forbidden")
        alike = Counter(entry for detail in details if (entry := _entry_of_no_form(detail)))
        surplus: list[tuple[Any, int]] = []
        told: set[Path] = set()
        for detail in details:
            mistake = self.mistake(detail)
            if mistake.is_gone() or mistake.is_short_of_others(details):
                continue
            entry = _entry_of_no_form(detail)
            if not mistake.follows(self.mended) and entry not in told:
                self.findings.append(mistake.finding(alike[entry]))
            self.ids.add(mistake.id or "")
            self.mended.add(mistake.path)
            told |= {entry} if entry else set()
            if not mistake.mend(surplus, len(self.findings)):
                self.replaced.add(str(mistake.path[0]))
        for items, index in sorted(surplus, key=lambda s: -s[1]):
            if index < len(items):
                del items[index], items.items_at[index]


def _entry_of_no_form(detail: ErrorDetails) -> Path:
    """The list of an entry that is a word or a number and no record: all such are one mistake."""
    path = tuple(detail["loc"])
    found = detail["type"] in NO_FORM and path and isinstance(path[-1], int)
    return path[:-1] if found else ()
