"""The tables of any document to CSV as German spreadsheets open it (RFC 4180, semicolons, UTF-8 with its mark)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from generator.render.blocks import Document, Table
from generator.render.plain import plain_text
from generator.render.visitor import walk

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that spreadsheets compute, or start a program for (OWASP, CSV Injection)."""


def encode(document: Document) -> bytes:
    """A line for each row of each table."""
    tables = (node for node in walk(document.blocks) if isinstance(node, Table))
    rows = (row for table in tables for row in table.rows)
    return separated([plain_text(cell.content) for cell in row.cells] for row in rows)


def separated(rows: Iterable[Iterable[str]]) -> bytes:
    """Rows of cells; what would be computed has an apostrophe before it, which makes it text."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerows(map(_text, row) for row in rows)
    return file.getvalue().encode("utf-8-sig")


def _text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
