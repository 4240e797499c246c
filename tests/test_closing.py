"""A reporting period that is closed stays as it was reported."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.cli import main
from generator.closing import close_period
from generator.errors import GeneratorError
from generator.finding import Finding
from generator.pipeline import check

PROGRESS = """\
# Berichte des Landkreises
zeitraeume:
  - {kennung: "2025", stichtag: 2025-12-31}   # der erste
  - {kennung: "2026", stichtag: 2026-10-31}
berichte:
  - {id: AS01, zeitraum: "2025", stand: begonnen, datum: 2025-11-02}
  - {id: AS02, zeitraum: "2025", stand: geplant, datum: 2025-11-02}
werte:
  - {id: AS01, groesse: Gemeinden, gemessen: [{wert: "3", stichtag: 2025-11-02, herkunft: Liste}]}
"""


@pytest.fixture
def county(auental: Path) -> Path:
    shutil.rmtree(auental / "zeitraeume")  # the example has closed periods of its own
    (auental / "progress.yaml").write_text(PROGRESS, "utf-8")
    return auental


def touched(folder: Path) -> list[Finding]:
    return [f for f in check(folder, quick=True).findings if f.rule == "Z021"]


def change(folder: Path, old: str, new: str) -> None:
    text = (folder / "progress.yaml").read_text("utf-8")
    assert old in text
    (folder / "progress.yaml").write_text(text.replace(old, new, 1), "utf-8")


def test_closing_changes_one_word_and_seals_what_was_reported(county: Path) -> None:
    closed = close_period(county, "2025")
    text = (county / "progress.yaml").read_text("utf-8")
    marked = PROGRESS.replace("stichtag: 2025-12-31}", "stichtag: 2025-12-31, geschlossen: true}")
    assert text == marked
    seal = json.loads((county / "zeitraeume" / "2025.json").read_text("utf-8"))
    assert [report["id"] for report in seal["berichte"]] == ["AS01", "AS02"]
    assert closed.reports == 2
    assert closed.notes
    assert touched(county) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("stand: begonnen", "stand: geplant", "Der Bericht zu AS01 kam nach dem Schließen hinzu oder wurde verändert"),
        ('  - {id: AS02, zeitraum: "2025", stand: geplant, datum: 2025-11-02}\n', "", "Der Bericht zu AS02 fehlt"),
        ("berichte:\n", 'berichte:\n  - {id: AS03, zeitraum: "2025", stand: geplant, datum: 2025-12-02}\n', "AS03 kam nach dem Schließen hinzu"),
        (", geschlossen: true", "", "so steht es nicht mehr da"),
        ("stichtag: 2025-12-31", "stichtag: 2025-12-30", "seit dem Stichtag 2025-12-31"),
        ('wert: "3"', 'wert: "30"', "Der gemessene Wert «AS01, Gemeinden, 2025-11-02»"),
        ("zeitraeume:", "skala: [{schluessel: geplant, name: vorgesehen}, {schluessel: begonnen, name: begonnen}]\nzeitraeume:", "Der Stand der Skala «geplant»"),
        ('kennung: "2025"', 'kennung: "2024"', "Er fehlt unter «zeitraeume»"),
    ],
)  # fmt: skip
def test_what_is_touched_afterwards_is_named(county: Path, old: str, new: str, said: str) -> None:
    close_period(county, "2025")
    change(county, old, new)
    assert any(said in finding.message for finding in touched(county))


def test_new_reports_and_values_may_come(county: Path) -> None:
    close_period(county, "2025")
    change(
        county,
        "berichte:\n",
        'berichte:\n  - {id: AS01, zeitraum: "2026", stand: geplant, text: Neu., datum: 2026-10-02}\n',
    )
    change(county, "gemessen: [", 'gemessen: [{wert: "5", stichtag: 2026-10-02, herkunft: Liste}, ')
    assert touched(county) == []


def test_a_seal_that_was_changed_or_is_missing_is_named(county: Path) -> None:
    close_period(county, "2025")
    seal = county / "zeitraeume" / "2025.json"
    whole = seal.read_bytes()
    for data in (whole.replace(b"begonnen", b"geplant "), b"[]", b"{", b"\xff"):
        seal.write_bytes(data)
        assert ["wurde verändert" in f.message for f in touched(county)] == [True]
    seal.unlink()
    assert ["nicht gesiegelt" in f.message for f in touched(county)] == [True]


@pytest.mark.parametrize(
    ("name", "said"),
    [("2024", "gibt es nicht"), ("2026", "noch niemand berichtet"), ("2025", "schon geschlossen")],
)
def test_what_cannot_be_closed_is_refused(county: Path, name: str, said: str) -> None:
    if name == "2025":
        close_period(county, "2025")
    before = (county / "progress.yaml").read_bytes()
    with pytest.raises(GeneratorError, match=said):
        close_period(county, name)
    assert (county / "progress.yaml").read_bytes() == before


def test_a_strategy_with_errors_closes_nothing(county: Path) -> None:
    change(county, "stand: begonnen", "stand: unklar")
    with pytest.raises(GeneratorError, match="1 Fehler"):
        close_period(county, "2025")
    assert not (county / "zeitraeume").exists()


def test_the_command_says_what_it_did(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["freeze", "--zeitraum", "2025", "--strategy", str(county)]) == 0
    told = capsys.readouterr().out
    assert "Zeitraum 2025 geschlossen" in told
    assert "(2 Berichte)" in told
    assert "fehlt ein Bericht" in told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "Es fehlt: FASSUNG, --beschluss, --datum."),
        (["2027"], "Es fehlt: --beschluss, --datum."),
        (["2027", "--zeitraum", "2025"], "FASSUNG gehört zu einer Fassung"),
    ],
)
def test_an_edition_and_a_period_are_not_mixed(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["freeze", *words]) == 2
    assert said in capsys.readouterr().err
