"""Two sequences of texts to the pairs that are the same in both, in order.

Like a patience diff: what occurs once in both holds the rest in place, and between two of
those the search begins anew. Time grows with the length, not with its square, and a block
that is repeated (the labels of the tables) is never matched across a row that is not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

_Gap = tuple[int, int, int, int]


def anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs (place in ``old``, place in ``new``) of equal texts, both rising."""
    found: list[tuple[int, int]] = []
    waiting: list[_Gap] = [(0, len(old), 0, len(new))]
    while waiting:
        i, i_end, j, j_end = gap = waiting.pop()
        if old[i:i_end] == new[j:j_end]:  # nearly always
            found += zip(range(i, i_end), range(j, j_end), strict=True)
            continue
        between = _paired(old, new, gap, only=1)
        if not between:
            gap = _trimmed(old, new, gap, found)
            between = _paired(old, new, gap)
        found += between
        inner = _gaps(gap, between) if between else ()
        waiting += [g for g in inner if g[0] < g[1] and g[2] < g[3]]
    return sorted(found)


def _trimmed(
    old: Sequence[str], new: Sequence[str], gap: _Gap, found: list[tuple[int, int]]
) -> _Gap:
    """The gap without what both sides end and begin with.

    The end first: rows of our tables begin alike ("Ergebnisziel"), and of a row that is gone
    this label is meant to be gone, not that of the next row.
    """
    i, i_end, j, j_end = gap
    while i < i_end and j < j_end and old[i_end - 1] == new[j_end - 1]:
        i_end, j_end = i_end - 1, j_end - 1
        found.append((i_end, j_end))
    while i < i_end and j < j_end and old[i] == new[j]:
        found.append((i, j))
        i, j = i + 1, j + 1
    return i, i_end, j, j_end


def _paired(
    old: Sequence[str], new: Sequence[str], gap: _Gap, only: int | None = None
) -> list[tuple[int, int]]:
    """What occurs as often on each side (``only`` so often): the first with the first, and so on."""
    i, i_end, j, j_end = gap
    before, after = Counter(old[i:i_end]), Counter(new[j:j_end])
    chosen = {t for t, n in before.items() if n == after[t] and (only is None or n == only)}
    places: dict[tuple[str, int], int] = {}
    seen: Counter[str] = Counter()
    for place in range(j, j_end):
        text = new[place]
        if text in chosen:
            places[text, seen[text]] = place
            seen[text] += 1
    pairs, seen = [], Counter()
    for place in range(i, i_end):
        text = old[place]
        if text in chosen:
            pairs.append((place, places[text, seen[text]]))
            seen[text] += 1
    return rising(pairs)


def rising(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of pairs, given by rising first place, whose second places rise too."""
    ends: list[int] = []
    at: list[int] = []
    known = list(pairs)
    before: list[int | None] = []
    for number, (_, j) in enumerate(known):
        place = bisect_left(ends, j)
        before.append(at[place - 1] if place else None)
        ends[place : place + 1] = [j]
        at[place : place + 1] = [number]
    result: list[tuple[int, int]] = []
    link = at[-1] if at else None
    while link is not None:
        result.append(known[link])
        link = before[link]
    return result[::-1]


def _gaps(gap: _Gap, pairs: Sequence[tuple[int, int]]) -> list[_Gap]:
    """What lies before, between and behind the pairs."""
    i, i_end, j, j_end = gap
    result = []
    for a, b in [*pairs, (i_end, j_end)]:
        result.append((i, a, j, b))
        i, j = a + 1, b + 1
    return result


def gaps(pairs: Sequence[tuple[int, int]], old: int, new: int) -> list[_Gap]:
    """The stretches (first, end, first, end) without a pair; ``old`` and ``new`` are the lengths."""
    return [g for g in _gaps((0, old, 0, new), pairs) if g[0] < g[1] or g[2] < g[3]]
