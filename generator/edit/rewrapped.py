"""A wrapped text and its new wording to the text with only the changed words replaced."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from generator.edit.source import BREAKS

SPACE = " "


class Word(Struct, frozen=True):
    """A word as the file spells it, with the white space before it.

    ``text`` is what is read, ``joint`` what the white space means: a space, or a line
    break that counts with the indent behind it. ``new``: it was not there before.
    """

    raw: str
    text: str
    gap: str
    joint: str = SPACE
    new: bool = False


def respelled(
    old: Sequence[Word], new: Sequence[tuple[str, str]], spell: Callable[[str], str], newline: str
) -> list[Word]:
    """The words of the new wording, given as (joint, text); all that stay as they were spelled.

    Where words are inserted or gone, a line keeps its end if it can.
    """
    before = [(word.joint, word.text) for word in old]
    if old and new:  # nothing stands before the first word
        before[0] = ("", before[0][1])
        new = [("", new[0][1]), *new[1:]]
    result: list[Word] = []
    last = -1  # the old word that the result ends with; -1 for a new one
    matcher = SequenceMatcher(None, before, list(new), autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            gap = _gap_before(old, i, last) if result else ""
            result += [replace(old[i], gap=gap), *old[i + 1 : j]]
            last = j - 1
            continue
        for at in range(k, m):
            joint, text = new[at]
            kept = at == k and tag == "replace" and joint == old[i].joint
            gap = (old[i].gap if kept else "") or joint.replace("\n", newline) or SPACE
            result.append(Word(spell(text), text, gap if result else "", joint or SPACE, new=True))
            last = -1
    return result


def _gap_before(old: Sequence[Word], at: int, last: int) -> str:
    """White space before a word that stays: where others before it are gone, with a line end if any had one."""
    gap = old[at].gap or SPACE
    if 0 <= last < at - 1 and old[at].joint == SPACE:
        first = old[last + 1]
        return first.gap if first.joint == SPACE and has_break(first.gap) else gap
    return gap


def wrapped(
    words: Sequence[Word], start: int, limit: int, end: str, indent: Callable[[int], str | None]
) -> list[Word]:
    """Lines that hold new words and have become too long, broken in two.

    ``start`` is the column of the first word, ``end`` a line end; ``indent`` gives what a line
    begins with that is broken off before a word, None where none may be.
    """
    result = list(words)
    starts = [0, *(k for k in range(1, len(result)) if has_break(result[k].gap)), len(result)]
    for first, last in pairwise(starts):
        if not any(word.new for word in result[first:last]):
            continue
        column = start if first == 0 else len(_behind_break(result[first].gap))
        for at in range(first, last):
            word = result[at]
            width = len(word.raw) + (len(word.gap) if at > first else 0)
            too_long = at > first and column + width > limit and word.joint == SPACE
            if too_long and (begins := indent(at)) is not None:
                result[at] = replace(word, gap=end + begins)
                column, width = len(begins), len(word.raw)
            column += width
    return result


def joined(words: Sequence[Word]) -> str:
    """The words with the white space between them."""
    return "".join(word.gap + word.raw for word in words)


def has_break(gap: str) -> bool:
    """Whether white space ends a line."""
    return any(sign in gap for sign in BREAKS)


def _behind_break(gap: str) -> str:
    return gap[max(gap.rfind(sign) for sign in BREAKS) + 1 :]
