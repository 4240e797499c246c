"""JSON and CSV of a whole strategy: nothing of it gets lost, and spreadsheets compute nothing."""

import csv
import io
import json

import pytest

from generator.graph.edition import Edition
from generator.model.strategy import Strategy
from generator.render.exports import element_table, strategy_json
from tests.edit.editing import COUNTIES, county, files_of, read
from tests.shapes import FILES, shape

COUNTY = [*COUNTIES, "examples/weidenfurt"]


def rows(strategy: Strategy) -> list[dict[str, str]]:
    text = element_table.encode(Edition(strategy)).data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


@pytest.mark.parametrize("folder", COUNTY)
def test_the_json_of_a_county_is_that_county(folder: str) -> None:
    strategy = read(files_of(folder))
    content = json.loads(strategy_json.encode(Edition(strategy)).data)
    assert content["version"] == 1
    told = content["strategie"] | content["umsetzung"] | content["ratsvorlage"]
    again = Strategy.model_validate_json(json.dumps(told))
    assert again == strategy.model_copy(update={"runden": ()})


@pytest.mark.parametrize("name", FILES)
def test_the_json_of_every_shape_is_that_strategy(name: str) -> None:
    content = json.loads(strategy_json.encode(Edition(shape(name))).data)
    assert Strategy.model_validate_json(json.dumps(content["strategie"])) == shape(name)


@pytest.mark.parametrize("folder", COUNTY)
def test_every_element_is_a_row_of_the_table_with_its_words(folder: str) -> None:
    strategy = read(files_of(folder))
    table = rows(strategy)
    assert sorted(row["Kennung"] for row in table) == sorted(e.id for e in strategy.elements())
    found = {row["Kennung"]: row for row in table}
    for goal in strategy.goals():
        assert found[goal.id]["Wortlaut"] == goal.text
        assert all(f"({z.akteur})" in found[goal.id]["Zuständigkeit"] for z in goal.zustaendig)
    for text in strategy.texte:
        column = "Text davor" if text.stelle == "vor" else "Text danach"
        assert found[text.id][column].replace("\r\n", "\n") == text.inhalt


def test_a_goal_stands_under_what_it_belongs_to() -> None:
    found = {row["Kennung"]: row for row in rows(shape("below both, outside last"))}
    assert (found["MA02"]["Ebene"], found["MA02"]["steht unter"]) == ("Maßnahme", "ZI01")
    assert (found["ZI03"]["Ebene"], found["ZI03"]["steht unter"]) == ("Ziel", "")
    assert found["MA01"]["Zuständigkeit"] == "Bauamt (bauamt)"


def test_what_a_spreadsheet_would_compute_stays_text() -> None:
    goals = 'handlungsfelder:\n  - {id: HF1, titel: "=1+1"}\n'
    assert [row["Titel"] for row in rows(read(county(goals=goals)))] == ["'=1+1"]


def test_a_text_too_long_for_a_cell_of_excel_is_named() -> None:
    strategy = read(county(text_HF1="Wort " * 8000))
    assert "länger ist ein Text zu HF1" in element_table.encode(Edition(strategy)).lost[-1]


def test_what_was_reported_is_in_the_json_too() -> None:
    progress = 'zeitraeume: [{kennung: "2026", stichtag: 2026-12-31}]\nberichte: [{id: HF1, zeitraum: "2026", stand: geplant, datum: 2026-11-02}]\n'
    content = json.loads(strategy_json.encode(Edition(read(county(progress=progress)))).data)
    assert content["umsetzung"]["berichte"][0]["datum"] == "2026-11-02"
