"""What became of a source: where each element was found, what is unsure, which lines are where."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from generator.model.strategy import Strategy
from generator.receive.foreign import ForeignLine, SourceUnit


class Doubt(Struct, frozen=True):
    """Something that was not decided: where, the words that stand there, and the question."""

    line: ForeignLine | None
    text: str
    question: str


class ClaimedCount(Struct, frozen=True):
    """A number of goals that the prose states, beside that of those found."""

    text: str
    kind: str
    claimed: int
    counted: int
    line: ForeignLine | None


class LineUse(Struct, frozen=True):
    """Lines of the source that follow each other, and where they went; ``left``: nowhere."""

    first: int
    last: int
    where: str
    left: bool = False


class FigureCandidate(Struct, frozen=True):
    """A measured value in the prose, with its unit and the sentence it stands in."""

    value: str
    unit: str
    sentence: str
    line: ForeignLine | None


class KeptIdentity(Struct, frozen=True):
    """An element that has its ID from an earlier edition, and why; ``sure``: nobody need look."""

    identity: str
    why: str
    sure: bool


class ImportReceipt(Struct, frozen=True):
    """Everything that is told of an import."""

    source: str
    unit: SourceUnit
    strategy: Strategy
    places: Mapping[str, ForeignLine]
    counts: Mapping[str, int]
    claimed: tuple[ClaimedCount, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    uses: tuple[LineUse, ...] = ()
    candidates: tuple[FigureCandidate, ...] = ()
    kept: tuple[KeptIdentity, ...] = ()
    replaced: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """New elements with the earlier ones that they probably come from."""
    said: tuple[str, ...] = ()
    written: tuple[str, ...] = field(default=())
