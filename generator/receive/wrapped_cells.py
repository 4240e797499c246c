"""Rows of a table without drawn lines to rows with whole cells: a cell that goes on from the one above is part of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

_OPEN = re.compile(
    r".*(?:[a-zäöüß]-|\s(?:und|oder|sowie|der|die|das|des|dem|den|für|von|vom|im|in|mit|am|an|auf|bei|zum|zur|zu))\s*",
    re.DOTALL,
)
"""The end of a cell behind which its sentence goes on."""
_LOWER = re.compile(r"\s*[a-zäöüß]{2}")
_ENDED = re.compile(r".*[.!?:;]\s*", re.DOTALL)


def whole_cells(rows: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The same rows; what was moved to the row above is empty, and rows that hold nothing are gone.

    A small letter alone tells only where the row has no first cell: "ja" and "nein" stand below each other.
    """
    made: list[list[str]] = []
    last: dict[int, int] = {}
    """Column -> the row that holds its last text."""
    for row in rows:
        cells = list(row)
        keyless = not cells[0].strip() if cells else False
        made.append(cells)
        for column, text in enumerate(cells):
            above = last.get(column)
            if not text.strip():
                continue
            if above is not None and _goes_on(made[above][column], text, keyless=keyless):
                made[above][column] += f"\n{text}"
                cells[column] = ""
            else:
                last[column] = len(made) - 1
    return [tuple(cells) for cells in made if any(cell.strip() for cell in cells)]


def _goes_on(above: str, text: str, *, keyless: bool) -> bool:
    if _OPEN.fullmatch(above):
        return True
    return keyless and _LOWER.match(text) is not None and _ENDED.fullmatch(above) is None
