"""PDF files with text become the strategy that they print, by way of the extra ``pdf``."""

import sys
from pathlib import Path

import pytest

from generator.cli import main
from generator.receive.pdf_pages import running_size
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
