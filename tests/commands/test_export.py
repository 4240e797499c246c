"""``strategie export`` at the command line."""

import json
from pathlib import Path

import pytest

from generator.cli import main


def test_the_suffix_says_the_format_and_what_is_lost_is_told(
    auental: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for suffix in ("json", "csv", "xml"):
        file = tmp_path / f"auental.{suffix}"
        assert main(["export", "--strategy", str(auental), "--output", str(file)]) == 0
        assert file.stat().st_size > 10_000
    told = capsys.readouterr().out
    assert "Hinweis: Nicht enthalten: Empfehlungen (5), Texte (21)" in told
    assert json.loads((tmp_path / "auental.json").read_text("utf-8"))["strategie"]["kopf"]["titel"]


@pytest.mark.parametrize("name", ["auental.docx", "auental", ".json/auental"])
def test_another_suffix_is_refused_with_those_there_are(
    name: str, auental: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "--strategy", str(auental), "--output", str(tmp_path / name)]) == 2
    assert "Möglich sind .json, .csv, .xml; .xml ist StratML." in capsys.readouterr().err


def test_a_strategy_with_errors_is_not_handed_on(
    auental: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    goals = auental / "goals.yaml"
    goals.write_text(goals.read_text("utf-8").replace("id: WZ02", "id: WZ01"), "utf-8")
    file = tmp_path / "auental.json"
    assert main(["export", "--strategy", str(auental), "--output", str(file)]) == 1
    assert not file.exists()
    assert "Nichts ausgegeben: erst die Fehler beheben." in capsys.readouterr().out


def test_nothing_is_written_into_the_strategy_or_over_a_folder(
    auental: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "da.json").mkdir()
    for file in (auental / "alles.json", tmp_path / "da.json"):
        assert main(["export", "--strategy", str(auental), "--output", str(file)]) == 2
    assert not (auental / "alles.json").exists()
