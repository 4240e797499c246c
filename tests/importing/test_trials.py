"""Damaged and foreign files end in one sentence, and nothing half written is left."""

from pathlib import Path

import pytest

from generator.arguments import parse
from generator.cli import main
from generator.commands.import_strategy import run
from tests.importing.sources import TEXT
from tools.import_trials import sources, trial


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return sources(tmp_path_factory.mktemp("quellen"))


@pytest.mark.parametrize("seed", [3, 4])
def test_spoiled_files_fail_in_one_sentence_or_are_read_whole(
    seed: int, files: dict[str, bytes], tmp_path: Path
) -> None:
    assert [wrong for n in range(25) if (wrong := trial(n, seed, files, tmp_path))] == []


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("leer.docx", b"", "ist leer"),
        ("bild.docx", b"\x89PNG\r\n", "ein Bild"),
        ("alt.rtf", b"{\\rtf1 Ziel", "eine RTF-Datei"),
        ("wirr.txt", bytes(range(256)) * 40, "keine Textdatei"),
        ("blank.txt", b" \n \n", "keinen Text"),
        ("alt.docx", b"PK\x03\x04 Rest", "alt.docx"),
    ],
)
def test_what_is_no_strategy_is_said_in_one_sentence(
    name: str, data: bytes, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(data)
    assert main(["import", str(tmp_path / name), "--output", str(tmp_path / "neu")]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "neu").exists()


def test_a_folder_in_which_something_lies_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "alt.txt").write_text(TEXT, "utf-8")
    (tmp_path / "voll").mkdir()
    (tmp_path / "voll" / "da.txt").write_text("Notiz", "utf-8")
    words = ["import", str(tmp_path / "alt.txt"), "--output", str(tmp_path / "voll")]
    assert main(words) == 2
    assert "nicht leer" in capsys.readouterr().err
    assert [p.name for p in (tmp_path / "voll").iterdir()] == ["da.txt"]


def test_on_a_terminal_the_title_is_asked_for(tmp_path: Path) -> None:
    from datetime import date

    (tmp_path / "alt.txt").write_text(TEXT, "utf-8")
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return "Gut wohnen in Birkenau"

    run(
        parse(["import", str(tmp_path / "alt.txt"), "--output", str(tmp_path / "neu")]),
        date(2027, 1, 2),
        ask,
    )
    assert [question.partition(" (")[0] for question in asked] == ["Titel der Strategie"]
    assert "titel: Gut wohnen in Birkenau" in (tmp_path / "neu" / "strategy.yaml").read_text(
        "utf-8"
    )
