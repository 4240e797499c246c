"""What an import does not recognise of a source, it names in its report."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import docx
import pytest

from generator.cli import main
from generator.match.recognised.sign_words import level_name
from generator.receive.wrapped_cells import whole_cells
from tests.importing.test_word import loaded, word

RUNS = """\
1. Ufer und Wege

Dauerhaft
M01 Offene Stege zulassen.
M02 Den Uferweg pflegen, an dem
viele Menschen wohnen.
M03 Bänke aufstellen.

M04 Ein Bootshaus bauen.

Später
M05 Die Furt sichern. Was dazu in
M02 steht, gilt auch hier.

M09 Den Damm erhöhen.
"""

PROSE = """\
1. Unser Plan

Der Kreistag hat 24 Maßnahmen und acht Leitlinien beschlossen; drei Empfehlungen richten sich an das Land.
Dazu kommen 30 Klimaziele der Nachbarn.

2. Hauptteil

Ziel 1: Der Wald wächst.

Ziel 2: Der See ist sauber.

Ziel 3: Die Luft ist rein.

Das sind die drei Oberziele dieses Plans.
"""

LISTS = """\
# Plan

## Wald

Maßnahmen:

- Bäume pflanzen
- Wege sperren

Dabei hilft das Forstamt.

- Wild zählen
- Zäune bauen

## See

Maßnahmen :

• Stege prüfen
• Schilf schneiden

## Luft

Maßnahmen:

