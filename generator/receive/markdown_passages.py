"""Markdown to a foreign document: headings, lists and tables by their signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from generator.model.markdown_heading import markdown_headings
from generator.receive.foreign import ForeignDocument, ForeignLine, ForeignNote, Passage, note_sign
from generator.receive.plain_text import split_lines

_UNDER = re.compile(r"(?P<sign>=|-){3,}\s*")
_ITEM = re.compile(r"(?P<indent>\s*)(?:[-*+•●▪■◦○‣⁃►➢·]|\d{1,3}[.)])\s+(?=\S)")
"""Bullets of Markdown, and those that a PDF left in it."""
_ROW = re.compile(r"\s*\|(?P<cells>.*)\|\s*")
_RULE_ROW = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|?)+\s*")
_NOTE = re.compile(r"\[\^(?P<name>[^\]]+)\]:\s*(?P<text>.*)")
_SIGN = re.compile(r"\[\^(?P<name>[^\]]+)\]")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{2,3})(?=\S)(?P<text>[^*_]+?)(?<=\S)\1(?![\w*])")
_LINK = re.compile(r"!?\[(?P<text>[^\]]*)\]\((?P<target>[^)\s]*)[^)]*\)")


class _MarkdownReader(Struct):
    passages: list[Passage] = field(default_factory=list)
    block: list[ForeignLine] = field(default_factory=list)
    item: int = 0
    table: int = 0
    in_table: bool = False

    def read(self, lines: Sequence[ForeignLine]) -> None:
        for line in lines:
            self._line(line)
        self._end()

    def _line(self, line: ForeignLine) -> None:
        text = line.text
        heading = next(markdown_headings(text), None)
        item, row = _ITEM.match(text), _ROW.fullmatch(text)
        self.in_table = self.in_table and row is not None
        if not text.strip():
            self._end()
        elif heading:
            self._end()
            self._add([_with(line, heading.text)], "heading", heading.level)
        elif (
            self.block
            and not self.item
            and len(self.block) == 1
            and (under := _UNDER.fullmatch(text))
        ):
            title, self.block = self.block, []
            self._add(title, "heading", 1 if under["sign"] == "=" else 2)
        elif row is not None:
            self._row(line, row["cells"])
        elif item:
            self._end()
            self.block, self.item = [line], 1 + len(item["indent"]) // 2
        else:
            self.block.append(line)

    def _row(self, line: ForeignLine, cells: str) -> None:
        self._end()
        if not self.in_table:
            self.table += 1
            self.in_table = True
        if not _RULE_ROW.fullmatch(line.text):
            parts = re.split(r"(?<!\\)\|", cells)
            made = tuple((_with(line, part.strip().replace("\\|", "|")),) for part in parts)
            every = tuple(one for cell in made for one in cell)
            self.passages.append(Passage(every, "row", cells=made, table=self.table))

    def _end(self) -> None:
        if self.block:
            self._add(self.block, "item" if self.item else "text", self.item)
        self.block, self.item = [], 0

    def _add(self, lines: Sequence[ForeignLine], kind: str, level: int) -> None:
        if kind == "heading":
            self.passages.append(Passage(tuple(lines), "heading", level))
        else:
            self.passages.append(Passage(tuple(lines), "item" if kind == "item" else "text", level))


def markdown_document(name: str, text: str) -> ForeignDocument:
    """A Markdown file; marks of emphasis are no text, a link keeps its words and its address."""
    numbers: dict[str, int] = {}
    notes: list[ForeignNote] = []
    kept: list[ForeignLine] = []
    for number, raw in enumerate(split_lines(text), 1):
        note = _NOTE.fullmatch(raw.strip())
        if note:
            own = numbers.setdefault(note["name"], len(numbers) + 1)
            line = ForeignLine(_plain(note["text"]), number)
            notes.append(ForeignNote(own, (line,), note["name"]))
            continue
        signed = _SIGN.sub(
            lambda m: note_sign(numbers.setdefault(m["name"], len(numbers) + 1)), raw
        )
        kept.append(ForeignLine(_plain(signed).rstrip(), number))
    reader = _MarkdownReader()
    reader.read(list(_without_front(kept)))
    passages, title = _titled(reader.passages)
    return ForeignDocument(name, "Zeile", passages, tuple(notes), title=title)


def _without_front(lines: Sequence[ForeignLine]) -> Iterator[ForeignLine]:
    """Front matter is no text of the strategy."""
    end = 0
    if lines and lines[0].text.strip() == "---":
        end = (
            next((at for at, line in enumerate(lines[1:], 1) if line.text.strip() == "---"), -1) + 1
        )
    yield from lines[end:]


def _titled(passages: Sequence[Passage]) -> tuple[tuple[Passage, ...], str]:
    """A single heading of the first level is the title; the levels below move up."""
    tops = [p for p in passages if p.kind == "heading" and p.level == 1]
    if len(tops) != 1 or not any(p.kind == "heading" and p.level == 2 for p in passages):
        return tuple(passages), ""
    moved = (
        replace(p, level=p.level - 1) if p.kind == "heading" and p.level > 1 else p
        for p in passages
        if p is not tops[0]
    )
    return tuple(moved), " ".join(tops[0].lines[0].text.split())


def _with(line: ForeignLine, text: str) -> ForeignLine:
    return ForeignLine(text, line.number, line.page)


def _plain(text: str) -> str:
    """Words without marks of emphasis; links with their address behind."""
    text = _EMPHASIS.sub(lambda m: m["text"], text)
    text = _LINK.sub(
        lambda m: (
            m["text"]
            if not m["target"] or m["target"].startswith("#")
            else f"{m['text']} ({m['target']})"
        ),
        text,
    )
    return re.sub(r"\\(?=[*_#\[\]|.()-])", "", text)
