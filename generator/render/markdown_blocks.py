"""Markdown to blocks, by markdown-it.

CommonMark with tables; HTML is shown as text. Our own markup is taken out before
and put back afterwards, so that no Markdown rule can tear it apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Protocol, get_args

from markdown_it.tree import SyntaxTreeNode
from msgspec import Struct
from msgspec.structs import replace

from generator.model.prose_markup import Token, markup
from generator.model.text import Prosatext
from generator.render.blocks import (
    Align,
    Block,
    Cell,
    CellStyle,
    Heading,
    Inline,
    LineBreak,
    Link,
    Paragraph,
    Row,
    Run,
    Table,
)
from generator.render.markdown_inlines import HELD, MarkdownText, hold, parser
from generator.render.markdown_lists import LISTS, RUNNING, Writers, list_blocks

TEXT_WIDTH = 155.0
"""Width of the text area in mm, over which the columns of a table are spread."""


class Speaker(Protocol):
    """Says what our own markup prints."""

    def token(self, token: Token, raw: str, before: Token | None, gap: str) -> Inline:
        """One piece of it, after ``before`` and the text of ``gap``."""

    def figure(self, identity: str, text: Prosatext) -> list[Block]:
        """A figure that stands alone in a paragraph."""


class ParsedProse(Struct, frozen=True):
    """Markdown as it was parsed: its tree, with our markup held out of it."""

    source: str
    held: list[Token]
    tree: SyntaxTreeNode


def parsed(source: str) -> ParsedProse:
    """Markdown to its tree; who prints a text more than once needs that once."""
    held = markup(source)
    return ParsedProse(source, held, SyntaxTreeNode(parser().parse(hold(source, held))))


def blocks(scribe: Speaker, parsed: ParsedProse, text: Prosatext, level: int) -> list[Block]:
    """The blocks of a text below a heading of ``level``."""
    return _Converter(scribe, parsed, text, level).blocks(parsed.tree.children)


class _Converter:
    """Walks the syntax tree of one piece of Markdown."""

    def __init__(self, scribe: Speaker, parsed: ParsedProse, text: Prosatext, level: int) -> None:
        self.scribe, self.text, self.held = scribe, text, parsed.held
        self.running = MarkdownText(scribe.token, parsed.source, parsed.held)
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
        if kind in LISTS:
            return list_blocks(node, Writers(self.flat, self.block, self.is_running))
        if kind == "blockquote":
            inner = self.blocks(node.children)
            return [_quoted(block) if isinstance(block, Paragraph) else block for block in inner]
        if kind == "table":
            return [self.table(node)]
        if kind in ("fence", "code_block"):
            return [self.code(node.content)]
        if kind == "hr" and node.markup.startswith("_"):  # a line to sign on
            return [Paragraph((Run(node.markup),))]
        return []  # any other thematic break separates nothing that headings do not

    def paragraph(self, node: SyntaxTreeNode) -> list[Block]:
        """A paragraph; a figure alone on a line of it stands there as a figure."""
        if self.is_running(node):
            return [Paragraph(self.inline(node))]
        out: list[Block] = []
        for figure, lines in groupby(_content(node).split("\n"), self.figure_alone):
            if figure is not None:
                out += self.scribe.figure(figure, self.text)
            else:
                out.append(Paragraph(self.running.parsed("\n".join(lines))))
        return out

    def is_running(self, node: SyntaxTreeNode) -> bool:
        """Whether a node can stand as a line in a paragraph: no picture, table or list can."""
        lines = _content(node).split("\n") if node.type == "paragraph" else []
        return node.type in RUNNING and not any(map(self.figure_alone, lines))

    def figure_alone(self, line: str) -> str | None:
        """The figure that a line consists of."""
        alone = HELD.fullmatch(line.strip())
        token = self.held[int(alone[1])] if alone else None
        return token.argument if token and token.kind == "abbildung" else None

    def heading(self, node: SyntaxTreeNode) -> Heading:
        """Headings in prose stand below that of their chapter and leave no level out."""
        sharps = int(node.tag[1])
        while self.above and self.above[-1][0] >= sharps:
            self.above.pop()
        level = min((self.above[-1][1] if self.above else self.base) + 1, 6)
        self.above.append((sharps, level))
        return Heading(level, self.inline(node), listed=False)

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
        from generator.render.table_columns import alignments, widths  # few texts have tables

        rows: list[Row] = []
        for section in node.children:
            header = section.type == "thead"
            for row in section.children:
                rows.append(self.row(row, header))
        columns = tuple(zip(*(row.cells for row in rows), strict=True))
        sides = alignments(
            columns, [_asked(head) for head in node.children[0].children[0].children]
        )
        aligned = tuple(replace(row, cells=_aligned(row.cells, sides)) for row in rows)
        titles = ", ".join(_plain(cell) for cell in rows[0].cells)
        summary = f"Tabelle mit den Spalten {titles}"
        return Table(widths(columns, TEXT_WIDTH), aligned, summary, fitted=True)

    def row(self, node: SyntaxTreeNode, header: bool) -> Row:
        style: CellStyle = "head" if header else "plain"
        cells = tuple(
            Cell((Paragraph(self.inline(cell), "cell"),), style, header) for cell in node.children
        )
        return Row(cells, header)

    def code(self, content: str) -> Paragraph:
        parts: list[Inline] = []
        for line in self.running.restored(content).rstrip("\n").split("\n"):
            parts += [LineBreak()] if parts else []
            parts.append(Run(line))
        return Paragraph(tuple(parts))

    def inline(self, node: SyntaxTreeNode) -> tuple[Inline, ...]:
        return self.running.inlines(
            [f for c in node.children for f in c.to_tokens()[0].children or []]
        )


def _quoted(block: Paragraph) -> Paragraph:
    return Paragraph(block.content, "quote")


def _content(node: SyntaxTreeNode) -> str:
    """The running text of a paragraph as Markdown."""
    return node.children[0].content if node.children else ""


def _asked(head: SyntaxTreeNode) -> Align:
    """How the line below the head aligns a column (``:--``, ``:-:``, ``--:``)."""
    said = str(head.attrs.get("style", "")).removeprefix("text-align:")
    return next((side for side in get_args(Align) if side == said), "")


def _aligned(cells: tuple[Cell, ...], sides: tuple[Align, ...]) -> tuple[Cell, ...]:
    return tuple(replace(cell, align=side) for cell, side in zip(cells, sides, strict=True))


def _plain(cell: Cell) -> str:
    first = cell.content[0]
    content = first.content if isinstance(first, Paragraph) else ()
    return "".join(part.text for part in content if isinstance(part, Run | Link))
