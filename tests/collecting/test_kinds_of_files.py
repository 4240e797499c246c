"""Sheets that come back in another kind of file: read where LibreOffice can, else one sentence."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.cli import main
from generator.collecting.judging import judged
from generator.errors import GeneratorError
from generator.receive.workbook_reader import read_workbook
from generator.render.formats.docx import libreoffice
from tests.collecting.offices import (
    HEAD,
    TODAY,
    Filling,
    column,
    fill,
    folder,
    opened,
    saved,
    seen,
    sent,
    sheets,
    strategy,
    type_in,
)
from tests.collecting.test_round_trip import reports
from tests.judges import program
from tests.office import scripted

FORMS = {
    "bogen.ods": ("calc8", "-"),
    "bogen.xls": ("MS Excel 97", "-"),
    "bogen.xlsm": ("Calc MS Excel 2007 VBA XML", "-"),
    "kennwort.ods": ("calc8", "geheim"),
    "kennwort.xls": ("MS Excel 97", "geheim"),
}


def filled_sheet() -> tuple[bytes, Filling]:
    book = opened(sent(sheets(strategy())["bauamt"]))
    filled = fill(book, "bauamt", random.Random(3), 1.0)
    return saved(book), filled


def parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)


def packed(content: Iterator[tuple[str, bytes]] | dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, part in dict(content).items():
            archive.writestr(name, part)
    return data.getvalue()


@pytest.fixture(scope="module")
def saved_by_calc(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Filling]:
    place = tmp_path_factory.mktemp("calc")
    data, filled = filled_sheet()
    (place / "bogen.xlsx").write_bytes(data)
    words = [
        word
        for name, (form, password) in FORMS.items()
        for word in (str(place / name), form, password)
    ]
    script = Path(__file__).parent / "calc_saves.py"
    assert scripted(place, script, [str(place / "bogen.xlsx"), *words]) == f"{len(FORMS)}\n"
    return place, filled


@pytest.mark.parametrize("name", ["bogen.ods", "bogen.xls", "bogen.xlsm"])
def test_what_calc_saves_in_its_own_form_or_an_old_one_is_read(
    name: str, saved_by_calc: tuple[Path, Filling]
) -> None:
    place, filled = saved_by_calc
    sheet = read_workbook((place / name).read_bytes(), name, libreoffice.xlsx)
    stamps = [one.stamp["Bogen"] for one in sheets(strategy()).values()]
    found = judged([sheet], seen(strategy()), TODAY, stamps)
    assert reports(found) == filled
    assert not any("älterer" in note for note in sheet.notes)
    assert any("umgewandelt" in note for note in sheet.notes) is (name != "bogen.xlsm")


@pytest.mark.parametrize("name", ["kennwort.ods", "kennwort.xls"])
def test_a_password_is_said(name: str, saved_by_calc: tuple[Path, Filling]) -> None:
    with pytest.raises(GeneratorError, match="Kennwort"):
        read_workbook((saved_by_calc[0] / name).read_bytes(), name, libreoffice.xlsx)


def strict(data: bytes) -> bytes:
    """As Excel saves it as «Strict Open XML-Arbeitsmappe» (ISO/IEC 29500-4, annex A)."""
    office = b"http://schemas.openxmlformats.org/"
    iso = b"http://purl.oclc.org/ooxml/"
    names = (
        (office + b"spreadsheetml/2006/main", iso + b"spreadsheetml/main"),
        (
            office + b"officeDocument/2006/relationships/custom-properties",
            iso + b"officeDocument/relationships/customProperties",
        ),
        (
            office + b"officeDocument/2006/custom-properties",
            iso + b"officeDocument/customProperties",
        ),
        (office + b"officeDocument/2006/docPropsVTypes", iso + b"officeDocument/docPropsVTypes"),
        (office + b"officeDocument/2006/relationships", iso + b"officeDocument/relationships"),
    )
    made = {}
    for name, part in parts(data):
        for transitional, other in names:
            part = part.replace(transitional, other)
        made[name] = part
    return packed(made)


def broken(data: bytes) -> bytes:
    """With styles that openpyxl does not open."""
    made = dict(parts(data))
    made["xl/styles.xml"] = made["xl/styles.xml"].replace(b'fontId="1"', b'fontId="viel"')
    return packed(made)


@pytest.mark.parametrize("way", [strict, broken])
def test_what_openpyxl_does_not_open_is_read_through_libreoffice(
    way: Callable[[bytes], bytes],
) -> None:
    program("soffice")
    data, filled = filled_sheet()
    with pytest.raises(GeneratorError) as caught:
        read_workbook(way(data), "bogen.xlsx")
    assert caught.value.hint.startswith("LibreOffice installieren")
    sheet = read_workbook(way(data), "bogen.xlsx", libreoffice.xlsx)
    assert {row.text("Kennung") for row in sheet.rows if row.text("Stand")} == {
        identity for identity, _ in filled
    }
    assert any("umgewandelt" in note for note in sheet.notes)


OTHERS = {
    "leer.xlsx": (b"", "ist leer."),
    "bogen.csv": ("Kennung;Stand\nMA01;läuft\n".encode("cp1252"), "ist ein Text (.csv oder .txt)"),
    "bogen.pdf": (b"%PDF-1.7\n", "ist ein PDF"),
    "seite.xls": (b"<html><table></table></html>", "ist eine Webseite oder XML"),
    "bild.xlsx": (b"\x89PNG\r\n", "ist ein Bild"),
    "daten.xlsx": (b"\x00\x01\x02", "ist keine Excel-Datei"),
    "halb.xlsx": (b"PK\x03\x04abc", "ist keine Excel-Datei (sie ist beschädigt)"),
    "kennwort.xlsx": (
        b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
        "mit einem Kennwort geschützt",
    ),
    "brief.doc": (
        b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"),
        "ist keine Excel-Datei",
    ),
    "alt.xls": (
        b"\xd0\xcf\x11\xe0" + "Workbook".encode("utf-16-le"),
        "ist eine alte Excel-Datei (.xls)",
    ),
    "binaer.xlsb": (packed({"xl/workbook.bin": b"\x83"}), "ist eine binäre Excel-Datei (.xlsb)"),
    "brief.docx": (packed({"word/document.xml": b"<w/>"}), "ist keine Excel-Datei (.xlsx)"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_else_comes_is_named_in_one_sentence(name: str) -> None:
    data, said = OTHERS[name]
    with pytest.raises(GeneratorError) as caught:
        read_workbook(data, name)
    assert caught.value.message.startswith(name)
    assert said in caught.value.message
    assert caught.value.hint


def test_without_libreoffice_the_command_says_what_helps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    folder(tmp_path)
    monkeypatch.setattr(libreoffice, "find_program", lambda: None)
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    Path("bogen.ods").write_bytes(packed({"mimetype": kind, "content.xml": b"<a/>"}))
    assert main(["collect", "bogen.ods"]) == 0
    told = capsys.readouterr().out
    assert "bogen.ods ist eine Tabelle von LibreOffice (.ods). LibreOffice installieren" in told


def test_files_of_the_same_name_are_told_apart_and_one_that_is_named_twice_counts_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    folder(tmp_path)
    for place, state in (("a", "läuft"), ("b", "geplant")):
        book = opened(sent(sheets(strategy())["bauamt"]))
        sheet = book["Bericht"]
        type_in(sheet.cell(HEAD + 1, column(sheet, "Stand")), state)
        sheet.cell(HEAD + 1, column(sheet, "Datum")).value = date(2026, 11, 3)
        Path(place).mkdir()
        Path(place, "bogen.xlsx").write_bytes(saved(book))
    assert main(["collect", "a/bogen.xlsx", "b/bogen.xlsx", "./a/bogen.xlsx"]) == 0
    told = capsys.readouterr().out
    assert told.count("MA01: Zwei Antworten: eine andere steht in b/bogen.xlsx") == 1
    assert told.count("MA01: Zwei Antworten: eine andere steht in a/bogen.xlsx") == 1


def test_what_programs_put_beside_an_open_file_is_none_of_those_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    folder(tmp_path)
    Path("bogen.xlsx").write_bytes(filled_sheet()[0])
    Path("~$bogen.xlsx").write_bytes(b"\x06M\xfcller" + bytes(158))
    Path(".~lock.bogen.xlsx#").write_text(",amt,pc,03.11.2026 10:00;", "utf-8")
    assert main(["collect", "*bogen*"]) == 0
    assert "$bogen" not in (told := capsys.readouterr().out)
    assert "lock" not in told
    assert main(["collect", "~$bogen.xlsx"]) == 2
    assert "Excel" in capsys.readouterr().err
