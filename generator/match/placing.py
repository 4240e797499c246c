"""Each paragraph of a story to the printed paragraph that it was, before the reviewers began."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.likeness import NAMED, SAME_ROW
from generator.match.absent import absent
from generator.match.anchors import anchors, gaps
from generator.match.authors import ours, reviewers
from generator.match.body_lists import apart, in_lists, printed_in_list
from generator.match.field_results import printed_results, with_results
from generator.match.named_rows import named
from generator.match.normal_text import plain
from generator.match.rewritten import alike
from generator.match.spots import PrintSpot, cells_in_rows, is_aligned, key
from generator.receive.story import StoryParagraph
from generator.receive.views import ViewLine, after, groups, lines
from generator.render.formats.docx.printed_map import PrintedParagraph

LEAST = 12
"""Characters from which on the same text gone here and new there is taken for moved."""


class Placed(Struct, frozen=True):
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


class Placing(Struct, frozen=True):
    """A whole story in its order; ``missing`` are the printed paragraphs that nothing is now.

    ``absent`` are those that were not sent back at all.
    """

    placed: tuple[Placed, ...]
    missing: tuple[int, ...]
    absent: tuple[int, ...] = ()


def place(
    paragraphs: Sequence[StoryParagraph],
    printed: Sequence[PrintedParagraph],
    own: Collection[str] = (),
) -> Placing:
    """Rows with their ID and equal texts hold the rest in place; between them likeness,
    bookmark and row decide. ``own`` are the ids of remarks that we wrote ourselves.
    """
    found = [(group, lines(group, ours)) for group in groups(paragraphs, ours)]
    spots = [PrintSpot(n, m, group, line) for n, (group, of) in enumerate(found)
             for m, line in enumerate(of) if is_aligned(group, line)]  # fmt: skip
    order = {id(paragraph): number for number, paragraph in enumerate(paragraphs)}
    spots.sort(key=lambda spot: order[id(spot.begins)])
    entries = [number for number, entry in enumerate(printed) if plain(entry.text)]
    texts = [key(printed[n].text, printed[n].note is not None, printed[n].cell) for n in entries]
    cells = cells_in_rows(paragraphs) if any(e.cell is not None for e in printed) else {}
    keys = [spot.key_in(cells.get(spot.begins.place.container)) for spot in spots]
    rows = named([printed[number] for number in entries], spots)
    for at, spot in rows.items():
        texts[at] = keys[spot] = f"\1{at}"
    pairs = anchors(texts, keys)
    moved = rows.items() - set(pairs)
    pairs += _between(pairs, entries, printed, spots, moved)
    pairs += [(at, spot) for at, spot in moved if _changed(printed[entries[at]], spots[spot], own)]
    homes = {(spots[j].group, spots[j].line): entries[i] for i, j in pairs}
    said = _said(group for group, _ in found)
    placed = tuple(
        _as_printed(
            Placed(group, of, tuple(homes.get((n, m)) for m in range(len(of)))), printed, said
        )
        for n, (group, of) in enumerate(found)
    )
    known = set(homes.values())
    missing = [number for number in entries if number not in known]
    away = absent(printed, missing)
    return Placing(placed, tuple(n for n in missing if n not in set(away)), tuple(away))


def _said(groups: Iterable[tuple[StoryParagraph, ...]]) -> frozenset[str]:
    """What the file says outside of fields, before and after the reviewers."""
    views = (lines(group, made) for group in groups for made in (ours, after))
    return frozenset(
        plain(line.text)
        for of in views
        for line in of
        if not any(piece.computed for _, piece in line.pieces)
    )


def _as_printed(
    placed: Placed, printed: Sequence[PrintedParagraph], said: Container[str]
) -> Placed:
    """With what was printed where a program has set the results of fields anew."""
    results: dict[int, str] = {}
    for line, entry in zip(placed.lines, placed.entries, strict=True):
        if entry is not None:
            results |= printed_results(line, printed[entry].text, said)
    if not results:
        return placed
    group = with_results(placed.group, results)
    return replace(placed, group=group, lines=lines(group, ours))


def _between(
    pairs: Sequence[tuple[int, int]],
    entries: Sequence[int],
    printed: Sequence[PrintedParagraph],
    spots: Sequence[PrintSpot],
    moved: Collection[tuple[int, int]],
) -> list[tuple[int, int]]:
    """What was rewritten between the texts that are the same; a note never becomes text.

    What is ``moved`` is nothing else that was rewritten.
    """
    gone, come = {at for at, _ in moved}, {spot for _, spot in moved}
    known = dict(pairs)
    whose = {place: printed[number] for place, number in enumerate(entries)}
    lists = in_lists(spots, {spot: whose[at + 1] for at, spot in pairs if at + 1 in whose})
    elsewhere = _elsewhere(pairs, entries, printed, spots)
    gone, come = gone | {at for at, _ in elsewhere}, come | {spot for _, spot in elsewhere}
    owners = {place: _owner(printed[number]) for place, number in enumerate(entries)}
    found: list[tuple[int, int]] = []
    for i, i_end, j, j_end in gaps(pairs, len(entries), len(spots)):
        hints = _hints(range(i, i_end), range(j, j_end), known, owners, spots)
        for note in (False, True):
            old = [(place, plain(printed[entries[place]].text)) for place in range(i, i_end)
                   if (printed[entries[place]].note is not None) == note and place not in gone]  # fmt: skip
            new = [(place, plain(spots[place].content.text)) for place in range(j, j_end)
                   if spots[place].note == note and place not in come]  # fmt: skip
            for before, now in apart(old, new, whose, lists):
                found += alike(before, now, hints)
    return found


def _elsewhere(
    pairs: Sequence[tuple[int, int]],
    entries: Sequence[int],
    printed: Sequence[PrintedParagraph],
    spots: Sequence[PrintSpot],
) -> list[tuple[int, int]]:
    """Long texts of a kind that stand, word for word, in another place now: moved, not rewritten.

    Between the same neighbours nothing was moved: one cell may have become what the other said.
    """
    firsts, seconds = sorted(i for i, _ in pairs), sorted(j for _, j in pairs)
    before, now = {i for i, _ in pairs}, {j for _, j in pairs}
    old: dict[tuple[bool, str], list[int]] = defaultdict(list)
    new: dict[tuple[bool, str], list[int]] = defaultdict(list)
    for place, number in enumerate(entries):
        text = plain(printed[number].text)
        if place not in before and len(text) >= LEAST and not printed_in_list(printed[number]):
            old[printed[number].note is not None, text].append(place)
    for place, spot in enumerate(spots):
        if place not in now:
            new[spot.note, plain(spot.content.text)].append(place)
    return [
        (found[0], new[same][0])
        for same, found in old.items()
        if len(found) == len(new[same]) == 1
        and bisect(firsts, found[0]) != bisect(seconds, new[same][0])
    ]


def _changed(entry: PrintedParagraph, spot: PrintSpot, own: Collection[str]) -> bool:
    """Whether a wording that stands elsewhere now is more than moved: changed or remarked on."""
    if entry.address is None or entry.address.field != "text":
        return False
    remarked = any(one not in own for _, piece in spot.content.pieces for one in piece.comments)
    return (
        remarked
        or plain(entry.text) != plain(spot.content.text)
        or bool(reviewers(spot.paragraphs))
    )


def _owner(entry: PrintedParagraph) -> str | None:
    """The element whose wording a printed paragraph is, where that has its bookmark."""
    address = entry.address
    return address.element if address and address.main and address.field == "text" else None


def _hints(
    old: range,
    new: range,
    known: Mapping[int, int],
    owners: Mapping[int, str | None],
    spots: Sequence[PrintSpot],
) -> dict[tuple[int, int], float]:
    """The wording of an element has its bookmark, and stands in a row with its ID."""
    hints: dict[tuple[int, int], float] = {}
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
