"""Two plans that refer to each other: checked both ways, and printed for those who fund."""

import json
from pathlib import Path

import pytest
from docx import Document

from generator.checking import check
from generator.cli import main
from generator.read.origin import Folder
from generator.read.reading import read_strategy
from tests.editions import compare, redline_document
from tests.render.seen import printing, words
from tests.two_plans import two_plans


def rules(folder: Path) -> list[tuple[str, str | None]]:
    return [(f.rule, f.id) for f in check(folder).findings if f.rule.startswith("Z35")]


def tables(folder: Path, tmp_path: Path) -> dict[str, list[list[str]]]:
    """The tables of the built document by the caption above each, its rows as lists of cells."""
    output = tmp_path / "output" / folder.name
    assert main(["build", "--strategy", str(folder), "--output", str(output), "--only", "strategie",
                 "--pages", "off"]) == 0  # fmt: skip
    found: dict[str, list[list[str]]] = {}
    caption = ""
    for block in Document(str(output / "strategie.docx")).iter_inner_content():
        if hasattr(block, "rows"):
            rows = [list(dict.fromkeys(cell.text for cell in row.cells)) for row in block.rows]
            found[caption.rpartition(": ")[2]] = rows
        else:
            caption = block.text
    return found


def test_two_plans_that_refer_to_each_other_have_nothing_to_report(tmp_path: Path) -> None:
    for folder in two_plans(tmp_path):
        assert [f.message for f in check(folder).findings if f.severity.value != "hint"] == []
        assert rules(folder) == []


def test_a_goal_that_goes_is_told_on_both_sides(tmp_path: Path) -> None:
    poverty, family = two_plans(tmp_path)
    goals = family / "goals.yaml"
    text = goals.read_text("utf-8")
    goals.write_text(text.replace("id: HZ3", "id: HZ4"), "utf-8")
    assert rules(poverty) == [("Z350", "VO1"), ("Z350", "VO2")]
    assert rules(family) == [("Z352", "armut"), ("Z352", "armut")]
    goals.unlink()
    assert rules(poverty) == [("Z351", "familienplan")]


def test_what_is_funded_under_which_goal_is_printed_in_both_plans(tmp_path: Path) -> None:
    poverty, family = two_plans(tmp_path)
    printed = tables(poverty, tmp_path)
    assert printed["Gefördert unter Zielen des Plans „Familienplan“"] == [
        ["Vorhaben", "Wortlaut", "Zuständig"],
        ["Gefördert unter Handlungsziel HZ1: Familien finden nah an ihrer Wohnung Rat."],
        ["VO1", "Im Bahnhof öffnet an zwei Nachmittagen ein Familiencafé.", "Jugendamt, Verein Bahnhofstreff"],
        ["Gefördert unter Handlungsziel HZ3: Eltern und Kinder begegnen sich auch ohne Anlass."],
        ["VO1", "Im Bahnhof öffnet an zwei Nachmittagen ein Familiencafé.", "Jugendamt, Verein Bahnhofstreff"],
        ["VO2", "Ein Verleih gibt Spiele und Sportgeräte aus.", "Verein Bahnhofstreff"],
    ]  # fmt: skip
    assert printed["Beiträge aus „Familienplan“"][1:] == [
        ["Für Handlungsziel HZ1: Kinder nehmen teil, auch wenn das Geld knapp ist."],
        [
            "Vorhaben VO1",
            "Das Landratsamt führt die Elternkurse weiter.",
            "Jugendamt, Verein Bahnhofstreff",
        ],
    ]
    other = tables(family, tmp_path)
    assert len(other["Beiträge aus „Teilhabe im Auental“"]) == 6


def test_without_the_other_folder_the_list_names_the_goals_by_their_ids(tmp_path: Path) -> None:
    poverty, family = two_plans(tmp_path)
    family.rename(tmp_path / "anderswo")
    printed = tables(poverty, tmp_path)
    assert [row[0] for row in printed["Gefördert unter Zielen des Plans „Familienplan“"]][1::2] == [
        "Gefördert unter Ziel HZ3", "VO2", "VO1",
    ]  # fmt: skip
    assert "Beiträge aus „Familienplan“" not in printed