Dazu steht nichts fest.
"""


def told(name: str, text: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    (folder / name).write_text(text, "utf-8")
    words = ["import", str(folder / name), "--output", str(folder / "neu"), "--format", "json"]
    assert main(words) == 0
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def test_goals_that_count_on_within_a_paragraph_are_goals(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = told("alt.txt", RUNS, tmp_path, capsys)
    goals = {goal.id: goal.text for goal in loaded(tmp_path / "neu").goals()}
    assert goals == {
        "M01": "Offene Stege zulassen.",
        "M02": "Den Uferweg pflegen, an dem viele Menschen wohnen.",
        "M03": "Bänke aufstellen.",
        "M04": "Ein Bootshaus bauen.",
        "M09": "Den Damm erhöhen.",
    }
    asked = [one["question"] for one in answer["unsure"]]
    assert [said for said in asked if "fehlen M05 bis M08; gefunden ist zuletzt M04" in said]


def test_numbers_of_the_prose_for_what_was_not_recognised_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = told("alt.txt", PROSE, tmp_path, capsys)
    assert [(c["text"], c["claimed"], c["counted"]) for c in answer["claimed"]] == [
        ("24 Maßnahmen", 24, 0),
        ("acht Leitlinien", 8, 0),
        ("drei Oberziele", 3, 3),
    ]
    assert "| 24 Maßnahmen | **keine** Maßnahmen |" in (tmp_path / "neu/bericht.md").read_text()


def test_a_list_that_breaks_off_and_one_that_is_none_are_asked_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = told("alt.md", LISTS, tmp_path, capsys)
    assert [goal.text for goal in loaded(tmp_path / "neu").goals()] == [
        "Bäume pflanzen",
        "Wege sperren",
        "Stege prüfen",
        "Schilf schneiden",
    ]
    asked = {one["line"]: one["question"] for one in answer["unsure"]}
    assert (
        "Die Liste unter «Maßnahmen:» (Zeile 5) ist davor unterbrochen; 2 Punkte danach sind nicht"
        in asked[12]
    )
    assert "Darunter ist nichts als Maßnahmen erkannt" in asked[24]


def test_the_same_heading_without_a_goal_is_asked_about_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fields = "".join(
        f"## {name}\n\n### Ziel {at}: {name} wird gut\n\n### Blick zurück\n\nViele.\n\n"
        for at, name in enumerate(("Wald", "See", "Luft"), 1)
    )
    answer = told("alt.md", f"# Plan\n\n{fields}", tmp_path, capsys)
    asked = [one["question"] for one in answer["unsure"] if one["text"] == "Blick zurück"]
    assert asked == ["Überschrift ohne Ziel (an 3 Stellen); gehört ein Ziel hierher?"]


def test_codes_in_the_first_cells_of_a_table_begin_goals(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = docx.Document()
    table = document.add_table(rows=0, cols=3)
    for cells in (
        ("Feld / Nr.", "Titel", "Rang"),
        ("Ufer\nW1", "Stege prüfen", "hoch"),
        ("Stand 2024", "Zwei Stege sind geprüft.", ""),
        ("Ufer\nW2+3", "Schilf schneiden und Boote zählen", "mittel"),
        ("Wald\nW4", "Wege sperren", "hoch"),
        ("Wald\nWneu", "Wild zählen", "hoch"),
        ("Wald\nW6", "Zäune bauen", "hoch"),
    ):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    source = word(tmp_path, document)
    words = ["import", str(source), "--output", str(tmp_path / "neu"), "--format", "json"]
    assert main(words) == 0
    answer = json.loads(capsys.readouterr().out)
    goals = [(goal.kuerzel, goal.text) for goal in loaded(tmp_path / "neu").goals()]
    assert goals == [
        ("W1", "Stege prüfen"),
        ("W2+3", "Schilf schneiden und Boote zählen"),
        ("W4", "Wege sperren"),
        ("W6", "Zäune bauen"),
    ]
    asked = " ".join(one["question"] for one in answer["unsure"])
    assert "«Wneu» sieht aus wie ein Kürzel" in asked
    assert "fehlt W5; gefunden ist zuletzt W4" in asked
    assert "fehlt W3" not in asked


def test_a_table_of_values_has_no_goals(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = docx.Document()
    table = document.add_table(rows=0, cols=2)
    for cells in (("Straße", "Lage"), ("B87", "Weimar"), ("L3247", "Süd"), ("L12", "Nord"), ("K5", "Ost"), ("B4", "Mitte"), ("B88", "West")):  # fmt: skip
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    assert main(["import", str(word(tmp_path, document)), "--output", str(tmp_path / "neu")]) == 0
    assert list(loaded(tmp_path / "neu").goals()) == []


def test_letters_that_another_system_took_apart_are_whole(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Höfe", 1)
    texts = ["Jeder Hof erhält ein Dach.", "Die Dächer tragen Gräser, Büsche und Bäume."]
    for at, text in enumerate(texts, 1):
        document.add_paragraph(unicodedata.normalize("NFD", f"Ziel {at}: {text}"))
        document.add_paragraph(unicodedata.normalize("NFD", f"Später mehr über {text}"))
    assert main(["import", str(word(tmp_path, document)), "--output", str(tmp_path / "neu")]) == 0
    found = loaded(tmp_path / "neu")
    assert [goal.text for goal in found.goals()] == texts


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Titel der Maßnahme", "Maßnahme"),
        ("Name des Projekts", "Projekt"),
        ("Bezeichnung des Zieles", "Ziel"),
        ("Beschreibung der Maßnahmen", "Maßnahme"),
        ("Maßnahmen", "Maßnahme"),
        ("Operatives Ziel", "Operatives Ziel"),
    ],
)
def test_a_head_that_says_more_calls_a_level_by_its_noun(head: str, name: str) -> None:
    assert level_name(head) == name


def test_a_column_with_a_longer_head_is_a_level(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=0, cols=2)
    for cells in (("Titel der Maßnahme", "Zuständig"), ("Stege prüfen", "Bauamt"), ("Wege sperren", "Forstamt")):  # fmt: skip
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    assert main(["import", str(word(tmp_path, document)), "--output", str(tmp_path / "neu")]) == 0
    found = loaded(tmp_path / "neu")
    assert [stufe.name for stufe in found.kopf.stufen] == ["Maßnahme"]
    assert [goal.text for goal in found.goals()] == ["Stege prüfen", "Wege sperren"]


def test_cells_that_the_layout_parted_are_whole_again() -> None:
    rows = [
        ("Nr.", "Maßnahme", "von", "bis"),
        ("", "Den Uferweg mit den", "2026", "2027"),
        ("W 1", "Gemeinden am See be-", "", ""),
        ("", "festigen", "", ""),
        ("", "Stege prüfen", "2026", "2030"),
        ("W 2", "ja", "nein", "ja"),
        ("W 3", "ja", "nein", "nein"),
    ]
    assert whole_cells(rows) == [
        ("Nr.", "Maßnahme", "von", "bis"),
        ("", "Den Uferweg mit den\nGemeinden am See be-\nfestigen", "2026", "2027"),
        ("W 1", "", "", ""),
        ("", "Stege prüfen", "2026", "2030"),
        ("W 2", "ja", "nein", "ja"),
        ("W 3", "ja", "nein", "nein"),
    ]
