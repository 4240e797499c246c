"""Offices that fill sheets: by openpyxl as scripts do, at random as people do."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from generator.graph.edition import Edition
from generator.graph.reporting import Reporting, reporting
from generator.model.course import Course
from generator.model.sheet import OfficeSheet
from generator.model.strategy import Strategy
from generator.render.sheets.office_rows import office_sheets
from generator.render.sheets.workbook import encode
from tests.edit.editing import read

TODAY = date(2026, 12, 1)
HEAD = 8
"""The row of the headings in a sheet as it is sent."""
FILES: Mapping[str, bytes] = {
    name: text.encode()
    for name, text in {
        "strategy.yaml": """format: 2
titel: Teilhabe im Lindental
koerperschaft: {name: Landkreis Lindental, art: landkreis, gremium: Kreistag}
fassung: {kennung: "2025", bezeichnung: Erste Fassung, status: beschlossen, stand: 2025-03-05, beschluss: "12/25", beschlossen_am: 2025-03-05}
stufen:
  - {schluessel: ziele, name: Ziel, mehrzahl: Ziele, praefix: ZI}
  - {schluessel: massnahmen, name: Maßnahme, mehrzahl: Maßnahmen, praefix: MA, traegt: [zustaendigkeit, umsetzungsstand]}
""",
        "goals.yaml": """handlungsfelder:
  - id: HF1
    titel: Wohnen und Begegnen
    ziele:
      - id: ZI01
        text: Alle finden eine Wohnung, die sie bezahlen können.
        massnahmen:
          - {id: MA01, text: Das Bauamt sichert Bauland für Genossenschaften., zustaendig: [bauamt]}
          - {id: MA02, text: Die Wohnberatung öffnet auch am Abend., zustaendig: [bauamt, verein]}
          - {id: MA03, titel: Mietspiegel, text: Ein Mietspiegel erscheint alle zwei Jahre., zustaendig: [bauamt]}
          - {id: MA04, text: "=Summe der Plätze im Frauenhaus bleibt erhalten.", zustaendig: [sozialamt]}
      - id: ZI02
        text: Nachbarn kennen sich und helfen einander.
        massnahmen:
          - {id: MA05, kuerzel: "+7", text: Der Verein richtet Hoffeste aus., zustaendig: [verein]}
          - {id: MA06, text: Das Sozialamt wirbt für Patenschaften., zustaendig: [sozialamt, verein]}
""",
        "actors.yaml": """akteure:
  - {id: bauamt, name: Bauamt, art: intern}
  - {id: sozialamt, name: Sozialamt, art: intern, frueher: [{name: Amt für Soziales, bis: 2024}]}
  - {id: verein, name: Verein «Linde» e. V., art: extern}
""",
        "progress.yaml": """# Berichte des Lindentals
skala:
  - {schluessel: geplant, name: geplant}
  - {schluessel: laeuft, name: läuft}
  - {schluessel: fertig, name: abgeschlossen, erledigt: true}
  - {schluessel: abgegeben, name: "übergeleitet nach …", beendet: true}
zeitraeume:
  - {kennung: "2025", stichtag: 2025-12-31}
  - {kennung: "2026", stichtag: 2026-12-31}  # der laufende
berichte:
  # aus dem ersten Jahr
  - {id: MA01, zeitraum: "2025", stand: geplant, text: "Zwei Flächen sind im Gespräch.", frage: "Welche Fläche wird es?", stelle: bauamt, datum: 2025-11-03}
werte:
  - {id: MA02, groesse: Beratungen, einheit: Personen, start: "40", ziel: "60", gemessen: [{wert: "45", stichtag: 2025-12-31, herkunft: Strichliste}]}
  - {id: MA05, groesse: Feste, ziel: "12"}
