"""What sheets said to the words for a terminal: per file what fits, then what does not and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.model.collected import Collected, CollectedFile, SheetRecord
from generator.model.german import counted

LONGEST = 100


def encode(found: Collected) -> str:
    """German sentences; what does not fit names file, worksheet and cell."""
    return "".join(f"{line}\n" for line in _lines(found))


def _lines(found: Collected) -> Iterator[str]:
    for file in found.files:
        records = [record for record in found.records if record.file == file.file]
        yield from _file(file, records)
        yield ""
    fitting = sum(file.fitting for file in found.files)
    unfit = sum(file.unfit for file in found.files)
    told = counted(fitting, "Zeile passt", "Zeilen passen")
    rest = counted(unfit, "Zeile passt nicht", "Zeilen passen nicht")
    yield f"Zusammen: {told}; {rest}." if unfit else f"Zusammen: {told}."


def _file(file: CollectedFile, records: Sequence[SheetRecord]) -> Iterator[str]:
    if file.fault:
        yield f"{file.file}: {file.fault}"
        return
    numbers = (
        (file.fitting, "passt", "passen"),
        (file.known, "sagt nichts Neues", "sagen nichts Neues"),
        (file.unfit, "passt nicht", "passen nicht"),
        (file.empty, "ist leer", "sind leer"),
    )
    told = [f"{number} {one if number == 1 else many}" for number, one, many in numbers if number]
    yield f"{file.file}: {', '.join(told) or 'keine Zeile'} (Zeitraum {file.period})."
    yield from (f"  Hinweis: {note}" for note in file.notes)
    taken = [record for record in records if record.applicable]
    for (sheet, element, row), group in groupby(taken, _row):
        fields = "; ".join(_change(record) for record in group)
        yield f"  {element} («{sheet}», Zeile {row}): {fields}"
    if left := [record for record in records if not record.applicable]:
        yield "  Nicht übernommen:"
        for record in left:
            said = f" ({_short(record.new)})" if record.new and record.field != "wortlaut" else ""
            who = f"{record.element}: " if record.element else ""
            yield f"    «{record.sheet}», {record.cell}: {who}{record.why}{said}"


def _row(record: SheetRecord) -> tuple[str, str, str]:
    return record.sheet, record.element or "", "".join(filter(str.isdigit, record.cell))


def _change(record: SheetRecord) -> str:
    if record.field in ("stand", "datum", "text") and record.old is None:
        return _short(record.new)
    before = f" (bisher {_short(record.old)})" if record.old else ""
    return f"{record.field} {_short(record.new) or 'gestrichen'}{before}"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"
