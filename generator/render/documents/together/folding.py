"""Paragraphs of two editions to those that were split or joined, and to their text in one.

Where text stands in another paragraph now and its words are the same, only the end of the
paragraph has changed: it comes or goes, and the words stay.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any, NamedTuple

from msgspec.structs import replace

from generator.compare.words import LARGEST
from generator.likeness import PART_OF, SHORTEST_PART, TEXT_STAYS
from generator.render.blocks import Paragraph
from generator.render.documents.together.alignment import Pair
from generator.render.documents.together.marked_text import LineEnd, inline_of, steps
from generator.render.documents.together.references import References
from generator.render.documents.together.sequence import spoken


class Fold(NamedTuple):
    """Lines from ``i`` and ``j`` on, before ``i_end`` and ``j_end``, with one text in both."""

    i: int
    j: int
    i_end: int
    j_end: int

    @property
    def single(self) -> bool:
        """Whether it is one line in both, so that nothing was split or joined."""
        return self.i_end - self.i == self.j_end - self.j == 1


Together = Callable[[Any, Any], bool]
"""Whether one line follows the other so that their ends could be taken away."""


def folds(
    old: Sequence[Any], new: Sequence[Any], pairs: Sequence[Pair], together: Together
) -> list[Fold]:
    """What was split or joined between the ``pairs`` that are the same on both sides.

    Entries that are no lines (None) are never part of one.
    """
    found: list[Fold] = []
    i = j = 0
    same = [(a, b) for a, b in pairs if _content(old[a]) == _content(new[b])]
    for a, b in (*same, (len(old), len(new))):
        if a - i and b - j and (a - i, b - j) != (1, 1):
            found += _of_stretch(old, new, Fold(i, j, a, b), together)
        i, j = a + 1, b + 1
    return found


def unfolded(pairs: Sequence[Pair], found: Sequence[Fold]) -> list[Pair]:
    """The pairs and the first positions of each fold, without what stands in one."""
    gone = {i for fold in found for i in range(fold.i, fold.i_end)}
    come = {j for fold in found for j in range(fold.j, fold.j_end)}
    left = [(i, j) for i, j in pairs if i not in gone and j not in come]
    starts = [fold.i for fold in found]

    def beside(i: int, j: int) -> bool:
        """Whether a pair crosses no fold: words were paired otherwise than lines."""
        place = bisect_left(starts, i)
        after = place == len(found) or j < found[place].j
        return after and (place == 0 or j >= found[place - 1].j_end)

    kept = [(i, j) for i, j in left if beside(i, j)]
    return sorted([*kept, *((fold.i, fold.j) for fold in found)])


def in_order(
    pairs: Sequence[Pair], found: Sequence[Fold], lengths: Pair
) -> Iterator[tuple[range, range, Fold | None]]:
    """What goes, what comes, and then what stays: a pair, a fold, or None at the end."""
    of = {(fold.i, fold.j): fold for fold in found}
    i = j = 0
    for a, b in pairs:
        stays = of.get((a, b), Fold(a, b, a + 1, b + 1))
        yield range(i, a), range(j, b), stays
        i, j = stays.i_end, stays.j_end
    yield range(i, lengths[0]), range(j, lengths[1]), None


def folded(old: Sequence[Any], new: Sequence[Any], references: References) -> tuple[Any, ...]:
    """The lines of both in one: ends that come or go are marked like words."""
    lines: list[Any] = []
    inlines: list[Any] = []
    at = 0
    for step in steps(_joined(old), _joined(new), references):
        inline: Any = inline_of(step, references)
        if not isinstance(inline, LineEnd):
            inlines.append(inline)
            continue
        end = None if inline.mark == "plain" else inline.mark
        lines.append(replace(new[at], content=tuple(inlines), end=end))
        inlines = []
        at += inline.mark != "deleted"
    return (*lines, replace(new[at], content=tuple(inlines)))


def _joined(lines: Sequence[Any]) -> tuple[Any, ...]:
    first, *rest = lines
    return (*first.content, *(part for line in rest for part in (LineEnd(), *line.content)))


def _content(line: Any) -> Any:
    return getattr(line, "content", line)


def _of_stretch(
    old: Sequence[Any], new: Sequence[Any], stretch: Fold, together: Together
) -> Iterator[Fold]:
    before = [_words(old[i]) for i in range(stretch.i, stretch.i_end)]
    after = [_words(new[j]) for j in range(stretch.j, stretch.j_end)]
    if sum(map(len, before)) * sum(map(len, after)) > LARGEST:
        return
    shared = _shared(before, after)
    for a, b, a_end, b_end in _clusters(shared, before, after):
        fold = Fold(stretch.i + a, stretch.j + b, stretch.i + a_end, stretch.j + b_end)
        if a_end - a == b_end - b == 1:
            continue
        common = sum(n for (x, y), n in shared.items() if a <= x < a_end and b <= y < b_end)
        words = sum(map(len, before[a:a_end])) + sum(map(len, after[b:b_end]))
        lines = [*old[fold.i : fold.i_end]], [*new[fold.j : fold.j_end]]
        close = all(together(x, y) for side in lines for x, y in pairwise(side))
        if close and together(lines[0][0], lines[1][0]) and 2 * common >= words * TEXT_STAYS:
            yield fold


def _words(line: Any) -> list[str]:
    return [] if line is None else spoken(Paragraph(line.content))


def _shared(old: Sequence[list[str]], new: Sequence[list[str]]) -> dict[Pair, int]:
    """How many words each old line has in common with each new one, in the order of both."""
    homes = [[at for at, line in enumerate(side) for _ in line] for side in (old, new)]
    words = [[word for line in side for word in line] for side in (old, new)]
    found: defaultdict[Pair, int] = defaultdict(int)
    matcher = SequenceMatcher(None, words[0], words[1], autojunk=False)
    for a, b, size in matcher.get_matching_blocks():
        for step in range(size):
            found[homes[0][a + step], homes[1][b + step]] += 1
    return found


def _clusters(
    shared: dict[Pair, int], old: Sequence[list[str]], new: Sequence[list[str]]
) -> Iterator[tuple[int, int, int, int]]:
    """Stretches of lines that share text; what is linked never crosses, as words keep their order."""
    linked = sorted(
        (i, j)
        for (i, j), count in shared.items()
        if count >= max(SHORTEST_PART, PART_OF * min(len(old[i]), len(new[j])))
    )
    stretch: list[int] = []
    for i, j in linked:
        if stretch and (i < stretch[2] or j < stretch[3]):
            stretch[2:] = [max(stretch[2], i + 1), max(stretch[3], j + 1)]
            continue
        if stretch:
            yield stretch[0], stretch[1], stretch[2], stretch[3]
        stretch = [i, j, i + 1, j + 1]
    if stretch:
        yield stretch[0], stretch[1], stretch[2], stretch[3]
