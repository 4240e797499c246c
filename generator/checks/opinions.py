"""The entries of stellungnahmen.yaml, each with the way to it, and findings at one of their values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.kinds import OPINIONS
from generator.model.stellungnahme import Stellungnahme

ABOUT = "stellungnahmen"
"""What a finding is about that concerns no single entry."""


class Opinion(NamedTuple):
    """An entry, and the numbers of its round and of itself in that."""

    entry: Stellungnahme
    round: int
    number: int


def opinions(context: CheckContext) -> Iterator[Opinion]:
    """All entries, in the order of the file."""
    for place, round_ in enumerate(context.strategy.runden):
        for number, entry in enumerate(round_.stellungnahmen):
            yield Opinion(entry, place, number)


def at_opinion(
    context: CheckContext, code: str, severity: Severity, opinion: Opinion, message: str, key: str
) -> Finding:
    """A finding at the value of a key; the message begins with whose it is."""
    entry = opinion.entry
    place = context.positions.at(
        OPINIONS, "runden", opinion.round, "stellungnahmen", opinion.number, key
    )
    about = f" zu {context.called(entry.element)}" if entry.element else ""
    return Finding(code, severity, f"Stellungnahme {entry.id}{about}: {message}", place, entry.id)
