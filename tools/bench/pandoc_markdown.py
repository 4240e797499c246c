"""The blocks of a document to Markdown that pandoc turns into a Word file of the same content.

Only the benchmark uses it: pictures and computed lists are left out and cells are set as
one line each, so that pandoc has rather less to do than our own writer.
"""

from collections.abc import Iterable

from generator.render.blocks import (
    Block,
    Caption,
    Cell,
    Document,
    Figure,
    Footnote,
    Heading,
    Inline,
    LineBreak,
    Link,
    Listing,
    Paragraph,
    Reference,
    Run,
    Table,
)

_ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>#|~^$@"})


def markdown(document: Document) -> str:
    """Pandoc's Markdown with a title block; footnotes stand at the end."""
    writer = _Writer()
    parts = [part for block in document.blocks if (part := writer.block(block))]
    notes = [f"[^{number}]: {text}" for number, text in enumerate(writer.notes, 1)]
    return "\n\n".join([f"% {document.title}", *parts, *notes]) + "\n"


class _Writer:
    def __init__(self) -> None:
        self.notes: list[str] = []

    def block(self, block: Block) -> str:
        if isinstance(block, Heading):
            name = f" {{#{block.bookmark}}}" if block.bookmark else ""
            return f"{'#' * block.level} {block.number} {self.inlines(block.content)}{name}"
        if isinstance(block, Paragraph):
            return self.paragraph(block)
        if isinstance(block, Caption):
            return f"{block.kind} {block.number}: {self.inlines(block.content)}"
        if isinstance(block, Listing):
            return "\n".join(self.listing(block, ""))
        if isinstance(block, Table):
            return self.table(block)
        return block.alternative if isinstance(block, Figure) else ""

    def paragraph(self, paragraph: Paragraph) -> str:
        return self.inlines(paragraph.content)

    def inlines(self, content: Iterable[Inline]) -> str:
        return "".join(map(self.inline, content))

    def inline(self, inline: Inline) -> str:
        if isinstance(inline, Run):
            text = inline.text.translate(_ESCAPED)
            mark = "*" * (2 * inline.bold + inline.italic) if text.strip() == text else ""
            return f"{mark}{text}{mark}"
        if isinstance(inline, Reference):
            return "" if inline.page else f"[{inline.text.translate(_ESCAPED)}](#{inline.target})"
        if isinstance(inline, Link):
            return f"[{inline.text.translate(_ESCAPED)}]({inline.address})"
        if isinstance(inline, Footnote):
            self.notes.append(self.inlines(inline.content))
            return f"[^{len(self.notes)}]"
        return " " if isinstance(inline, LineBreak) else ""

    def listing(self, listing: Listing, indent: str) -> Iterable[str]:
        for number, item in enumerate(listing.items, listing.start):
            sign = f"{number}. " if listing.ordered else "-   "
            yield f"{indent}{sign}{self.inlines(item.content)}"
            if item.below:
                yield from self.listing(item.below, indent + "    ")

    def table(self, table: Table) -> str:
        rows = [[cell for c in row.cells for cell in self.cells(c)] for row in table.rows]
        head = rows.pop(0) if table.rows and table.rows[0].header else [""] * len(table.columns)
        rule = [":" + "-" * max(3, int(width / 2)) for width in table.columns]
        return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))

    def cells(self, cell: Cell) -> list[str]:
        text = " ".join(
            self.paragraph(part)
            if isinstance(part, Paragraph)
            else " ".join(self.inlines(item.content) for item in part.items)
            for part in cell.content
        )
        return [text] + [""] * (cell.span - 1)
