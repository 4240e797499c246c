"""Two states of one wording, each made from a third, to the wording that holds both changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from msgspec import Struct

WordList = Sequence[str]
_By = Literal["", "new", "current", "both"]
"""Whose change is being read: nobody's, of one of the two, or the same of both."""


MOST = 2_000_000
"""Pairs of words that are compared; texts of more than about 1400 words are no wordings."""
DOUBTS = 50_000
"""Places that are tried; only a text that repeats the same words dozens of times has more."""


class _Place(NamedTuple):
    """So many words of each text are read."""

    old: int
    new: int
    current: int
    by: _By


class _Woven(NamedTuple):
    """A beginning of the result; ``typed`` counts its words that ``current`` has not so."""

    typed: int
    text: str


def woven(old: WordList, new: WordList, current: WordList) -> str | None:
    """``current`` with what makes ``new`` of ``old``, joined; None where that is not clear.

    Where a text repeats its words, a change can be read in several places: "für Kinder und"
    before "für" is "und für Kinder" before "und". All readings that change the fewest words are
    tried; what ``current`` holds already in one of them is not made again. Between changes of
    both sides that are not the same there must be a word that both keep. None too where
    readings that are as good give different texts, or are too many.
    """
    if len(old) * max(len(new), len(current)) > MOST:
        return None
    wanted, made = (_readings(tuple(old), tuple(to)) for to in (new, current))
    levels: dict[int, dict[_Place, set[_Woven]]] = defaultdict(dict)
    levels[0][_Place(0, 0, 0, "")] = {_Woven(0, "")}
    last, tried = len(old) + len(new) + len(current), 0
    for level in range(last):
        tried += len(levels[level])
        if tried > DOUBTS:
            return None
        for place, beginnings in levels.pop(level).items():
            for after, typed, text in _steps(place, wanted, made):
                reached = levels[sum(after[:3])].setdefault(after, set())
                reached |= {_Woven(b.typed + typed, b.text + text) for b in beginnings}
                _keep_two(reached)
    ends = {end for found in levels[last].values() for end in found}
    _keep_two(ends)
    texts = {end.text for end in ends}
    return texts.pop() if len(texts) == 1 else None


def _keep_two(found: set[_Woven]) -> None:
    """Of the beginnings with the fewest typed words two, which is enough to know of a doubt."""
    least = min(found, default=_Woven(0, "")).typed
    found.intersection_update(sorted(one for one in found if one.typed == least)[:2])


def _steps(place: _Place, wanted: _Readings, made: _Readings) -> Iterator[tuple[_Place, int, str]]:
    """The places reached by one more word, how many words are typed by that, and the text."""
    o, n, c, by = place
    keeps, kept = wanted.keeps(o, n), made.keeps(o, c)
    if keeps and kept:
        yield _Place(o + 1, n + 1, c + 1, ""), 0, made.new[c]
    if by in ("", "new"):
        if kept and wanted.drops(o, n):
            yield _Place(o + 1, n, c + 1, "new"), 1, ""
        if wanted.puts(o, n):
            yield _Place(o, n + 1, c, "new"), 1, wanted.new[n]
    if by in ("", "current"):
        if keeps and made.drops(o, c):
            yield _Place(o + 1, n + 1, c, "current"), 0, ""
        if made.puts(o, c):
            yield _Place(o, n, c + 1, "current"), 0, made.new[c]
    if by in ("", "both"):
        if wanted.drops(o, n) and made.drops(o, c):
            yield _Place(o + 1, n, c, "both"), 0, ""
        if wanted.puts(o, n) and made.puts(o, c) and wanted.new[n] == made.new[c]:
            yield _Place(o, n + 1, c + 1, "both"), 0, made.new[c]


class _Readings(Struct, frozen=True):
    """All ways to make one text of another that change the fewest words.

    ``before[i][j]`` counts the words that the first i of the one and the first j of the other
    have in common, ``behind[i][j]`` those of what comes after them.
    """

    old: WordList
    new: WordList
    before: Sequence[Sequence[int]]
    behind: Sequence[Sequence[int]]

    def keeps(self, i: int, j: int) -> bool:
        """Whether the next word may be the same in both."""
        inside = i < len(self.old) and j < len(self.new)
        return (
            inside
            and self.old[i] == self.new[j]
            and self._best(i, j, self.behind[i + 1][j + 1] + 1)
        )

    def drops(self, i: int, j: int) -> bool:
        """Whether the next word of the old text may be gone."""
        return i < len(self.old) and self._best(i, j, self.behind[i + 1][j])

    def puts(self, i: int, j: int) -> bool:
        """Whether the next word of the new text may be new."""
        return j < len(self.new) and self._best(i, j, self.behind[i][j + 1])

    def _best(self, i: int, j: int, more: int) -> bool:
        return self.before[i][j] + more == self.behind[0][0]


@lru_cache(maxsize=64)  # a change is laid beside several others, and beside its result again
def _readings(old: tuple[str, ...], new: tuple[str, ...]) -> _Readings:
    behind = [row[::-1] for row in _common(old[::-1], new[::-1])[::-1]]
    return _Readings(old, new, _common(old, new), behind)


def _common(old: WordList, new: WordList) -> list[list[int]]:
    """How many words the beginnings of two texts have in common, in order, by their lengths."""
    table = [[0] * (len(new) + 1)]
    for word in old:
        above, row = table[-1], [0]
        for j, other in enumerate(new):
            row.append(above[j] + 1 if word == other else max(above[j + 1], row[-1]))
        table.append(row)
    return table