def test_a_new_reference_is_told_by_the_comparison(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    poverty, _ = two_plans(tmp_path)
    before = tmp_path / "vorher"
    poverty.rename(before)
    (tmp_path / "b").mkdir()
    poverty = two_plans(tmp_path / "b")[0]
    goals = poverty / "goals.yaml"
    old = "erklärt., zustaendig: [jugendamt]}"
    new = "erklärt., zustaendig: [jugendamt], verweise_auf: [{plan: familienplan, ziel: HZ1}]}"
    assert old in goals.read_text("utf-8")
    goals.write_text(goals.read_text("utf-8").replace(old, new), "utf-8")
    assert main(["diff", str(before), "--strategy", str(poverty)]) == 0
    assert "HZ1 («Familienplan»)" in capsys.readouterr().out


def test_a_goal_names_in_its_own_place_under_which_goals_of_other_plans_it_is_funded(
    tmp_path: Path,
) -> None:
    poverty, _ = two_plans(tmp_path)
    output = tmp_path / "output"
    build = ["build", "--strategy", str(poverty), "--output", str(output), "--pages", "off"]
    assert main([*build, "--only", "strategie"]) == 0
    assert see_also(output / "strategie.docx") == [
        "Familienplan, Ziel\u00a0HZ3 (zu\u00a0VO1)",
        "Familienplan, Ziel\u00a0HZ1 (zu\u00a0VO1)",
        "Familienplan, Ziel\u00a0HZ3 (zu\u00a0VO2)",
    ]
    assert main([*build, "--akteur", "verein"]) == 0
    assert see_also(output / "auszug-verein.docx") == [
        "Familienplan, Ziel\u00a0HZ3", "Familienplan, Ziel\u00a0HZ1", "Familienplan, Ziel\u00a0HZ3",
    ]  # fmt: skip


def see_also(file: Path) -> list[str]:
    """The lines behind "Siehe auch" in all tables of a document."""
    rows = [row for table in Document(str(file)).tables for row in table.rows]
    found = [row.cells[-1].text for row in rows if row.cells[0].text == "Siehe auch"]
    return [line for text in found for line in text.split("\n")]


def test_what_a_reviewer_does_to_such_a_line_is_a_question_and_untouched_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    poverty, _ = two_plans(tmp_path)
    output = tmp_path / "output"
    main(["build", "--strategy", str(poverty), "--output", str(output), "--pages", "off",
          "--only", "strategie"])  # fmt: skip
    file = output / "strategie.docx"
    review = ["review", str(file), "--strategy", str(poverty), "--format", "json"]
    capsys.readouterr()
    assert main(review) == 0
    assert json.loads(capsys.readouterr().out)["records"] == []
    document = Document(str(file))
    (run,) = (
        run
        for table in document.tables
        for row in table.rows
        for paragraph in row.cells[-1].paragraphs
        for run in paragraph.runs
        if "HZ1" in run.text and "Ziel\u00a0" in run.text
    )
    run.text = run.text.replace("HZ1", "HZ4")
    document.save(str(file))
    assert main(review) == 0
    (record,) = json.loads(capsys.readouterr().out)["records"]
    assert (record["element"], record["field"]) == ("VO1", "verweise_auf")
    assert not record["applicable"]
    assert "«verweise_auf» in goals.yaml bei «VO1» von Hand ändern" in record["why"]


def test_a_new_reference_is_a_marked_line_in_the_place_of_the_goal(tmp_path: Path) -> None:
    poverty, _ = two_plans(tmp_path)
    goals = poverty / "goals.yaml"
    text = goals.read_text("utf-8")
    old = read_strategy(Folder(poverty)).strategy
    more = ", zustaendig: [jugendamt], verweise_auf: [{plan: familienplan, ziel: HZ1}]}"
    goals.write_text(text.replace(", zustaendig: [jugendamt]}", more), "utf-8")
    new = read_strategy(Folder(poverty)).strategy
    assert old
    assert new
    made = redline_document(compare(old, new), author="Amt", date="2026-11-22")
    inserted = [words(block.content) for block in printing(made.blocks) if block.mark == "inserted"]
    assert "Familienplan, Ziel\u00a0HZ1 (zu\u00a0VO3)" in inserted
