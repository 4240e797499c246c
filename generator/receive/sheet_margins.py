"""What stands in a workbook beside the rows of its forms: above them, in remarks, on worksheets of the office's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.model.sheet import FIGURE_HELP, FORM, HELP, HELP_TITLE, REPORT_HELP, words

LONGEST = 200
"""Characters of a remark that are told."""
_THREADED = re.compile(r"^\[.*?\].*?(?:Comment|Kommentar):\s*", re.DOTALL)
"""What Excel puts before a remark of its newer kind, for programs that know only the older."""


def beside_the_rows(book: Any, forms: Mapping[str, int]) -> Iterator[str]:
    """German sentences; ``forms`` are the worksheets of which rows are read, each with the row of its headings."""
    for sheet in book.worksheets:
        if sheet.title in forms:
            yield from _above(sheet, forms[sheet.title])
            yield from _remarks(sheet)
        elif sheet.title != HELP and words(sheet["A1"].value) != HELP_TITLE and _has_text(sheet):
            yield f"Das Blatt «{sheet.title}» gehört nicht zum Bogen; es wird nicht gelesen."


def _above(sheet: Any, head: int) -> Iterator[str]:
    """What an office wrote over the headings; title, stichtag and help are sent."""
    title = next((cell.row for cell in sheet["A"][:head] if _begins(cell.value)), 0)
    for row in sheet.iter_rows(max_row=head - 1):
        for cell in row:
            told = words(cell.value)
            sent = cell.column == 1 and cell.row in (title, title + 1)
            if told and not sent and told not in (*REPORT_HELP, *FIGURE_HELP):
                yield f"Über der Tabelle steht in «{sheet.title}», {cell.coordinate}: {_short(told)}"


def _begins(value: object) -> bool:
    return words(value).startswith(f"{FORM} ")


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} …"


def _remarks(sheet: Any) -> Iterator[str]:
    for row in sheet.iter_rows():
        for cell in row:
            if cell.comment and (text := words(_THREADED.sub("", cell.comment.text))):
                where = f"{cell.coordinate} in «{sheet.title}»"
                yield f"Eine Anmerkung an {where} wird nicht übernommen: {_short(text)}"


def _has_text(sheet: Any) -> bool:
    return any(cell.value is not None for row in sheet.iter_rows() for cell in row)
