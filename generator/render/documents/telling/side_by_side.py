"""A told change to pieces that stand side by side, bisherige and neue Fassung."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from generator.compare.words import Span
from generator.model.german import counted
from generator.render.documents.telling.marked import MarkedPart, MarkedParts, aside, shorten, side
from generator.render.documents.telling.prose_units import ProseUnit

NEW, GONE, MOVED, FROM = (
    "neu",
    "entfällt",
    "verschoben, jetzt hier",
    "verschoben, bisher an anderer Stelle",
)


class SidePiece(Struct, frozen=True):
    """Paragraphs that belong beside each other."""

    old: MarkedParts
    new: MarkedParts


def joint(units: Sequence[ProseUnit]) -> tuple[Span, ...]:
    """The units as one text, each in a paragraph of its own."""
    spans: list[Span] = []
    for unit in units:
        if spans:
            mark = {"new": "inserted", "gone": "deleted"}.get(unit.kind, "plain")
            spans.append(Span("\n\n", mark))  # type: ignore[arg-type]
        spans += unit.spans
    return tuple(spans)


def pieces_of(units: Iterable[ProseUnit]) -> Iterator[SidePiece]:
    """Paragraph by paragraph; what did not change is counted, what was replaced stands together."""
    for kind, group in groupby(units, lambda unit: _kind(unit)):
        found = list(group)
        if kind == "same":
            said = _unchanged(found)
            yield SidePiece(said, said)
        elif kind == "replaced":
            yield SidePiece(
                tuple(_whole(unit, GONE) for unit in found if unit.kind == "gone"),
                tuple(_whole(unit, NEW) for unit in found if unit.kind == "new"),
            )
        else:
            yield from map(_changed, found)


def _kind(unit: ProseUnit) -> str:
    return "replaced" if unit.kind in ("gone", "new") else unit.kind


def _unchanged(units: Sequence[ProseUnit]) -> MarkedParts:
    """How many, and in which section the text goes on."""
    texts = [unit for unit in units if not unit.heading]
    headings = [unit for unit in units if unit.heading]
    said = []
    if texts:
        said.append(aside(f"{counted(len(texts), 'Absatz', 'Absätze')} unverändert"))
    if headings:
        said.append(aside(f"Abschnitt „{headings[-1].words.strip()}“"))
    return tuple(said)


def _whole(unit: ProseUnit, label: str) -> MarkedPart:
    return MarkedPart((Span(unit.words, "plain"),), label)


def _changed(unit: ProseUnit) -> SidePiece:
    spans = shorten(unit.spans)
    before, after = (FROM, MOVED) if unit.kind == "moved" else ("", "")
    return SidePiece(side(spans, "deleted", before), side(spans, "inserted", after))
