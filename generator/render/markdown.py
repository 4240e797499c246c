"""Markdown that is more than plain paragraphs to blocks, by markdown-it.

CommonMark with tables; HTML is shown as text. Our own markup is taken out before
and put back afterwards, so that no Markdown rule can tear it apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Protocol

from markdown_it import MarkdownIt
from markdown_it.token import Token as MarkdownToken
from markdown_it.tree import SyntaxTreeNode

from generator.model.prose import DATE, Token, markup
from generator.model.text import Prosatext
from generator.render.blocks import (
    Block,
    Cell,
    CellStyle,
    Heading,
    Inline,
    Item,
    LineBreak,
    Link,
    Listing,
    Paragraph,
    Row,
    Run,
    Table,
)
from generator.render.inlines import Inlines

# Unicode noncharacters: they cannot occur in text and mean nothing to Markdown.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_HELD = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_INSIDE_WORD = re.compile(r"(?<=\w)(?<!\*)\*(?=\w)")
"""The star of "Schüler*innen", which is no emphasis."""
_DATE = re.compile(rf"^([ \t]*)(?={DATE})(\d+)\.", re.MULTILINE)
TEXT_WIDTH = 160.0
"""Width of the text area in mm, over which the columns of a table are spread."""


class Speaker(Protocol):
    """Says what our own markup prints."""

    def token(self, token: Token, raw: str, before: Token | None, gap: str) -> Inline:
        """One piece of it, after ``before`` and the text of ``gap``."""

    def figure(self, identity: str, text: Prosatext) -> list[Block]:
        """A figure that stands alone in a paragraph."""


def blocks(scribe: Speaker, source: str, text: Prosatext, level: int) -> list[Block]:
    """The blocks of ``source`` below a heading of ``level``."""
    held = markup(source)
    tree = SyntaxTreeNode(_parser().parse(_hold(source, held)))
    return _Converter(scribe, source, text, level, held).blocks(tree.children)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    # Indented code, underlined headings and link definitions surprise who never meant them.
    return parser.disable(["code", "lheading", "reference"])


def _hold(source: str, held: list[Token]) -> str:
    parts, end = [], 0
    for index, token in enumerate(held):
        parts += [source[end : token.start], f"{_OPEN}{index}{_CLOSE}"]
        end = token.end
    held_source = "".join([*parts, source[end:]])
    return _DATE.sub(r"\1\2\\.", _INSIDE_WORD.sub(r"\\*", held_source))


class _Converter:
    """Walks the syntax tree of one piece of Markdown."""

    def __init__(
        self, scribe: Speaker, source: str, text: Prosatext, level: int, held: list[Token]
    ) -> None:
        self.scribe, self.source, self.text, self.held = scribe, source, text, held
        self.base = level
        self.above: list[tuple[int, int]] = []
        """The headings around the place where the walk is: sharps as written, level as printed."""

    def blocks(self, nodes: Sequence[SyntaxTreeNode]) -> list[Block]:
        out: list[Block] = []
        for node in nodes:
            out += self.block(node)
        return out

    def block(self, node: SyntaxTreeNode) -> list[Block]:
        kind = node.type
        if kind == "paragraph":
            return self.paragraph(node)
        if kind == "heading":
            return [self.heading(node)]
        if kind in ("bullet_list", "ordered_list"):
            return [self.listing(node)]
        if kind == "blockquote":
            inner = self.blocks(node.children)
            return [_quoted(block) if isinstance(block, Paragraph) else block for block in inner]
        if kind == "table":
            return [self.table(node)]
        if kind in ("fence", "code_block"):
            return [self.code(node.content)]
        return []  # a thematic break separates nothing that headings do not

    def paragraph(self, node: SyntaxTreeNode) -> list[Block]:
        content = node.children[0].content if node.children else ""
        alone = _HELD.fullmatch(content.strip())
        if alone and self.held[int(alone[1])].kind == "abbildung":
            return self.scribe.figure(self.held[int(alone[1])].argument, self.text)
        return [Paragraph(self.inline(node))]

    def heading(self, node: SyntaxTreeNode) -> Heading:
        """Headings in prose stand below that of their chapter and leave no level out."""
        sharps = int(node.tag[1])
        while self.above and self.above[-1][0] >= sharps:
            self.above.pop()
        level = min((self.above[-1][1] if self.above else self.base) + 1, 6)
        self.above.append((sharps, level))
        return Heading(level, self.inline(node))

    def listing(self, node: SyntaxTreeNode) -> Listing:
        ordered = node.type == "ordered_list"
        start = int(node.attrs.get("start", 1)) if ordered else 1
        return Listing(tuple(self.item(child) for child in node.children), ordered, start)

    def item(self, node: SyntaxTreeNode) -> Item:
        content: list[Inline] = []
        below: Listing | None = None
        for child in node.children:
            if child.type in ("bullet_list", "ordered_list"):
                inner = self.listing(child)
                below = Listing(below.items + inner.items, below.ordered) if below else inner
            else:
                content += [LineBreak()] if content else []
                content += self.flat(child)
        return Item(tuple(content), below)

    def flat(self, node: SyntaxTreeNode) -> tuple[Inline, ...]:
        """What stands in a list item or a cell, where only running text can stand."""
        if node.type in ("fence", "code_block"):
            return self.code(node.content).content
        if node.type in ("paragraph", "heading"):
            return self.inline(node)
        parts: list[Inline] = []
        for child in node.children:
            parts += [LineBreak()] if parts else []
            parts += self.flat(child)
        return tuple(parts)

    def table(self, node: SyntaxTreeNode) -> Table:
        rows: list[Row] = []
        for section in node.children:
            header = section.type == "thead"
            for row in section.children:
                rows.append(self.row(row, header))
        width = len(rows[0].cells)
        columns = tuple(round(TEXT_WIDTH / width, 2) for _ in range(width))
        titles = ", ".join(_plain(cell) for cell in rows[0].cells)
        return Table(columns, tuple(rows), f"Tabelle mit den Spalten {titles}")

    def row(self, node: SyntaxTreeNode, header: bool) -> Row:
        style: CellStyle = "head" if header else "plain"
        cells = tuple(
            Cell((Paragraph(self.inline(cell), "cell"),), style, header) for cell in node.children
        )
        return Row(cells, header)

    def code(self, content: str) -> Paragraph:
        parts: list[Inline] = []
        for line in self.restored(content).rstrip("\n").split("\n"):
            parts += [LineBreak()] if parts else []
            parts.append(Run(line))
        return Paragraph(tuple(parts))

    def restored(self, content: str) -> str:
        """Our markup as it was written."""
        return _HELD.sub(lambda m: self._raw(int(m[1])), content)

    def _raw(self, index: int) -> str:
        return self.source[self.held[index].start : self.held[index].end]

    def inline(self, node: SyntaxTreeNode) -> tuple[Inline, ...]:
        out = Inlines()
        self._before: Token | None = None
        self._gap = ""
        for child in node.children:
            flat = child.to_tokens()[0].children or []
            self._inline(flat, out)
        return out.done()

    def _inline(self, flat: Sequence[MarkdownToken], out: Inlines) -> None:
        bold = italic = 0
        address, shown = "", ""
        for token in flat:
            kind = token.type
            if kind == "strong_open" or kind == "strong_close":
                bold += token.nesting
            elif kind == "em_open" or kind == "em_close":
                italic += token.nesting
            elif kind == "link_open":
                address, shown = str(token.attrs.get("href", "")), ""
            elif kind == "link_close":
                out.add(Link(address, shown or address))
                address = ""
            elif kind in ("softbreak", "hardbreak"):
                out.add(LineBreak() if kind == "hardbreak" else Run(" "))
            elif address:
                shown += self.restored(token.content)
            elif kind == "code_inline":
                out.add(Run(self.restored(token.content), bool(bold), bool(italic)))
            else:
                self._text(token.content, bool(bold), bool(italic), out)

    def _text(self, content: str, bold: bool, italic: bool, out: Inlines) -> None:
        for index, piece in enumerate(_HELD.split(content)):
            if index % 2 == 0:
                if piece:
                    out.add(Run(piece, bold, italic))
                self._gap += piece
                continue
            token = self.held[int(piece)]
            made = self.scribe.token(token, self._raw(int(piece)), self._before, self._gap)
            out.add(Run(made.text, bold, italic) if isinstance(made, Run) else made)
            self._before, self._gap = token, ""


def _quoted(block: Paragraph) -> Paragraph:
    return Paragraph(block.content, "quote")


def _plain(cell: Cell) -> str:
    first = cell.content[0]
    content = first.content if isinstance(first, Paragraph) else ()
    return "".join(part.text for part in content if isinstance(part, Run | Link))
