"""Rows of tables in which an ID stands to the goal or Empfehlung whose row that is.

Who exchanges the wordings of two goals has written two wordings anew: that the words are
those of another goal tells nothing where the ID beside them says whose they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.match.normal_text import plain
from generator.match.spots import PrintSpot, key
from generator.render.formats.docx.printed_map import PrintedParagraph


def named(printed: Sequence[PrintedParagraph], spots: Sequence[PrintSpot]) -> dict[int, int]:
    """Places of IDs and wordings in ``printed`` to those in ``spots``.

    The ID in the row decides, where it stands as often as it was printed. Of an ID that
    stands nowhere any more, the bookmark of the wording decides.
    """
    texts, keys = (
        _places([key(e.text, e.note is not None) for e in printed]),
        _places([s.key for s in spots]),
    )
    marks = _marks(spots)
    found: dict[int, int] = {}
    unseen: list[int] = []
    for at in _wordings(printed):
        name = plain(printed[at - 1].text)
        before, now = texts[name], keys.get(name, [])
        if not now:
            unseen.append(at)
        elif len(before) == len(now):
            place = now[before.index(at - 1)]
            wording = _beside(place, spots)
            found |= {} if wording is None else {at - 1: place, at: wording}
    taken = set(found.values())
    for at in unseen:
        marked = marks.get(_bookmark(printed[at]), [])
        if len(marked) == 1 and marked[0] not in taken:
            found[at] = marked[0]
    return found


def _wordings(printed: Sequence[PrintedParagraph]) -> Iterator[int]:
    """Where a wording stands behind what its element is called."""
    for at, entry in enumerate(printed):
        whose, before = entry.address, printed[at - 1].address if at else None
        if whose is None or before is None or whose.field != "text":
            continue
        beside = before.field in ("id", "kuerzel")
        if beside and (whose.element, whose.place) == (before.element, before.place):
            yield at


def _bookmark(entry: PrintedParagraph) -> str:
    """The name of the bookmark around a wording, which has one at its main place."""
    return entry.address.element if entry.address and entry.address.main else ""


def _beside(place: int, spots: Sequence[PrintSpot]) -> int | None:
    """The one paragraph that stands in the row behind an ID; None where there are none or several."""
    row = spots[place].row
    behind = []
    for other in range(place + 1, len(spots)):
        if row is None or spots[other].row != row:
            break
        behind.append(other)
    return behind[0] if len(behind) == 1 else None


def _marks(spots: Sequence[PrintSpot]) -> dict[str, list[int]]:
    """Names of bookmarks to the places in tables where they stand."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, spot in enumerate(spots):
        for name in spot.bookmarks if spot.row is not None else ():
            found[name].append(place)
    return found


def _places(keys: Sequence[str]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(keys):
        found[one].append(place)
    return found
