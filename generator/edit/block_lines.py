"""Lines put in and taken out of lists and mappings that are written line by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Generic, TypeVar

from msgspec import Struct, field

from generator.edit.emitter import indented
from generator.edit.nodes import YamlGroup
from generator.edit.source import FileText, Splice

Put = TypeVar("Put")
FIRST = -1
"""Before all items that stay."""


class GroupPlan(Struct, Generic[Put]):
    """What becomes of the items of a group, by index.

    ``moved`` are gone here and stand elsewhere, ``put`` the pieces that come behind an item.
    """

    gone: set[int] = field(default_factory=set)
    moved: set[int] = field(default_factory=set)
    put: dict[int, list[Put]] = field(default_factory=dict)

    def insert(self, behind: int, piece: Put) -> None:
        """Put a piece behind an item and what was put there before."""
        self.put.setdefault(behind, []).append(piece)

    @property
    def out(self) -> set[int]:
        """All that is no longer here."""
        return self.gone | self.moved


class BlockLines(Struct, frozen=True, dict=True):
    """A list or mapping written line by line."""

    source: FileText
    group: YamlGroup

    @cached_property
    def column(self) -> int:
        """Where its dashes or keys stand."""
        return self.source.column(self.group.start)

    @cached_property
    def inline(self) -> bool:
        """Whether it begins behind something in its line, as a mapping behind a dash does."""
        line = self.source.line_start(self.group.start)
        return self.source.first_sign(line) != self.group.start

    def lead(self, index: int) -> int:
        """Where an item begins with the comments right above it."""
        source, item = self.source, self.group.items[index]
        line = source.line_start(item.start)
        if index == 0 and self.inline:
            return item.start
        while line:
            above = source.line_before(line)
            deeper = source.first_sign(above) - above > self.column
            if not source.is_comment(above) or (index and deeper):
                break
            line = above
        return line

    def tail(self, index: int) -> int:
        """Where an item ends with the comments below that are indented like its inside."""
        source = self.source
        end = at = source.next_line(self.group.items[index].end)
        while at < len(source.text):
            if source.is_comment(at) and source.first_sign(at) - at > self.column:
                end = source.next_line(at)
            elif not source.is_blank(at):
                break
            at = source.next_line(at)
        return end

    def splices(self, plan: GroupPlan[list[str]]) -> Iterator[Splice]:
        """The plan as splices, those at one place in order."""
        staying = [k for k in range(len(self.group.items)) if k not in plan.out]
        if self.inline and not staying:
            text = self._inline([line for piece in plan.put.get(FIRST, ()) for line in piece])
            yield Splice(self.group.start, self.group.end, text)
            return
        first = staying[0] if staying else 0
        if FIRST in plan.put:
            yield self._before(first, plan.put[FIRST], alone=not staying)
        yield from self._removed(plan, first if self.inline else 0)
        for index in sorted(k for k in plan.put if k != FIRST):
            yield self._behind(index, plan.put[index])

    def _before(self, index: int, pieces: list[list[str]], alone: bool) -> Splice:
        start = self.group.items[index].start
        lines = [line for piece in pieces for line in [*piece, *self._gap]]
        if self.inline:
            return Splice(start, start, self._inline([*lines, ""]))
        at = self.source.line_start(start) if alone else self.lead(index)
        return self.source.lines_at(at, indented(lines, self.column))

    def _behind(self, index: int, pieces: list[list[str]]) -> Splice:
        lines = [line for piece in pieces for line in [*self._gap, *piece]]
        return self.source.lines_at(self.tail(index), indented(lines, self.column))

    def _inline(self, lines: list[str]) -> str:
        """Lines of which the first follows something else."""
        return (self.source.newline + " " * self.column).join(lines)

    def _removed(self, plan: GroupPlan[list[str]], run: int) -> Iterator[Splice]:
        """``run`` items at the start of a group that is inline go together."""
        if run:
            start, end = self.group.items[0].start, self.group.items[run].start
            notes = [] if plan.moved else self._notes(self.source.next_line(start), end)
            yield Splice(start, end, self._inline([*notes, ""]) if notes else "")
        for index in sorted(k for k in plan.out if k >= run):
            yield Splice(*self._span(index, moved=index in plan.moved), "")

    def _span(self, index: int, moved: bool) -> tuple[int, int]:
        """What goes with an item: its lines, and blank ones on one side."""
        source = self.source
        line, lead = source.line_start(self.group.items[index].start), self.lead(index)
        start, end = lead if moved else line, self.tail(index)
        if index + 1 < len(self.group.items):
            while end < len(source.text) and source.is_blank(end):
                end = source.next_line(end)
        elif index and (moved or lead == line):
            start = self.tail(index - 1) if self._all_blank(self.tail(index - 1), start) else start
        return start, end

    def _all_blank(self, start: int, end: int) -> bool:
        return not self.source.text[start:end].strip()

    def _notes(self, start: int, end: int) -> list[str]:
        """The comments of some lines."""
        found = []
        while start < end:
            if self.source.is_comment(start):
                at, stop = self.source.first_sign(start), self.source.next_line(start)
                found.append(self.source.text[at:stop].rstrip())
            start = self.source.next_line(start)
        return found

    @cached_property
    def _gap(self) -> list[str]:
        """The blank lines that usually part two items."""
        source, found = self.source, Counter[int]()
        for index in range(len(self.group.items) - 1):
            between = source.text[self.tail(index) : self.lead(index + 1)]
            found[0 if between.strip() else len(between.splitlines())] += 1
        return [""] * (found.most_common(1)[0][0] if found else 0)
