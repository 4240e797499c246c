"""The columns of the worksheets: what an office reads, what it fills, how wide each is."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.progress import LEFT_OPEN
from generator.model.sheet import (
    ASKED,
    BODY,
    FIGURE,
    GOAL,
    ID,
    KNOWN,
    LAST,
    START,
    UNIT,
    WORDING,
    AskedRow,
    OfficeSheet,
    SheetColumn,
    heading,
)

_WIDE = {
    "stand": 15.0,
    "wohin": 14.0,
    "text": 36.0,
    "hindernis": 20.0,
    "beleg": 16.0,
    "antwort": 20.0,
    "datum": 11.0,
    "wert": 11.0,
    "stichtag": 11.0,
    "herkunft": 26.0,
}


def _fill(name: str) -> SheetColumn:
    return SheetColumn(heading(name), _WIDE[name], name)


_BROADEST = 34.0
"""Of a column that is as wide as its longest word."""


def _for_words(name: str, least: float, rows: Iterable[AskedRow]) -> SheetColumn:
    """So wide that a name is broken between its words only."""
    longest = max(
        (len(word) for row in rows for word in row.shown.get(name, "").split()), default=0
    )
    return SheetColumn(name, min(max(least, longest * 1.15 + 2), _BROADEST))


def report_columns(sheet: OfficeSheet) -> tuple[SheetColumn, ...]:
    """Without those that this sheet has no use for: a destination, an answer."""
    asked = any(ASKED in row.shown for row in sheet.reports)
    leads = any(name.endswith(LEFT_OPEN) for name, _ in sheet.states)
    return tuple(
        _kept(
            [
                SheetColumn(ID, 10),
                SheetColumn(WORDING, 34),
                _for_words(BODY, 15, sheet.reports),
                SheetColumn(LAST, 24),
                _fill("stand"),
                _fill("wohin") if leads else None,
                _fill("text"),
                _fill("hindernis"),
                _fill("beleg"),
                SheetColumn(ASKED, 18) if asked else None,
                _fill("antwort") if asked else None,
                _fill("datum"),
            ]
        )
    )


def figure_columns(sheet: OfficeSheet) -> tuple[SheetColumn, ...]:
    """The columns of the worksheet with the figures."""
    return (
        SheetColumn(ID, 10),
        SheetColumn(WORDING, 34),
        _for_words(BODY, 15, sheet.figures),
        _for_words(FIGURE, 20, sheet.figures),
        SheetColumn(UNIT, 12),
        SheetColumn(START, 15),
        SheetColumn(GOAL, 11),
        SheetColumn(KNOWN, 20),
        *map(_fill, ("wert", "stichtag", "herkunft")),
    )


def _kept(columns: Iterable[SheetColumn | None]) -> Iterable[SheetColumn]:
    return (column for column in columns if column)
