"""Both wordings of a change to the paragraphs of a column each, with marked words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from generator.compare.words import Span
from generator.model.mark import Mark

CONTEXT = 12
"""Words of unchanged prose that are shown before and after a change."""


class MarkedPart(Struct, frozen=True):
    """A paragraph of one side; the label is not part of the wording."""

    spans: tuple[Span, ...]
    label: str = ""
    aside: bool = False
    """Whether it is no wording at all, but says something of it."""


MarkedParts = tuple[MarkedPart, ...]


def plain(*texts: str) -> MarkedParts:
    """A paragraph without marks for each text."""
    return tuple(MarkedPart((Span(text, "plain"),)) for text in texts)


def aside(text: str) -> MarkedPart:
    """What is said beside the wordings."""
    return MarkedPart((Span(text, "plain"),), aside=True)


def whole(text: str | None, mark: Mark, label: str, more: tuple[str, ...]) -> MarkedParts:
    """One side where the other has nothing; empty where it is the side without a text."""
    if not text:
        return ()
    return (*side((Span(text, mark),), mark, label), *(MarkedPart((Span(m, mark),)) for m in more))


def side(spans: tuple[Span, ...], mark: Mark, label: str = "") -> MarkedParts:
    """The paragraphs of one side: what both have, and what only this one has."""
    paragraphs: list[list[Span]] = [[]]
    for span in _seen(span for span in spans if span.mark in ("plain", mark)):
        lines = span.text.split("\n")
        for index, line in enumerate(lines):
            if index and paragraphs[-1]:
                paragraphs.append([])
            if line.strip() or (line and paragraphs[-1]):
                paragraphs[-1].append(Span(line, span.mark))
    filled = [tuple(spans) for spans in paragraphs if any(span.text.strip() for span in spans)]
    return tuple(MarkedPart(spans, "" if index else label) for index, spans in enumerate(filled))


def _seen(spans: Iterable[Span]) -> list[Span]:
    """A bold comma cannot be seen: punctuation alone is marked with the word it stands at."""
    result: list[Span] = []
    for span in spans:
        last = result[-1] if result else None
        if span.mark == "plain" and last and last.mark != "plain" and _lonely(last.text):
            word = re.match(r"\w*", span.text)
            if word and word[0]:  # an opening quotation mark
                result[-1] = Span(last.text + word[0], last.mark)
                span = Span(span.text[word.end() :], "plain")
        elif span.mark != "plain" and _lonely(span.text) and last and last.mark == "plain":
            word = re.search(r"\w+$", last.text)
            if word:
                result[-1] = Span(last.text[: word.start()], "plain")
                span = Span(word[0] + span.text, span.mark)
        result.append(span)
    return [span for span in result if span.text]


def _lonely(text: str) -> bool:
    return not any(character.isalnum() for character in text)


def shorten(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Long unchanged stretches cut down to the words next to a change."""
    last = len(spans) - 1
    return tuple(
        Span(_cut(span.text, first=index == 0, last=index == last), "plain")
        if span.mark == "plain"
        else span
        for index, span in enumerate(spans)
    )


def _cut(text: str, *, first: bool, last: bool) -> str:
    words = [match.span() for match in re.finditer(r"\S+", text)]
    if (first and last) or len(words) <= CONTEXT * (1 if first or last else 2) + 2:
        return text
    head, tail = text[: words[CONTEXT - 1][1]], text[words[-CONTEXT][0] :]
    return f"… {tail}" if first else f"{head} …" if last else f"{head} … {tail}"
