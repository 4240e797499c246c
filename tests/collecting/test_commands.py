"""``sheets`` and ``collect`` at the command line: what is told of files that do not fit, and what stays."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from generator.cli import main
from generator.model.strategy import Strategy
from generator.read.origin import Folder
from generator.read.reading import read_strategy
from tests.collecting.offices import FILES, HEAD, column, folder, type_in
from tests.report_schemas import validated


@pytest.fixture
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    place = folder(tmp_path)
    assert main(["sheets", "--output", "boegen"]) == 0
    return place


def answer(name: str, identity: str, worksheet: str = "Bericht", **values: object) -> Path:
    """Type into the row of an ID; the headings are the names of the values."""
    file = Path("boegen") / f"bogen-{name}.xlsx"
    book = load_workbook(file)
    sheet = book[worksheet]
    (number,) = [
        n for n in range(HEAD + 1, sheet.max_row + 1) if sheet.cell(n, 1).value == identity
    ]
    for heading, value in values.items():
        cell: Any = sheet.cell(number, column(sheet, heading))
        if isinstance(value, str):
            type_in(cell, value)
        else:
            cell.value = value
    book.save(file)
    return file


def collect(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str]:
    capsys.readouterr()
    code = main(["collect", *map(str, words)])
    return code, capsys.readouterr().out


def strategy(place: Path) -> Strategy:
    found = read_strategy(Folder(place)).strategy
    assert found is not None
    return found


def test_a_measured_value_is_entered_with_its_day_and_origin(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer("bauamt", "MA02", "Zahlen", Wert=52, Herkunft="Strichliste")
    file = answer("verein", "MA05", "Zahlen", Wert="ca. 9", Herkunft="Kalender")
    code, out = collect(capsys, "boegen/bogen-bauamt.xlsx", file, "--record")
    assert code == 0
    assert "«Zahlen», I10: MA05: «ca. 9» ist keine Zahl; die Einheit steht schon da." in out
    (first, second) = strategy(county).werte
    assert [(m.wert, m.stichtag, m.herkunft) for m in first.gemessen] == [
        ("45", date(2025, 12, 31), "Strichliste"), ("52", date(2026, 12, 31), "Strichliste"),
    ]  # fmt: skip
    assert second.gemessen == ()


def test_a_report_is_changed_in_place_and_an_older_one_is_not_taken(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = answer(
        "bauamt", "MA01", Stand="geplant", Bericht="Eine Fläche bleibt.", Datum="3.11.2026"
    )
    collect(capsys, file, "--record")
    answer(
        "bauamt",
        "MA01",
        Stand="läuft",
        Bericht="Der Vertrag ist unterschrieben.",
        Datum="9.11.2026",
    )
    _, out = collect(capsys, file, "--record", "--format", "json")
    changed = {r["field"]: (r["old"], r["new"]) for r in json.loads(out)["records"]}
    assert changed == {
        "stand": ("geplant", "läuft"),
        "text": ("Eine Fläche bleibt.", "Der Vertrag ist unterschrieben."),
        "datum": ("03.11.2026", "09.11.2026"),
    }
    answer("bauamt", "MA01", Stand="geplant", Datum="1.11.2026")
    _, out = collect(capsys, file, "--record")
    assert "MA01: Es gibt schon einen neueren Bericht vom 09.11.2026." in out
    reports = [r for r in strategy(county).berichte if r.zeitraum == "2026"]
    assert [(r.id, r.stand, r.datum) for r in reports] == [("MA01", "laeuft", date(2026, 11, 9))]


def test_two_files_that_contradict_are_both_put_aside(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer("bauamt", "MA03", Stand="läuft", Datum="3.11.2026")
    copied = Path("boegen/kopie.xlsx")
    copied.write_bytes(Path("boegen/bogen-bauamt.xlsx").read_bytes())
    answer("bauamt", "MA03", Stand="geplant", Datum="3.11.2026")
    code, out = collect(capsys, "boegen/bogen-bauamt.xlsx", copied, "--record")
    assert code == 0
    assert "E11: MA03: Zwei Antworten: eine andere steht in kopie.xlsx, «Bericht», Zeile 11." in out
    assert (
        "E11: MA03: Zwei Antworten: eine andere steht in bogen-bauamt.xlsx, «Bericht», Zeile 11."
        in out
    )
    assert "Nichts Neues einzutragen." in out
    assert (county / "progress.yaml").read_bytes() == FILES["progress.yaml"]


def test_what_is_no_sheet_is_told_and_stops_no_other(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = answer("bauamt", "MA03", Stand="läuft", Datum="3.11.2026")
    Path("leer.xlsx").write_bytes(b"")
    Path("halb.xlsx").write_bytes(file.read_bytes()[:3000])
    Path("alt.xls").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    Document().save("brief.docx")
    book = load_workbook(file)
    for sheet in book.worksheets:
        sheet.delete_rows(1, 60)
    book.save("geleert.xlsx")
    others = ["leer.xlsx", "halb.xlsx", "alt.xls", "brief.docx", "geleert.xlsx", "fehlt.xlsx"]
    code, out = collect(capsys, *others, file, "--record")
    assert code == 0
    for name in others:
        assert any(line.startswith(f"{name}: ") for line in out.splitlines()), (name, out)
    assert "brief.docx ist keine Excel-Datei (.xlsx)." in out
    assert "geleert.xlsx: Eine Kopfzeile mit «Kennung»" in out
    assert [r.id for r in strategy(county).berichte] == ["MA01", "MA03"]


def test_a_sheet_of_a_closed_period_or_of_none_changes_nothing(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = answer("bauamt", "MA03", Stand="läuft", Datum="3.11.2026")
    progress = county / "progress.yaml"
    text = progress.read_text("utf-8").replace(
        "stichtag: 2026-12-31}",
        'stichtag: 2026-12-31}\n  - {kennung: "2027", stichtag: 2027-12-31}',
    )
    progress.write_text(text, "utf-8")
    _, out = collect(capsys, file)
    assert "1 passt, 3 sind leer (Zeitraum 2026)." in out  # an older sheet, of a period still open
    assert "Hinweis: Der Bogen ist ein älterer" in out
    progress.write_text(text.replace('kennung: "2026"', 'kennung: "2026b"'), "utf-8")
    _, out = collect(capsys, file, "--record")
    assert "Den Zeitraum «2026» gibt es in progress.yaml nicht." in out
    assert "Nichts Neues einzutragen." in out


def test_without_an_open_period_nothing_is_sent_and_it_is_said_how_to_begin_one(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (county / "progress.yaml").unlink()
    assert main(["sheets", "--output", "neu"]) == 2
    told = capsys.readouterr().err
    assert "Es gibt noch keinen Berichtszeitraum." in told
    assert 'zeitraeume: [{kennung: "2026", stichtag: 2026-12-31}]' in told
    assert not Path("neu").exists()


def test_the_json_is_as_its_schema_says(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer(
        "bauamt", "MA01", Stand="läuft", Bericht="Läuft.", Datum="3.11.2026", Antwort="Die am Bach."
    )
    answer("bauamt", "MA02", Stand="fertich", Datum="3.11.2026")
    answer("bauamt", "MA02", "Zahlen", Wert="50")
    Path("leer.xlsx").write_bytes(b"")
    _, out = collect(capsys, "boegen/bogen-bauamt.xlsx", "leer.xlsx", "--format", "json")
    found = validated("collect", out)
    assert {record["field"] for record in found["records"]} >= {
        "stand",
        "text",
        "antwort",
        "wert",
        "bericht",
    }
    assert [(f["fitting"], f["unfit"], f["empty"]) for f in found["files"]] == [
        (2, 1, 1),
        (0, 0, 0),
    ]


def test_own_columns_of_other_folders_go_on_with_what_stood_in_them(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = Path("boegen/bogen-bauamt.xlsx")
    book = load_workbook(file)
    sheet = book["Bericht"]
    last = max(cell.column for cell in sheet[HEAD] if cell.value)
    for place, (heading, value) in enumerate(
        (("Az.", "=61.2"), ("Euro", 1200.5), (None, date(2026, 5, 4)))
    ):
        sheet.cell(HEAD, last + 1 + place).value = heading
        for number in (HEAD + 1, HEAD + 3):
            cell = sheet.cell(number, last + 1 + place)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
    book.save("zurueck.xlsx")
    assert main(["sheets", "--output", "neu", "--aus", "zurueck.xlsx"]) == 0
    again = load_workbook("neu/bogen-bauamt.xlsx")["Bericht"]
    names = [cell.value for cell in again[HEAD] if cell.value][-3:]
    assert names[:2] == ["Az.", "Euro"]
    assert names[2].startswith("Spalte ")
    values = [
        [again.cell(n, last + 1 + p).value for p in range(3)]
        for n in (HEAD + 1, HEAD + 2, HEAD + 3)
    ]
    assert values[0][:2] == values[2][:2] == ["=61.2", 1200.5]
    assert values[0][2].date() == date(2026, 5, 4)
    assert values[1] == [None, None, None]
    assert again.cell(HEAD + 1, last + 1).data_type == "s"
    other = load_workbook("neu/bogen-verein.xlsx")["Bericht"]
    assert "Az." not in [cell.value for cell in other[HEAD]]


def test_nothing_is_lost_of_a_filled_sheet_that_lies_where_new_ones_go(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = answer("bauamt", "MA03", Stand="läuft", Datum="3.11.2026")
    filled = file.read_bytes()
    capsys.readouterr()
    assert main(["sheets", "--output", "boegen"]) == 0
    assert "bogen-bauamt (von Hand geändert).xlsx" in capsys.readouterr().out
    assert Path("boegen/bogen-bauamt (von Hand geändert).xlsx").read_bytes() == filled
