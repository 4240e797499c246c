"""Numbers that count on to the lines of a paragraph that begin goals therefore."""

from __future__ import annotations

from itertools import pairwise

from generator.match.recognised.numbered_places import CountedPlace, counted_place
from generator.match.recognised.signs import SignReader
from generator.receive.foreign import Passage


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
        if one.series == other.series and other.number == one.last + 1:
            found |= {at, behind}
    return frozenset(found)