""",
    }.items()
}
_WORDS = (
    "Zwei Kurse laufen.", "=1+1", "-5 Plätze weniger", "+49 ist die Vorwahl", "@alle: danke!",
    "Der „dritte“ Ort – später", "Zeile eins\nZeile zwei", "100 % bewilligt; siehe §\u00a08", "'so", "12", "null",
    "Straße, Größe, Öffnung: ja # nein", "[Liste], {Klammer}", "  mit Rand  ", "- Spiegelstrich", "\u202fschmal", "3,5",
)  # fmt: skip
_STATES = (
    "geplant",
    "läuft",
    "abgeschlossen",
    "übergeleitet nach Sozialplanung",
    "  Läuft ",
    "LÄUFT",
)
_STATE_OF = {"geplant": ("geplant", None), "läuft": ("laeuft", None), "abgeschlossen": ("fertig", None),
             "übergeleitet nach sozialplanung": ("abgegeben", "Sozialplanung")}  # fmt: skip

Filling = dict[tuple[str, str], dict[str, Any]]
"""(ID, body) to what is filled in, by field of the report as it is to be read."""


def strategy() -> Strategy:
    return read(FILES)


def seen(strategy: Strategy) -> Reporting:
    return reporting(Edition(strategy), Course(strategy).current)


def sheets(strategy: Strategy) -> dict[str, OfficeSheet]:
    """The sheets by body; "" for that of all."""
    view = seen(strategy)
    assert view.period
    return {sheet.body: sheet for sheet in office_sheets(view, view.period)}


def sent(sheet: OfficeSheet) -> bytes:
    return encode(sheet, {}, date(2026, 11, 2))


def opened(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


def saved(book: Workbook) -> bytes:
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def column(sheet: Any, heading: str) -> int:
    """Where a heading stands."""
    for row in sheet.iter_rows(min_row=1, max_row=40):
        for cell in row:
            if cell.value == heading:
                return int(cell.column)
    raise KeyError(heading)


def rows(sheet: Any) -> Iterator[int]:
    """The numbers of the rows below the headings that have an ID."""
    identity = column(sheet, "Kennung")
    for number in range(HEAD + 1, sheet.max_row + 1):
        if sheet.cell(number, identity).value:
            yield number


def type_in(cell: Any, text: str) -> None:
    """What an office types into a cell that is formatted as text."""
    cell.value = text
    cell.data_type = "s"


def fill(book: Workbook, body: str, chance: random.Random, often: float = 0.7) -> Filling:
    """Fill some rows of the worksheet with the reports; what was meant, as a report says it."""
    sheet = book["Bericht"]
    found: Filling = {}
    for number in rows(sheet):
        if chance.random() > often:
            continue
        identity = str(sheet.cell(number, column(sheet, "Kennung")).value)
        found[identity, body] = _fill_row(sheet, number, chance)
    return found


def _fill_row(sheet: Any, number: int, chance: random.Random) -> dict[str, Any]:
    def cell(heading: str) -> Any:
        return sheet.cell(number, column(sheet, heading))

    written = chance.choice(_STATES)
    type_in(cell("Stand"), written)
    state, rest = _STATE_OF[" ".join(written.split()).casefold()]
    meant: dict[str, Any] = {"stand": state, "wohin": rest}
    for heading, field in (("Bericht", "text"), ("Hindernis", "hindernis"), ("Beleg", "beleg")):
        text = chance.choice((*_WORDS, None, None))
        if text is not None:
            type_in(cell(heading), text)
        meant[field] = _read(text)
    day = TODAY - timedelta(chance.randrange(300))
    _type_day(cell("Datum"), day, chance)
    return meant | {"datum": day}


def _read(text: str | None) -> str | None:
    """As a file of the strategy keeps it: one space for white space, none around it."""
    return None if text is None else " ".join(text.replace("\n", " ").split(" ")).strip() or None


def _type_day(cell: Any, day: date, chance: random.Random) -> None:
    """A day as a date, or typed as text in one of the ways in which people do that."""
    forms: list[Callable[[], object]] = [
        lambda: day,
        lambda: f"{day.day}.{day.month}.{day.year}",
        lambda: f"{day:%d.%m.%y}",
        lambda: day.isoformat(),
        lambda: (day - date(1899, 12, 30)).days,
    ]
    cell.value = chance.choice(forms)()
    cell.number_format = "General"


def folder(tmp_path: Path, files: Mapping[str, bytes] = FILES) -> Path:
    """The strategy in a folder."""
    place = tmp_path / "strategy"
    place.mkdir(parents=True)
    for name, data in files.items():
        (place / name).write_bytes(data)
    return place
