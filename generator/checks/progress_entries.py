"""The entries of progress.yaml, each with the way to it, and findings at one of their values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.kinds import PROGRESS
from generator.model.progress import Bericht


class ToldReport(NamedTuple):
    """A report and its place in the file; ``before`` is the one on the same element before it."""

    entry: Bericht
    number: int
    before: Bericht | None


def reports(context: CheckContext) -> Iterator[ToldReport]:
    """The reports of periods there are, by element and in their order."""
    if not context.strategy.berichte:
        return
    places = {id(entry): number for number, entry in enumerate(context.strategy.berichte)}
    for entries in context.reporting.course.reports.values():
        before = None
        for entry in entries:
            yield ToldReport(entry, places[id(entry)], before)
            before = entry


def at_report(
    context: CheckContext, code: str, severity: Severity, report: ToldReport, said: str, key: str
) -> Finding:
    """A finding at the value of a key of a report; the message begins with whose it is."""
    entry = report.entry
    message = f"Bericht {entry.zeitraum} zu {context.called(entry.id)}: {said}"
    place = context.positions.at(PROGRESS, "berichte", report.number, key)
    return Finding(code, severity, message, place, entry.id)


def at_entry(
    context: CheckContext, code: str, severity: Severity, about: str, said: str, *path: str | int
) -> Finding:
    """A finding at a value of another list of the file, about an element or what else it names."""
    message = f"{context.called(about)}: {said}"
    return Finding(code, severity, message, context.positions.at(PROGRESS, *path), about)
