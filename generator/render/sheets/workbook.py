"""The sheet of an office to a workbook as Excel and Calc open it: help, table, list of states, protection."""

from __future__ import annotations

import io
import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.packaging.custom import StringProperty
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from generator.model.sheet import (
    FIGURE_HELP,
    FIGURES,
    HELP,
    HELP_TITLE,
    REPORT_HELP,
    REPORTS,
    AskedRow,
    OfficeSheet,
    OwnColumns,
    SheetColumn,
)
from generator.render.sheets.mended_package import mended
from generator.render.sheets.sheet_columns import figure_columns, report_columns
from generator.render.sheets.sheet_looks import (
    DAY,
    TEXT,
    alike,
    at,
    column_head,
    free_cell,
    locked,
    note,
    open_cell,
    printable,
    protect,
    put,
    title,
)

HEAD_ROW, FREE = 8, 6
"""The row of the headings, and how many columns to their right are an office's own at least."""
LINE, LEAST_LINES, SIGNS, HIGHEST = 13.0, 3, 0.95, 409.0
"""Points of a line of Arial 10, lines of a row at least, signs that fit into a unit of width, as
lines break between words, and points of the highest row that Excel shows."""


def encode(sheet: OfficeSheet, own: Mapping[str, OwnColumns], day: date) -> bytes:
    """XLSX; ``own`` are the office's own columns by worksheet, ``day`` the date that it bears.

    The same sheet makes the same bytes.
    """
    book = Workbook()
    reports = book.active
    assert isinstance(reports, Worksheet)
    reports.title = REPORTS
    states = _states(book.create_sheet(HELP), sheet)
    columns = report_columns(sheet)
    _form(reports, sheet, columns, sheet.reports, REPORT_HELP, own.get(REPORTS))
    _choose(reports, columns, len(sheet.reports), states)
    if sheet.figures:
        figures = book.create_sheet(FIGURES, 1)
        _form(figures, sheet, figure_columns(sheet), sheet.figures, FIGURE_HELP, own.get(FIGURES))
        _days(figures, figure_columns(sheet), len(sheet.figures))
    _days(reports, columns, len(sheet.reports))
    for name, value in sheet.stamp.items():
        prop = StringProperty(name=name, value=value)
        book.custom_doc_props.append(prop)  # type: ignore[attr-defined]  # newer than the stubs
    made = datetime.combine(day, time())
    properties = book.properties
    properties.title, properties.subject = sheet.title, sheet.subtitle
    properties.language, properties.creator = "de-DE", "Strategie-Generator"
    properties.created = made
    data = io.BytesIO()
    book.save(data)
    return mended(data.getvalue(), made)


def _form(
    sheet: Worksheet,
    office: OfficeSheet,
    columns: Sequence[SheetColumn],
    rows: Sequence[AskedRow],
    help_lines: Sequence[str],
    own: OwnColumns | None,
) -> None:
    """Title, help, headings and rows of one worksheet, and the office's own columns behind them."""
    title(at(sheet, 1, 1), office.title, 16)
    title(at(sheet, 2, 1), office.subtitle, 10)
    for number, line in enumerate(help_lines, start=3):
        note(at(sheet, number, 1), line)
    for index, column in enumerate(columns, start=1):
        column_head(at(sheet, HEAD_ROW, index), column.heading, bool(column.fills))
        sheet.column_dimensions[get_column_letter(index)].width = column.width
        for number, row in enumerate(rows, start=HEAD_ROW + 1):
            cell = at(sheet, number, index)
            if number > HEAD_ROW + 1:
                alike(cell, at(sheet, HEAD_ROW + 1, index))
            _fill(cell, column, row, looks=number == HEAD_ROW + 1)
    for number, row in enumerate(rows, start=HEAD_ROW + 1):
        sheet.row_dimensions[number].height = _height(columns, row)
    _own(sheet, len(columns), rows, own)
    if rows:
        _table(sheet, len(columns), len(rows))
    first = next(index for index, column in enumerate(columns, start=1) if column.fills)
    sheet.freeze_panes = f"B{HEAD_ROW + 1}"
    view = sheet.sheet_view
    view.showGridLines = False
    for selection in view.selection:
        selection.activeCell = selection.sqref = sheet.cell(HEAD_ROW + 1, first).coordinate
    protect(sheet)
    printable(sheet, HEAD_ROW, office.title)


