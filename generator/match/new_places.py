"""Something new between printed paragraphs to where it stands: in which text, in which list of bodies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from generator.match.body_lists import BODIES
from generator.match.placing import Placed
from generator.model.address import Address
from generator.receive.story import StoryParagraph
from generator.receive.views import ViewLine
from generator.render.formats.docx.printed_map import PrintedParagraph

CELL, NOTE = "cell", "note"
"""What a new paragraph looks like that stands in a table, and one that is a footnote."""
_BELOW_FIGURE = re.compile(r"Abbildung \d+: |Quelle: ")


class NewPlace(Struct, frozen=True):
    """The address that something new would have, and what was printed before it there."""

    address: Address | None = None
    beside: str = ""


def stands(
    printed: Sequence[PrintedParagraph], last: int, placed: Placed, same_holder: bool
) -> NewPlace:
    """Where something new stands behind the printed paragraph ``last`` (-1: in front of all).

    ``same_holder``: both stand in one cell, or both in none.
    """
    row = placed.row is not None
    before = printed[last].address if last >= 0 else None
    if before is not None and before.main and before.field in BODIES and same_holder:
        return NewPlace(_next(before), printed[last].text)
    if row and not (before is not None and before.field == "inhalt" and same_holder):
        return NewPlace(beside=printed[last].text if same_holder and last >= 0 else "")
    text = _text_before(printed, last)
    if text is not None:
        address = printed[text].address
        return NewPlace(address and _next(address), printed[text].text)
    after = printed[last + 1].address if last + 1 < len(printed) else None
    if after is not None and after.main and after.field == "inhalt" and after.index == 0:
        return NewPlace(after)
    if before is not None and before.main and before.field == "titel" and last >= 0:
        return NewPlace(Address(before.element, "inhalt", "vor", 0))
    return NewPlace()


def _next(address: Address) -> Address:
    return replace(address, index=(address.index or 0) + 1)


def _text_before(printed: Sequence[PrintedParagraph], last: int) -> int | None:
    """The paragraph of a text that stands right before, but for figures and notes."""
    while last >= 0:
        entry = printed[last]
        whose = entry.address
        if whose is not None and whose.field == "inhalt" and whose.main and entry.note is None:
            return last
        figure = whose is not None and _BELOW_FIGURE.match(entry.text)
        if entry.note is None and not figure:
            return None
        last -= 1
    return None


def look_of(group: Sequence[StoryParagraph], line: ViewLine) -> str:
    """What a line is to its reader: that of the paragraph whose end it has."""
    if group[0].place.part == "note":
        return NOTE
    if group[0].place.row is not None:
        return CELL
    last = max(line.numbers, default=0)
    ends = accumulate(len(paragraph.pieces) for paragraph in group)
    return next((p.look for p, end in zip(group, ends, strict=True) if last < end), "")
