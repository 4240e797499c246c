"""Segments of prose to Markdown that prints the words of the source, and nothing else of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from generator.importing.copied_pictures import CAPTION, SOURCE
from generator.match.recognised.segments import Segment
from generator.receive.foreign import NOTE_SIGN, ForeignLine
from generator.receive.line_joints import LineJoiner
from generator.receive.plain_passages import BULLET, ORDINAL

_SIGNS = re.compile(
    r"[\\*`]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|\{(?=\{)|\[(?=\[|@)|\^(?=\[)|<(?=[A-Za-z/!?])"
)
_ENTITIES = {"&": "&amp;", "{": "&#123;", "[": "&#91;", "^": "&#94;"}
_BEGIN = re.compile(r"(?P<sign>[#>+|]|[-–](?=\s|-)|~~~|={2,}|\d{1,9}(?=[.)](?:\s|$)))")
_LINK = re.compile(r"\[(?=[^\]]*\]\()")


def escaped(text: str) -> str:
    """Running text as Markdown: signs that would be markup are none."""
    text = _SIGNS.sub(lambda m: _ENTITIES.get(m[0]) or f"\\{m[0]}", text)
    return _LINK.sub(r"\\[", text)


def paragraph(text: str) -> str:
    """A paragraph whose first sign begins no list, heading or quotation."""
    found = _BEGIN.match(text)
    if found is None:
        return text
    if found["sign"].isdigit():
        return f"{found['sign']}\\{text[found.end() :]}"
    return text if found["sign"] == "–" else f"\\{text}"


class ProseWriter(Struct, frozen=True):
    """``note`` gives the markup of a footnote by its number, ``picture`` that of a picture."""

    joiner: LineJoiner
    note: Callable[[int], str]
    picture: Callable[[str, str, str], str]

    def text(self, lines: Iterable[ForeignLine]) -> str:
        """Lines as one paragraph."""
        return self.inline(self.joiner.joined(line.text for line in lines))

    def inline(self, text: str) -> str:
        """Running text with its footnotes."""
        pieces: list[str] = []
        start = 0
        for sign in NOTE_SIGN.finditer(text):
            pieces += [escaped(text[start : sign.start()]).rstrip(), self.note(int(sign[1]))]
            start = sign.end()
        return "".join([*pieces, escaped(text[start:])])

    def markdown(self, segments: Sequence[Segment], depth: int = 2) -> str:
        """The whole prose of an element; headings inside begin at ``depth``."""
        blocks: list[str] = []
        for _, group in groupby(segments, key=_run_of):
            blocks += self._blocks(list(group), depth)
        return "\n\n".join(block for block in blocks if block.strip())

    def _blocks(self, group: Sequence[Segment], depth: int) -> Iterator[str]:
        kind = group[0].kind
        if kind == "item":
            yield "\n".join(self._item(segment, group[:at]) for at, segment in enumerate(group))
        elif kind == "row":
            yield "\n".join(self._table(group))
        else:
            waiting = list(group)
            while waiting:
                segment = waiting.pop(0)
                if segment.kind == "picture":
                    yield self._figure(segment, waiting)
                else:
                    yield self._block(segment, depth)

    def _block(self, segment: Segment, depth: int) -> str:
        text = self.text(segment.lines)
        if segment.kind == "heading" and not segment.depth:
            return paragraph(text)  # only its looks said that it might be one
        if segment.kind in ("heading", "area"):
            number = f"{segment.number} " if segment.number else ""
            return f"{'#' * min(6, max(depth, segment.depth))} {number}{text}"
        if segment.kind == "field":
            return paragraph(f"{escaped(segment.label)}: {text}" if segment.label else text)
        return paragraph(text)

    def _figure(self, segment: Segment, waiting: list[Segment]) -> str:
        """A picture with the caption and the source that stand below it, which are its own then."""
        said = {"title": "", "source": ""}
        for pattern, name in ((CAPTION, "title"), (SOURCE, "source")):
            below = self.joiner.joined(line.text for line in waiting[0].lines) if waiting else ""
            found = pattern.fullmatch(below)
            if found is not None:
                said[name] = found[name]
                waiting.pop(0)
        return self.picture(segment.passage.picture, said["title"], said["source"])

    def _item(self, segment: Segment, before: Sequence[Segment]) -> str:
        first = segment.lines[0].text
        ordinal = ORDINAL.match(first)
        found = BULLET.match(first) or ordinal
        rest = first[found.end() :] if found else first
        lines = (rest, *(line.text for line in segment.lines[1:]))
        text = self.inline(self.joiner.joined(lines))
        indent = "   " * max(0, segment.depth - 1) if before else ""
        if ordinal and not BULLET.match(first):
            sign = ordinal["sign"].strip()
            return f"{indent}{sign} {text}" if sign[:1].isdigit() else f"{indent}- {sign} {text}"
        return f"{indent}- {paragraph(text)}"

    def _table(self, rows: Sequence[Segment]) -> Iterator[str]:
        width = max(len(row.cells) for row in rows)
        for at, row in enumerate(rows):
            cells = [self.text(cell).replace("|", "\\|") for cell in row.cells]
            yield f"| {' | '.join([*cells, *[''] * (width - len(cells))])} |"
            if not at:
                yield f"|{'---|' * width}"


def _run_of(segment: Segment) -> tuple[str, int]:
    """Items that follow each other are one list, rows of one table one table."""
    if segment.kind == "item":
        return "item", 0
    if segment.kind == "row":
        return "row", segment.passage.table
    return "block", 0
