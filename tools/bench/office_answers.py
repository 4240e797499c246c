"""A folder to sheets that can be sent and come back: a reporting period, and answers in every second row."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import load_workbook

PERIOD = 'zeitraeume: [{kennung: "2026", stichtag: 2026-12-31}]\n'
SENT, RETURNED = Path("boegen") / "bogen-alle.xlsx", Path("zurueck.xlsx")


def begin_period(strategy: Path) -> None:
    """So that there is something to report; what a strategy says already stays."""
    file = strategy / "progress.yaml"
    if not file.exists():
        file.write_text(PERIOD, "utf-8")


def answer(folder: Path) -> int:
    """Fill the sheet for all bodies as an office would; how many rows."""
    book = load_workbook(folder / SENT)
    sheet: Any = book["Bericht"]
    head = next(row for row in sheet.iter_rows(max_row=20) if row[0].value == "Kennung")
    columns = {cell.value: cell.column for cell in head}
    numbers = range(head[0].row + 1, sheet.max_row + 1, 2)
    for number in numbers:
        sheet.cell(number, columns["Stand"]).value = "begonnen"
        sheet.cell(number, columns["Bericht"]).value = "Zwei Termine im Monat finden statt."
        sheet.cell(number, columns["Datum"]).value = "2.11.2026"
    book.save(folder / RETURNED)
    return len(numbers)
