"""What a strategy prints to those of its registered abbreviations that stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.kinds import kind_of
from generator.model.strategy import Strategy


def _printed(strategy: Strategy) -> Iterator[str]:
    """All wording that the document prints."""
    kopf = strategy.kopf
    yield from (kopf.kurzfassung or "", *kopf.hinweise, *kopf.glossar.values())
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
