"""Entries of a Synopse to the rows of its tables: one for each, long ones go on in a second."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Literal

from msgspec.structs import replace

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

OneSide = Literal["", "old", "new"]
"""The side that alone has something, "" for both."""
HEADS: Mapping[OneSide, tuple[str, ...]] = {
    "": ("Nr.", "Bisherige Fassung", "Neue Fassung", "Was und warum"),
    "old": ("Nr.", "Bisherige Fassung, die entfällt", "Was und warum"),
    "new": ("Nr.", "Neue Fassung, bisher nicht enthalten", "Was und warum"),
}
SHOWN: Mapping[OneSide, str] = {
    "": "bisheriger Fassung, neuer Fassung",
    "old": "der Fassung, die entfällt,",
    "new": "der Fassung, die hinzukommt,",
}
WORTH = 6
"""Lines that a table of one side has to save: so much take its head and those behind it."""
ROOM = 264.0
"""Millimetres between the margins of a Synopse on A4."""
SHARES = (0.08, 0.36, 0.36, 0.2)
SIZE, SMALL, PADDING = 3.88, 3.18, 3.4
"""Millimetres: of the type in a cell, of the small print there, and of what is left free beside it."""
LONGEST = 22
"""Lines of 14 points in 110 mm: what is longer goes on in a row of its own."""
APART = 8
"""Lines by which one side may be longer before what follows stands in a new row, level again."""
TALL = 10
"""Lines from which on a row may go on on the next page: kept whole it would leave a third of one empty."""
FURTHER = "(Forts.)"


def columns(found: Iterable[SynopsisEntry]) -> tuple[float, ...]:
    """The same for all tables; the first is as wide as its longest word."""
    words = {FURTHER: SMALL}
    for entry in found:
        for paragraph in numbers(entry):
            size = SMALL if paragraph.style == "detail" else SIZE
            for word in plain_words(paragraph).split():
                words[word] = max(size, words.get(word, 0.0))
    longest = max(width(word, size, bold=True) for word, size in words.items())
    first = round(max(ROOM * SHARES[0], longest + PADDING), 1)
    rest = (ROOM - first) / sum(SHARES[1:])
    return (first, *(round(share * rest, 1) for share in SHARES[1:]))


def tables(
    found: Iterable[SynopsisEntry], comparison: Comparison, sizes: tuple[float, ...], title: str
) -> Iterator[Table]:
    """A row an entry, below heads that each page repeats; several that are only new or only gone apart.

    Where one side has nothing, its column would leave a third of the page empty row after row.
    """
    for side, group in _runs(found, comparison, sizes):
        columns = _columns(sizes, side)
        rows = (row for entry in group for row in _rows(entry, comparison, columns, side))
        what = f"je Zeile ein Element mit {SHOWN[side]} und Begründung"
        yield Table(columns, (light(*HEADS[side]), *rows), f"{title}: {what}", style="synopsis")


def light(*titles: str) -> Row:
    """The row of titles on top of a table of this document."""
    return Row(tuple(cell(name, style="light", header=True) for name in titles), header=True)


def _runs(
    found: Iterable[SynopsisEntry], comparison: Comparison, sizes: tuple[float, ...]
) -> Iterator[tuple[OneSide, list[SynopsisEntry]]]:
    """Neighbours that go into one table, and which side alone it shows, "" for both."""
    result: list[tuple[OneSide, list[SynopsisEntry]]] = []
    for side, group in groupby(found, lambda entry: _only(entry, comparison)):
        run = list(group)
        if side and _lines(run, comparison, sizes, "") - WORTH < _lines(
            run, comparison, sizes, side
        ):
            side = ""
        if result and result[-1][0] == side:
            result[-1][1].extend(run)
        else:
            result.append((side, run))
    yield from result


def _only(entry: SynopsisEntry, comparison: Comparison) -> OneSide:
    beside = list(wordings(entry, comparison))
    old, new = (any(getattr(piece, side) for piece in beside) for side in ("old", "new"))
    return "" if old == new else "new" if new else "old"


def _columns(sizes: tuple[float, ...], side: OneSide) -> tuple[float, ...]:
    return (sizes[0], sizes[1] + sizes[2], sizes[3]) if side else sizes


def _lines(
    run: list[SynopsisEntry], comparison: Comparison, sizes: tuple[float, ...], side: OneSide
) -> int:
    """Lines of print that a run takes."""
    columns = _columns(sizes, side)
    return sum(
        max(_height(_content(c), w) for c, w in zip(row.cells, columns, strict=True))
        for entry in run
        for row in _rows(entry, comparison, columns, side)
    )


def _content(cell: Cell) -> tuple[Paragraph, ...]:
    return tuple(part for part in cell.content if isinstance(part, Paragraph))


def _rows(
    entry: SynopsisEntry, comparison: Comparison, columns: tuple[float, ...], side: OneSide
) -> Iterator[Row]:
    number, why = numbers(entry), explained(entry, comparison.new.kopf)
    sizes = (columns[0], columns[1], columns[-2], columns[-1])
    beside = [part for piece in wordings(entry, comparison) for part in _cut(piece, sizes)]
    name = entry.elements[-1].subject.id
    for index, (old, new) in enumerate(_filled(beside, sizes)):
        if index:
            first = replace(number[0], bookmark=None)
            number, why = (first, Paragraph((Run(FURTHER),), "detail")), ()
        sides = {"": (old, new), "old": (old,), "new": (new,)}[side]
        cells = (_side(number, header=True), *map(_side, sides), _side(why, empty=""))
        tall = max(_height(old, sizes[1]), _height(new, sizes[2]), _height(why, sizes[3])) > TALL
        wording = 1 if side or not new else 2
        yield Row(cells, bookmark=None if index else name, wording=wording, breakable=tall)


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
