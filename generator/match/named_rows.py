"""Rows of tables in which an ID stands to the goal or Empfehlung whose row that is.

Who exchanges the wordings of two goals has written two wordings anew: that the words are
those of another goal tells nothing where the ID beside them says whose they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from generator.match.normal_text import plain
from generator.match.spots import PrintSpot, key
from generator.render.formats.docx.printed_map import PrintedParagraph


def named(printed: Sequence[PrintedParagraph], spots: Sequence[PrintSpot]) -> dict[int, int]:
    """Places of labels, IDs and wordings in ``printed`` to those in ``spots``.

    The ID in the row decides, where it stands as often as it was printed. Of an ID that
    stands nowhere any more, the bookmark of the wording decides.
    """
    texts, keys = (
        _places([key(e.text, e.note is not None) for e in printed]),
        _places([s.key for s in spots]),
    )
    marks = _marks(spots)
    found: dict[int, int] = {}
    unseen: list[tuple[int, ...]] = []
    for at, wordings in _rows(printed):
        name = plain(printed[at].text)
        before, now = texts[name], keys.get(name, [])
        if not now:
            unseen.append(wordings)
        elif len(before) == len(now):
            place = now[before.index(at)]
            behind = _behind(place, spots)
            if spots[place].row is None:  # a goal that is a heading: prose may follow
                behind = behind[: len(wordings)]
            if len(behind) == len(wordings):
                found |= {at: place, **dict(zip(wordings, behind, strict=True))}
                if _labelled(printed, at, spots, place):
                    found[at - 1] = place - 1
    taken = set(found.values())
    for *_, wording in unseen:  # whose bookmark stands around the wording, not the title above it
        marked = marks.get(_bookmark(printed[wording]), [])
        if len(marked) == 1 and marked[0] not in taken:
            found[wording] = marked[0]
    return found


def _labelled(
    printed: Sequence[PrintedParagraph], at: int, spots: Sequence[PrintSpot], place: int
) -> bool:
    """Whether the cell before an ID says the same as it did: it is that row's, not that of the next."""
    if min(at, place) == 0 or spots[place].row is None:
        return False
    entry, spot = printed[at - 1], spots[place - 1]
    same = plain(entry.text) == plain(spot.content.text)
    return same and entry.address is None and spot.row == spots[place].row


def _rows(printed: Sequence[PrintedParagraph]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Where an element is called by its ID, and where behind it its title, if any, and wording stand."""
    for at, entry in enumerate(printed):
        whose = entry.address
        if whose is None or whose.field not in ("id", "kuerzel"):
            continue
        for fields in (("text",), ("titel", "text")):
            behind = printed[at + 1 : at + 1 + len(fields)]
            wanted = [replace(whose, field=field) for field in fields]
            if [other.address for other in behind] == wanted:
                yield at, tuple(range(at + 1, at + 1 + len(fields)))


def _bookmark(entry: PrintedParagraph) -> str:
    """The name of the bookmark around a wording, which has one at its main place."""
    return entry.address.element if entry.address and entry.address.main else ""


def _behind(place: int, spots: Sequence[PrintSpot]) -> list[int]:
    """The paragraphs that stand in the same row behind one, or outside of tables right behind it."""
    row = spots[place].row
    behind = []
    for other in range(place + 1, len(spots) if row is not None else min(place + 3, len(spots))):
        if spots[other].row != row:
            break
        behind.append(other)
    return behind


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
