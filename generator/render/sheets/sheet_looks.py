"""How the cells of a sheet look, and which of them may be filled; shared by all worksheets of a workbook."""

from __future__ import annotations

import re
from copy import copy

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

INK, PAPER, HEAD, FILL, GREY = "1A1A1A", "FFFFFF", "1B3A5C", "FFF8DC", "F2F4F6"
"""White on HEAD and INK on FILL and GREY have a contrast of more than 10 to 1 (WCAG 2.2, 1.4.3)."""
_LINE = Side(style="thin", color="8A97A5")
BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
TOP = Alignment(vertical="top", wrap_text=True)
TEXT, DAY = "@", "DD.MM.YYYY"


MOST_NAME = 100
"""Characters of a name in a footer: Excel opens no sheet whose footer has more than 255 in all."""
_COMPUTED = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""How text begins that a spreadsheet may compute when somebody edits it, also in full width."""
_NO_TEXT = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f\ufffe\uffff]")
"""What XML cannot hold, and what looks like its stand-in (ST_Xstring, ISO/IEC 29500-1, 22.9.2.19)."""


def at(sheet: Worksheet, row: int, column: int) -> Cell:
    """A cell of a worksheet, where none are merged."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    return cell


def put(cell: Cell, text: str) -> None:
    """Text that stays text, whatever it begins with, also when somebody edits the cell."""
    cell.value = _NO_TEXT.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    cell.data_type = "s"
    if text.startswith(_COMPUTED):
        cell.quotePrefix = True


def alike(cell: Cell, model: Cell) -> None:
    """The looks of another cell of the worksheet, which costs a tenth of setting them anew."""
    cell._style = copy(model._style)  # type: ignore[attr-defined]  # not in the stubs
    if model.quotePrefix:
        cell.quotePrefix = False


def title(cell: Cell, text: str, size: int) -> None:
    """A line above the table; it runs over its neighbours, so that no cells need be merged."""
    put(cell, text)
    cell.font = Font(name="Arial", size=size, bold=True, color=HEAD)


def note(cell: Cell, text: str) -> None:
    """A line of help above the table."""
    put(cell, text)
    cell.font = Font(name="Arial", size=10, color=INK)


def column_head(cell: Cell, text: str, fills: bool) -> None:
    """The heading of a column; that of one to be filled says so, not only by its colour."""
    put(cell, text)
    cell.font = Font(name="Arial", size=10, bold=True, color=INK if fills else PAPER)
    cell.fill = PatternFill("solid", fgColor=FILL if fills else HEAD)
    cell.border, cell.alignment = BORDER, TOP


def locked(cell: Cell) -> None:
    """A cell that is only read."""
    cell.font = Font(name="Arial", size=10, color=INK)
    cell.fill = PatternFill("solid", fgColor=GREY)
    cell.border, cell.alignment = BORDER, TOP


def open_cell(cell: Cell, number_format: str) -> None:
    """A cell that an office fills."""
    cell.font = Font(name="Arial", size=10, color=INK)
    cell.fill = PatternFill("solid", fgColor=FILL)
    cell.border, cell.alignment = BORDER, TOP
    cell.number_format = number_format
    cell.protection = Protection(locked=False)


def free_cell(cell: Cell) -> None:
    """A cell that is the office's own."""
    cell.font = Font(name="Arial", size=10, color=INK)
    cell.alignment, cell.protection = TOP, Protection(locked=False)


def protect(sheet: Worksheet) -> None:
    """Without a password: against slips, not against people; widths, heights and filters stay free."""
    guard = sheet.protection
    guard.sheet = True
    guard.formatColumns = guard.formatRows = guard.formatCells = False
    guard.autoFilter = guard.sort = False


def printable(sheet: Worksheet, head: int, name: str) -> None:
    """A4 across, as wide as the page, the headings on every page, page numbers below."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4 (ECMA-376, 18.3.1.63)
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.print_title_rows = f"{head}:{head}"
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = 0.4
    margins.bottom, margins.footer = 0.7, 0.3
    footer = sheet.oddFooter
    left, right = (footer.left, footer.right) if footer is not None else (None, None)
    if left is not None and right is not None:  # an empty one counts as false
        short = name if len(name) <= MOST_NAME else f"{name[:MOST_NAME]} …"
        left.text, right.text = short.replace("&", "&&"), "Seite &P von &N"
