"""Items put in and taken out of lists and mappings that are written in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.edit.blocks import FIRST, Plan
from generator.edit.nodes import Group
from generator.edit.source import BREAKS, Source, Splice

_COMMA_OR_NOTE = re.compile(rf"#[^{BREAKS}]*|,")


@dataclass(frozen=True)
class Flow:
    """A list or mapping in brackets."""

    source: Source
    group: Group

    def splices(self, plan: Plan[str]) -> Iterator[Splice]:
        """The plan as splices, those at one place in order."""
        items = self.group.items
        staying = [k for k in range(len(items)) if k not in plan.out]
        if not staying:
            inside = ", ".join(plan.put.get(FIRST, ()))
            start = items[0].start if items else self.group.start + 1
            yield Splice(start, items[-1].end if items else self.group.end - 1, inside)
            return
        first = staying[0]
        if first:
            yield Splice(items[0].start, items[first].start, "")
        if FIRST in plan.put:
            at = items[first].start
            joint = self._joint(first)
            yield Splice(at, at, "".join(piece + joint for piece in plan.put[FIRST]))
        for index in range(len(items)):
            if index in plan.out and index > first:
                start = items[index - 1].end
                yield Splice(start, items[index].end, self._notes(start, items[index].start))
            if index in plan.put:
                at = items[index].end
                joint = self._joint(index)
                yield Splice(at, at, "".join(joint + piece for piece in plan.put[index]))

    def _notes(self, start: int, end: int) -> str:
        """The comments between two items, without the comma."""
        between = self.source.text[start:end]
        if "#" not in between:
            return ""
        return _COMMA_OR_NOTE.sub(lambda m: "" if m[0] == "," else m[0], between)

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
