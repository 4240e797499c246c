"""What stands in a workbook beside the rows of its forms: remarks at cells, worksheets of the office's own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from generator.model.sheet import HELP, HELP_TITLE, words

LONGEST = 200
"""Characters of a remark that are told."""
_THREADED = re.compile(r"^\[.*?\].*?(?:Comment|Kommentar):\s*", re.DOTALL)
"""What Excel puts before a remark of its newer kind, for programs that know only the older."""


def beside_the_rows(book: Any, forms: Collection[str]) -> Iterator[str]:
    """German sentences; ``forms`` are the worksheets of which the rows are read."""
    for sheet in book.worksheets:
        if sheet.title in forms:
            yield from _remarks(sheet)
        elif sheet.title != HELP and words(sheet["A1"].value) != HELP_TITLE and _has_text(sheet):
            yield f"Das Blatt «{sheet.title}» gehört nicht zum Bogen; es wird nicht gelesen."


def _remarks(sheet: Any) -> Iterator[str]:
    for row in sheet.iter_rows():
        for cell in row:
            if cell.comment and (text := words(_THREADED.sub("", cell.comment.text))):
                told = text if len(text) <= LONGEST else f"{text[:LONGEST]} …"
                yield f"Eine Anmerkung an {cell.coordinate} in «{sheet.title}» wird nicht übernommen: {told}"


def _has_text(sheet: Any) -> bool:
    return any(cell.value is not None for row in sheet.iter_rows() for cell in row)
