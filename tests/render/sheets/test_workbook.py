"""The sheet that an office opens: protected, printable, told by names, and text in it stays text."""

import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from generator.model.sheet import OfficeSheet
from generator.render.sheets.sheet_columns import report_columns
from generator.render.sheets.workbook import encode
from tests.collecting.offices import HEAD, column, opened, sent, sheets, strategy
from tests.judges import program
from tests.office import scripted

FREE = ("Stand", "Wohin", "Bericht", "Hindernis", "Beleg", "Datum")


@pytest.fixture(scope="module")
def county() -> dict[str, OfficeSheet]:
    return sheets(strategy())


def cells(sheet: Any, heading: str) -> list[Any]:
    place = column(sheet, heading)
    return [sheet.cell(n, place) for n in range(HEAD + 1, sheet.max_row + 1)]


def test_each_body_gets_a_sheet_with_what_it_is_responsible_for(
    county: dict[str, OfficeSheet],
) -> None:
    asked = {body: [row.id for row in sheet.reports] for body, sheet in county.items()}
    assert asked == {
        "bauamt": ["MA01", "MA02", "MA03"],
        "sozialamt": ["MA04", "MA06"],
        "verein": ["MA02", "MA05", "MA06"],
        "": ["MA01", "MA02", "MA02", "MA03", "MA04", "MA05", "MA06", "MA06"],
    }
    figures = {body: [row.id for row in sheet.figures] for body, sheet in county.items()}
    assert figures == {"bauamt": ["MA02"], "sozialamt": [], "verein": ["MA02", "MA05"], "": ["MA02", "MA02", "MA05"]}  # fmt: skip


def test_only_what_is_to_be_filled_and_columns_on_the_right_are_open(
    county: dict[str, OfficeSheet],
) -> None:
    sheet = opened(sent(county["verein"]))["Bericht"]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert not sheet.protection.sort
    heads = {cell.value: cell.column for cell in sheet[HEAD] if cell.value}
    for heading, place in heads.items():
        locked = {sheet.cell(n, place).protection.locked for n in range(HEAD + 1, HEAD + 4)}
        assert locked == {heading not in FREE}, heading
    own = [sheet.cell(n, len(heads) + 1) for n in (HEAD, HEAD + 1, HEAD + 3)]
    assert [cell.protection.locked for cell in own] == [False] * 3


def test_headings_stay_in_sight_and_on_every_printed_page(county: dict[str, OfficeSheet]) -> None:
    book = opened(sent(county["verein"]))
    for name in ("Bericht", "Zahlen"):
        sheet = book[name]
        assert sheet.freeze_panes == f"B{HEAD + 1}"
        assert sheet.print_title_rows == f"${HEAD}:${HEAD}"
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("landscape", 1)
        assert sheet.oddFooter.right.text == "Seite &P von &N"
        assert not sheet.merged_cells.ranges
        assert [table.headerRowCount for table in sheet.tables.values()] == [1]
        assert all(sheet.cell(n, 1).value for n in range(1, 5 if name == "Zahlen" else 7))
    assert book.properties.title == "Berichtsbogen 2026: Verein «Linde» e. V."
    assert book.properties.language == "de-DE"


def test_the_states_are_a_list_that_the_workbook_explains(county: dict[str, OfficeSheet]) -> None:
    book = opened(sent(county["verein"]))
    (rule,) = [r for r in book["Bericht"].data_validations.dataValidation if r.type == "list"]
    assert rule.formula1 == "'Hinweise'!$A$5:$A$8"
    assert str(rule.sqref) == f"E{HEAD + 1}:E{HEAD + 3}"
    assert rule.errorStyle == "warning"
    listed = [[cell.value for cell in row] for row in book["Hinweise"]["A5:B8"]]
    assert listed == [
        ["geplant", None],
        ["läuft", None],
        ["abgeschlossen", "zählt als erledigt; danach wird nicht mehr berichtet"],
        ["übergeleitet nach …", "danach wird nicht mehr berichtet"],
    ]


