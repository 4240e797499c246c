"""Tables to w:tbl: marked header rows, whole rows, cells that look by their meaning."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from generator.render.blocks import Cell, Listing, Mark, Paragraph, Row, Table
from generator.render.formats.docx.paragraph_writer import AFTER_TABLE, INK, ParagraphWriter
from generator.render.formats.docx.xml import attribute, twips
from generator.render.targets import accepted_text

CELL = {"plain": "cell", **{k: f"cell_{k}" for k in ("head", "first", "second", "third")}} | {
    "actors": "cell_actors",
    "total": "cell_total",
    "side": "cell_synopsis",
    "light": "cell_light",
}
CellParagraph = tuple[str, str, str, Mark]
"""Style, numbering, content, mark."""
_FILL = re.compile(r"<w:shd [^>]*/>")
DARK = ("cell_head", "cell_first")
"""Cells that a house may fill with a dark colour."""


class Tables(Struct):
    """Writes tables; ``looks`` is the shading and borders of a cell by paragraph style."""

    paragraphs: ParagraphWriter
    looks: Mapping[str, str]
    light: bool
    """Whether cells are left without the fill of their style, their text black on it."""
    room: int
    """Width of the page between its margins in twips."""

    def table(self, table: Table, caption: str = "") -> str:
        """The whole table; wider ones than the page are scaled down."""
        widths = self._widths(table)
        self.paragraphs.distance = 0
        rows = "".join([self._row(table, row, widths) for row in table.rows])
        grid = "".join([f'<w:gridCol w:w="{width}"/>' for width in widths])
        self.paragraphs.distance = AFTER_TABLE
        return (
            f"<w:tbl>{self._properties(table, sum(widths), caption)}"
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )

    def _widths(self, table: Table) -> list[int]:
        scale = min(1.0, self.room / sum(twips(width) for width in table.columns))
        return [int(twips(width) * scale) for width in table.columns]

    def _properties(self, table: Table, width: int, caption: str) -> str:
        first_row = int(any(row.header for row in table.rows))
        first_column = int(any(row.cells[0].header for row in table.rows if not row.header))
        style = self.paragraphs.styles[f"table_{table.style}"]
        return (
            f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{width}" w:type="dxa"/>'
            '<w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="{0x0400 + 0x20 * first_row + 0x80 * first_column:04X}"'
            f' w:firstRow="{first_row}" w:lastRow="0" w:firstColumn="{first_column}"'
            ' w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{attribute(caption or table.title or table.summary)}"/>'
            f'<w:tblDescription w:val="{attribute(_described(table, caption))}"/></w:tblPr>'
        )

    def _row(self, table: Table, row: Row, widths: list[int]) -> str:
        head = "<w:tblHeader/>" if row.header else ""
        self.paragraphs.inlines.marks.editorial = row.editorial
        change = self.paragraphs.inlines.marks.flag(row.mark)
        lines = _whole_by_lines(table, row)
        keep = "<w:keepNext/>" if row.keep_with_next or row.header else ""
        kept = f"{keep}<w:keepLines/>" if lines else keep
        cells, column = [], 0
        for number, cell in enumerate(row.cells):
            width = sum(widths[column : column + cell.span])
            column += cell.span
            self.paragraphs.inlines.printout.cell = number if table.style == "synopsis" else None
            cells.append(self._cell(table, row, number, width, kept))
        self.paragraphs.inlines.printout.cell = None
        whole = "" if row.breakable or lines else "<w:cantSplit/>"
        return f"<w:tr><w:trPr>{whole}{head}{change}</w:trPr>{''.join(cells)}</w:tr>"

    def _cell(self, table: Table, row: Row, at: int, width: int, kept: str) -> str:
        cell = row.cells[at]
        key = CELL[cell.style]
        if key == "cell" and table.style == "matrix":
            key = "cell_matrix"
        content = self._content(cell, key, row)
        content = content or [(key, "", "", "plain")]
        if at == row.wording:
            self._name(row, cell, content)
        more = {"keep": kept} if kept else {}
        if cell.align in ("center", "right"):
            more["align"] = f'<w:jc w:val="{cell.align}"/>'
        paragraphs = "".join(
            [
                self.paragraphs.wrap(
                    style, text, mark, **({**more, "numbering": number} if number else more)
                )
                for style, number, text, mark in content
            ]
        )
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        look = self.looks.get(key, "")
        if self.light:
            look = _FILL.sub("", look)
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{look}</w:tcPr>'
            f"{paragraphs}</w:tc>"
        )

    def _name(self, row: Row, cell: Cell, content: list[CellParagraph]) -> None:
        """The bookmark of the row around its wording, and what is said of it at the margin."""
        start, end = self.paragraphs.open_and_close(row.bookmark)
        if start:  # where no change takes it away
            plain = [at for at, (*_, mark) in enumerate(content) if mark == "plain"]
            at = next((at for at in plain if _is_wording(cell, at)), plain[0] if plain else 0)
            style, listed, text, mark = content[at]
            content[at] = style, listed, start + text + end, mark
        if row.note:
            style, listed, text, mark = content[0]
            noted = self.paragraphs.margin.beside(text, row.note, row.mark)
            content[0] = style, listed, noted, mark

    def _content(self, cell: Cell, key: str, row: Row) -> list[CellParagraph]:
        """Those of the cell."""
        result: list[CellParagraph] = []
        writer = self.paragraphs
        writer.inlines.inherit = key in DARK and not self.light
        if self.light and _FILL.search(self.looks.get(key, "")):
            writer.inlines.ink = INK
        for block in cell.content:
            if isinstance(block, Listing):
                result.extend(writer.items(block, "cell_bullet", outer=row.mark))
                continue
            text, ended = writer.line(block, row.mark)
            style = key if block.style.startswith(("cell", "text")) else block.style
            result.append((style, "", text, ended))
        writer.inlines.inherit, writer.inlines.ink = False, ""
        return result


def _described(table: Table, caption: str) -> str:
    """What rows and columns are; where the summary is its title already, what the head row says."""
    if (caption or table.title) and table.summary not in (caption, table.title):
        return table.summary
    titles = (accepted_text(part.content) for cell in table.rows[0].cells for part in cell.content
              if table.rows[0].header and isinstance(part, Paragraph))  # fmt: skip
    named = ", ".join(title for title in titles if title)
    return f"Spalten: {named}." if named else f"Tabelle mit {len(table.columns)} Spalten."


def _whole_by_lines(table: Table, row: Row) -> bool:
    """Whether the lines keep the row whole: LibreOffice keeps a table of one row with what
    follows it only where the row itself may break.
    """
    return len(table.rows) == 1 and row.keep_with_next and not row.breakable


def _is_wording(cell: Cell, at: int) -> bool:
    """Whether a paragraph of a cell is the wording of its element, and not the title above it."""
    inside = cell.content[at] if at < len(cell.content) else None
    address = inside.address if isinstance(inside, Paragraph) else None
    return address is not None and address.field == "text"
