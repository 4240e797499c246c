"""Goals of an outline to the numbers that their count leaves out."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from generator.match.recognised.numbered_places import CountedPlace, counted_place
from generator.match.recognised.outline import OutlineNode

_MOST = 40
"""Numbers left out at most: more of them are another count."""


class LeftOut(Struct, frozen=True):
    """A goal, the number found before it, and the first and last that are missing between them."""

    node: OutlineNode
    before: str
    first: str
    last: str


def left_out(goals: Sequence[OutlineNode]) -> list[LeftOut]:
    """Where the count leaves numbers out that stand nowhere else."""
    places: list[tuple[OutlineNode, CountedPlace]] = []
    for node in goals:
        written = (node.own.code or node.own.number) if node.own else ""
        place = counted_place(node.level.stufe if node.level else "", written)
        if place is not None:
            places.append((node, place))
    there = {(place.series, place.number) for _, place in places}
    found: list[LeftOut] = []
    last: dict[tuple[str, str], CountedPlace] = {}
    for node, place in places:
        before = last.get(place.series)
        last[place.series] = place
        if before is None or not 1 < place.number - before.last <= _MOST:
            continue
        missing = [
            n for n in range(before.last + 1, place.number) if (place.series, n) not in there
        ]
        if missing:
            ends = map(place.called, (before.last, missing[0], missing[-1]))
            found.append(LeftOut(node, *ends))
    return found