def test_text_that_looks_like_a_formula_is_none(county: dict[str, OfficeSheet]) -> None:
    for body, begin in (("sozialamt", "=Summe der Plätze"), ("verein", "+7 Der Verein")):
        sheet = opened(sent(county[body]))["Bericht"]
        (cell,) = [c for c in cells(sheet, "Wortlaut") if str(c.value).startswith(begin[0])]
        assert cell.value.startswith(begin)
        assert cell.data_type == "s"
        assert cell.quotePrefix
    fill = cells(opened(sent(county["verein"]))["Bericht"], "Bericht")
    assert {cell.number_format for cell in fill} == {"@"}


def test_what_was_said_last_and_asked_stands_beside_and_what_is_known_is_filled_in(
    county: dict[str, OfficeSheet],
) -> None:
    book = opened(sent(county["bauamt"]))
    sheet = book["Bericht"]
    assert [c.value for c in cells(sheet, "Letzter Bericht")] == [
        "2025: geplant. Zwei Flächen sind im Gespräch.", "noch keiner", "noch keiner",
    ]  # fmt: skip
    assert [c.value for c in cells(sheet, "Frage an Sie")] == ["Welche Fläche wird es?", None, None]
    figures = book["Zahlen"]
    row = {
        cell.value: figures.cell(HEAD + 1, cell.column).value
        for cell in figures[HEAD]
        if cell.value
    }
    assert row["Letzter Wert"] == "45 (31.12.2025)"
    assert (row["Ausgangswert"], row["Zielwert"], row["Einheit"]) == ("40", "60", "Personen")
    assert row["Stichtag"].date() == date(2026, 12, 31)


def test_the_same_sheet_is_the_same_bytes(county: dict[str, OfficeSheet]) -> None:
    for sheet in county.values():
        assert encode(sheet, {}, date(2026, 11, 2)) == encode(sheet, {}, date(2026, 11, 2))


def test_the_validator_of_office_files_finds_nothing(
    county: dict[str, OfficeSheet], tmp_path: Path
) -> None:
    for body, sheet in county.items():
        file = tmp_path / f"{body or 'alle'}.xlsx"
        file.write_bytes(sent(sheet))
        run = subprocess.run(
            [program("ooxml-validator"), str(file)], capture_output=True, text=True, check=False
        )
        assert run.returncode == 0, run.stdout


def test_calc_keeps_what_makes_it_a_form(county: dict[str, OfficeSheet], tmp_path: Path) -> None:
    """Saved by LibreOffice it is protected still, has its list, and is known as the same sheet."""
    file, out = tmp_path / "verein.xlsx", tmp_path / "zurueck.xlsx"
    file.write_bytes(sent(county["verein"]))
    (tmp_path / "edits.json").write_text("[]", "utf-8")
    script = Path(__file__).parents[2] / "collecting" / "calc_office.py"
    arguments = [str(file), str(tmp_path / "edits.json"), str(out)]
    assert scripted(tmp_path, script, arguments) == "[0]\n"
    book = load_workbook(out)
    assert book["Bericht"].protection.sheet
    assert [r.type for r in book["Bericht"].data_validations.dataValidation].count("list") == 1
    stamp = {prop.name: prop.value for prop in book.custom_doc_props.props}
    assert stamp == dict(county["verein"].stamp)


def test_a_name_is_broken_between_its_words_only(county: dict[str, OfficeSheet]) -> None:
    sheet = county["verein"]
    long = "Kreisvolkshochschulverband Au"
    rows = tuple(replace(row, shown={**row.shown, "Stelle": long}) for row in sheet.reports)

    def wide(given: OfficeSheet) -> float:
        return next(c.width for c in report_columns(given) if c.heading == "Stelle")

    assert wide(sheet) < len("Kreisvolkshochschulverband") < wide(replace(sheet, reports=rows))
    endless = tuple(replace(row, shown={**row.shown, "Stelle": "x" * 300}) for row in sheet.reports)
    assert wide(replace(sheet, reports=endless)) < 40
