"""A workbook that came back from an office to its rows, whatever was moved, sorted or merged in it."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Sequence
from typing import Any

from generator.archive import NoArchiveError, entries
from generator.errors import GeneratorError
from generator.model.sheet import (
    FORM,
    ID,
    REPORT_FIELDS,
    VALUE_FIELDS,
    WORDING,
    ReturnedSheet,
    SheetRow,
    heading,
    words,
)
from generator.receive.sheet_cells import SheetCells

SEARCHED = 60
"""Rows in which the headings are looked for: an office may have put something above them."""
EMPTY = 200
"""Empty rows after which nothing more is expected; formats reach to the last row of Excel."""
MOST_ROWS = 20_000
_FILLED = {heading(name) for name in (*REPORT_FIELDS, *VALUE_FIELDS)}
_NO_SHEET = "Als Bogen (.xlsx) aus «strategie sheets» speichern und noch einmal angeben."


def read_workbook(data: bytes, name: str) -> ReturnedSheet:
    """The rows of all its forms; GeneratorError where it is no workbook that can be read."""
    _refuse(data, name)
    book = _loaded(data, name, values=False)
    computed = None
    notes: list[str] = []
    rows: list[SheetRow] = []
    headings: dict[str, tuple[str, ...]] = {}
    for sheet in book.worksheets:
        found = _head(sheet)
        if found is None:
            continue
        if computed is None and _has_formulas(sheet):
            computed = _loaded(data, name, values=True)
        cells = SheetCells(sheet, computed[sheet.title] if computed else None)
        number, columns, twice = found
        headings[sheet.title] = tuple(columns)
        notes += [
            f"In «{sheet.title}» gibt es die Spalte «{one}» zweimal; die linke gilt."
            for one in twice
        ]
        rows += _rows(cells, sheet, number, columns)
    if not headings:
        raise GeneratorError(
            f"{name}: Eine Kopfzeile mit «{ID}» und den Spalten eines Bogens ist nicht zu finden.",
            _NO_SHEET,
        )
    return ReturnedSheet(name, _stamp(book), tuple(rows), headings, tuple(notes))


def _refuse(data: bytes, name: str) -> None:
    try:
        there = entries(data)
    except NoArchiveError as error:
        older = data.startswith(b"\xd0\xcf\x11\xe0")
        why = (
            "eine alte oder mit einem Kennwort geschützte Excel-Datei"
            if older
            else f"keine Excel-Datei ({error})"
        )
        raise GeneratorError(f"{name} ist {why}.", _NO_SHEET) from error
    if not any(entry.startswith("xl/") for entry in there):
        raise GeneratorError(f"{name} ist keine Excel-Datei (.xlsx).", _NO_SHEET)


def _loaded(data: bytes, name: str, *, values: bool) -> Any:
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of extensions that it does not keep: nothing is saved
            return load_workbook(io.BytesIO(data), data_only=values, keep_links=False)
    except Exception as error:  # openpyxl fails on damaged parts with whatever comes to hand
        raise GeneratorError(
            f"{name} lässt sich nicht lesen, sie ist beschädigt.", _NO_SHEET
        ) from error


def _has_formulas(sheet: Any) -> bool:
    return any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)


def _head(sheet: Any) -> tuple[int, dict[str, int], list[str]] | None:
    """The row of the headings, the column of each, and those that stand there twice."""
    if not hasattr(sheet, "iter_rows"):
        return None
    for number, row in enumerate(sheet.iter_rows(min_row=1, max_row=SEARCHED), start=1):
        named = [(words(cell.value), index) for index, cell in enumerate(row, start=1)]
        names = {name for name, _ in named}
        if (ID in names or WORDING in names) and len(names & _FILLED) > 1:
            return number, *_columns(named)
    return None


def _columns(named: Sequence[tuple[str, int]]) -> tuple[dict[str, int], list[str]]:
    """The column of each heading; one without, or with one that was there before, gets a name."""
    from openpyxl.utils import get_column_letter

    columns: dict[str, int] = {}
    twice = []
    for name, index in named:
        own = name or f"Spalte {get_column_letter(index)}"
        if name in columns:
            twice.append(name)
            own = f"{name} (2)"
        columns.setdefault(own, index)
    return columns, twice


def _rows(cells: SheetCells, sheet: Any, head: int, columns: dict[str, int]) -> Iterator[SheetRow]:
    """Until nothing more comes; a row with nothing but formats is none."""
    known = _known(columns)
    empty = 0
    last = min(sheet.max_row or head, head + MOST_ROWS)
    for number in range(head + 1, last + 1):
        found = {name: cells.at(number, index) for name, index in columns.items()}
        if not any(cell.value is not None or cell.fault for cell in found.values()):
            empty += 1
            if empty > EMPTY:
                return
            continue
        empty = 0
        ours = {name: cell for name, cell in found.items() if name in known}
        own = {
            name: c.value for name, c in found.items() if name not in known and c.value is not None
        }
        yield SheetRow(sheet.title, number, ours, own)


def _known(columns: Sequence[str] | dict[str, int]) -> set[str]:
    from generator.model.sheet import ASKED, BODY, FIGURE, GOAL, KNOWN, LAST, START, UNIT

    ours = {ID, WORDING, BODY, LAST, ASKED, FIGURE, UNIT, START, GOAL, KNOWN, *_FILLED}
    return ours & set(columns)


def _stamp(book: Any) -> dict[str, str]:
    """The document properties by which a form is known; {} where a program has dropped them."""
    found = {prop.name: str(prop.value) for prop in book.custom_doc_props.props}
    return found if FORM in found else {}
