"""Two printed texts to their units side by side: paragraphs, list entries, rows, headings.

The units and what stays of them are those of the Änderungsfassung, so that all products call the
same words changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from generator.compare.words import Span
from generator.model.mark import Mark
from generator.render.blocks import (
    Block,
    Caption,
    Footnote,
    Heading,
    Inline,
    Listing,
    Paragraph,
    Run,
    Table,
)
from generator.render.documents.together.copies import MOVED
from generator.render.documents.together.marking import marked
from generator.render.documents.together.moves import Moves
from generator.render.plain import DASH
from generator.render.visitor import Visitor

UnitKind = Literal["same", "changed", "new", "gone", "moved"]


class ProseUnit(Struct, frozen=True):
    """A paragraph, an entry of a list, a row of a table or a heading, in both editions at once.

    Without the inserted spans it is what was there, without the deleted ones what is there now;
    a line end in a span is the end of a paragraph that came or went.
    """

    kind: UnitKind
    spans: tuple[Span, ...]
    heading: bool = False

    @property
    def words(self) -> str:
        """What stands there now, of what is gone what stood there."""
        mark = "deleted" if self.kind == "gone" else "inserted"
        return "".join(span.text for span in self.spans if span.mark in ("plain", mark))


class _Unit(Struct, frozen=True):
    """A line of a redline as it is written; ``end`` is the mark of its end."""

    content: tuple[Inline, ...]
    mark: Mark
    end: Mark
    note: str
    heading: bool = False


def prose_units(old: Iterable[Block], new: Iterable[Block]) -> tuple[ProseUnit, ...]:
    """In the order of the new text; what is gone stands where it stood, what moved where it is now."""
    units: list[ProseUnit] = []
    waiting: list[Span] = []
    for line in _lines(marked(old, new, Moves())):
        if line.note == MOVED and line.mark == "deleted":
            continue
        spans = [*_spans(line.content, "plain" if line.note == MOVED else line.mark)]
        if line.mark == "plain" and line.end != "plain":
            waiting += [*spans, Span("\n", line.end)]
            continue
        found = _united([*waiting, *spans])
        waiting = []
        units.append(ProseUnit(_kind(line, found), found, line.heading))
    return tuple(units)


def _kind(line: _Unit, spans: tuple[Span, ...]) -> UnitKind:
    if line.note == MOVED:
        return "moved"
    if line.mark != "plain":
        return "new" if line.mark == "inserted" else "gone"
    return "same" if all(span.mark == "plain" for span in spans) else "changed"


def _united(spans: list[Span]) -> tuple[Span, ...]:
    """Neighbours of one mark as one; words that only look different are the same words."""
    plain: list[Span] = []
    for span in spans:
        last = plain[-1] if plain else None
        if last and (last.mark, span.mark) == ("deleted", "inserted") and last.text == span.text:
            span = Span(span.text, "plain")
            plain.pop()
        plain.append(span)
    result: list[Span] = []
    for span in plain:
        if result and result[-1].mark == span.mark:
            result[-1] = Span(result[-1].text + span.text, span.mark)
        elif span.text:
            result.append(span)
    return tuple(result)


def _lines(blocks: Iterable[Block]) -> Iterator[_Unit]:
    for block in blocks:
        yield from _Lines().visit(block)


class _Lines(Visitor[Iterable[_Unit]]):
    def rest(self, node: Any) -> Iterable[_Unit]:
        return ()

    def paragraph(self, paragraph: Paragraph) -> Iterable[_Unit]:
        mark = paragraph.mark
        return (_Unit(paragraph.content, mark, paragraph.end or mark, paragraph.note),)

    def heading(self, heading: Heading) -> Iterable[_Unit]:
        return (_Unit(heading.content, heading.mark, heading.mark, heading.note, heading=True),)

    def caption(self, caption: Caption) -> Iterable[_Unit]:
        content = (Run(f"{caption.kind} {caption.number}: "), *caption.content)
        return (_Unit(content, caption.mark, caption.mark, caption.note),)

    def listing(self, listing: Listing, depth: int = 0) -> Iterable[_Unit]:
        numbers = _numbers(listing)
        for item, number in zip(listing.items, numbers, strict=True):
            sign = Run(f"{'  ' * depth}{f'{number}. ' if listing.ordered else DASH}")
            yield _Unit((sign, *item.content), item.mark, item.end or item.mark, listing.note)
            if item.below is not None:
                yield from self.listing(replace(item.below, note=listing.note), depth + 1)

    def table(self, table: Table) -> Iterable[_Unit]:
        for row in table.rows:
            content: list[Inline] = []
            for cell in row.cells:
                content += [Run(" | ")] if content else []
                for one, other in pairwise((None, *cell.content)):
                    if isinstance(other, Paragraph):
                        content += [Run(" ")] if one is not None else []
                        content += _with_mark(other)
            yield _Unit(tuple(content), row.mark, row.mark, row.note)


def _numbers(listing: Listing) -> Iterator[int]:
    """Those of the new edition; what is gone has the number before it."""
    number = listing.start - 1
    for item in listing.items:
        number += item.mark != "deleted"
        yield max(number, listing.start)


def _with_mark(paragraph: Paragraph) -> Iterator[Inline]:
    for inline in paragraph.content:
        yield replace(inline, mark=paragraph.mark) if inline.mark == "plain" else inline


def _spans(content: Iterable[Inline], outer: Mark) -> Iterator[Span]:
    before = ""
    for inline in content:
        mark = inline.mark if inline.mark != "plain" else outer
        if isinstance(inline, Footnote):
            yield Span("(Fußnote: " if before.endswith(" ") else " (Fußnote: ", mark)
            yield from _spans(inline.content, mark)
            yield Span(")", mark)
        elif isinstance(inline, Run) or hasattr(inline, "text"):
            before = " " if getattr(inline, "page", False) else inline.text
            yield Span(before, mark)
        else:
            before = " "
            yield Span(before, mark)
