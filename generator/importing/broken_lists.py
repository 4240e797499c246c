"""Lists of goals that a paragraph breaks off: the items behind it were not taken, and are asked about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from generator.match.recognised.profile import LevelSign
from generator.receive.foreign import ForeignDocument, ForeignLine, Passage

_MOST_TEXT = 2
"""Paragraphs in a row that may stand between items of one list."""


class BrokenList(Struct):
    """The level, the line of the heading over its list, and the items behind what broke it off."""

    sign: LevelSign
    head: ForeignLine
    items: list[Passage] = field(default_factory=list)


def broken_lists(document: ForeignDocument, lists: Mapping[str, LevelSign]) -> Iterator[BrokenList]:
    """``lists`` are the levels by the heading over their lists, in small letters."""
    current: BrokenList | None = None
    between, broken = 0, False
    for passage in document.passages:
        text = " ".join(passage.lines[0].text.strip().rstrip(":").lower().split())
        sign = lists.get(text) if len(passage.lines) == 1 else None
        ends = passage.kind in ("heading", "row") or between > _MOST_TEXT
        if current is not None and (sign is not None or ends):
            if current.items:
                yield current
            current = None
        if sign is not None:
            current, between, broken = BrokenList(sign, passage.lines[0]), 0, False
        elif current is not None and passage.kind == "item":
            between = 0
            if broken:
                current.items.append(passage)
        elif current is not None:
            between, broken = between + 1, True
    if current is not None and current.items:
        yield current