def _fill(cell: Cell, column: SheetColumn, row: AskedRow, *, looks: bool) -> None:
    """What a cell says; with ``looks`` how it looks, too."""
    if not column.fills:
        if looks:
            locked(cell)
        put(cell, row.shown.get(column.heading, ""))
        return
    if looks:
        open_cell(cell, DAY if column.fills in ("datum", "stichtag") else TEXT)
    value = row.filled.get(column.fills)
    if isinstance(value, date):
        cell.value = value
        cell.number_format = DAY
    elif value:
        put(cell, value)


def _height(columns: Sequence[SheetColumn], row: AskedRow) -> float:
    """In points: room for the longest cell, and for a few lines where an office has to write."""
    lines = LEAST_LINES
    for column in columns:
        text = row.filled.get(column.fills, "") if column.fills else row.shown.get(column.heading)
        lines = max(lines, math.ceil(len(str(text or "")) / (column.width * SIGNS)))
    return min(LINE * lines + 4, HIGHEST)


def _own(sheet: Worksheet, used: int, rows: Sequence[AskedRow], own: OwnColumns | None) -> None:
    """The office's own columns with what stood in them, and some more that are free."""
    headings = own.headings if own else ()
    for index in range(used + 1, used + len(headings) + FREE + 1):
        place = index - used - 1
        name = headings[place] if place < len(headings) else ""
        sheet.column_dimensions[get_column_letter(index)].width = 20
        head = at(sheet, HEAD_ROW, index)
        free_cell(head)
        if name:
            put(head, name)
        for number, row in enumerate(rows, start=HEAD_ROW + 1):
            cell = at(sheet, number, index)
            alike(cell, head)
            value = own.cells.get(row.key, {}).get(name) if own and name else None
            if isinstance(value, str):
                put(cell, value)
            elif isinstance(value, bool | int | float | date):
                cell.value = value
                if isinstance(value, date):
                    cell.number_format = DAY


def _table(sheet: Worksheet, columns: int, rows: int) -> None:
    """A table by name, so that screen readers tell the heading of a cell, with a filter."""
    last = f"{get_column_letter(columns)}{HEAD_ROW + rows}"
    table = Table(displayName=f"Tabelle{sheet.title}", ref=f"A{HEAD_ROW}:{last}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    sheet.add_table(table)


def _states(sheet: Worksheet, office: OfficeSheet) -> str:
    """The worksheet that explains the scale; where its states stand, for the list to choose from."""
    title(at(sheet, 1, 1), HELP_TITLE, 16)
    note(
        at(sheet, 2, 1),
        "Diese Stände stehen unter «Stand» zur Wahl. Endet einer mit …, nennt «Wohin» den Rest.",
    )
    for index, name in enumerate(("Stand", "Bedeutung"), start=1):
        column_head(at(sheet, 4, index), name, False)
    for number, (name, meaning) in enumerate(office.states, start=5):
        for index, text in enumerate((name, meaning), start=1):
            put(at(sheet, number, index), text)
            locked(at(sheet, number, index))
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 28, 52
    sheet.freeze_panes = "A5"
    protect(sheet)
    printable(sheet, 4, office.title)
    return f"'{HELP}'!$A$5:$A${4 + len(office.states)}"


def _choose(sheet: Worksheet, columns: Sequence[SheetColumn], rows: int, states: str) -> None:
    """The list of states; another word is warned of, so that nobody is stopped who completes one."""
    rule = DataValidation(type="list", formula1=states, allow_blank=True, showErrorMessage=True)
    rule.errorStyle, rule.errorTitle = "warning", "Stand"
    rule.error = "Bitte einen Stand aus der Liste wählen."
    rule.promptTitle, rule.prompt, rule.showInputMessage = "Stand", "Aus der Liste wählen.", True
    _rule(sheet, columns, rows, rule, "stand")


def _days(sheet: Worksheet, columns: Sequence[SheetColumn], rows: int) -> None:
    rule = DataValidation(type="date", operator="greaterThan", formula1="36526", allow_blank=True)
    rule.showErrorMessage, rule.errorStyle, rule.errorTitle = True, "warning", "Datum"
    rule.error = "Bitte ein Datum in der Form 2.11.2026 eintragen."
    _rule(sheet, columns, rows, rule, "datum", "stichtag")


def _rule(
    sheet: Worksheet, columns: Sequence[SheetColumn], rows: int, rule: DataValidation, *fields: str
) -> None:
    for index, column in enumerate(columns, start=1):
        if column.fills in fields and rows:
            letter = get_column_letter(index)
            rule.add(f"{letter}{HEAD_ROW + 1}:{letter}{HEAD_ROW + rows}")
            sheet.add_data_validation(rule)
