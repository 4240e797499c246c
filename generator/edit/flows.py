"""Items put in and taken out of lists and mappings that are written in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from generator.edit.block_lines import FIRST, GroupPlan
from generator.edit.nodes import YamlGroup
from generator.edit.source import BREAKS, FileText, Splice

_NOTE = rf"#[^{BREAKS}]*"
_COMMA_OR_NOTE = re.compile(rf"{_NOTE}|,")
_TO_NEXT = re.compile(rf"[ \t]*,[ \t]*(?:{_NOTE})?\s*")


class Flow(Struct, frozen=True):
    """A list or mapping in brackets."""

    source: FileText
    group: YamlGroup

    def splices(self, plan: GroupPlan[str]) -> Iterator[Splice]:
        """The plan as splices, those at one place in order."""
        items = self.group.items
        staying = [k for k in range(len(items)) if k not in plan.out]
        if not staying:
            yield self._anew(", ".join(plan.put.get(FIRST, ())))
            return
        if FIRST in plan.put:
            at, joint = items[staying[0]].start, self._joint(staying[0])
            yield Splice(at, at, "".join(piece + joint for piece in plan.put[FIRST]))
        for index in sorted(plan.put.keys() - {FIRST}):
            at, joint = items[index].end, self._joint(index)
            pieces = [(joint if p[0] not in BREAKS else ",") + p for p in plan.put[index]]
            yield Splice(at, at, "".join(pieces))
        for index in sorted(k for k in plan.out if k < staying[-1]):
            end = self._next(index)
            passed = self.source.text[items[index].end : end].lstrip(" \t,")
            note = passed if index in plan.moved and "#" in passed else ""
            yield Splice(items[index].start, end, note)
        if staying[-1] + 1 < len(items):
            yield Splice(items[staying[-1]].end, items[-1].end, self._notes(staying[-1]))

    def _anew(self, inside: str) -> Splice:
        """Everything replaced but the brackets and the comments between the items."""
        items = self.group.items
        if not items:
            return Splice(self.group.start + 1, self.group.end - 1, inside)
        return Splice(items[0].start, items[-1].end, inside + self._notes(0))

    def _next(self, index: int) -> int:
        """Where the text goes on behind an item, its comma and a comment in its line."""
        items = self.group.items
        match = _TO_NEXT.match(self.source.text, items[index].end)
        return match.end() if match else items[index + 1].start

    def _notes(self, first: int) -> str:
        """The comments between items from ``first`` on, without the commas."""
        items = self.group.items
        gaps = [self.source.text[a.end : b.start] for a, b in pairwise(items[first:])]
        kept = (_COMMA_OR_NOTE.sub(lambda m: m[0].strip(","), gap) for gap in gaps if "#" in gap)
        return "".join(gap.rstrip(" ") for gap in kept)

    def _joint(self, index: int) -> str:
        """What parts an item from its neighbour: a comma, and a line end where each has a line."""
        items = self.group.items
        left = index - 1 if index + 1 == len(items) else index
        if left < 0 or left + 1 >= len(items):
            return ", "
        between = self.source.text[items[left].end : items[left + 1].start]
        if not any(sign in between for sign in BREAKS):
            return ", "
        return f",{self.source.newline}{' ' * self.source.column(items[left + 1].start)}"
