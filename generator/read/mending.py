"""The mistakes that pydantic found in a tree to findings, and the tree to one that can be read all the same."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any

from pydantic_core import ErrorDetails

from generator.finding import Finding
from generator.read.mistake import NO_FORM, Mistake
from generator.read.yaml_nodes import Steps


class Mending:
    """Tells and mends the mistakes of a tree, round by round."""

    def __init__(self, *about: Any) -> None:
        self.mistake: Callable[[ErrorDetails], Mistake] = partial(Mistake, *about)
        self.findings: list[Finding] = []
        self.ids: set[str] = set()
        self.replaced: set[str] = set()
        self.mended: set[Steps] = set()

    def mend(self, details: list[ErrorDetails]) -> None:
        """One round: each of the mistakes that pydantic found."""
        # Mistyped names first: what is then read under the right name is not missing.
        details.sort(key=lambda detail: detail["type"] != "extra_forbidden")
        alike = Counter(entry for detail in details if (entry := _entry_of_no_form(detail)))
        surplus: list[tuple[Any, int]] = []
        told: set[Steps] = set()
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


def _entry_of_no_form(detail: ErrorDetails) -> Steps:
    """The list of an entry that is a word or a number and no record: all such are one mistake."""
    path = tuple(detail["loc"])
    found = detail["type"] in NO_FORM and path and isinstance(path[-1], int)
    return path[:-1] if found else ()
