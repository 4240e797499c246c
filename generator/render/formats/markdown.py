"""Any document to Markdown as merge requests show it, in the frame templates/dokument.md.j2.

GitHub Flavored Markdown 0.29: tables, notes, and HTML tags for marks. Lists of contents, page
breaks and filters are left out; what is drawn is told by its alternative text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator.render.blocks import (
    Align,
    Block,
    Caption,
    Cell,
    Document,
    Figure,
    Footnote,
    Group,
    Heading,
    Inline,
    LineBreak,
    Link,
    Listing,
    Mark,
    Paragraph,
    Reference,
    Row,
    Run,
    Table,
)
from generator.render.drawing import ShownPicture
from generator.render.formats.house_templates import fill
from generator.render.plain import is_number
from generator.render.visitor import Visitor

# HTML tags, because ** and ~~ beside punctuation do not open or close (CommonMark 0.31, 6.2)
TAGS = {"deleted": ("<del>", "</del>"), "inserted": ("<ins>", "</ins>")}

LINES: dict[Align, str] = {"": "---", "left": ":---", "center": ":---:", "right": "---:"}
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~&#])")
_LINE_START = re.compile(r"^(\s*)(?:([-+])(?=\s)|(\d+)([.)])(?=\s))", re.MULTILINE)


def encode(document: Document, template: Path) -> bytes:
    """The text in UTF-8; ``template`` is the house's frame."""
    writer = _Writer()
    parts = [*writer.parts(document.blocks), *writer.notes]
    values = {
        "titel": escape(document.title),
        "vermerk": escape(document.draft),
        "inhalt": "\n\n".join(parts),
    }
    return fill(template.parent, template.name, values, html=False).encode()


def escape(text: str) -> str:
    """Text that Markdown prints as it is."""
    masked = _SPECIAL.sub(r"\\\1", text)
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", masked)


class _Writer(Visitor[str]):
    def __init__(self) -> None:
        self.marks: list[Mark] = ["plain"]
        self.notes: list[str] = []

    def parts(self, blocks: Iterable[Block]) -> list[str]:
        """Blocks as Markdown, paragraphs of one quotation in one."""
        parts: list[str] = []
        quoted = False
        for block in blocks:
            quotes = isinstance(block, Paragraph) and block.style == "quote"
            text = self.visit(block)
            if quotes and quoted:
                parts[-1] += f"\n>\n{text}"
            elif text:
                parts.append(text)
            quoted = quotes
        return parts

    def text(self, content: Iterable[Inline], mark: Mark = "plain") -> str:
        self.marks.append(mark if mark != "plain" else self.marks[-1])
        shown = "".join(map(self.visit, content)).strip()
        self.marks.pop()
        return shown

    def tagged(self, text: str, mark: Mark) -> str:
        """A tag ends with its line: it must not reach over two paragraphs."""
        mark = mark if mark != "plain" else self.marks[-1]
        if mark == "plain":
            return escape(text)
        opening, closing = TAGS[mark]
        return re.sub(r"\S[^\n]*", lambda m: f"{opening}{escape(m[0])}{closing}", text)

    def rest(self, node: Any) -> str:
        return ""

    # inlines

    def run(self, run: Run) -> str:
        shown = self.tagged(run.text, run.mark)
        gone, new = run.shown == "deleted", run.bold or run.shown == "inserted"
        looks = (("*", "em", run.italic), ("**", "strong", new), ("~~", "s", gone))
        for sign, tag, on in looks if shown.strip() else ():
            if on:
                shown = _set(shown, sign, tag)
        return shown

    def reference(self, reference: Reference) -> str:
        return "" if reference.page else self.tagged(reference.text, reference.mark)

    def link(self, link: Link) -> str:
        return f"[{self.tagged(link.text, link.mark)}](<{link.address}>)"

    def footnote(self, note: Footnote) -> str:
        number = len(self.notes) + 1
        self.notes.append(f"[^{number}]: {self.text(note.content)}")
        return f"[^{number}]"

    def line_break(self, line: LineBreak) -> str:
        return "<br>"

    # blocks

    def heading(self, heading: Heading) -> str:
        number = f"{escape(heading.number)} " if heading.number else ""
        return f"{'#' * heading.level} {number}{self.text(heading.content, heading.mark)}"

    def paragraph(self, paragraph: Paragraph) -> str:
        text = self.text(paragraph.content, paragraph.mark)
        return f"> {text}" if paragraph.style == "quote" and text else text

    def listing(self, listing: Listing) -> str:
        return "\n".join(self._items(listing, ""))

    def _items(self, listing: Listing, indent: str) -> Iterable[str]:
        for number, item in enumerate(listing.items, listing.start):
            sign = f"{number}." if listing.ordered else "-"
            yield f"{indent}{sign} {self.text(item.content, item.mark)}"
            if item.below:
                yield from self._items(item.below, indent + " " * (len(sign) + 1))

    def table(self, table: Table) -> str:
        """The first row is the head: there is no table without one."""
        head, *rows = table.rows
        columns = zip(*map(_cells, table.rows), strict=False)
        line = "".join(f"{LINES[_side(column)]}|" for column in columns)
        return "\n".join((self._row(head), f"|{line}", *map(self._row, rows)))

    def _row(self, row: Row) -> str:
        self.marks.append(row.mark if row.mark != "plain" else self.marks[-1])
        cells = [self._cell(cell) for cell in _cells(row)]
        self.marks.pop()
        return f"| {' | '.join(cells)} |"

    def _cell(self, cell: Cell | None) -> str:
        """In one line, as a table has no other."""
        parts = self.parts(cell.content) if cell else []
        return "<br>".join(parts).replace("\n", "<br>")

    def figure(self, figure: Figure) -> str:
        told = f"*{self.tagged(figure.alternative, figure.mark)}*"
        if isinstance(figure.drawing, ShownPicture):
            return f"{told} ({self.tagged(figure.drawing.name, figure.mark)})"
        return told

    def caption(self, caption: Caption) -> str:
        kind = Run(f"{caption.kind} {caption.number}: ")
        return self.text((kind, *caption.content), caption.mark)

    def group(self, group: Group) -> str:
        return "\n\n".join(self.parts(group.content))


def _set(text: str, sign: str, tag: str) -> str:
    """Signs around words; where they stand beside a space or punctuation, tags (see TAGS)."""
    if text[0].isalnum() and text[-1].isalnum():
        return f"{sign}{text}{sign}"
    return f"<{tag}>{text}</{tag}>"


def _side(column: tuple[Cell | None, ...]) -> Align:
    """The side that a column is aligned to: as its head says, else right where all below are numbers."""
    head, *cells = column
    if head and head.align:
        return head.align
    return "right" if cells and all(cell and is_number(cell) for cell in cells) else ""


def _cells(row: Row) -> list[Cell | None]:
    """As many as the table has columns: what spans several leaves the others empty."""
    return [part for cell in row.cells for part in (cell, *[None] * (cell.span - 1))]
