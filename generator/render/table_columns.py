"""The cells of a table typed in Markdown to the widths of its columns and the side they are aligned to.

A column of short texts is as wide as they are and long texts share the rest, so that none of them
is broken into many short lines; no word is wider than its column as long as all have room.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence

from generator.render.blocks import Align, Cell, Inline, LineBreak, Paragraph
from generator.render.text_width import width
from generator.render.visitor import text_in

SIZE = 10 * 25.4 / 72
"""Height of the letters in mm: 10 points, as in the shipped template."""
PADDING = 3.4
"""Between the text and both edges of a cell in mm."""
WIDER = 1.2
"""Room for the words of a house that has chosen a wider font (Verdana)."""
_NARROWEST = 6.0
_NUMBER = re.compile(
    r"(?:[<>≈~±+−–-]\s?)?\d[\d., \u00a0\u202f]*\s?"
    r"(?:%|‰|€|(?:Tsd\.|Mio\.|Mrd\.)(?:\s?(?:€|Euro|EUR))?|Euro|EUR)?"
)
_NO_VALUE = re.compile(r"[-–—·.x/]?|k\. ?A\.", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d")


def widths(columns: Sequence[Sequence[Cell]], room: float) -> tuple[float, ...]:
    """Millimetres for each column, ``room`` in all."""
    least = [max(map(_widest_word, column), default=0) + PADDING for column in columns]
    whole = [max(map(_width, column), default=0) + PADDING for column in columns]
    if sum(least) >= room:  # some words have to break
        return _rounded([part * room / sum(least) for part in least])
    shares = _shares(least, [max(pair) for pair in zip(least, whole, strict=True)], room)
    spare = room - sum(shares)
    if spare > 0:
        shares = _spread(columns, shares, spare)
    return _rounded(shares)


def alignments(columns: Sequence[Sequence[Cell]], asked: Sequence[Align]) -> tuple[Align, ...]:
    """What the author asked for, else right for numbers; the first cell of a column is its head."""
    return tuple(
        side or ("right" if _numbers(column[1:]) else "")
        for column, side in zip(columns, asked, strict=True)
    )


def _shares(least: list[float], whole: list[float], room: float) -> list[float]:
    """Each column what it needs at least and at most; the rest by the root of the length of its text."""
    shares: dict[int, float] = {}
    while open_ := [index for index in range(len(least)) if index not in shares]:
        left = room - sum(shares.values())
        weight = sum(math.sqrt(whole[index]) for index in open_)
        wanted = {index: left * math.sqrt(whole[index]) / weight for index in open_}
        short = {i: least[i] for i in open_ if wanted[i] < least[i]}
        full = {i: whole[i] for i in open_ if wanted[i] > whole[i]}
        shares |= short or full or wanted
    return [shares[index] for index in range(len(least))]


def _spread(columns: Sequence[Sequence[Cell]], shares: list[float], spare: float) -> list[float]:
    """What no text needs goes to the columns of text; numbers stay close to what they belong to."""
    wide = [i for i, column in enumerate(columns) if not _short(column[1:])]
    wide = wide or list(range(len(columns)))
    weight = sum(shares[index] for index in wide)
    more = {index: spare * shares[index] / weight for index in wide}
    return [share + more.get(index, 0.0) for index, share in enumerate(shares)]


def _rounded(shares: Iterable[float]) -> tuple[float, ...]:
    return tuple(round(share, 2) for share in shares)


def _numbers(cells: Sequence[Cell]) -> bool:
    """Whether all hold a number or say that there is none; years are names and no numbers."""
    return _short(cells) and not all(map(_YEAR.fullmatch, _values(cells)))


def _short(cells: Sequence[Cell]) -> bool:
    """Whether all hold a number or a year, or say that there is none."""
    values = _values(cells)
    return bool(values) and all(map(_NUMBER.fullmatch, values))


def _values(cells: Sequence[Cell]) -> list[str]:
    texts = (_text(cell).strip() for cell in cells)
    return [text for text in texts if not _NO_VALUE.fullmatch(text)]


def _widest_word(cell: Cell) -> float:
    words = [word for line in _lines(cell) for word in re.findall(r"[^ \t/-]+[/-]?", line)]
    return max((_wide(cell, word) * WIDER for word in words), default=_NARROWEST)


def _width(cell: Cell) -> float:
    return max((_wide(cell, line) for line in _lines(cell)), default=_NARROWEST)


def _wide(cell: Cell, text: str) -> float:
    return max(width(text, SIZE, bold=cell.style == "head"), _NARROWEST)


def _lines(cell: Cell) -> list[str]:
    return _text(cell).split("\n")


def _text(cell: Cell) -> str:
    """What a cell prints; notes stand below the page."""
    parts = [part for part in cell.content if isinstance(part, Paragraph)]
    return "\n".join("".join(map(_words, part.content)) for part in parts)


def _words(part: Inline) -> str:
    return "\n" if isinstance(part, LineBreak) else text_in(part)
