"""Which lines of a file stand in a list of bodies, and which printed ones do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.match.normal_text import plain
from generator.match.spots import PrintSpot
from generator.render.formats.docx.printed_map import PrintedParagraph

BODIES = ("zustaendig", "adressaten")
"""Fields that print a list of bodies, one to a line."""
OF_BODIES = ("Zuständigkeit", "Adressaten")
"""What a row with bodies begins with."""
_Texts = Sequence[tuple[int, str]]


def in_lists(spots: Sequence[PrintSpot], behind: Mapping[int, PrintedParagraph]) -> frozenset[int]:
    """The places of lines in the second cell of such rows.

    ``behind`` holds what was printed behind the texts that are found again, by their places. A
    label with words of the program behind it, as in the box that explains the rows, begins no list.
    """
    labels: dict[int, int] = {}
    found = set()
    for place, spot in enumerate(spots):
        if spot.row is None:
            continue
        at = labels.setdefault(spot.row, place)
        label = spots[at]
        other = label.begins.place.container != spot.begins.place.container
        named = at not in behind or printed_in_list(behind[at])
        if other and named and plain(label.content.text) in OF_BODIES:
            found.add(place)
    return frozenset(found)


def printed_in_list(entry: PrintedParagraph) -> bool:
    """Whether a printed paragraph names a body of a goal or an Empfehlung."""
    return entry.address is not None and entry.address.field in BODIES


def apart(
    old: _Texts, new: _Texts, entries: Mapping[int, PrintedParagraph], lists: frozenset[int]
) -> Iterator[tuple[_Texts, _Texts]]:
    """Texts (place, text) between the same neighbours, bodies and all others by themselves.

    The last body of a table has not become the paragraph behind the table. Where a document has
    no such rows, as the Synopse, nothing is told apart.
    """
    if not lists:
        yield old, new
        return
    for bodies in (True, False):
        yield (
            [text for text in old if printed_in_list(entries[text[0]]) == bodies],
            [text for text in new if (text[0] in lists) == bodies],
        )
