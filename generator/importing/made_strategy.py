"""What is made of an outline: the strategy, and what is known of how it came about."""

from __future__ import annotations

from msgspec import Struct

from generator.importing.receipt import Doubt
from generator.match.recognised.segments import Segment
from generator.model.strategy import Strategy
from generator.receive.foreign import ForeignLine


class MadeStrategy(Struct):
    """The strategy, where each element was found, which segments went where, what is unsure."""

    strategy: Strategy
    places: dict[str, ForeignLine]
    went: list[tuple[Segment, str]]
    doubts: list[Doubt]
    noted: frozenset[int] = frozenset()
    """The notes whose sign was found in a text."""
