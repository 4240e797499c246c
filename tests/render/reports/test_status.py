"""``strategie status``: where the elements stand, for the terminal and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli import main
from tests.judges import ROOT
from tests.report_schemas import validated

COUNTY = str(ROOT / "examples" / "auental")


def told(capsys: pytest.CaptureFixture[str], *words: str, strategy: str = COUNTY) -> str:
    assert main(["status", "--strategy", strategy, *words]) == 0
    return capsys.readouterr().out


def test_the_numbers_come_first_in_whole_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    text = told(capsys)
    assert text.startswith("Umsetzungsstand 2026 (Stichtag 31.10.2026, noch offen)")
    assert "Erledigt sind 4 von 19 Arbeitsschritten." in text
    assert "Von 14 fälligen Berichten liegen zwölf vor." in text
    assert "Bei zwei Arbeitsschritten ist die Frist verstrichen." in text
    assert "AS12  fortgeschritten → begonnen" in text
    assert "AS19  übergeleitet nach Freiwilligenagentur Auental" in text


def test_the_json_is_that_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(told(capsys, "--format", "json"))
    assert list(found) == ["version", "zeitraum", "counts", "rest", "elements"]
    assert (found["version"], found["zeitraum"]) == (1, "2026")
    assert list(found["counts"])[:2] == ["nicht_begonnen", "geplant"]
    assert found["counts"]["abgeschlossen"] == 4
    assert found["rest"] == ["AS11", "AS09"]
    first = found["elements"][2]
    assert first == {
        "id": "AS04", "level": "arbeitsschritt", "stand": "geplant", "since": "2025-11-27",
        "body": "seniorenbuero", "overdue": True,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["--akteur", "vhs"], ["AS06", "AS17"]),
        (["--akteur", "sozialamt"], ["AS04", "AS05", "AS08"]),
        (["--feld", "HF3"], ["AS15", "AS16", "AS19", "AS20"]),
        (["--stand", "ohne"], ["AS20"]),
        (["--feld", "HF2", "--stand", "abgeschlossen"], ["AS14", "AS18"]),
        (["--zeitraum", "2024", "--stand", "abgeschlossen"], []),
    ],
)
def test_body_field_and_state_choose(
    words: list[str], ids: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    found = json.loads(told(capsys, *words, "--format", "json"))
    assert [entry["id"] for entry in found["elements"]] == ids
    assert sum(found["counts"].values()) == len(ids) - ids.count("AS20")


def test_what_belongs_to_an_office_counts_for_the_whole_house(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = json.loads(told(capsys, "--akteur", "landratsamt", "--format", "json"))
    assert {"AS06", "AS18", "AS12"} <= {entry["id"] for entry in found["elements"]}


def test_a_day_asked_for_decides_what_is_late(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--format", "json", "--stichtag", "2027-12-31"]
    late = [e["id"] for e in json.loads(told(capsys, *words))["elements"] if e["overdue"]]
    assert late == ["AS04", "AS10", "AS12", "AS17", "AS20"]


@pytest.mark.parametrize("option", ["--akteur", "--feld", "--stand", "--zeitraum"])
def test_a_name_that_is_nobodys_is_said(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "--strategy", COUNTY, option, "niemand"]) == 2
    assert "«niemand»" in capsys.readouterr().err


def test_without_reports_it_says_so_and_invents_none(capsys: pytest.CaptureFixture[str]) -> None:
    shipped = str(ROOT / "strategy")
    text = told(capsys, strategy=shipped)
    assert text.startswith("Zu dieser Strategie gibt es noch keine Berichte zur Umsetzung.")
    assert "59 Ergebniszielen" in text
    found = json.loads(told(capsys, "--format", "json", strategy=shipped))
    assert found["zeitraum"] is None
    assert sum(found["counts"].values()) == 0
    assert len(found["rest"]) == len(found["elements"]) == 59


def test_a_strategy_that_cannot_be_read_has_no_status(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (auental / "goals.yaml").write_text("handlungsfelder: [\n", "utf-8")
    assert main(["status", "--strategy", str(auental)]) == 2
    assert "lässt sich nicht lesen" in capsys.readouterr().err


def test_of_what_only_the_draft_has_no_report_is_due(capsys: pytest.CaptureFixture[str]) -> None:
    assert "AS20" not in json.loads(told(capsys, "--format", "json"))["rest"]


@pytest.mark.parametrize("strategy", ["strategy", "examples/auental", "examples/weidenfurt"])
def test_the_json_is_what_its_schema_says(
    strategy: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(ROOT / strategy)
    assert validated("status", told(capsys, "--format", "json", strategy=folder))["elements"]


@pytest.mark.parametrize(
    "words", [["--zeitraum", "2024"], ["--stand", "ohne"], ["--feld", "HF3", "--akteur", "vhs"]]
)
def test_what_is_chosen_of_it_is_too(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    validated("status", told(capsys, *words, "--format", "json"))


@pytest.mark.parametrize(
    ("place", "value"),
    [("stand", 3), ("since", "2026"), ("overdue", None), ("level", ""), ("extra", "x")],
)
def test_what_the_schema_does_not_allow_fails(
    place: str, value: object, capsys: pytest.CaptureFixture[str]
) -> None:
    content = json.loads(told(capsys, "--format", "json"))
    content["elements"][0][place] = value
    with pytest.raises(AssertionError, match=r"elements\[0\]"):
        validated("status", json.dumps(content))
