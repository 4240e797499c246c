"""Each paragraph of a story to the printed paragraph that it was, before the reviewers began."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator.likeness import NAMED, SAME_ROW
from generator.match.anchors import Pair, anchors, gaps
from generator.match.authors import ours
from generator.match.normal_text import plain
from generator.match.rewritten import alike
from generator.receive.story import StoryParagraph
from generator.receive.views import ViewLine, groups, lines
from generator.render.formats.docx.printed_map import PrintedParagraph

FRAME = ("header", "footer")
"""Parts that the map of what was printed does not list."""
_COPY = re.compile(r"_Copy_\d+$")
"""What LibreOffice adds to the name of a bookmark that it wrote twice."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Paragraphs that belong together, as they read before the reviewers' marks.

    ``entries`` says of each line which printed paragraph it is, None of a new one.
    """

    group: tuple[StoryParagraph, ...]
    lines: tuple[ViewLine, ...]
    entries: tuple[int | None, ...]

    @property
    def row(self) -> int | None:
        """The number of the table row they stand in."""
        row = self.group[0].place.row
        return row.number if row else None


@dataclass(frozen=True, slots=True)
class Placing:
    """A whole story in its order; ``missing`` are the printed paragraphs that nothing is now."""

    placed: tuple[Placed, ...]
    missing: tuple[int, ...]


def place(paragraphs: Sequence[StoryParagraph], printed: Sequence[PrintedParagraph]) -> Placing:
    """Equal texts hold the rest in place; between them likeness, bookmark and row decide."""
    found = [(group, lines(group, ours)) for group in groups(paragraphs, ours)]
    spots = [_Spot(n, m, group, line) for n, (group, of) in enumerate(found)
             for m, line in enumerate(of) if _aligned(group, line)]  # fmt: skip
    order = {id(paragraph): number for number, paragraph in enumerate(paragraphs)}
    spots.sort(key=lambda spot: order[id(spot.begins)])
    entries = [number for number, entry in enumerate(printed) if plain(entry.text)]
    texts = [_key(printed[number].text, printed[number].note is not None) for number in entries]
    pairs = anchors(texts, [spot.key for spot in spots])
    pairs += _between(pairs, entries, printed, spots)
    homes = {(spots[j].group, spots[j].line): entries[i] for i, j in pairs}
    placed = tuple(
        Placed(group, of, tuple(homes.get((n, m)) for m in range(len(of))))
        for n, (group, of) in enumerate(found)
    )
    known = set(homes.values())
    return Placing(placed, tuple(number for number in entries if number not in known))


@dataclass(frozen=True, slots=True)
class _Spot:
    """A line that may have been printed by us."""

    group: int
    line: int
    paragraphs: tuple[StoryParagraph, ...]
    content: ViewLine

    @property
    def key(self) -> str:
        return _key(self.content.text, self.note)

    @property
    def begins(self) -> StoryParagraph:
        """The paragraph with its first text: notes of the one before stand between joined ones."""
        first = min(self.content.numbers, default=0)
        ends = accumulate(len(paragraph.pieces) for paragraph in self.paragraphs)
        return next(p for p, end in zip(self.paragraphs, ends, strict=True) if first < end)

    @property
    def note(self) -> bool:
        return self.paragraphs[0].place.part == "note"

    @property
    def row(self) -> int | None:
        row = self.paragraphs[0].place.row
        return row.number if row else None

    @property
    def bookmarks(self) -> Iterator[str]:
        return (_COPY.sub("", name) for p in self.paragraphs for name in p.bookmarks)


def _aligned(group: tuple[StoryParagraph, ...], line: ViewLine) -> bool:
    return group[0].place.part not in FRAME and bool(plain(line.text))


def _key(text: str, note: bool) -> str:
    return f"\0{plain(text)}" if note else plain(text)


def _between(
    pairs: Sequence[Pair],
    entries: Sequence[int],
    printed: Sequence[PrintedParagraph],
    spots: Sequence[_Spot],
) -> list[Pair]:
    """What was rewritten between the texts that are the same; a note never becomes text."""
    known = dict(pairs)
    owners = {place: _owner(printed[number]) for place, number in enumerate(entries)}
    found: list[Pair] = []
    for i, i_end, j, j_end in gaps(pairs, len(entries), len(spots)):
        hints = _hints(range(i, i_end), range(j, j_end), known, owners, spots)
        for note in (False, True):
            old = [(place, plain(printed[entries[place]].text)) for place in range(i, i_end)
                   if (printed[entries[place]].note is not None) == note]  # fmt: skip
            new = [(place, plain(spots[place].content.text)) for place in range(j, j_end)
                   if spots[place].note == note]  # fmt: skip
            found += alike(old, new, hints)
    return found


def _owner(entry: PrintedParagraph) -> str | None:
    """The element whose wording a printed paragraph is, where that has its bookmark."""
    address = entry.address
    return address.element if address and address.main and address.field == "text" else None


def _hints(
    old: range,
    new: range,
    known: Mapping[int, int],
    owners: Mapping[int, str | None],
    spots: Sequence[_Spot],
) -> dict[Pair, float]:
    """The wording of an element has its bookmark, and stands in a row with its ID."""
    hints: dict[Pair, float] = {}
    at = {owners[place]: place for place in old if owners[place]}
    for place in new:
        for name in spots[place].bookmarks:
            if name in at:
                hints[at[name], place] = NAMED
    for place in old:
        beside = known.get(place - 1)
        row = None if beside is None else spots[beside].row
        for other in (beside or 0) + 1, (beside or 0) + 2:
            if row is not None and owners[place] and other in new and spots[other].row == row:
                hints[place, other] = hints.get((place, other), 0.0) + SAME_ROW
    return hints
