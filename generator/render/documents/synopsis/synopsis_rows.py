"""Entries of a Synopse to the rows of its tables: one for each, long ones go on in a second."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.compare.comparison import Comparison
from generator.render.blocks import Cell, Inline, Paragraph, Row, Run, Table
from generator.render.documents.pieces import cell
from generator.render.documents.synopsis.synopsis_entries import SynopsisEntry
from generator.render.documents.synopsis.synopsis_wordings import (
    NOTHING,
    Beside,
    explained,
    numbers,
    plain_words,
    wordings,
)
from generator.render.text_width import width, wrap

TITLES = ("Nr.", "Bisherige Fassung", "Neue Fassung", "Was und warum")
ROOM = 264.0
"""Millimetres between the margins of a Synopse on A4."""
SHARES = (0.08, 0.36, 0.36, 0.2)
SIZE, SMALL, PADDING = 3.88, 3.18, 3.4
"""Millimetres: of the type in a cell, of the small print there, and of what is left free beside it."""
LONGEST = 22
"""Lines of 14 points in 110 mm: what is longer goes on in a row of its own."""
APART = 8
"""Lines by which one side may be longer before what follows stands in a new row, level again."""
TALL = 9
"""Lines from which on a row may go on on the next page: kept whole it would leave half a page empty."""
FURTHER = "(Forts.)"


def columns(found: Iterable[SynopsisEntry]) -> tuple[float, ...]:
    """The same for all tables; the first is as wide as its longest word."""
    words = {FURTHER: SMALL}
    for entry in found:
        for paragraph in numbers(entry):
            size = SMALL if paragraph.style == "detail" else SIZE
            for word in plain_words(paragraph).split():
                words[word] = max(size, words.get(word, 0.0))
    longest = max(width(word, size, bold=size == SIZE) for word, size in words.items())
    first = round(max(ROOM * SHARES[0], longest + PADDING), 1)
    rest = (ROOM - first) / sum(SHARES[1:])
    return (first, *(round(share * rest, 1) for share in SHARES[1:]))


def table(
    found: Iterable[SynopsisEntry], comparison: Comparison, sizes: tuple[float, ...], title: str
) -> Table:
    """A row an entry, below a head that each page repeats."""
    head = light(*TITLES)
    rows = (row for entry in found for row in _rows(entry, comparison, sizes))
    summary = f"{title}: je Zeile ein Element mit bisheriger Fassung, neuer Fassung und Begründung"
    return Table(sizes, (head, *rows), summary, style="synopsis")


def light(*titles: str) -> Row:
    """The row of titles on top of a table of this document."""
    return Row(tuple(cell(name, style="light", header=True) for name in titles), header=True)


def _rows(entry: SynopsisEntry, comparison: Comparison, sizes: tuple[float, ...]) -> Iterator[Row]:
    number, why = numbers(entry), explained(entry, comparison.new.kopf)
    beside = [part for piece in wordings(entry, comparison) for part in _cut(piece, sizes)]
    name = entry.elements[-1].subject.id
    for index, (old, new) in enumerate(_filled(beside, sizes)):
        if index:
            first = replace(number[0], bookmark=None)
            number, why = (first, Paragraph((Run(FURTHER),), "detail")), ()
        cells = (_side(number, header=True), _side(old), _side(new), _side(why, empty=""))
        tall = max(_height(old, sizes[1]), _height(new, sizes[2]), _height(why, sizes[3])) > TALL
        yield Row(cells, bookmark=None if index else name, wording=2 if new else 1, breakable=tall)


def _side(content: tuple[Paragraph, ...], *, header: bool = False, empty: str = NOTHING) -> Cell:
    lines = content or (Paragraph((Run(empty),), "cell"),)
    return Cell(lines, "side", header=header)


def _filled(
    beside: Iterable[Beside], sizes: tuple[float, ...]
) -> Iterator[tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]]:
    """Both sides of each row: as much as fits, and new rows where the sides drift apart."""
    old: list[Paragraph] = []
    new: list[Paragraph] = []
    heights = [0, 0]
    for piece in beside:
        more = _height(piece.old, sizes[1]), _height(piece.new, sizes[2])
        full = max(have + add for have, add in zip(heights, more, strict=True)) > LONGEST
        if (full or abs(heights[0] - heights[1]) > APART) and (old or new):
            yield tuple(old), tuple(new)
            old, new, heights = [], [], [0, 0]
        old += piece.old
        new += piece.new
        heights = [have + add for have, add in zip(heights, more, strict=True)]
    yield tuple(old), tuple(new)


def _height(content: Iterable[Paragraph], column: float) -> int:
    """Lines of print."""
    return sum(len(wrap(plain_words(line), column - PADDING, SIZE)) for line in content)


def _cut(piece: Beside, sizes: tuple[float, ...]) -> Iterator[Beside]:
    """A piece that is longer than a row in several, each side cut at its own ends of sentences."""
    if max(_height(piece.old, sizes[1]), _height(piece.new, sizes[2])) <= LONGEST:
        yield piece
        return
    sides = [
        [part for line in content for part in _parts(line, column)]
        for content, column in ((piece.old, sizes[1]), (piece.new, sizes[2]))
    ]
    for at in range(max(map(len, sides))):
        yield Beside(*(tuple(side[at : at + 1]) for side in sides))


def _parts(line: Paragraph, column: float) -> Iterator[Paragraph]:
    """A paragraph in parts of at most half a row, cut behind full stops where there are some."""
    part: list[Inline] = []
    length = 0.0
    most = (column - PADDING) * LONGEST / 2
    for run in line.content:
        assert isinstance(run, Run)
        for sentence in _SENTENCE.findall(run.text):
            for words in _short(sentence, most):
                wide = width(words, SIZE)
                if part and length + wide > most:
                    yield replace(line, content=tuple(part), address=None)
                    part, length = [], 0.0
                part.append(replace(run, text=words))
                length += wide
    whole = tuple(part) == line.content
    if part:
        yield line if whole else replace(line, content=tuple(part), address=None)


_SENTENCE = re.compile(r".+?(?:(?<=[.!?;])\s+|\Z)", re.DOTALL)


def _short(sentence: str, most: float) -> Iterator[str]:
    """A sentence that fits no row, cut between words."""
    if width(sentence, SIZE) <= most:
        yield sentence
        return
    words = re.findall(r"\S+\s*", sentence)
    half = len(words) // 2
    if not half:
        yield sentence
        return
    yield from _short("".join(words[:half]), most)
    yield from _short("".join(words[half:]), most)
