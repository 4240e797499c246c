"""Two sequences to the pairs of what is the same in both, in order and in nearly linear time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TypeVar

from generator.compare.order import unmoved

Sided = TypeVar("Sided")
Joined = TypeVar("Joined")
Pair = tuple[int, int]
Likeness = Callable[[int, int], float]
"""Positions in old and new to how alike they are: 0 for never the same, at most 1."""

LARGEST = 2_500
"""Old times new entries of a stretch up to which every one is weighed against every other."""
NEAR = 4
"""How far to look ahead in a larger stretch."""


def aligned(
    old: Sequence[Hashable],
    new: Sequence[Hashable],
    likeness: Likeness,
    names: tuple[Sequence[Hashable], Sequence[Hashable]] | None = None,
) -> list[Pair]:
    """The pairs of positions, both growing.

    ``names`` tell what an entry is (an ID, None for nameless ones): most of those named
    alike stay, the others have moved. Between them equal entries are the same, and else
    those that are alike.
    """
    fixed = _named(*names, likeness) if names else []
    pairs: list[Pair] = []
    before = (-1, -1)
    for pair in (*fixed, (len(old), len(new))):
        pairs += _stretch(old, new, likeness, before, pair)
        before = pair
        if pair != (len(old), len(new)):
            pairs.append(pair)
    return pairs


def joined(
    pairs: Sequence[Pair],
    old: Sequence[Sided],
    new: Sequence[Sided],
    both: Callable[[Sided, Sided], Joined],
    gone: Callable[[Sided], Joined],
    come: Callable[[Sided], Joined],
) -> Iterator[Joined]:
    """What becomes of the entries of both, in one sequence; what is gone stands before what has come."""
    i = j = 0
    for a, b in (*pairs, (len(old), len(new))):
        yield from map(gone, old[i:a])
        yield from map(come, new[j:b])
        if a < len(old):
            yield both(old[a], new[b])
        i, j = a + 1, b + 1


def _named(old: Sequence[Hashable], new: Sequence[Hashable], likeness: Likeness) -> list[Pair]:
    first = {name: position for position, name in reversed(list(enumerate(old))) if name}
    partner: dict[int, int] = {}
    for j, name in enumerate(new):
        i = first.pop(name, None) if name else None
        if i is not None and likeness(i, j):
            partner[i] = j
    kept = unmoved([partner[i] for i in sorted(partner)])
    return [(i, partner[i]) for i in sorted(partner) if partner[i] in kept]


def _stretch(
    old: Sequence[Hashable], new: Sequence[Hashable], likeness: Likeness, before: Pair, end: Pair
) -> list[Pair]:
    """The pairs strictly between two pairs: equal ones at both ends, then unique ones, then like."""
    i0, j0, i1, j1 = before[0] + 1, before[1] + 1, *end
    head: list[Pair] = []
    while i0 < i1 and j0 < j1 and old[i0] == new[j0]:
        head.append((i0, j0))
        i0, j0 = i0 + 1, j0 + 1
    tail: list[Pair] = []
    while i0 < i1 and j0 < j1 and old[i1 - 1] == new[j1 - 1]:
        i1, j1 = i1 - 1, j1 - 1
        tail.append((i1, j1))
    if i0 == i1 or j0 == j1:
        return head + tail[::-1]
    middle = _unique(old, new, (i0, j0), (i1, j1))
    if not middle:
        return head + _alike(likeness, (i0, j0), (i1, j1)) + tail[::-1]
    last = (i0 - 1, j0 - 1)
    for pair in (*middle, (i1, j1)):
        head += _stretch(old, new, likeness, last, pair)
        last = pair
        if pair != (i1, j1):
            head.append(pair)
    return head + tail[::-1]


def _unique(old: Sequence[Hashable], new: Sequence[Hashable], a: Pair, z: Pair) -> list[Pair]:
    """Entries that are there once in both, as many as keep their order."""
    often_old, often_new = Counter(old[a[0] : z[0]]), Counter(new[a[1] : z[1]])
    at = {new[j]: j for j in range(a[1], z[1]) if often_new[new[j]] == 1}
    found = {i: at[old[i]] for i in range(a[0], z[0]) if often_old[old[i]] == 1 and old[i] in at}
    kept = unmoved(list(found.values()))
    return [(i, j) for i, j in found.items() if j in kept]


def _alike(likeness: Likeness, a: Pair, z: Pair) -> list[Pair]:
    """The pairs that are most alike in sum; in a large stretch the first that is alike."""
    rows, columns = z[0] - a[0], z[1] - a[1]
    if rows * columns > LARGEST:
        return list(_first_alike(likeness, a, z))
    weights = [[likeness(a[0] + i, a[1] + j) for j in range(columns)] for i in range(rows)]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in reversed(range(rows)):
        for j in reversed(range(columns)):
            paired = best[i + 1][j + 1] + weights[i][j] if weights[i][j] else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < rows and j < columns:
        if weights[i][j] and best[i][j] == best[i + 1][j + 1] + weights[i][j]:
            pairs.append((a[0] + i, a[1] + j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _first_alike(likeness: Likeness, a: Pair, z: Pair) -> Iterator[Pair]:
    j = a[1]
    for i in range(a[0], z[0]):
        near = range(j, min(j + NEAR, z[1]))
        match = next((k for k in near if likeness(i, k)), None)
        if match is not None:
            yield i, match
            j = match + 1
