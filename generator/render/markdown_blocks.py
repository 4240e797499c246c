"""Markdown to blocks, by markdown-it.

CommonMark with tables; HTML is shown as text. Our own markup is taken out before
and put back afterwards, so that no Markdown rule can tear it apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Protocol

from markdown_it import MarkdownIt
from markdown_it.token import Token as MarkdownToken
from markdown_it.tree import SyntaxTreeNode

from generator.model.prose_markup import DATE, Token, markup
from generator.model.text import Prosatext
from generator.render.blocks import (
    Block,
    Cell,
    CellStyle,
    Footnote,
    Heading,
    Inline,
    LineBreak,
    Link,
    Paragraph,
    Reference,
    Row,
    Run,
    Table,
)
from generator.render.inlines import Inlines
from generator.render.markdown_lists import LISTS, RUNNING, Writers, list_blocks

# Unicode noncharacters: they cannot occur in text and mean nothing to Markdown.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_HELD = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
# Each begins with a sign to look for: a text is searched for that before anything is tried.
_INSIDE_WORD = re.compile(r"\*(?<=\w\*)(?=\w)")
"""The star of "Schüler*innen", which is no emphasis."""
_DATE = re.compile(rf"(\n[ \t]*)(?={DATE})(\d+)\.")
_COMPARED = re.compile(r"(\n\n[ \t]*)>(?=[ \t]*\d)(?![^\n]*\n[ \t]*>)")
"""The sign of "> 60 Jahre", which begins no quotation: none has a single line with a number in front."""
TEXT_WIDTH = 160.0
"""Width of the text area in mm, over which the columns of a table are spread."""


class Speaker(Protocol):
    """Says what our own markup prints."""

    def token(self, token: Token, raw: str, before: Token | None, gap: str) -> Inline:
        """One piece of it, after ``before`` and the text of ``gap``."""

    def figure(self, identity: str, text: Prosatext) -> list[Block]:
        """A figure that stands alone in a paragraph."""


@dataclass(frozen=True)
class ParsedProse:
    """Markdown as it was parsed: its tree, with our markup held out of it."""

    source: str
    held: list[Token]
    tree: SyntaxTreeNode


def parsed(source: str) -> ParsedProse:
    """Markdown to its tree; who prints a text more than once needs that once."""
    held = markup(source)
    return ParsedProse(source, held, SyntaxTreeNode(_parser().parse(_hold(source, held))))


def blocks(scribe: Speaker, parsed: ParsedProse, text: Prosatext, level: int) -> list[Block]:
    """The blocks of a text below a heading of ``level``."""
    return _Converter(scribe, parsed, text, level).blocks(parsed.tree.children)


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
    masked = _COMPARED.sub(r"\1\\>", "".join(["\n\n", *parts, source[end:]]))
    return _DATE.sub(r"\1\2\\.", _INSIDE_WORD.sub(r"\\*", masked))[2:]


class _Converter:
    """Walks the syntax tree of one piece of Markdown."""

    def __init__(self, scribe: Speaker, parsed: ParsedProse, text: Prosatext, level: int) -> None:
        self.scribe, self.source, self.text, self.held = scribe, parsed.source, text, parsed.held
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
                flat = _parser().parseInline("\n".join(lines))[0].children or []
                out.append(Paragraph(self.inlines(flat)))
        return out

    def is_running(self, node: SyntaxTreeNode) -> bool:
        """Whether a node can stand as a line in a paragraph: no picture, table or list can."""
        lines = _content(node).split("\n") if node.type == "paragraph" else []
        return node.type in RUNNING and not any(map(self.figure_alone, lines))

    def figure_alone(self, line: str) -> str | None:
        """The figure that a line consists of."""
        alone = _HELD.fullmatch(line.strip())
        token = self.held[int(alone[1])] if alone else None
        return token.argument if token and token.kind == "abbildung" else None

    def heading(self, node: SyntaxTreeNode) -> Heading:
        """Headings in prose stand below that of their chapter and leave no level out."""
        sharps = int(node.tag[1])
        while self.above and self.above[-1][0] >= sharps:
            self.above.pop()
        level = min((self.above[-1][1] if self.above else self.base) + 1, 6)
        self.above.append((sharps, level))
        return Heading(level, self.inline(node))

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
        return self.inlines([f for c in node.children for f in c.to_tokens()[0].children or []])

    def inlines(self, flat: Sequence[MarkdownToken]) -> tuple[Inline, ...]:
        out = Inlines()
        self._before: Token | None = None
        self._gap = ""
        self._inline(flat, out)
        return out.done()

    def _inline(self, flat: Sequence[MarkdownToken], out: Inlines) -> None:
        bold = italic = 0
        address, shown, notes = "", "", Inlines()
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
                for note in notes.done():  # the sign of a note inside a link would be two links
                    out.add(note)
                address, notes = "", Inlines()
            elif kind in ("softbreak", "hardbreak"):
                out.add(LineBreak() if kind == "hardbreak" else Run(" "))
            elif address and kind != "code_inline":
                shown += self._in_link(token.content, notes)
            elif address:
                shown += self.restored(token.content)
            elif kind == "code_inline":
                out.add(Run(self.restored(token.content), bool(bold), bool(italic)))
            else:
                self._text(token.content, bool(bold), bool(italic), out)

    def _in_link(self, content: str, notes: Inlines) -> str:
        """The text of a link with our markup in words; its footnotes are kept for behind it."""
        inside = Inlines()
        self._text(content, False, False, inside)
        parts = inside.done()
        for part in parts:
            if isinstance(part, Footnote):
                notes.add(part)
        return "".join(part.text for part in parts if isinstance(part, Run | Reference | Link))

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


def _content(node: SyntaxTreeNode) -> str:
    """The running text of a paragraph as Markdown."""
    return node.children[0].content if node.children else ""


def _plain(cell: Cell) -> str:
    first = cell.content[0]
    content = first.content if isinstance(first, Paragraph) else ()
    return "".join(part.text for part in content if isinstance(part, Run | Link))
