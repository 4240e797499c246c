"""A workbook that came back from an office to its rows, whatever was moved, sorted or merged in it."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import count
from typing import Any

from generator.errors import GeneratorError
from generator.model.sheet import (
    FILLED,
    FORM,
    HEADINGS,
    ID,
    WORDING,
    ReturnedSheet,
    SheetRow,
    heading_meant,
    words,
)
from generator.receive.package_reader import Convert
from generator.receive.sheet_cells import SheetCells, first_day
from generator.receive.sheet_margins import beside_the_rows
from generator.receive.workbook_kinds import AGAIN, KINDS, OR_CONVERT, convertible

SEARCHED = 60
"""Rows in which the headings are looked for: an office may have put something above them."""
EMPTY = 200
"""Empty rows after which nothing more is expected; formats reach to the last row of Excel."""
MOST_ROWS = 20_000
CONVERTED = "Die Datei ist {}; LibreOffice hat sie vor dem Lesen umgewandelt."


def read_workbook(
    data: bytes, name: str, convert: Convert = lambda data, kind: None
) -> ReturnedSheet:
    """The rows of all its forms; GeneratorError where it is no workbook that can be read.

    ``convert`` makes Excel files of the other kinds in KINDS.
    """
    data, book, kind = _opened(data, name, convert)
    computed = None
    notes = [CONVERTED.format(KINDS[kind])] if kind else []
    rows: list[SheetRow] = []
    headings: dict[str, tuple[str, ...]] = {}
    heads: dict[str, int] = {}
    for sheet in book.worksheets:
        found = _head(sheet)
        if found is None:
            continue
        if computed is None and _has_formulas(sheet):
            computed = _loaded(data, values=True)
        cells = SheetCells(sheet, computed[sheet.title] if computed else None)
        number, columns, twice = found
        headings[sheet.title], heads[sheet.title] = tuple(columns), number
        notes += [
            f"In «{sheet.title}» gibt es die Spalte «{one}» zweimal; die linke gilt."
            for one in twice
        ]
        rows += _rows(cells, sheet, number, columns)
    if not headings:
        raise GeneratorError(
            f"{name}: Eine Kopfzeile mit «{ID}» und den Spalten eines Bogens ist nicht zu finden.",
            AGAIN,
        )
    notes += beside_the_rows(book, heads)
    return ReturnedSheet(name, _stamp(book), tuple(rows), headings, tuple(notes), first_day(book))


def _opened(data: bytes, name: str, convert: Convert) -> tuple[bytes, Any, str | None]:
    """The bytes that are read, the workbook, and of which of KINDS it was made."""
    kind = convertible(data, name)
    if kind is None:
        with suppress(_UnreadableError):
            return data, _loaded(data, values=False), None
        kind = "damaged"
    made = _converted(data, name, kind, convert)
    try:
        return made, _loaded(made, values=False), kind
    except _UnreadableError as error:
        raise GeneratorError(
            f"{name} ist {KINDS[kind]}, und lässt sich nicht lesen.", AGAIN
        ) from error


class _UnreadableError(Exception):
    """That openpyxl cannot open a workbook."""


def _converted(data: bytes, name: str, kind: str, convert: Convert) -> bytes:
    try:
        made = convert(data, kind if kind in ("ods", "xls", "xlsb") else "xlsx")
    except GeneratorError as error:
        raise GeneratorError(
            f"{name} ist {KINDS[kind]} und ließ sich mit LibreOffice nicht umwandeln, vielleicht eines Kennworts wegen.",
            AGAIN,
        ) from error
    if made is None:
        raise GeneratorError(f"{name} ist {KINDS[kind]}.", OR_CONVERT)
    return made


def _loaded(data: bytes, *, values: bool) -> Any:
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of extensions that it does not keep: nothing is saved
            return load_workbook(io.BytesIO(data), data_only=values, keep_links=False)
    except Exception as error:  # openpyxl fails on damaged parts with whatever comes to hand
        raise _UnreadableError from error


def _has_formulas(sheet: Any) -> bool:
    return any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)


def _head(sheet: Any) -> tuple[int, dict[str, int], list[str]] | None:
    """The row of the headings, the column of each, and those that stand there twice."""
    if not hasattr(sheet, "iter_rows"):
        return None
    for number, row in enumerate(sheet.iter_rows(min_row=1, max_row=SEARCHED), start=1):
        named = [(heading_meant(words(cell.value)), i) for i, cell in enumerate(row, start=1)]
        names = {name for name, _ in named}
        if (ID in names or WORDING in names) and len(names & FILLED) > 1:
            return number, *_columns(named)
    return None


def _columns(named: Sequence[tuple[str, int]]) -> tuple[dict[str, int], list[str]]:
    """The column of each heading; one without, or with one that was there before, gets a name."""
    from openpyxl.utils import get_column_letter

    columns: dict[str, int] = {}
    twice = []
    for name, index in named:
        own = name or f"Spalte {get_column_letter(index)}"
        if own in columns:
            twice.append(own)
            own = next(n for i in count(2) if (n := f"{name} ({i})") not in columns)
        columns[own] = index
    return columns, twice


def _rows(cells: SheetCells, sheet: Any, head: int, columns: dict[str, int]) -> Iterator[SheetRow]:
    """Until nothing more comes; a row with nothing but formats is none."""
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
        ours = {name: cell for name, cell in found.items() if name in HEADINGS}
        own = {
            name: c.value
            for name, c in found.items()
            if name not in HEADINGS and c.value is not None
        }
        yield SheetRow(sheet.title, number, ours, own)


def _stamp(book: Any) -> dict[str, str]:
    """The document properties by which a form is known; {} where a program has dropped them."""
    found = {prop.name: str(prop.value) for prop in book.custom_doc_props.props}
    return found if FORM in found else {}
