"""Lines of a text to its passages: what blank lines, pages, numbers and bullets part."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from generator.receive.foreign import AsideLine, ForeignDocument, Passage
from generator.receive.page_notes import NotedText, noted
from generator.receive.plain_text import split_lines
from generator.receive.printed_pages import Keep, paged

BULLET = re.compile(r"(?P<indent>\s*)(?P<sign>[•●▪■◦○‣⁃►➢➔→✓*·\uf0b7\uf0a7\uf0d8-]|[–—])\s+(?=\S)")
ORDINAL = re.compile(r"(?P<indent>\s*)(?P<sign>\d{1,3}[.)]|[a-z][.)])\s+(?=\S)")
NUMBERED = re.compile(r"\s*(?P<number>\d{1,2}(?:\.\s?\d{1,2}){0,4})\.?\s+(?=[^\W\d_]|[„“\"(])")
CONTENTS = re.compile(r".*\S\s*(?:\.\s?){4,}\s*\d{1,4}\s*|.*\S\s*…+\s*\d{1,4}\s*|.*\S\t+\d{1,4}\s*")
_ENDED = re.compile(r".*[.!?:;“”\"»)]\s*")
_HEADLINE = 120
"""Signs up to which lines may be a heading."""
_SHORT = 0.6
"""Share of a full line below which a line was ended by its writer, not by the layout."""

Begins = Callable[[str], bool]
"""Whether a line begins what has a label, so that it goes on from no line before it."""


class _Splitter(Struct, frozen=True):
    text: NotedText
    width: int
    begins: Begins

    def passages(self) -> Iterator[Passage]:
        """In the order of the source; what stands below notes comes where it was printed."""
        block: list[int] = []
        for at, line in enumerate(self.text.lines):
            blank = not line.text.strip()
            if block and at in self.text.starts and not self._goes_on(block[-1], at):
                yield from self._done(block)
                block = []
            if not blank:
                block.append(at)
            elif block and not self._page_ends(at, block[-1]):
                yield from self._done(block)
                block = []
        yield from self._done(block)

    def _page_ends(self, at: int, last: int) -> bool:
        """Whether only blank lines stand between here and the next page, into which the text goes on."""
        for after in range(at, len(self.text.lines)):
            if after in self.text.starts and after > last:
                return self._goes_on(last, after)
            if self.text.lines[after].text.strip():
                return False
        return False

    def _goes_on(self, last: int, first: int) -> bool:
        """Whether a sentence goes on from the last line of a page into the first of the next."""
        before, after = self.text.lines[last].text, self.text.lines[first].text.strip()
        if last in self.text.below or first in self.text.below or self.begins(after):
            return False
        if BULLET.match(after) or NUMBERED.match(after) or _ENDED.fullmatch(before):
            return False
        return after[:1].islower() or len(before) >= _SHORT * self.width

    def _done(self, block: Sequence[int]) -> Iterator[Passage]:
        """The passages of lines without a blank one between them."""
        part: list[int] = []
        for at in block:
            if part and self._parts(part, at):
                yield self._passage(part)
                part = []
            part.append(at)
        if part:
            yield self._passage(part)

    def _parts(self, part: Sequence[int], at: int) -> bool:
        line = self.text.lines[at].text
        if BULLET.match(line) and not _is_wrapped(self.text.lines[part[-1]].text, line):
            return True
        found = ORDINAL.match(line)
        before = ORDINAL.match(self.text.lines[part[0]].text)
        if found and before and _next_ordinal(before["sign"], found["sign"]):
            return True
        return NUMBERED.match(line) is not None and self._heads(part)

    def _heads(self, part: Sequence[int]) -> bool:
        """Whether the lines so far are a heading above another one."""
        return NUMBERED.match(self.text.lines[part[0]].text) is not None and len(part) == 1

    def _passage(self, part: Sequence[int]) -> Passage:
        lines = tuple(self.text.lines[at] for at in part)
        item = BULLET.match(lines[0].text) or ORDINAL.match(lines[0].text)
        below = part[0] in self.text.below
        if item and BULLET.match(lines[0].text):
            return Passage(lines, "item", 1 + len(item["indent"]) // 3, below=below)
        return Passage(lines, below=below)


def plain_document(name: str, text: str, keep: Keep, begins: Begins) -> ForeignDocument:
    """A text as it came out of a PDF."""
    raw = split_lines(text)
    pages = paged(raw, keep)
    notes = noted(pages, raw)
    contents = [line for line in notes.lines if CONTENTS.fullmatch(line.text)]
    gone = {line.number for line in contents}
    kept = _without(notes, gone)
    width = full_width([line.text for line in kept.lines])
    asides = (
        *pages.asides,
        *(AsideLine(line, "Strich über den Fußnoten") for line in notes.rules),
        *(AsideLine(line, "Inhaltsverzeichnis") for line in contents),
    )
    passages = tuple(ordinal_items(list(_Splitter(kept, width, begins).passages())))
    return ForeignDocument(name, "Zeile", passages, notes.notes, asides, width=width)


def _without(text: NotedText, gone: set[int]) -> NotedText:
    kept = [at for at, line in enumerate(text.lines) if line.number not in gone]
    moved = {at: new for new, at in enumerate(kept)}
    starts = (next((moved[b] for b in kept if b >= at), None) for at in text.starts)
    return NotedText(
        tuple(text.lines[at] for at in kept),
        text.notes,
        frozenset(at for at in starts if at is not None),
        frozenset(moved[at] for at in text.below if at in moved),
        text.rules,
    )


def full_width(lines: Sequence[str]) -> int:
    """Signs of a line that the layout filled: what one in ten of the lines with words exceeds."""
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def ordinal_items(passages: list[Passage]) -> Iterator[Passage]:
    """Numbered lines that count on are a list; a single one may be a heading."""
    for at, passage in enumerate(passages):
        own = ORDINAL.match(passage.lines[0].text)
        if passage.kind != "text" or own is None:
            yield passage
            continue
        before = passages[at - 1] if at else None
        after = passages[at + 1] if at + 1 < len(passages) else None
        beside = (
            (before, own["sign"], True),
            (after, own["sign"], False),
        )
        listed = any(_counts_on(other, sign, back, passage) for other, sign, back in beside)
        yield Passage(passage.lines, "item", 1, below=passage.below) if listed else passage


def _counts_on(other: Passage | None, sign: str, back: bool, own: Passage) -> bool:
    if other is None or not _adjacent(other, own):
        return False
    found = ORDINAL.match(other.lines[0].text)
    if found is None:
        return False
    return _next_ordinal(found["sign"], sign) if back else _next_ordinal(sign, found["sign"])


def _adjacent(one: Passage, other: Passage) -> bool:
    """Whether two passages have no blank line between them."""
    first, last = sorted((one, other), key=lambda passage: passage.number)
    return last.number - first.lines[-1].number <= 1


def _next_ordinal(one: str, other: str) -> bool:
    a, b = one.rstrip(".)"), other.rstrip(".)")
    if a.isdigit() and b.isdigit():
        return int(b) == int(a) + 1
    return a.isalpha() and b.isalpha() and ord(b) == ord(a) + 1


def _is_wrapped(before: str, line: str) -> bool:
    """Whether a dash at the start of a line only goes on from the line before: "Armut und -bekämpfung"."""
    return (
        re.match(r"\s*[-–—]\s", line) is not None
        and re.search(r"\w$", before) is not None
        and line[:1] != " "
        and len(before) > 60
    )
