"""All that is printed as one text: a single search finds a phrase in prose, wordings and titles."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate

from msgspec import Struct

from generator.model.goal import Ziel
from generator.model.recommendation import Empfehlung

APART = "\n\n\n"
"""Stands between two texts, so that no phrase and no sentence runs from one into the next."""
_BREAK = 80
"""How many more characters a phrase may have where its spaces are line breaks with an indent."""


class Prose(Struct, frozen=True):
    """One text file as a reader sees it (see model.seen): offsets count ``raw``, front matter included."""

    id: str
    stelle: str
    raw: str
    body_start: int


class PrintedLabel(Struct, frozen=True):
    """A printed title, heading or name: ``path`` leads to it in its element (id "": in strategy.yaml).

    ``foreign``: it is that of a work of others.
    """

    id: str
    text: str
    path: tuple[str | int, ...]
    foreign: bool = False


CorpusSource = Prose | Ziel | Empfehlung | PrintedLabel


class Corpus(Struct, frozen=True, dict=True):
    """``text`` holds what all sources say one after the other, ``starts`` where each begins."""

    sources: tuple[CorpusSource, ...]
    texts: tuple[str, ...]
    text: str
    starts: tuple[int, ...]

    def source_at(self, offset: int) -> tuple[CorpusSource, int]:
        """The source at a place of ``text``, and where that source begins."""
        index = bisect_right(self.starts, offset) - 1
        return self.sources[index], self.starts[index]

    def find(self, phrase: str) -> Iterator[tuple[CorpusSource, int]]:
        """Every place of a phrase: the source and the offset in it."""
        for place in self._places(phrase):
            source, start = self.source_at(place)
            yield source, place - start

    def beginning(
        self, phrase: str, pattern: re.Pattern[str]
    ) -> Iterator[tuple[CorpusSource, int]]:
        """Every place of a phrase at which a pattern matches."""
        for place in self._places(phrase):
            if pattern.match(self.text, place):
                source, start = self.source_at(place)
                yield source, place - start

    @cached_property
    def _narrow(self) -> bytes:
        """The text with a byte for each character, which is many times as fast to search."""
        return self.text.encode("latin-1", "replace")

    def runs(self, pattern: bytes) -> Iterator[tuple[int, int]]:
        """Where a pattern of plain signs (those of Latin-1) matches in ``text``: start and end."""
        return (match.span() for match in re.finditer(pattern, self._narrow))

    def _places(self, phrase: str) -> Iterator[int]:
        sought = phrase.encode("latin-1", "replace")
        place = self._narrow.find(sought)
        while place >= 0:
            if self.text.startswith(phrase, place):
                yield place
            place = self._narrow.find(sought, place + 1)

    def matches(self, phrase: str, pattern: re.Pattern[str]) -> Iterator[tuple[CorpusSource, int]]:
        """Every place where a pattern for a phrase matches: looked for around its longest word."""
        anchor = max(phrase.split(), key=len)
        reach = len(phrase) + _BREAK
        last = -1
        for place in self._places(anchor):
            for match in pattern.finditer(self.text, max(0, place - reach), place + reach):
                if last < match.start() <= place < match.end():
                    last = match.start()
                    source, start = self.source_at(last)
                    yield source, last - start


def corpus(sources: tuple[CorpusSource, ...]) -> Corpus:
    """The corpus of text files (as they stand), elements (their wording) and labels."""
    texts = tuple(map(text_of, sources))
    starts = tuple(accumulate((len(text) + len(APART) for text in texts), initial=0))
    return Corpus(sources, texts, APART.join(texts), starts[:-1])


def text_of(source: CorpusSource) -> str:
    """What a source says."""
    return source.raw if isinstance(source, Prose) else source.text
