"""Numbers of goals that count on, and which lines of a paragraph begin goals therefore."""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec import Struct

from generator.match.recognised.signs import SignReader
from generator.receive.foreign import Passage

_COUNTED = re.compile(r"(?P<before>.*?)(?P<number>\d{1,3})[a-z]?")


class CountedPlace(Struct, frozen=True):
    """The number of a goal: what stands before it ("N", "3."), the number, and how it is written."""

    series: tuple[str, str]
    number: int
    digits: int

    def called(self, number: int) -> str:
        """Another number of this series as it would be written."""
        return f"{self.series[1]}{number:0{self.digits}}"


def counted_place(level: str, written: str) -> CountedPlace | None:
    """Of a code or number as it is written: "N08", "3.2", "12"."""
    found = _COUNTED.fullmatch(" ".join(written.split()))
    if found is None:
        return None
    digits = len(found["number"]) if found["number"].startswith("0") else 1
    return CountedPlace((level, found["before"]), int(found["number"]), digits)


def counted_on(reader: SignReader, passage: Passage) -> frozenset[int]:
    """Indexes of the lines of a paragraph that begin goals one after the other, without blank lines.

    A line that begins so alone may be the middle of a sentence.
    """
    if passage.cells or len(passage.lines) < 2:
        return frozenset()
    places: list[tuple[int, CountedPlace]] = []
    for at, line in enumerate(passage.lines):
        mark = reader.level(line.text)
        place = counted_place(mark.sign.stufe, mark.code or mark.number) if mark else None
        if place is not None:
            places.append((at, place))
    found: set[int] = set()
    for (at, one), (behind, other) in pairwise(places):
        if one.series == other.series and other.number == one.number + 1:
            found |= {at, behind}
    return frozenset(found)
