"""What a strategy prints to the abbreviations that stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.model.kinds import kind_of
from generator.model.strategy import Strategy

_LAST = re.compile(r"[A-ZÄÖÜ]s?(?!\w|@|-?\d)")
"""The end of one: a capital, before which the rest of the word is then looked for. Searching
for capitals at ends of words is ten times as fast as for whole words."""
_NUMERAL = re.compile(r"[IVX]+")
_INSIDE = re.compile(r"\s+\((?P<words>[^()]{4,160})\)")
_REACH = 160
"""Characters before an abbreviation among which the words that it stands for are."""
_LONGEST = 10
"""Letters; longer words in capitals (SCHULEWIRTSCHAFT) are names or emphasis."""


def _printed(strategy: Strategy) -> Iterator[str]:
    """All wording that the document prints."""
    yield from strategy.kopf.hinweise
    for element in strategy.elements():
        yield from (words for _, words in kind_of(element).words(element))
    yield from (text.inhalt for text in strategy.texte)


def used(registered: Iterable[str], strategy: Strategy) -> frozenset[str]:
    """Those of the registered abbreviations that the document prints as whole words."""
    text = "\n".join(_printed(strategy))
    return frozenset(short for short in registered if _stands_in(text, short))


def _stands_in(text: str, short: str) -> bool:
    """As a whole word: tells SGB from SGBs. A plain search is many times as fast as a pattern."""
    start = text.find(short) if short else -1
    while start >= 0:
        end = start + len(short)
        if not (_of_a_word(text[end : end + 1]) or (start and _of_a_word(text[start - 1]))):
            return True
        start = text.find(short, end)
    return False


def _of_a_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def abbreviations(text: str) -> Iterator[tuple[str, int]]:
    """What looks like an abbreviation (SGB, ÖPNV, BuT, ThürSchulG), and where it begins.

    That is a word of two capitals or more that ends in one, a plural s aside (LKWs). Roman
    numerals, IDs and names like YouTube are none.
    """
    for match in _LAST.finditer(text):
        start, end = match.start(), match.start() + 1
        while start and text[start - 1].isalpha():
            start -= 1
        word = text[start:end]
        known_shape = 1 < len(word) <= _LONGEST and not _NUMERAL.fullmatch(word)
        if known_shape and sum(map(str.isupper, word)) > 1 and not _in_a_name(text, start):
            yield word, start


def explained_at(text: str, start: int, short: str) -> bool:
    """Whether what an abbreviation stands for is beside it, one of the two in brackets:
    "des Schienenpersonennahverkehrs (SPNV)", "MIV (motorisierter Individualverkehr)".
    """
    end = start + len(short)
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        words = text[max(0, start - _REACH) : start - 1].split()
        return any(_stands_for(words[-number:], short) for number in range(1, len(short) + 3))
    inside = _INSIDE.match(text, end)
    return inside is not None and _stands_for(inside["words"].split(), short)


def _stands_for(words: list[str], short: str) -> bool:
    """Whether the letters of an abbreviation stand in words in their order, the first at the start."""
    said, letters = " ".join(words).lower(), iter(short.lower())
    first = next(letters)
    if not said.startswith(first):
        return False
    place = 0
    for letter in letters:
        place = said.find(letter, place + 1)
        if place < 0:
            return False
    return True


def _in_a_name(text: str, start: int) -> bool:
    """Whether the word goes on to the left as in addresses and IDs (www.LRA, A4_XL)."""
    return start > 0 and (text[start - 1] in "_@/." or text[start - 1].isdigit())
