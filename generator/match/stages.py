"""The tracked changes of a group of paragraphs to what each author did, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from generator.match.authors import ours, reviewers
from generator.match.normal_text import plain
from generator.receive.story import Stamp, StoryParagraph
from generator.receive.views import ViewLine, lines

EntryIndex = int | None
"""Number of a printed paragraph, None of what was never printed."""


class Step(Struct, frozen=True):
    """What became of some lines under one author's hand: one of one, or several of several.

    ``entry`` is the printed paragraph that they were, ``inserted`` and ``deleted`` count
    characters, spaces among them.
    """

    author: str
    old: tuple[ViewLine, ...]
    new: tuple[ViewLine, ...]
    entry: EntryIndex
    inserted: int
    deleted: int
    behind: EntryIndex = None
    """The printed paragraph before it in the group, None where it begins the group."""


class Stages(Struct, frozen=True):
    """The steps of all authors, and to each piece of the group the paragraph that it is in."""

    steps: tuple[Step, ...]
    homes: dict[int, EntryIndex]


def stages(
    group: tuple[StoryParagraph, ...], before: tuple[ViewLine, ...], entries: tuple[EntryIndex, ...]
) -> Stages:
    """Each author's changes are made on top of those of the ones before."""
    steps: list[Step] = []
    homes: dict[int, EntryIndex] = {}
    _settle(homes, before, entries)
    made: set[str] = set()
    for author in reviewers(group):
        made.add(author)
        now = lines(group, _made(frozenset(made)))
        of: dict[int, EntryIndex] = {}
        behind: EntryIndex = None
        for old, new in _linked(before, now):
            entry = next((entries[i] for i in old if entries[i] is not None), None)
            of |= dict.fromkeys(new, entry)
            step = _step(author, tuple(before[i] for i in old), tuple(now[j] for j in new), entry)
            if step is not None:
                steps.append(replace(step, behind=behind))
            behind = next((entries[i] for i in reversed(old) if entries[i] is not None), behind)
        before, entries = now, tuple(of.get(j) for j in range(len(now)))
        _settle(homes, before, entries)
    return Stages(tuple(steps), homes)


def _made(authors: frozenset[str]) -> Callable[[Stamp], bool]:
    return lambda stamp: ours(stamp) or stamp.author in authors


def _settle(
    homes: dict[int, EntryIndex], found: tuple[ViewLine, ...], entries: tuple[EntryIndex, ...]
) -> None:
    """Note the home of pieces that have none yet."""
    for line, entry in zip(found, entries, strict=True):
        for number, _ in line.pieces:
            homes.setdefault(number, entry)


def _step(
    author: str, old: tuple[ViewLine, ...], new: tuple[ViewLine, ...], entry: EntryIndex
) -> Step | None:
    """None where nothing happened but to white space around or instead of nothing."""
    before = {number: piece.text for line in old for number, piece in line.pieces}
    after = {number: piece.text for line in new for number, piece in line.pieces}
    if before.keys() == after.keys() and len(old) == len(new):
        return None
    old, new = (tuple(line for line in side if plain(line.text)) for side in (old, new))
    if not old and not new:
        return None
    inserted = sum(len(text) for number, text in after.items() if number not in before)
    deleted = sum(len(text) for number, text in before.items() if number not in after)
    return Step(author, old, new, entry, inserted, deleted)


def _linked(
    old: tuple[ViewLine, ...], new: tuple[ViewLine, ...]
) -> Iterator[tuple[list[int], list[int]]]:
    """Lines that share text, with those they share it with; what shares none goes by its place.

    Most lines have one partner. Several mean that a paragraph was split or some were joined.
    No text changes places, so that what belongs together is a stretch on either side.
    """
    shares = _shares(old, new)
    shared = {j for partners in shares for j in partners}
    i = j = 0
    while i < len(old) or j < len(new):
        i_free = _while(lambda k: k < len(old) and not shares[k], i)
        j_free = _while(lambda k: k < len(new) and k not in shared, j)
        gone, come = _told(old, i, i_free), _told(new, j, j_free)
        moved = any(_moved(old[k], "deleted") for k in gone) or any(
            _moved(new[k], "inserted") for k in come
        )
        yield from _by_place(gone, come, moved)
        i, j = _stretch(shares, i_free, j_free)
        if i > i_free:
            yield list(range(i_free, i)), list(range(j_free, j))


def _while(holds: Callable[[int], bool], start: int) -> int:
    return next(place for place in count(start) if not holds(place))


def _told(side: tuple[ViewLine, ...], start: int, end: int) -> list[int]:
    return [place for place in range(start, end) if plain(side[place].text)]


def _shares(old: tuple[ViewLine, ...], new: tuple[ViewLine, ...]) -> list[set[int]]:
    """To each old line the new ones with text of it."""
    home = {number: j for j, line in enumerate(new) for number, piece in line.pieces if piece.text}
    return [{home[n] for n, piece in line.pieces if piece.text and n in home} for line in old]


def _stretch(shares: list[set[int]], i: int, j: int) -> tuple[int, int]:
    """The ends of the least stretch from (i, j) on that shares no text with what follows."""
    end = i
    for place in range(i, len(shares)):
        if shares[place] and place > i and min(shares[place]) >= j:
            break
        if shares[place]:
            end, j = place + 1, max(shares[place]) + 1
    return end, j


def _moved(line: ViewLine, how: Literal["inserted", "deleted"]) -> bool:
    """Whether a line went, or came, as a whole by being moved."""
    stamps = [getattr(piece, how) for _, piece in line.pieces if plain(piece.text)]
    return bool(stamps) and all(stamp is not None and stamp.moved for stamp in stamps)


def _by_place(old: list[int], new: list[int], moved: bool) -> Iterator[tuple[list[int], list[int]]]:
    """What shares no text: rewritten where as much stands on both sides, else gone and new.

    What was ``moved`` away has not become what stands there now.
    """
    if len(old) == len(new) and not moved:
        yield from (([i], [j]) for i, j in zip(old, new, strict=True))
        return
    yield from (([i], []) for i in old)
    yield from (([], [j]) for j in new)
