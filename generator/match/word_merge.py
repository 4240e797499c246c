"""Two or three states of a wording, compared word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from generator.match.normal_text import plain
from generator.match.weaving import woven

_TOKEN = re.compile(r"\s*\w+|\s*[^\w\s]")


class Edit(Struct, frozen=True):
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

    None where the same words, or words that touch, have become something else in the meantime,
    and where the change could not be found again in the result: made twice it would stand twice.
    Spaces and hyphens that are set on purpose stay with the words that stay.
    """
    if plain(new) in (plain(old), plain(current)):
        return current
    if plain(current) == plain(old):
        return _as_set(plain(new), current)
    before, wanted, there = tokens(old), tokens(new), tokens(current)
    made = woven(before, wanted, there)
    if made is None or made == plain(current):
        return made and current
    made = plain(made)
    found = all(woven(before, change, tokens(made)) == made for change in (wanted, there))
    return _as_set(made, current) if found else None


def _as_set(text: str, current: str) -> str:
    """A plain text with the words that are in ``current`` as they are set there."""
    words = tokens(current)
    if current == "".join(words):
        return text
    new, made = tokens(text), []
    there = set_words(current, words)
    matcher = SequenceMatcher(None, words, new, autojunk=False)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        made += there[i:i_end] if tag == "equal" else new[j:j_end]
    return "".join(made).strip()


def set_words(text: str, words: Sequence[str]) -> list[str]:
    """The stretches of a text that read as the plain words, one for each."""
    found: list[str] = []
    start = end = 0
    for word in words:
        wanted = word.strip()
        while end < len(text) and plain(text[start:end]) != wanted:
            end += 1
        while (
            end < len(text) and not text[end].isspace() and plain(text[start : end + 1]) == wanted
        ):
            end += 1  # a sign of no width belongs to the word before it
        found.append(text[start:end])
        start = end
    return found if plain("".join(found)) == plain(text) else list(words)
