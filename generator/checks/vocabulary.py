"""Texts to their words and to the words that stand twice in a row, in one pass."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import compress, islice
from operator import eq


@dataclass(frozen=True)
class Vocabulary:
    """``words`` in lower case, with punctuation as written; ``doubled`` by number of the text."""

    words: frozenset[str]
    doubled: dict[int, frozenset[str]]


def vocabulary(texts: Iterable[str]) -> Vocabulary:
    """The vocabulary of some texts, numbered from 0."""
    found: set[str] = set()
    doubled: dict[int, frozenset[str]] = {}
    for number, text in enumerate(texts):
        words = text.lower().split()
        found.update(words)
        if twice := frozenset(compress(words, map(eq, words, islice(words, 1, None)))):
            doubled[number] = twice
    return Vocabulary(frozenset(found), doubled)
