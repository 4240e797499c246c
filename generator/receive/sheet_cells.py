"""The cells of a worksheet to values: what is a formula, an error or part of merged cells is said to be so."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from openpyxl.utils import get_column_letter

from generator.model.sheet import SheetCell

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
"""A character that XML cannot hold, or that ends a line (ST_Xstring, ISO/IEC 29500-1, 22.9.2.19)."""
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^]]*]')
"""What a number format only prints (ISO/IEC 29500-1, 18.8.31)."""


def first_day(book: Any) -> date:
    """The day 0 of a workbook: it counts from 1900, or as on a Mac from 1904."""
    return date(1904, 1, 1) if book.epoch.year == 1904 else date(1899, 12, 30)


class SheetCells:
    """Asks a worksheet; ``computed`` is the same one with what its formulas came to."""

    def __init__(self, sheet: Any, computed: Any | None) -> None:
        self.sheet, self.computed = sheet, computed
        self.merged = {
            (row, column): str(area)
            for area in sheet.merged_cells.ranges
            for row in range(area.min_row, min(area.max_row, area.min_row + 5000) + 1)
            for column in range(area.min_col, min(area.max_col, area.min_col + 200) + 1)
            if (row, column) != (area.min_row, area.min_col)
        }

    def at(self, row: int, column: int) -> SheetCell:
        """One cell; a merged one that is not the first is empty, and its fault names the others."""
        place = f"{get_column_letter(column)}{row}"
        if area := self.merged.get((row, column)):
            return SheetCell(place, None, f"gehört zu den verbundenen Zellen {area}")
        cell = self.sheet.cell(row, column)
        value, kind = cell.value, cell.data_type
        if kind == "f":
            value = self.computed.cell(row, column).value if self.computed else None
            kind = self.computed.cell(row, column).data_type if self.computed else "f"
            if value is None or kind in ("e", "f"):
                return SheetCell(place, None, "enthält eine Formel, deren Ergebnis fehlt")
        if kind == "e":
            return SheetCell(place, None, f"enthält den Fehler {value}")
        percent = "%" in _LITERAL.sub("", str(cell.number_format))
        return SheetCell(place, plain(value), percent=percent)


def plain(value: Any) -> object:
    """A value as str, int, float, bool or date; None for what is empty or only white space."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, time | timedelta):
        return str(value)
    if isinstance(value, str):
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
        return text if text.strip() else None
    return value if value is None or isinstance(value, bool | int | float | date) else str(value)
