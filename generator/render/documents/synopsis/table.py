"""The entries of a Synopse to a heading and a table for each part of the strategy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.model.address import Address
from generator.model.base import Element
from generator.model.strategy import Strategy
from generator.render.blocks import Block, Cell, Heading, LineBreak, Paragraph, Row, Run, Table
from generator.render.documents.pieces import LANDSCAPE_WIDTH, cell, head
from generator.render.documents.telling.marked import MarkedPart, MarkedParts
from generator.render.documents.telling.subject import Subject
from generator.render.documents.telling.told import ToldChange, ToldElement, by_section
from generator.render.text_width import width

TITLES = ("ID", "bisherige Fassung", "neue Fassung", "Art der Änderung", "Begründung", "Zustimmung")
BEHIND = (32.0, 41.0, 31.0)
"""Widths of the last three columns in mm; the two sides share what is left."""
LEAST_ID, GOOD_ID, MOST_ID, ID_SIZE, PADDING = 16.0, 22.0, 40.0, 3.53, 4.5
"""Millimetres; an ID wider than GOOD_ID goes on in a new line behind one of its underscores."""
NOTHING, NO_REASON, UNCHANGED = "–", "noch keine Begründung", "unverändert"
PLACE = "synopse"
WORDINGS = ("text", "titel", "name", "bezeichnung")
"""The fields that can be the wording of an element."""
LONG = 500
"""Characters of one side from which on a row may go on on the next page."""


def table_blocks(told: tuple[ToldElement, ...], strategy: Strategy) -> Iterator[Block]:
    """Grouped as the strategy; every row has a bookmark at the first mention of its element.

    ``strategy`` is the new edition, whose wordings the new side prints once more.
    """
    columns = _columns(told)
    for title, group in by_section(told):
        yield Heading(2, (Run(title),))
        rows = (
            row
            for element in group
            for row in _rows(element, strategy.by_id.get(element.subject.id))
        )
        yield Table(columns, (head(*TITLES), *rows), f"Synopse, {title}")


def _columns(told: tuple[ToldElement, ...]) -> tuple[float, ...]:
    """The same for all tables; the first as wide as the longest ID, so that none is torn apart."""
    ids = {_wide(line) for element in told for line in _lines(element.subject.shown)}
    numbers = {_wide_number(element.subject) for element in told}
    widest = max(ids | numbers, default=0.0)
    first = round(max(LEAST_ID, min(widest, MOST_ID)), 1)
    side = (LANDSCAPE_WIDTH - first - sum(BEHIND)) / 2
    return (first, side, side, *BEHIND)


def _wide(line: str) -> float:
    return width(line, ID_SIZE, bold=True) + PADDING


def _wide_number(subject: Subject) -> float:
    """So that a level and its number stay on one line: "jetzt" may stand on one of its own."""
    said = subject.number.replace("bisher ", "").replace("jetzt ", "").split(", ")
    return max(width(f"{part},", ID_SIZE) for part in said) + PADDING


def _lines(identity: str) -> list[str]:
    """ "pflege_", "daheim_anteil": a long ID in lines, as it takes width from both wordings."""
    lines: list[str] = []
    for part in re.findall(r"[^_]*_|[^_]+", identity):
        if lines and _wide(lines[-1] + part) <= GOOD_ID:
            lines[-1] += part
        else:
            lines.append(part)
    return lines


def _identity(subject: Subject) -> Cell:
    """The ID and, below it, the running number before and now."""
    first, *rest = _lines(subject.shown)
    more = [inline for line in rest for inline in (LineBreak(), Run(line))]
    shown = cell(first, *more, header=True, paragraph="cell_id")
    number = (Paragraph((Run(subject.number),), "cell"),) if subject.number else ()
    return replace(shown, content=(*shown.content, *number))


def _rows(told: ToldElement, element: Element | None) -> Iterator[Row]:
    identity = told.subject.id
    for index, (change, old, new) in enumerate(told.shown()):
        yield Row(
            (_identity(told.subject), _side(old), _side(new, element), *_behind(change)),
            bookmark=None if index else identity,
            wording=2 if new else 1,
            breakable=max(_length(old), _length(new)) > LONG,
        )


def _behind(change: ToldChange | None) -> tuple[Cell, Cell, Cell]:
    if change is None:
        return cell(UNCHANGED), cell(NOTHING), cell(NOTHING)
    what = (change.what, f"({change.nature})")
    kind = Cell(tuple(Paragraph((Run(text),), "cell") for text in what))
    return kind, cell(change.reason or NO_REASON), cell(change.approval)


def _side(parts: MarkedParts, element: Element | None = None) -> Cell:
    if not parts:
        return cell(NOTHING)
    return Cell(tuple(_paragraph(part, _whose(part, element)) for part in parts))


def _whose(part: MarkedPart, element: Element | None) -> Address | None:
    """Whose wording a paragraph of the new side is: only where it is a whole one and nothing else."""
    words = "".join(span.text for span in part.spans)
    fields = [field for field in WORDINGS if getattr(element, field, None) == words]
    if element is None or part.label or not fields:
        return None
    return Address(element.id, fields[0], PLACE)


def _paragraph(part: MarkedPart, address: Address | None) -> Paragraph:
    """New words are bold, old ones struck through; neither hangs on a colour."""
    label = (Run(f"{part.label}: ", italic=True),) if part.label else ()
    words = (
        Run(span.text, bold=span.mark == "inserted", strike=span.mark == "deleted")
        for span in part.spans
    )
    return Paragraph((*label, *words), "cell", address=address)


def _length(parts: MarkedParts) -> int:
    return sum(len(span.text) for part in parts for span in part.spans)
