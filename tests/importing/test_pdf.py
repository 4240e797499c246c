"""PDF files with text become the strategy that they print, by way of the extra ``pdf``."""

import sys
from pathlib import Path

import pytest

from generator.cli import main
from generator.receive.pdf_pages import level, number_apart, running_size
from generator.receive.printed_pages import paged
from tests.importing.test_word import EXAMPLES, ROOT, loaded, told
from tests.judges import program

SHARE = 0.95


@pytest.mark.parametrize("folder", ["examples/weidenfurt", "examples/auental"])
def test_our_own_pdf_gives_nearly_all_elements_back(folder: str, tmp_path: Path) -> None:
    program("soffice")
    words = [
        "build",
        "--strategy",
        str(ROOT / folder),
        "--output",
        str(tmp_path / "output"),
        "--pdf",
    ]
    assert main([*words, "--only", "strategie.pdf"]) == 0
    pdf = tmp_path / "output" / "strategie.pdf"
    assert main(["import", str(pdf), "--output", str(tmp_path / "neu")]) == 0
    given, got = list(told(loaded(ROOT / folder))), list(told(loaded(tmp_path / "neu")))
    same = sum(one in got for one in given)
    assert same >= SHARE * EXAMPLES[folder]
    assert len(got) <= len(given)


@pytest.mark.parametrize(
    ("letters", "running"),
    [
        ({10.0: 9000, 14.0: 400}, 10.0),
        ({10.0: 11537, 11.0: 9104, 9.0: 2553, 15.0: 478}, 11.0),  # long annexes in small letters
        ({8.0: 100, 8.1: 101, 8.2: 100, 8.3: 100, 8.4: 100, 8.5: 100}, 8.1),
        ({}, 0.0),
    ],
)
def test_letters_of_running_text_are_no_heading_of_smaller_ones(
    letters: dict[float, int], running: float
) -> None:
    assert running_size(letters) == running


@pytest.mark.parametrize(
    ("text", "gap", "edge", "parts"),
    [
        ("ans Ufer. 12", 90, True, ["ans Ufer.", "12"]),
        ("ans Ufer. 12", 90, False, ["ans Ufer. 12"]),  # not at the edge of the page
        ("bis Ende 2031", 3, True, ["bis Ende 2031"]),  # a number of the sentence
        ("bis Ende 30", 3, True, ["bis Ende 30"]),
        ("17", 0, True, ["17"]),
    ],
)
def test_the_number_of_a_page_is_no_word_of_the_line_beside_it(
    text: str, gap: float, edge: bool, parts: list[str]
) -> None:
    chars, place, last = [], 0.0, text.rpartition(" ")[0]
    for at, sign in enumerate(text):
        place += gap if at == len(last) + 1 and last else 0
        chars.append({"text": sign, "x0": place, "x1": place + 5, "size": 11.0})
        place += 5
    assert list(number_apart(text, {"chars": chars}, edge=edge)) == parts


def test_letters_that_hang_below_a_line_are_part_of_it() -> None:
    def letter(text: str, x: float, top: float, size: float) -> dict[str, object]:
        return {"text": text, "x0": x, "x1": x + 5, "top": top, "bottom": top + size, "doctop": top, "size": size}  # fmt: skip

    chars = [
        letter("C", 0, 100, 11),
        letter("O", 5, 100, 11),
        letter("2", 10, 106, 7),
        letter("e", 15, 106, 7),
        letter("q", 40, 108, 7),  # of a column beside
        letter("N", 0, 113, 11),
    ]
    level(chars)
    assert [char["top"] for char in chars] == [100, 100, 100, 100, 108, 113]


def test_numbers_of_a_chart_are_no_page_numbers() -> None:
    pages = [f"Seite des Plans\n\n{number * 500}\n\nText\n\n{number}" for number in range(3, 9)]
    found = paged("\n\f".join(pages).split("\n"), lambda text: False)
    kept = [line.text for line in found.lines if line.text.strip().isdigit()]
    assert kept == [str(number * 500) for number in range(3, 9)]
    assert sorted({line.page for line in found.lines}) == list(range(3, 9))


def test_without_the_extra_one_sentence_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pdfplumber", None)
    pdf = tmp_path / "alt.pdf"
    pdf.write_bytes(b"%PDF-1.7\n")
    assert main(["import", str(pdf), "--output", str(tmp_path / "neu")]) == 2
    assert "strategie-generator[pdf]" in capsys.readouterr().err
    assert not (tmp_path / "neu").exists()


def test_a_damaged_pdf_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pdf = tmp_path / "alt.pdf"
    pdf.write_bytes(b"%PDF-1.7\nnichts davon ist ein Dokument")
    assert main(["import", str(pdf), "--output", str(tmp_path / "neu")]) == 2
    assert "alt.pdf" in capsys.readouterr().err
    assert not (tmp_path / "neu").exists()
