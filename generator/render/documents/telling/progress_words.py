"""What was last reported of a goal, beside what happens to it in the Fortschreibung."""

from __future__ import annotations

from msgspec import Struct

from generator.compare.approval import ApprovedChange
from generator.compare.changes import Change
from generator.model.course import Course
from generator.model.kinds import LEVELS
from generator.model.strategy import Strategy


class LastStates(Struct, frozen=True):
    """The last states of the goals; nothing where there are no reports."""

    course: Course
    first: dict[str, Change]
    """Key of an element to its first change: what stands beside it is said once."""

    def gone(self, change: Change, told: str) -> str:
        """What is said of a goal that is dropped: "entfallen (abgeschlossen 2024)"."""
        if change.kind != "removed" or not (last := self._last(change)):
            return told
        return f"{told} ({last[0]} {last[1]})"

    def beside(self, change: Change) -> tuple[str, ...]:
        """What is said beside the first change of a goal that goes on: "Stand 2026: begonnen"."""
        if change.kind == "removed" or self.first.get(change.key) is not change:
            return ()
        last = self._last(change)
        return (f"Stand {last[1]}: {last[0]}",) if last else ()

    def _last(self, change: Change) -> tuple[str, str] | None:
        """State and period of the last report on a goal."""
        reports = self.course.reports.get(change.id, ()) if change.level not in LEVELS else ()
        if not reports:
            return None
        names = {period.kennung: period.genannt for period in self.course.periods}
        return self.course.named(reports[-1]), names[reports[-1].zeitraum]


def last_states(strategy: Strategy, changes: tuple[ApprovedChange, ...]) -> LastStates:
    """Of the reports that the new edition has beside it."""
    first: dict[str, Change] = {}
    for approved in changes if strategy.berichte else ():
        first.setdefault(approved.change.key, approved.change)
    return LastStates(Course(strategy), first)
