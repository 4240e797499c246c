"""Where each line of a source went, to runs of lines; none is left out."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from generator.importing.receipt import LineUse
from generator.match.recognised.segments import Segment
from generator.receive.foreign import ForeignDocument

_SIGN = "Zeichen einer Stufe oder Angabe"


def line_uses(
    document: ForeignDocument, went: Iterable[tuple[Segment, str]], noted: Container[int]
) -> tuple[LineUse, ...]:
    """Every line with words once, in the order of the source."""
    where: dict[int, tuple[str, bool]] = {}
    for segment, target in went:
        passage = segment.passage
        own = [line.number for line in segment.lines]
        if passage.cells or not own or own[0] == passage.number:
            own = [*own, passage.number]
        if passage.cells:
            own += [line.number for line in passage.lines]
        elif not segment.lines or segment.first > passage.number:
            own += _signs(segment)
        for number in own:
            where.setdefault(number, (target, False))
    for note in document.notes:
        for line in note.lines:
            called = f"Fußnote {note.printed or note.number}"
            where.setdefault(line.number, (called, note.number not in noted))
    for aside in document.asides:
        where.setdefault(aside.line.number, (aside.what, True))
    for passage in document.passages:
        for line in passage.lines:
            if line.text.strip():
                where.setdefault(line.number, ("nicht übernommen", True))
    return tuple(_runs(sorted(where.items())))


def _signs(segment: Segment) -> Iterator[int]:
    """The line with the sign, where the text begins below it."""
    first = segment.first
    for line in reversed(segment.passage.lines):
        if line.number < first:
            yield line.number
            return


def _runs(places: list[tuple[int, tuple[str, bool]]]) -> Iterator[LineUse]:
    run: LineUse | None = None
    for number, (target, left) in places:
        if run is not None and run.where == target and run.left == left:
            run = LineUse(run.first, number, target, left)
            continue
        if run is not None:
            yield run
        run = LineUse(number, number, target, left)
    if run is not None:
        yield run
