"""The tables of any document to CSV as German spreadsheets open it (RFC 4180, semicolons, UTF-8 with its mark)."""

from __future__ import annotations

import csv
import io

from generator.render.blocks import Document, Table
from generator.render.plain import plain_text
from generator.render.visitor import walk

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that spreadsheets compute, or start a program for (OWASP, CSV Injection)."""


def encode(document: Document) -> bytes:
    """A line for each row; what would be computed has an apostrophe before it, which makes it text."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    for table in (node for node in walk(document.blocks) if isinstance(node, Table)):
        for row in table.rows:
            writer.writerow(_text(plain_text(cell.content)) for cell in row.cells)
    return file.getvalue().encode("utf-8-sig")


def _text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
