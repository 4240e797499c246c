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


def report_columns(sheet: OfficeSheet) -> tuple[SheetColumn, ...]:
    """Without those that this sheet has no use for: a destination, an answer."""
    asked = any(ASKED in row.shown for row in sheet.reports)
    leads = any(name.endswith(LEFT_OPEN) for name, _ in sheet.states)
    return tuple(
        _kept(
            [
                SheetColumn(ID, 10),
                SheetColumn(WORDING, 34),
                SheetColumn(BODY, 15),
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


def figure_columns() -> tuple[SheetColumn, ...]:
    """The columns of the worksheet with the figures."""
    locked = (
        (ID, 10),
        (WORDING, 34),
        (BODY, 15),
        (FIGURE, 20),
        (UNIT, 12),
        (START, 15),
        (GOAL, 11),
    )
    return (
        *(SheetColumn(name, wide) for name, wide in locked),
        SheetColumn(KNOWN, 20),
        *map(_fill, ("wert", "stichtag", "herkunft")),
    )


def _kept(columns: Iterable[SheetColumn | None]) -> Iterable[SheetColumn]:
    return (column for column in columns if column)
