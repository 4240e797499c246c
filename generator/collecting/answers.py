"""A row of a sheet to the answer it gives: a report or a measured value, or why it fits nowhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from generator.collecting.german_days import day_of
from generator.collecting.named import NamedThings, UnfitError
from generator.model.effects import Wirkungsgroesse
from generator.model.progress import Zeitraum
from generator.model.quantity import quantity
from generator.model.sheet import (
    FIGURE,
    REPORT_FIELDS,
    VALUE_FIELDS,
    ReturnedSheet,
    SheetRow,
    heading,
)

STRAY = "Die Zeile gehört zu keinem Ziel; was darin steht, ist kein Bericht."
PERCENT = ("%", "prozent", "v. h.", "vh", "v.h.")
Said = Mapping[str, str | date | None]
"""Field to what was said; a field whose column is missing is not in it, None is an empty cell."""


class SheetAnswer(Struct, frozen=True):
    """What a row says; ``why`` it is not taken, at the column ``column``, "" where it is."""

    file: str
    row: SheetRow
    element: str | None
    body: str | None
    figure: str
    """The figure of a measured value, "" for a report."""
    said: Said
    why: str = ""
    column: str = ""
    reworded: bool = False
    known: bool = False
    """Whether the strategy says this already."""

    @property
    def key(self) -> tuple[str | None, ...]:
        """What two answers that speak of the same share."""
        if not self.figure:
            return self.element, self.body
        return self.element, self.figure, str(self.said.get("stichtag"))


class SheetAnswerReader:
    """Reads the rows of one sheet, for the period that it asks about."""

    def __init__(
        self, named: NamedThings, sheet: ReturnedSheet, period: Zeitraum, today: date
    ) -> None:
        self.named, self.sheet, self.period = named, sheet, period
        self.latest = max(today, period.stichtag)
        sent = sheet.stamp.get("Stelle", "")
        bodies = named.reporting.edition.strategy.akteure
        self.sent_to = sent if sent in {body.id for body in bodies} else ""

    def answer(self, row: SheetRow) -> SheetAnswer | None:
        """None for a row in which nothing is filled."""
        figure = _of_figure(row)
        fields = VALUE_FIELDS if figure else REPORT_FIELDS
        filled = {name: row.cells[heading(name)] for name in fields if heading(name) in row.cells}
        told = {name for name, cell in filled.items() if cell.value is not None or cell.fault}
        if not told - {"stichtag"}:
            return self._stray(row)
        try:
            element = self.named.element(row)
        except UnfitError as unfit:
            return self._unfit(row, None, None, unfit)
        try:
            body = self.named.body(row, self.sent_to, element)
        except UnfitError as unfit:
            return self._unfit(row, element, None, unfit)
        try:
            self._whole(row, fields)
            which = self._figure(row, element) if figure else None
            said = self._value(row, which.einheit or "") if which else self._report(row)
        except UnfitError as unfit:
            return self._unfit(row, element, body, unfit)
        return SheetAnswer(
            self.sheet.file,
            row,
            element,
            body,
            which.groesse if which else "",
            said,
            reworded=self.named.reworded(element, row),
        )

    def _stray(self, row: SheetRow) -> SheetAnswer | None:
        """A row without an answer: None for one that was sent, else text that an office added."""
        told = ", ".join(cell.text for cell in row.cells.values() if cell.text)
        if not told or self.named.is_sent(row):
            return None
        first = next(name for name, cell in row.cells.items() if cell.text)
        return SheetAnswer(self.sheet.file, row, None, None, "", {"text": told}, STRAY, first)

    def _unfit(
        self, row: SheetRow, element: str | None, body: str | None, unfit: UnfitError
    ) -> SheetAnswer:
        fields = VALUE_FIELDS if _of_figure(row) else REPORT_FIELDS
        said = {name: row.text(heading(name)) or None for name in fields}
        figure = row.text(FIGURE)
        return SheetAnswer(
            self.sheet.file, row, element, body, figure, said, unfit.why, unfit.column
        )

    def _whole(self, row: SheetRow, fields: tuple[str, ...]) -> None:
        """UnfitError where a cell to be filled holds what cannot be read."""
        for name in fields:
            cell = row.cells.get(heading(name))
            if cell and cell.fault:
                raise UnfitError(f"Die Zelle {cell.place} {cell.fault}.", heading(name))

    def _report(self, row: SheetRow) -> Said:
        state, rest = self.named.state(row.text(heading("stand")))
        said: dict[str, str | date | None] = {"stand": state}
        for name in ("wohin", "text", "hindernis", "beleg", "antwort"):
            if heading(name) in row.cells:
                said[name] = row.text(heading(name)) or None
        if rest:
            said["wohin"] = rest
        said["datum"] = self._day(row, "datum")
        return said

    def _value(self, row: SheetRow, unit: str) -> Said:
        written = row.text(heading("wert"))
        if not written:
            raise UnfitError("Der Wert fehlt.", heading("wert"))
        number = _without_unit(written, unit)
        if quantity(number) is None:
            raise UnfitError(_no_number(written, number), heading("wert"))
        day = self._day(row, "stichtag")
        if day is None:
            raise UnfitError("Der Tag der Messung fehlt.", heading("stichtag"))
        said: dict[str, str | date | None] = {"wert": number, "stichtag": day}
        if heading("herkunft") in row.cells:
            said["herkunft"] = row.text(heading("herkunft")) or None
        return said

    def _day(self, row: SheetRow, name: str) -> date | None:
        """The day in a cell, None where it is empty."""
        cell = row.cells.get(heading(name))
        if cell is None or cell.value is None:
            return None
        day = day_of(cell.value, self.sheet.day_zero)
        if day is None:
            raise UnfitError(f"«{cell.text}» ist kein Datum.", heading(name))
        if day > self.latest:
            raise UnfitError(f"Der {day:%d.%m.%Y} liegt in der Zukunft.", heading(name))
        if day.year < self.period.stichtag.year - 5:
            raise UnfitError(f"Der {day:%d.%m.%Y} liegt weit vor dem Zeitraum.", heading(name))
        return day

    def _figure(self, row: SheetRow, element: str) -> Wirkungsgroesse:
        """The figure of an element; UnfitError where the row does not say which."""
        written = row.text(FIGURE).casefold()
        figures = [f for f in self.named.reporting.edition.strategy.werte if f.id == element]
        if not written and len(figures) == 1:
            return figures[0]
        for figure in figures:
            if " ".join(figure.groesse.split()).casefold() == written:
                return figure
        why = f"Die Größe «{row.text(FIGURE)}» hat {element} in progress.yaml nicht."
        raise UnfitError(why if written else "Die Größe fehlt.", FIGURE)


def _of_figure(row: SheetRow) -> bool:
    """Whether a row asks for a measured value."""
    return FIGURE in row.cells or heading("wert") in row.cells


def _without_unit(written: str, unit: str) -> str:
    """A number without the unit that it is asked in; percents are written in several ways."""
    units = [unit] if unit else []
    if unit.casefold() in PERCENT:
        units += PERCENT
    for one in units:
        if written.casefold().endswith(one.casefold()):
            return written[: -len(one)].strip()
    return written


def _no_number(written: str, number: str) -> str:
    if re.fullmatch(r"[-−–]?\d+\.\d+", number):
        return f"«{written}» ist keine Zahl: Vor den Dezimalen steht ein Komma, «{number.replace('.', ',')}»."
    return f"«{written}» ist keine Zahl; die Einheit steht schon da."
