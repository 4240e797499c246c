"""The extract of one body: its goals below what they hang from, each once, and how far they are."""

import re
from pathlib import Path

import pytest
from docx import Document

from generator.cli import main
from generator.graph.edition import Edition
from generator.model.register import Akteur
from generator.model.strategy import Strategy
from generator.render.blocks import Heading, Table
from generator.render.documents.body_extract import extract_document
from generator.render.documents.context import context_of
from generator.render.plain import plain_text
from generator.render.visitor import walk
from tests.edit.editing import files_of, read
from tests.shapes import FILES, shape

PROGRESS = b"""
zeitraeume: [{kennung: "2025", stichtag: 2025-12-31}, {kennung: "2026", stichtag: 2026-12-31}]
berichte:
  - {id: EZ09, zeitraum: "2025", stand: geplant, datum: 2025-11-03}
  - {id: EZ09, zeitraum: "2026", stand: begonnen, text: "Zwei Kurse laufen.", hindernis: "Ein Raum fehlt.", datum: 2026-11-02}
angaben: [{id: EZ09, frist: 2027-12-31}]
werte: [{id: EZ09, groesse: Teilnehmende, start: "40", ziel: "60", gemessen: [{wert: "52", stichtag: 2026-06-30}]}]
"""


def rows(strategy: Strategy, body: str) -> list[list[str]]:
    document = extract_document(context_of(Edition(strategy)), actor(strategy, body))
    tables = [block for block in walk(document.blocks) if isinstance(block, Table)]
    return [[plain_text(c.content) for c in row.cells] for table in tables for row in table.rows]


def actor(strategy: Strategy, identity: str) -> Akteur:
    return next(body for body in strategy.akteure if body.id == identity)


@pytest.mark.parametrize("folder", ["strategy", "examples/auental"])
def test_every_goal_of_every_body_is_in_its_extract_once(folder: str) -> None:
    strategy = read(files_of(folder))
    for body in strategy.akteure:
        listed = [row[1] for row in rows(strategy, body.id) if len(row) == 3]
        own = [g.id for g in strategy.goals() if body.id in [z.akteur for z in g.zustaendig]]
        asked = [
            e.id for e in strategy.recommendations() if body.id in [z.akteur for z in e.adressaten]
        ]
        assert {*own, *asked} <= set(listed)
        assert len(listed) == len(set(listed))


@pytest.mark.parametrize("name", FILES)
def test_a_goal_stands_below_what_it_hangs_from(name: str) -> None:
    strategy = shape(name)
    listed = [row[1] for row in rows(strategy, "verein") if len(row) == 3]
    expected = {
        "side by side": ["MA02", "MA03"],
        "below both, outside last": ["ZI01", "MA02"],
        "two lists below a goal": [],
        "everything at once": [],
    }
    assert listed == expected[name]


def test_how_far_a_goal_is_stands_below_it() -> None:
    strategy = read({**files_of("strategy"), "progress.yaml": PROGRESS})
    told = [row for row in rows(strategy, "jobcenter") if row[0] in ("Umsetzung", "Angaben")]
    assert told == [
        ["Umsetzung", "Begonnen (2026, 2.\u00a0November 2026)\n\nZwei Kurse laufen.\n\nHindernis: Ein Raum fehlt."],
        ["Angaben", "Frist: 31.\u00a0Dezember 2027\n\nTeilnehmende: Ausgangswert 40, zuletzt 52 am 30.\u00a0Juni 2026, Zielwert 60"],
    ]  # fmt: skip


def test_what_to_see_is_said_of_all_that_belongs_to_a_goal_of_the_body_and_not_of_what_is_above() -> (
    None
):
    files = files_of("strategy")
    plan = b"plaene:\n  - {id: lsz, titel: Familienplan}\n"
    files["sources.yaml"] = files["sources.yaml"].replace(b"plaene:\n", plan)
    goals = files["goals.yaml"].decode()
    for one, target in (("LZ02", "HZ1"), ("PZ04", "HZ2"), ("EZ09", "HZ3")):
        new = f"id: {one}\n{{}}verweise_auf: [{{{{plan: lsz, ziel: {target}}}}}]\n"
        goals = re.sub(
            rf"( *)- id: {one}\n", lambda m, new=new: f"{m[1]}- " + new.format(m[1] + "  "), goals
        )
    strategy = read({**files, "goals.yaml": goals.encode()})
    told = [row[1] for row in rows(strategy, "jobcenter") if row[0] == "Siehe auch"]
    served = [line for text in told for line in text.splitlines() if "Familienplan" in line]
    assert [line.replace("\u00a0", " ").lstrip("– ") for line in served] == [
        "Familienplan, Ziel HZ2",
        "Familienplan, Ziel HZ3",
    ]


def test_a_body_without_goals_gets_a_sentence() -> None:
    strategy = read(files_of("strategy"))
    idle = strategy.akteure[0].model_copy(update={"id": "neu", "name": "Neue Stelle"})
    strategy = strategy.model_copy(update={"akteure": (*strategy.akteure, idle)})
    document = extract_document(context_of(Edition(strategy)), idle)
    words = [plain_text((block,)) for block in document.blocks if not isinstance(block, Heading)]
    assert words[-1] == "Für diese Stelle ist in dieser Fassung nichts eingetragen."


def test_the_command_makes_the_extract_alone_and_names_the_bodies_there_are(
    tmp_path: Path, auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "output"
    words = ["build", "--strategy", str(auental), "--output", str(output), "--akteur"]
    assert main([*words, "pflegestuetzpunkt"]) == 0
    assert [file.name for file in output.glob("*.docx")] == ["auszug-pflegestuetzpunkt.docx"]
    assert "Auszug für Pflegestützpunkt Auental" in [
        p.text for p in Document(str(output / "auszug-pflegestuetzpunkt.docx")).paragraphs
    ]
    assert main([*words, "pflegestelle"]) == 2
    assert "Eine Stelle «pflegestelle» gibt es in actors.yaml nicht." in capsys.readouterr().err


def test_what_is_changed_in_an_extract_comes_back_and_nothing_seems_to_be_missing(
    tmp_path: Path, auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "output"
    words = ["--strategy", str(auental)]
    assert main(["build", *words, "--output", str(output), "--akteur", "pflegestuetzpunkt"]) == 0
    file = output / "auszug-pflegestuetzpunkt.docx"
    document = Document(str(file))
    runs = [
        run
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
        for run in paragraph.runs
        if "mindestens zweimal im Jahr" in run.text
    ]
    for run in runs:
        run.text = run.text.replace("zweimal", "dreimal")
    document.save(str(file))
    capsys.readouterr()
    assert main(["review", *words, str(file)]) == 0
    told = capsys.readouterr().out
    assert "MA01" in told
    assert "dreimal" in told
    assert "entfällt" not in told
