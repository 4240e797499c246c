"""All sheets that came back to what of them fits, what is known already, and what contradicts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from generator.collecting.answers import SheetAnswer, SheetAnswerReader
from generator.collecting.named import NamedThings
from generator.collecting.sheet_reports import Reports
from generator.graph.reporting import Reporting
from generator.model.collected import Collected, CollectedFile, SheetRecord
from generator.model.progress import Zeitraum
from generator.model.sheet import (
    ALWAYS_ASKED,
    FIGURE,
    VALUE_FIELDS,
    WORDING,
    ReturnedSheet,
    heading,
)

NO_STAMP = "Der Bogen sagt nicht mehr, für welchen Zeitraum und welche Stelle er war; es gelten «{}» und die Stelle jeder Zeile."
OLDER = "Der Bogen ist ein älterer: Seither ist die Strategie, ein Bericht oder der Zeitraum ein anderer."
SAME = "Steht schon in {}, gleich lautend."
CONTRADICTION = "Zwei Antworten: eine andere steht in {}."
REWORDED = "Der Wortlaut wird nicht über den Bogen geändert; der Bericht der Zeile gilt."


RowFate = Literal["fit", "known", "unfit"]


class _Filed(Struct, frozen=True):
    """The answers of one sheet, and what is said of it as a whole."""

    file: CollectedFile
    period: Zeitraum | None
    answers: tuple[SheetAnswer, ...]


def judged(
    sheets: Sequence[ReturnedSheet | CollectedFile],
    reporting: Reporting,
    today: date,
    digests: Iterable[str],
) -> Collected:
    """``digests`` are those of the sheets as they would be sent now; a CollectedFile could not be read."""
    named, current = NamedThings(reporting), frozenset(digests)
    filed = [
        _Filed(one, None, ())
        if isinstance(one, CollectedFile)
        else _filed(one, named, today, current)
        for one in sheets
    ]
    reports = Reports(reporting, today)
    filed = list(_without_contradictions([_known(one, reports) for one in filed]))
    files, records = [], []
    for one in filed:
        outcome = [_taken(reports, answer, one.period) for answer in one.answers]
        number = Counter(outcome for outcome, _ in outcome)
        files.append(
            replace(one.file, fitting=number["fit"], known=number["known"], unfit=number["unfit"])
        )
        records += [record for _, found in outcome for record in found]
    return Collected(tuple(files), tuple(records), *reports.result())


def _filed(
    sheet: ReturnedSheet, named: NamedThings, today: date, current: frozenset[str]
) -> _Filed:
    course = named.reporting.course
    periods = {period.kennung: period for period in course.periods}
    asked = sheet.stamp.get("Zeitraum")
    period = periods.get(asked) if asked else course.current
    told = CollectedFile(sheet.file, sheet.stamp.get("Stelle", ""), asked or "", notes=sheet.notes)
    if period is None:
        return _Filed(
            replace(told, fault=f"Den Zeitraum «{asked}» gibt es in progress.yaml nicht."), None, ()
        )
    notes = list(sheet.notes)
    if not sheet.stamp:
        notes.append(NO_STAMP.format(period.genannt))
    elif sheet.stamp.get("Bogen") not in current:
        notes.append(OLDER)
    notes += _missing(sheet)
    if period.geschlossen:
        fault = f"Der Zeitraum «{period.genannt}» ist geschlossen; an seinen Berichten ändert sich nichts mehr."
        return _Filed(
            replace(told, period=period.kennung, fault=fault, notes=tuple(notes)), None, ()
        )
    reader = SheetAnswerReader(named, sheet, period, today)
    answers = [reader.answer(row) for row in sheet.rows]
    empty = sum(answer is None for answer in answers)
    told = replace(told, period=period.kennung, empty=empty, notes=tuple(notes))
    return _Filed(told, period, tuple(answer for answer in answers if answer))


def _missing(sheet: ReturnedSheet) -> Iterator[str]:
    """The columns that every sheet is sent with and that are gone, or are called otherwise."""
    for name, there in sheet.headings.items():
        figures = FIGURE in there or heading("wert") in there
        sent = VALUE_FIELDS if figures else ALWAYS_ASKED
        for one in (heading(field) for field in sent):
            if one not in there:
                yield f"In «{name}» fehlt die Spalte «{one}»."


def _known(filed: _Filed, reports: Reports) -> _Filed:
    """Marks what says no more than is known: it contradicts nothing, whoever sends an old copy along."""
    period = filed.period
    answers = (
        replace(
            answer, known=not answer.why and period is not None and reports.knows(answer, period)
        )
        for answer in filed.answers
    )
    return replace(filed, answers=tuple(answers))


def _without_contradictions(filed: Sequence[_Filed]) -> Iterator[_Filed]:
    """Two answers on the same that differ are both put aside; of those that are alike the later ones."""
    groups: defaultdict[tuple[object, ...], list[SheetAnswer]] = defaultdict(list)
    for one in filed:
        for answer in one.answers:
            if not (answer.why or answer.known) and one.period:
                groups[(one.period.kennung, *answer.key)].append(answer)
    whys: dict[int, str] = {}
    for first, *others in groups.values():
        same = all(other.said == first.said for other in others)
        for other in others:
            told = SAME if same else CONTRADICTION
            whys[id(other)] = told.format(_place(first))
        if others and not same:
            whys[id(first)] = CONTRADICTION.format(_place(others[0]))
    for one in filed:
        yield replace(one, answers=tuple(_put_aside(a, whys.get(id(a), "")) for a in one.answers))


def _put_aside(answer: SheetAnswer, why: str) -> SheetAnswer:
    return (
        replace(answer, why=why, column=heading("wert" if answer.figure else "stand"))
        if why
        else answer
    )


def _place(answer: SheetAnswer) -> str:
    return f"{answer.file}, «{answer.row.sheet}», Zeile {answer.row.number}"


def _taken(
    reports: Reports, answer: SheetAnswer, period: Zeitraum | None
) -> tuple[RowFate, list[SheetRecord]]:
    """What becomes of an answer, and its records."""
    if answer.known:
        return "known", []
    late = "" if answer.why or period is None else reports.too_late(answer, period)
    if answer.why or late or period is None:
        shown = ", ".join(reports.shown(answer))
        column = answer.column or heading("datum")
        field = "wert" if answer.figure else "bericht"
        same = answer.why.startswith(SAME.partition("{")[0])
        record = _record(answer, field, column, (None, shown), answer.why or late)
        return ("known" if same else "unfit"), [record]
    changes = reports.take(answer, period)
    records = [_record(answer, name, heading(name), change) for name, change in changes.items()]
    if answer.reworded:
        records.append(
            _record(answer, "wortlaut", WORDING, (None, answer.row.text(WORDING)), REWORDED)
        )
    return ("fit" if changes else "known"), records


def _record(
    answer: SheetAnswer, field: str, column: str, change: tuple[str | None, str], why: str = ""
) -> SheetRecord:
    row, (old, new) = answer.row, change
    place = row.place(column)
    return SheetRecord(
        answer.file, row.sheet, place, answer.element, field, old, new, not why, why or None
    )
