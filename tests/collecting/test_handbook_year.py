"""The handbook's chapter on sheets for offices, walked step by step with the example county."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from generator.cli import main
from tests.collecting.offices import HEAD, column, type_in
from tests.office import scripted

PROGRESS = """# Was im Auental aus den Arbeitsschritten wurde; alles ist erfunden.
zeitraeume:
- {kennung: "2025", stichtag: 2025-10-31}
- {kennung: "2026", stichtag: 2026-10-31}
berichte:
# 2025
- {id: AS02, zeitraum: "2025", stand: begonnen, stelle: pflegestuetzpunkt, datum: 2025-10-12, text: Die Termine stehen in fünf Amtsblättern.}
# 2026
- {id: AS01, zeitraum: "2026", stand: abgeschlossen, stelle: pflegestuetzpunkt, datum: 2026-10-13, text: Alle neun Gemeinden haben einen Raum benannt.}
"""
HERE = Path(__file__).parent


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    capsys.readouterr()
    code = main(list(words))
    return code, capsys.readouterr().out


def by_openpyxl(file: Path, answers: dict[str, dict[str, object]], note: str = "") -> None:
    """Fill the rows of some IDs, and a column of the office's own."""
    book = load_workbook(file)
    sheet = book["Bericht"]
    own = column(sheet, "Datum") + 1
    for number in range(HEAD + 1, sheet.max_row + 1):
        identity = str(sheet.cell(number, column(sheet, "Kennung")).value)
        for heading, value in answers.get(identity, {}).items():
            cell = sheet.cell(number, column(sheet, heading))
            if isinstance(value, str):
                type_in(cell, value)
            else:
                cell.value = value
        if note:
            sheet.cell(HEAD, own).value = "Aktenzeichen"
            type_in(sheet.cell(number, own), f"{note}-{number}")
    book.save(file)


def test_a_year_of_reports_from_the_mail_to_the_report(
    auental: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    progress = auental / "progress.yaml"
    progress.write_text(PROGRESS, "utf-8")
    shutil.rmtree(auental / "zeitraeume", ignore_errors=True)

    # 1. A sheet for each body, and one for all.
    code, out = run(capsys, "sheets", "--output", "boegen")
    assert code == 0
    assert re.search(r"^boegen/bogen-pflegestuetzpunkt\.xlsx  \d+ Zeilen$", out, re.MULTILINE)
    assert "boegen/bogen-alle.xlsx" in out

    # 2. They come back. One office worked with a script and kept a column of its own.
    by_openpyxl(
        Path("boegen/bogen-pflegestuetzpunkt.xlsx"),
        {
            "AS02": {"Stand": "fortgeschritten", "Bericht": "=alle Amtsblätter sind dabei", "Datum": "2.10.26"},
            "AS06": {"Stand": "fertich", "Bericht": "Vier Kurse.", "Datum": "2.10.2026"},
        },
        note="50.1",
    )  # fmt: skip
    # The other used LibreOffice Calc, and added a column too.
    edits = [
        ["AS09", "Stand", "abgeschlossen"],
        ["AS09", "Bericht", "Die Auswertung liegt dem Kreistag vor."],
        ["AS09", "Datum", "2026-10-05"],
        ["AS13", "Zuständig im Amt", "Zimmer 12"],
    ]
    Path("edits.json").write_text(json.dumps(edits), "utf-8")
    bus = str(Path("boegen/bogen-verkehr.xlsx").resolve())
    calc = str(Path("verkehr-von-calc.xlsx").resolve())
    assert scripted(tmp_path, HERE / "calc_office.py", [bus, "edits.json", calc]) == "[4]\n"
    Path("boegen/bogen-verkehr.xlsx").write_bytes(Path(calc).read_bytes())

    # 3. «strategie collect» says what fits and what does not, with file, sheet and cell; it writes nothing.
    before = progress.read_bytes()
    both = ("boegen/bogen-pflegestuetzpunkt.xlsx", "boegen/bogen-verkehr.xlsx")
    code, out = run(capsys, "collect", *both)
    assert code == 0
    assert "bogen-pflegestuetzpunkt.xlsx: 1 passt, 1 sagt nichts Neues, 1 passt nicht" in out
    assert (
        "AS02 («Bericht», Zeile 10): fortgeschritten; =alle Amtsblätter sind dabei; 02.10.2026"
        in out
    )
    assert re.search(r"«Bericht», E\d+: AS06: Der Stand «fertich» steht nicht in der Skala\.", out)
    assert "abgeschlossen; Die Auswertung liegt dem Kreistag vor.; 05.10.2026" in out
    assert progress.read_bytes() == before

    # 4. «--record» writes what fits; comments stay, and how to go back is said.
    code, out = run(capsys, "collect", "boegen/*.xlsx", "--record")
    assert code == 0
    assert "Eingetragen: strategy/progress.yaml." in out
    assert "strategy.vorher" in out
    added = set(progress.read_text("utf-8").splitlines()) - set(before.decode().splitlines())
    assert {line.strip(" -{}").partition(",")[0] for line in added if "id:" in line} == {
        "id: AS02",
        "id: AS09",
    }
    assert "# 2025" in progress.read_text("utf-8")
    code, out = run(capsys, "collect", "boegen/*.xlsx", "--record")
    assert "Nichts Neues einzutragen." in out

    # 5. The check has nothing against it, and the extract of the body says how far it is.
    assert main(["check"]) == 0
    assert main(["build", "--akteur", "verkehr"]) == 0
    cells = [
        cell.text
        for table in Document("output/auszug-verkehr.docx").tables
        for row in table.rows
        for cell in row.cells
    ]
    assert (
        "Abgeschlossen (2026, 5.\u00a0Oktober 2026)\nDie Auswertung liegt dem Kreistag vor."
        in cells
    )
    code, out = run(capsys, "status")
    assert code == 0
    assert "abgeschlossen" in out

    # 6. Next year's sheets hold this year's reports, and what the offices keep in columns of their own.
    line = '- {kennung: "2026", stichtag: 2026-10-31}\n'
    assert line in progress.read_text("utf-8")
    more = line + '- {kennung: "2027", stichtag: 2027-10-31}\n'
    progress.write_text(progress.read_text("utf-8").replace(line, more), "utf-8")
    code, out = run(capsys, "sheets", "--output", "boegen")
    assert code == 0
    assert "von Hand geändert" in out
    sheet = load_workbook("boegen/bogen-pflegestuetzpunkt.xlsx")["Bericht"]
    assert sheet["A1"].value == "Berichtsbogen 2027: Pflegestützpunkt Auental"
    listed = {str(sheet.cell(n, 1).value): n for n in range(HEAD + 1, sheet.max_row + 1)}
    assert "AS01" not in listed  # it is done
    last = sheet.cell(listed["AS02"], column(sheet, "Letzter Bericht")).value
    assert last == "2026: fortgeschritten. =alle Amtsblätter sind dabei"
    assert str(sheet.cell(listed["AS02"], column(sheet, "Aktenzeichen")).value).startswith("50.1-")
    other = load_workbook("boegen/bogen-verkehr.xlsx")["Bericht"]
    numbers = {str(other.cell(n, 1).value): n for n in range(HEAD + 1, other.max_row + 1)}
    assert other.cell(numbers["AS13"], column(other, "Zuständig im Amt")).value == "Zimmer 12"
    assert "Aktenzeichen" not in [cell.value for cell in other[HEAD]]
