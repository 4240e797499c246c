"""Sheets that came back to the columns that offices added, by the rows they belong to."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.sheet import BODY, FIGURE, ID, OwnColumns, ReturnedSheet


def own_columns(sheets: Iterable[ReturnedSheet]) -> dict[str, OwnColumns]:
    """By worksheet; of a cell that several files have, the first that is filled counts.

    A row is known by ID, name of the body and figure: where a sheet is written, names become keys.
    """
    headings: dict[str, dict[str, None]] = {}
    cells: dict[str, dict[tuple[str, str, str], dict[str, object]]] = {}
    for sheet in sheets:
        for row in sheet.rows:
            key = (row.text(ID), row.text(BODY), row.text(FIGURE))
            names = headings.setdefault(row.sheet, {})
            for name in sheet.headings[row.sheet]:
                if name in row.own:
                    names.setdefault(name)
            there = cells.setdefault(row.sheet, {}).setdefault(key, {})
            for name, value in row.own.items():
                there.setdefault(name, value)
    return {name: OwnColumns(tuple(found), cells[name]) for name, found in headings.items()}
