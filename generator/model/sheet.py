"""What stands on the sheet of an office: its columns by their headings, the rows that are sent, what came back.

Writer and reader share the headings; whatever an office does to the order of columns and rows, a
column is known by its heading and a row by its ID.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct, field

from generator.model.effects import Messwert
from generator.model.goal import Ziel
from generator.model.progress import Bericht

ID, WORDING, BODY, LAST, ASKED = "Kennung", "Wortlaut", "Stelle", "Letzter Bericht", "Frage an Sie"
UNIT, START, GOAL, KNOWN = "Einheit", "Ausgangswert", "Zielwert", "Letzter Wert"
FIGURE = "Größe"
REPORT_FIELDS = ("stand", "wohin", "text", "hindernis", "beleg", "antwort", "datum")
"""The fields of a report that an office fills, in the order of the columns."""
ALWAYS_ASKED = ("stand", "text", "hindernis", "beleg", "datum")
"""Those of them that every sheet asks."""
VALUE_FIELDS = ("wert", "stichtag", "herkunft")
"""The same of a measured value."""
REPORTS, FIGURES, HELP = "Bericht", "Zahlen", "Hinweise"
"""The names of the worksheets."""
HELP_TITLE = "Die Skala"
REPORT_HELP = (
    "Bitte nur die gelben Spalten ausfüllen: «Stand» aus der Liste wählen, dann in höchstens drei Sätzen berichten.",
    "Zeilen ohne Neues leer lassen. «Datum» ist der Tag des Berichts; bleibt es leer, gilt der Tag, an dem der Bogen ausgewertet wird.",
    "Eigene Spalten dürfen rechts von der Tabelle stehen, mit einer Überschrift in der Kopfzeile; sie bleiben im nächsten Bogen erhalten.",
    "Kennung, Wortlaut und Stelle sind geschützt. Stimmt etwas daran nicht, bitte unter «Bericht» dazuschreiben.",
)
"""The lines above the rows of a worksheet."""
FIGURE_HELP = (
    "Bitte nur die gelben Spalten ausfüllen: den neuen Wert als Zahl, den Tag der Messung und woher der Wert stammt.",
    "Zeilen ohne neuen Wert leer lassen. Die Einheit steht schon da und gehört nicht zum Wert.",
)
FORM = "Berichtsbogen"
"""The document property with the version of the form."""
VERSION = "1"


def heading(name: str) -> str:
    """The heading over a field of a report or of a measured value."""
    record = Bericht if name in REPORT_FIELDS else Messwert
    label = record.label(name)
    return f"{label[0].upper()}{label[1:]}"


FILLED = frozenset(heading(name) for name in (*REPORT_FIELDS, *VALUE_FIELDS))
"""The headings over what an office fills."""
HEADINGS = frozenset((ID, WORDING, BODY, LAST, ASKED, FIGURE, UNIT, START, GOAL, KNOWN, *FILLED))
_MEANT = {name.casefold(): name for name in HEADINGS}


def heading_meant(written: str) -> str:
    """The heading of ours that is meant, however it is capitalised and whatever ends it; else the same."""
    return _MEANT.get(written.strip(" :.*").casefold(), written)


class SheetColumn(Struct, frozen=True):
    """A column of a worksheet; a field that an office fills, else something that it reads."""

    heading: str
    width: float
    """In characters, as spreadsheets measure it."""
    fills: str = ""
    """The field of the report or measured value, "" for a column that is locked."""


class AskedRow(Struct, frozen=True):
    """A row that is sent: an element or figure, and what is filled in already."""

    id: str
    body: str
    """The key of who is asked."""
    shown: Mapping[str, str]
    """What is locked, by heading."""
    filled: Mapping[str, str | date]
    """What was reported in the period already, by field."""

    @property
    def key(self) -> tuple[str, str, str]:
        """By which an office's own columns find their row again: ID, name of the body, figure."""
        return self.id, self.shown.get(BODY, ""), self.shown.get(FIGURE, "")


class OfficeSheet(Struct, frozen=True):
    """One workbook as it is sent; ``body`` is "" on that for all."""

    file: str
    title: str
    subtitle: str
    body: str
    stamp: Mapping[str, str]
    """The document properties by which it is known again."""
    states: tuple[tuple[str, str], ...]
    """The states of the scale with what they count as."""
    reports: tuple[AskedRow, ...]
    figures: tuple[AskedRow, ...]


class OwnColumns(Struct, frozen=True):
    """The columns that an office added on the right: headings in order, and cells by row key."""

    headings: tuple[str, ...] = ()
    cells: Mapping[tuple[str, str, str], Mapping[str, object]] = field(default_factory=dict)


_SPACE = re.compile("[\x00-\x20\x7f-\x9f\u2028\u2029\ufeff]+")
"""What is no sign that a file of the strategy keeps: white space but no-break spaces, and control characters."""
NO_COLUMNS = OwnColumns()


class SheetCell(Struct, frozen=True):
    """A cell that came back: where it stands, its value, and what is wrong with it."""

    place: str
    """Its name in the worksheet: "E14"."""
    value: object = None
    """str, int, float, bool, date or None where it is empty."""
    fault: str = ""
    """Why its value cannot be taken, "" where it can."""
    percent: bool = False
    """Whether it is a number that the sheet shows in percent."""

    @property
    def text(self) -> str:
        """The value as people read it in the sheet, on one line."""
        if self.percent and isinstance(self.value, int | float):
            return f"{words(self.value * 100)} %"
        return words(self.value)


class SheetRow(Struct, frozen=True):
    """A row that came back, its cells by heading; ``own`` are those of the office's own columns."""

    sheet: str
    number: int
    cells: Mapping[str, SheetCell]
    own: Mapping[str, object]

    def text(self, name: str) -> str:
        """The words of a cell, "" where there is none."""
        cell = self.cells.get(name)
        return cell.text if cell else ""

    def place(self, name: str) -> str:
        """The name of a cell, that of the first cell of the row where the column is missing."""
        cell = self.cells.get(name)
        return cell.place if cell else f"A{self.number}"


class ReturnedSheet(Struct, frozen=True):
    """A workbook that came back; ``stamp`` holds the document properties that are left."""

    file: str
    stamp: Mapping[str, str]
    rows: tuple[SheetRow, ...]
    headings: Mapping[str, tuple[str, ...]]
    """Of each worksheet that is a form: its headings in their order, those of the office too."""
    notes: tuple[str, ...] = ()
    day_zero: date = date(1899, 12, 30)
    """From which it counts days; workbooks that began on a Mac have another."""


def sent_wording(goal: Ziel) -> str:
    """The wording of a goal as a sheet shows it: behind its title and its Kürzel where it has them."""
    named = goal.text if goal.titel is None else f"{goal.titel}: {goal.text}"
    return f"{goal.kuerzel} {named}" if goal.kuerzel else named


def words(value: object) -> str:
    """A value of a cell as it is read there: "52", "3,5", "02.11.2026"; white space is one space."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, float):
        return f"{Decimal(f'{value + 0.0:.15g}'):f}".replace(".", ",")
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    return _SPACE.sub(" ", unicodedata.normalize("NFC", str(value))).strip()
