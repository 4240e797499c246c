"""Two or three states of a wording, compared word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.match.normal_text import plain

_TOKEN = re.compile(r"\s*\w+|\s*[^\w\s]")


@dataclass(frozen=True, slots=True)
class Edit:
    """The words from ``start`` to ``end`` give way to others."""

    start: int
    end: int
    words: tuple[str, ...]


def tokens(text: str) -> list[str]:
    """Words and signs, each with the space before it; joined they are the plain text again."""
    return _TOKEN.findall(plain(text))


def edits(old: Sequence[str], new: Sequence[str]) -> list[Edit]:
    """What makes the one of the other."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        Edit(i, i_end, tuple(new[j:j_end]))
        for tag, i, i_end, j, j_end in matcher.get_opcodes()
        if tag != "equal"
    ]


def typed(old: str, new: str) -> tuple[int, int]:
    """How many characters one has put in and taken out who made the one of the other.

    A word counts with the space before it.
    """
    before = tokens(old)
    found = edits(before, tokens(new))
    inserted = sum(len(word) for edit in found for word in edit.words)
    deleted = sum(len(word) for edit in found for word in before[edit.start : edit.end])
    return inserted, deleted


def merged(old: str, new: str, current: str) -> str | None:
    """``current`` with what makes ``new`` of ``old``; itself where that is already in it.

    None where the same words, or words that touch, have become something else in the meantime.
    """
    if plain(current) == plain(old):
        return plain(new)
    before = tokens(old)
    wanted, made = edits(before, tokens(new)), edits(before, tokens(current))
    more = [edit for edit in wanted if edit not in made]
    if any(_touch(edit, other) for edit in more for other in made):
        return None
    if not more:
        return current
    return _applied(before, sorted([*made, *more], key=lambda edit: edit.start))


def _touch(one: Edit, other: Edit) -> bool:
    return one.start <= other.end and other.start <= one.end


def _applied(words: list[str], changes: list[Edit]) -> str:
    result: list[str] = []
    place = 0
    for edit in changes:
        result += [*words[place : edit.start], *edit.words]
        place = edit.end
    return plain("".join([*result, *words[place:]]))
