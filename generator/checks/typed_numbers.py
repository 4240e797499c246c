"""Sentences that people wrote with a number in them to what the number counts, and in which words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from generator.checks.check_context import CheckContext
from generator.checks.corpus import CorpusSource, PrintedLabel
from generator.checks.uses import Use

NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+|\d{3,}"
"""A number that hardly stands twice by chance."""
_YEAR = r"(?:19|20)\d\d"
_END = r"[.!?;](?=\s)|\n[ \t]*\n|\n[ \t]*(?:[-*|]|\d+\.) |\n\n|\|"
_LONGEST = 400
"""Signs to either side of a number among which its sentence ends."""


class Counted(Struct, frozen=True, dict=True):
    """A number with the noun behind it, and the sentence around both."""

    use: Use
    number: str
    noun: str
    sentence: str

    @property
    def value(self) -> float:
        """What the number says."""
        return float(self.number.replace(".", "").replace(",", "."))

    @cached_property
    def years(self) -> frozenset[str]:
        """The years that the sentence names."""
        return frozenset(re.findall(rf"(?<!\d)(?<!\d[.,]){_YEAR}(?![.,]?\d)", self.sentence))

    @cached_property
    def nouns(self) -> frozenset[str]:
        """Its words with a capital that does not begin it, and those of three letters or more that do."""
        return frozenset(word for word in re.findall(r"[A-ZÄÖÜ][\w-]{2,}", self.sentence))

    @cached_property
    def words(self) -> frozenset[str]:
        """All its words of four letters or more, in lower case."""
        return frozenset(re.findall(r"[^\W\d_][\w-]{3,}", self.sentence.lower()))


def counted_in_texts(context: CheckContext) -> Iterator[Counted]:
    """Every sentence of texts and wordings with just one such number and a noun behind it."""
    behind = re.compile(r"[ \n]+((?:[a-zäöüß]+[ \n]+){0,2}(?:[A-ZÄÖÜ][\w-]+|%|€))")
    text = context.corpus.text
    for place, end in context.corpus.runs(rb"[0-9][0-9.,]+"):
        number = text[place:end].rstrip(".,")
        before = text[place - 1 : place]
        if before.isalpha() or before in tuple("/-–§_") or not re.fullmatch(NUMBER, number):
            continue
        noun = behind.match(text, place + len(number))
        if noun and not re.fullmatch(_YEAR, number):
            source, start = context.corpus.source_at(place)
            if not isinstance(source, PrintedLabel):
                yield from _counted(context, source, place - start, number, noun[1])


def _counted(
    context: CheckContext, source: CorpusSource, offset: int, number: str, noun: str
) -> Iterator[Counted]:
    text = context.plain.own(source)
    if not text.startswith(number, offset):
        return
    ends = re.compile(_END)
    first = max(0, offset - _LONGEST)
    begin = max((m.end() for m in ends.finditer(text, first, offset)), default=first)
    end = ends.search(text, offset + len(number), offset + _LONGEST)
    sentence = text[begin : end.start() if end else offset + _LONGEST]
    others = [
        n for n in re.findall(rf"(?<![\w.,])(?:{NUMBER})", sentence) if not re.fullmatch(_YEAR, n)
    ]
    if len(others) == 1:
        words = " ".join(noun.split())
        yield Counted(Use(f"{number} {words}", source, offset), number, words, sentence)
