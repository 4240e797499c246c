"""Cells as programs write them: numbers, percents, escapes, remarks, lines below; nothing typed goes unsaid."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook

from generator.collecting.judging import judged
from generator.edit.rewrite import rewritten
from generator.model.collected import Collected
from generator.model.sheet import words
from generator.model.strategy import Strategy
from generator.receive.workbook_reader import read_workbook
from tests.collecting.offices import (
    FILES,
    HEAD,
    TODAY,
    column,
    opened,
    saved,
    seen,
    sent,
    sheets,
    strategy,
    type_in,
)
from tests.edit.editing import read


def workbook(county: Strategy, body: str = "bauamt") -> Workbook:
    return opened(sent(sheets(county)[body]))


def cell(book: Workbook, worksheet: str, heading: str, identity: str = "MA02") -> Any:
    sheet = book[worksheet]
    number = next(
        n for n in range(HEAD + 1, sheet.max_row + 1) if sheet.cell(n, 1).value == identity
    )
    return sheet.cell(number, column(sheet, heading))


def found(county: Strategy, book: Workbook) -> Collected:
    stamps = [sheet.stamp["Bogen"] for sheet in sheets(county).values()]
    return judged([read_workbook(saved(book), "bogen.xlsx")], seen(county), TODAY, stamps)


def measured_in(unit: str) -> Strategy:
    files = {
        name: data.replace(b"einheit: Personen", f"einheit: {unit}".encode())
        for name, data in FILES.items()
    }
    return read(files)


@pytest.mark.parametrize(
    ("unit", "value", "shown", "taken"),
    [
        ("'%'", 0.525, "0.0%", "52,5"),
        ("Prozent", 0.525, "0%", "52,5"),
        ("Prozent", 1, "0.00%", "100"),
        ("Prozent", 52.5, '0.0" %"', "52,5"),
        ("Prozent", 52.5, "0.0\\%", "52,5"),
        ("Prozent", "52,5 %", "@", "52,5"),
        ("'%'", "52,5 Prozent", "@", "52,5"),
        ("v. H.", "52,5%", "@", "52,5"),
        ("Personen", "52 Personen", "@", "52"),
        ("Personen", 52, '0" Personen"', "52"),
        ("Personen", 123456789.12, "General", "123456789,12"),
        ("Personen", 0.1 + 0.2, "General", "0,3"),
        ("Personen", 1e21, "General", "1000000000000000000000"),
        ("Personen", "1.234,5", "@", "1.234,5"),
        ("Personen", 0.525, "0.0%", None),
        ("Personen", "52,5 %", "@", None),
        ("Personen", "52.5", "@", None),
        ("Personen", "1,234.5", "@", None),
        ("Personen", date(2026, 5, 1), "DD.MM.YYYY", None),
    ],
)
def test_a_value_is_what_the_sheet_shows_in_the_unit_that_is_asked(
    unit: str, value: object, shown: str, taken: str | None
) -> None:
    county = measured_in(unit)
    book = workbook(county)
    place = cell(book, "Zahlen", "Wert")
    place.value = value
    place.number_format = shown
    told = found(county, book)
    (figure, _) = told.werte
    measured = [one.wert for one in figure.gemessen if one.stichtag == date(2026, 12, 31)]
    assert measured == ([taken] if taken else [])
    assert [r.cell for r in told.records if r.why] == ([] if taken else [place.coordinate])


def test_a_point_before_decimals_is_answered_with_the_comma() -> None:
    book = workbook(strategy())
    type_in(cell(book, "Zahlen", "Wert"), "52.5")
    (record,) = found(strategy(), book).records
    assert record.why == "«52.5» ist keine Zahl: Vor den Dezimalen steht ein Komma, «52,5»."


def test_a_figure_is_known_without_its_column_where_there_is_only_one() -> None:
    book = workbook(strategy())
    cell(book, "Zahlen", "Wert").value = 52
    type_in(book["Zahlen"].cell(HEAD, column(book["Zahlen"], "Größe")), "Was gemessen wird")
    told = found(strategy(), book)
    assert told.werte[0].gemessen[-1].wert == "52"
    assert told.files[0].unfit == 0


def test_percents_and_escaped_signs_in_a_report_are_read_as_they_are_shown() -> None:
    book = workbook(strategy())
    type_in(cell(book, "Bericht", "Stand"), "läuft")
    type_in(cell(book, "Bericht", "Bericht"), "Zeile eins_x000D_\nzwei _x005F_x0041_")
    place = cell(book, "Bericht", "Beleg")
    place.value, place.number_format = 0.5, "0%"
    (report,) = (r for r in found(strategy(), book).berichte if r.zeitraum == "2026")
    assert (report.text, report.beleg) == ("Zeile eins zwei _x0041_", "50 %")


def test_what_looks_like_an_escape_or_is_no_sign_of_xml_survives_being_sent() -> None:
    text = "Der Schlüssel _x0041_ bleibt"
    goals = FILES["goals.yaml"].replace(
        b"Die Wohnberatung \xc3\xb6ffnet auch am Abend.", text.encode()
    )
    county = read({**FILES, "goals.yaml": goals})
    book = workbook(county)
    assert cell(book, "Bericht", "Wortlaut").value == text.replace("_x", "_x005F_x")
    type_in(cell(book, "Bericht", "Stand"), "läuft")
    told = found(county, book)
    assert [record.why for record in told.records if record.why] == []
    assert told.files[0].fitting == 1


def test_text_that_a_spreadsheet_may_compute_is_marked_as_text_and_its_neighbours_are_not() -> None:
    for sign in "=+-@＝＋－＠":
        goals = FILES["goals.yaml"].replace(b"Das Bauamt sichert", f"{sign}A1".encode())
        goals = goals.replace(b"text: " + sign.encode(), b'text: "' + sign.encode()).replace(
            "für Genossenschaften.,".encode(), 'für Genossenschaften.",'.encode()
        )
        book = workbook(read({**FILES, "goals.yaml": goals}))
        first, second = (cell(book, "Bericht", "Wortlaut", i) for i in ("MA01", "MA02"))
        assert str(first.value).startswith(sign)
        assert (first.data_type, first.quotePrefix) == ("s", True)
        assert not second.quotePrefix


def test_what_an_office_wrote_beside_its_rows_is_said() -> None:
    from openpyxl.comments import Comment

    book = workbook(strategy())
    sheet = book["Bericht"]
    last = sheet.max_row
    type_in(sheet.cell(last + 2, 1), "Danke und viele Grüße")
    type_in(sheet.cell(last + 3, column(sheet, "Bericht")), "Wir machen noch mehr.")
    cell(book, "Bericht", "Datum", "MA03").value = date(2026, 11, 3)
    cell(book, "Bericht", "Bericht").comment = Comment("Noch nicht beschlossen.", "Amt")
    book.create_sheet("Notizen")["B2"] = "intern"
    book.create_sheet("Tabelle1")
    told = found(strategy(), book)
    assert [(record.cell, record.new) for record in told.records] == [
        ("E11", "03.11.2026"),
        (f"A{last + 2}", "Danke und viele Grüße"),
        (f"A{last + 3}", "Wir machen noch mehr."),
    ]
    assert all(record.why for record in told.records)
    notes = " ".join(told.files[0].notes)
    assert "Eine Anmerkung an G10 in «Bericht» wird nicht übernommen: Noch nicht" in notes
    assert "Das Blatt «Notizen» gehört nicht zum Bogen" in notes
    assert "Hinweise" not in notes
    assert "Tabelle1" not in notes


def test_what_stands_over_the_headings_is_said_but_for_what_was_sent() -> None:
    county = strategy()
    book = workbook(county)
    assert found(county, book).files[0].notes == ()
    sheet = book["Bericht"]
    sheet.insert_rows(1)
    type_in(sheet.cell(1, 1), "Antwort des Bauamts")
    type_in(sheet.cell(2, 9), "Az. 61.2")
    assert found(county, book).files[0].notes == (
        "Über der Tabelle steht in «Bericht», A1: Antwort des Bauamts",
        "Über der Tabelle steht in «Bericht», I2: Az. 61.2",
    )


@pytest.mark.parametrize("heading", ["Stand", "Bericht", "Hindernis", "Beleg", "Datum"])
def test_a_column_that_is_gone_or_called_otherwise_is_said(heading: str) -> None:
    book = workbook(strategy())
    type_in(book["Bericht"].cell(HEAD, column(book["Bericht"], heading)), "Etwas anderes")
    assert found(strategy(), book).files[0].notes == (
        f"In «Bericht» fehlt die Spalte «{heading}».",
    )


def test_a_sheet_of_a_body_called_like_that_of_all_is_not_overwritten() -> None:
    files = {name: data.replace(b"bauamt", b"alle") for name, data in FILES.items()}
    county = read(files)
    names = {sheet.file: len(sheet.reports) for sheet in sheets(county).values()}
    assert names == {
        "bogen-alle.xlsx": 3,
        "bogen-sozialamt.xlsx": 2,
        "bogen-verein.xlsx": 3,
        "bogen-alle-stellen.xlsx": 8,
    }
    book = opened(sent(sheets(county)[""]))
    type_in(cell(book, "Bericht", "Stand", "MA05"), "läuft")
    told = found(county, book)
    assert [(r.id, r.stelle) for r in told.berichte if r.zeitraum == "2026"] == [("MA05", "verein")]
    assert rewritten(files, county.model_copy(update={"berichte": told.berichte}))


def test_a_long_name_or_text_stays_within_what_excel_opens() -> None:
    long = "Amt für alles Mögliche & mehr, " * 20
    files = {
        **FILES,
        "actors.yaml": FILES["actors.yaml"].replace(b"name: Bauamt", f'name: "{long}"'.encode()),
    }
    goals = files["goals.yaml"].replace(b"Das Bauamt sichert", b"Das Bauamt " + b"sehr " * 900)
    book = workbook(read({**files, "goals.yaml": goals}))
    for sheet in book.worksheets:
        footer = f"&L{sheet.oddFooter.left.text.replace('&', '&&')}&R{sheet.oddFooter.right.text}"
        assert len(footer) <= 255
        assert all((row.height or 0) <= 409.5 for row in sheet.row_dimensions.values())


@pytest.mark.parametrize(
    ("value", "read_as"),
    [
        (3.0, "3"),
        (-0.0, "0"),
        (1e-7, "0,0000001"),
        (123456789012.5, "123456789012,5"),
        (True, "ja"),
    ],
)
def test_numbers_are_read_without_exponents(value: float, read_as: str) -> None:
    assert words(value) == read_as
