"""Texts that stand between the same neighbours to pairs: what was rewritten, and as what."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.likeness import REWRITTEN, SAME_PLACE, SHORTEST_PART

FEW = 12
"""Texts in a row that are taken for rewritten because as many stood there; more are new ones."""
COMMON = 12
"""A word in more of the texts than this tells nothing and is not looked up."""

Hints = Mapping[tuple[int, int], float]
"""How much speaks for a pair besides its words: a bookmark, the same row."""

_WORD = re.compile(r"\w+")


def alike(
    old: Sequence[tuple[int, str]], new: Sequence[tuple[int, str]], hints: Hints
) -> list[tuple[int, int]]:
    """Pairs of places, both rising, of texts (place, text) that belong together.

    The best by common words and ``hints`` come first; what is left over between two of them
    is paired by its place where there is as much on both sides.
    """
    words = [Counter(_WORD.findall(text.lower())) for _, text in old]
    others = [Counter(_WORD.findall(text.lower())) for _, text in new]
    told = {(old[a][0], new[b][0]): (a, b) for a, b in _candidates(words, others)}
    told |= _hinted(old, new, hints)
    weighed: dict[tuple[int, int], float] = {}
    for pair, (a, b) in told.items():
        weight = _share(words[a], others[b]) + hints.get(pair, 0.0)
        weight += SAME_PLACE * (a == b and len(old) == len(new))
        if weight >= REWRITTEN:
            weighed[a, b] = weight
    chosen = _by_place(_best(weighed), [text for _, text in old], [text for _, text in new])
    return [(old[a][0], new[b][0]) for a, b in chosen]


def _hinted(
    old: Sequence[tuple[int, str]], new: Sequence[tuple[int, str]], hints: Hints
) -> dict[tuple[int, int], tuple[int, int]]:
    """The pairs of places that a hint names, with their numbers in the two lists."""
    rows = {place: number for number, (place, _) in enumerate(old)}
    columns = {place: number for number, (place, _) in enumerate(new)}
    return {(a, b): (rows[a], columns[b]) for a, b in hints if a in rows and b in columns}


def _candidates(
    old: Sequence[Counter[str]], new: Sequence[Counter[str]]
) -> Iterable[tuple[int, int]]:
    """Pairs that share a word that few others have, and those at the same place."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, words in enumerate(new):
        for word in words:
            holders[word].append(place)
    found = set(zip(range(len(old)), range(len(new)), strict=False))
    found |= {(len(old) - n, len(new) - n) for n in range(1, min(len(old), len(new)) + 1)}
    for place, words in enumerate(old):
        for word in words:
            if len(holders[word]) <= COMMON:
                found |= {(place, other) for other in holders[word]}
    return found


def _share(one: Counter[str], other: Counter[str]) -> float:
    """Common words to all words of both (Dice), from 0 to 1."""
    every = sum(one.values()) + sum(other.values())
    return 2 * sum((one & other).values()) / every if every else 0.0


def _best(weighed: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The best pairs that do not cross a better one, in order."""
    chosen: list[tuple[int, int]] = []
    for pair in sorted(weighed, key=lambda pair: (-weighed[pair], pair)):
        place = bisect_left(chosen, pair)
        before, after = chosen[max(place - 1, 0) : place], chosen[place : place + 1]
        if all(a < pair[0] and b < pair[1] for a, b in before) and all(
            a > pair[0] and b > pair[1] for a, b in after
        ):
            chosen.insert(place, pair)
    return chosen


def _by_place(
    chosen: list[tuple[int, int]], old: Sequence[str], new: Sequence[str]
) -> list[tuple[int, int]]:
    """With those between them that are as many on both sides, and not too many.

    What was drawn into the text beside it, or out of that, has not become something else.
    """
    result: list[tuple[int, int]] = []
    i = j = 0
    for a, b in [*chosen, (len(old), len(new))]:
        if a - i == b - j <= FEW:
            before, now = (
                [*side[max(start - 1, 0) : start], *side[end : end + 1]]
                for side, start, end in ((old, i, a), (new, j, b))
            )
            between = zip(range(i, a), range(j, b), strict=True)
            result += [
                (x, y) for x, y in between if not _part(old[x], now) and not _part(new[y], before)
            ]
        result.append((a, b))
        i, j = a + 1, b + 1
    return result[:-1]


def _part(text: str, others: Sequence[str]) -> bool:
    """Whether a text of several words stands in one of the others."""
    return len(text.split()) >= SHORTEST_PART and any(text in other for other in others)
