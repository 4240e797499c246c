"""Texts to their words and to the words that stand twice in a row, in one pass."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress, islice
from operator import eq

from msgspec import Struct


class _Lowered(dict[str, str]):
    """Each word met to the same in lower case: there are few, and each text repeats them."""

    def __missing__(self, word: str) -> str:
        lower = self[word] = word.lower()
        return lower


class Vocabulary(Struct, frozen=True):
    """``words`` is each word once, as written and with punctuation, between line ends.

    A search in it instead of in all texts tells quickly what stands nowhere. ``doubled`` are
    words that stand twice in a row, in lower case, by number of the text. ``running`` is the
    part of ``words`` that stands in texts, not only in labels.
    """

    words: str
    running: str
    doubled: dict[int, frozenset[str]]

    def holds(self, phrase: str) -> bool:
        """False where some word of the phrase is part of no word; then no text holds the phrase."""
        return all(word in self.words for word in phrase.split())

    def has(self, word: str) -> bool:
        """Whether a word stands somewhere by itself, without punctuation."""
        return f"\n{word}\n" in f"\n{self.words}\n"


def vocabulary(texts: Iterable[str], running: int) -> Vocabulary:
    """The vocabulary of some texts, numbered from 0; from ``running`` on they are labels."""
    lowered = _Lowered()
    doubled: dict[int, frozenset[str]] = {}
    known = 0
    for number, text in enumerate(texts):
        if number == running:
            known = len(lowered)
        words = list(map(lowered.__getitem__, text.split()))
        if twice := frozenset(compress(words, map(eq, words, islice(words, 1, None)))):
            doubled[number] = twice
    return Vocabulary("\n".join(lowered), "\n".join(islice(lowered, known)), doubled)
