"""Zuständigkeiten go back to entries of the register, rows to elements with an ID and a parent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.read.origin import Folder
from generator.read.reading import read_strategy
from tests.receive.word import paragraph, text, unzipped, zipped
from tests.reviewing.road import fingerprint, output, records, returned, run

STORY = "word/document.xml"
WHO = 'w:id="900" w:author="Frau Berger" w:date="2026-11-24T10:12:00Z"'


def story() -> str:
    return unzipped(output().read_bytes())[STORY].decode()


def sent_back(content: str) -> Path:
    files = unzipped(output().read_bytes())
    return returned("amt", zipped(files | {STORY: content.encode()}))


def row_of(words: str, content: str) -> str:
    """The row of a table in which words stand last."""
    at = content.rindex(words)
    return content[content.rindex("<w:tr>", 0, at) : content.index("</w:tr>", at) + len("</w:tr>")]


def new_row(*cells: str, mark: str = "") -> str:
    inner = "".join(f"<w:tc>{paragraph(text(cell))}</w:tc>" for cell in cells)
    return f"<w:tr><w:trPr>{mark}</w:trPr>{inner}</w:tr>"


def goals() -> dict[str, object]:
    strategy = read_strategy(Folder(Path("strategy"))).strategy
    assert strategy is not None
    return dict(strategy.by_id)


def only_body(old: str, new: str) -> str:
    """The document with a body of MA19, which has but one, typed over."""
    content = story()
    row = row_of("Küchen, Räume und Fahrdienste", content)
    behind = content.partition(row)[2]
    assert old in behind[:3000]
    return content.replace(behind, behind.replace(f">{old}<", f">{new}<", 1))


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("Pflegestützpunkt Auental", [("pflegestuetzpunkt", None)]),
        ("pflegestützpunkt auental", [("pflegestuetzpunkt", None)]),
        ("Seniorenbüro", [("seniorenbuero", None)]),
        ("Rat der Älteren (Mitwirkung)", [("rat_der_aelteren", "mitwirkung")]),
        ("Städte und Gemeinden (Federführung)", [("gemeinden", "federfuehrung")]),
        ("Rat der Älteren, Städte und Gemeinden; Bund",
         [("rat_der_aelteren", None), ("gemeinden", None), ("bund", None)]),
    ],
)  # fmt: skip
def test_a_body_is_found_by_its_name_or_a_former_one_with_its_role(
    typed: str, wanted: list[tuple[str, str]], auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = sent_back(only_body("Städte und Gemeinden", typed))
    (one,) = records(capsys, file)
    assert (one["kind"], one["element"], one["applicable"]) == ("responsibility", "MA19", True)
    run(capsys, "review", file, "--apply", "--offene")
    made = goals()["MA19"].zustaendig  # type: ignore[attr-defined]
    assert [(entry.akteur, entry.rolle) for entry in made] == wanted
    (again,) = records(capsys, file)
    assert again["why"] == "Steht schon so in der Strategie."


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("Pflegestützpunk Auenthal", "Gemeint ist vielleicht «Pflegestützpunkt Auental» (pflegestuetz"),
        ("Städte und Gemeinden des Kreises", "nur eine andere Schreibweise von «Städte und Gemeinden»"),
        ("Feuerwehr", "«Feuerwehr» steht nicht in actors.yaml. Die Stelle dort aufnehmen"),
    ],
)  # fmt: skip
def test_a_body_that_nobody_knows_is_asked_about_and_the_nearest_proposed(
    typed: str, why: str, auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    once = fingerprint(Path("strategy"))
    file = sent_back(only_body("Städte und Gemeinden", typed))
    (one,) = records(capsys, file)
    assert (one["kind"], one["applicable"]) == ("responsibility", False)
    assert why in one["why"]
    run(capsys, "review", file, "--apply", "--offene")
    assert fingerprint(Path("strategy")) == once


@pytest.mark.parametrize("mark", [f"<w:ins {WHO}/>", ""], ids=["tracked", "typed"])
def test_a_new_row_with_its_bodies_becomes_an_element_with_the_next_free_id(
    mark: str, auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Behind MA19 below TZ09; MA19 is the highest number that was ever used."""
    content = story()
    row = row_of("Küchen, Räume und Fahrdienste", content)
    bodies = row_of(
        "Städte und Gemeinden", content[: content.index("</w:tbl>", content.index(row))]
    )
    new = new_row("Maßnahme", "neu", "Nachbarn kochen reihum füreinander.", mark=mark)
    new += new_row("Zuständigkeit", "Rat der Älteren", mark=mark)
    file = sent_back(content.replace(bodies, bodies + new))
    (one,) = records(capsys, file)
    assert (one["kind"], one["parent"], one["after"]) == ("added", "TZ09", "MA19")
    assert one["applicable"], one["why"]
    run(capsys, "review", file, "--apply", "--offene")
    made = goals()["MA20"]
    assert made.text == "Nachbarn kochen reihum füreinander."  # type: ignore[attr-defined]
    assert [entry.akteur for entry in made.zustaendig] == ["rat_der_aelteren"]  # type: ignore[attr-defined]
    below = goals()["TZ09"].kinder  # type: ignore[attr-defined]
    assert [goal.id for goal in below][-2:] == ["MA19", "MA20"]
    once = fingerprint(Path("strategy"))
    run(capsys, "review", file, "--apply", "--offene")
    assert fingerprint(Path("strategy")) == once


def test_an_id_of_an_earlier_edition_is_not_given_again(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """EM05 is the last here; a seal that knows EM06 keeps it taken."""
    manifest = Path("strategy/editions/2023/manifest.json")
    seal = json.loads(manifest.read_text("utf-8"))
    seal["ids"]["EM06"] = "empfehlung"
    manifest.write_text(json.dumps(seal), "utf-8")
    content = story()
    row = row_of("neben dem digitalen Weg auch auf Papier", content)
    new = new_row("Empfehlung", "", "Kassen erstatten die Fahrt zum Kurs.")
    file = sent_back(content.replace(row, row + new, 1))
    found = [r for r in records(capsys, file) if r["kind"] == "added"]
    assert [(r["parent"], r["after"], r["applicable"]) for r in found] == [("TH2", "EM05", True)]
    run(capsys, "review", file, "--apply", "--offene")
    assert goals()["EM07"].text == "Kassen erstatten die Fahrt zum Kurs."  # type: ignore[attr-defined]


def test_a_goal_goes_with_all_that_stands_below_it_and_not_without(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The row of MA19 alone is a question; with AS20 and its bodies it is taken out."""
    content = story()
    goal = row_of(
        "richten wöchentliche Mittagstische ein", content[: content.index("Küchen, Räume")]
    )
    step = row_of("Küchen, Räume und Fahrdienste", content)
    file = sent_back(content.replace(goal, ""))
    (one,) = records(capsys, file)
    assert (one["kind"], one["element"], one["applicable"]) == ("removed", "MA19", False)
    assert "AS20" in one["why"]
    after = content.index(step) + len(step)
    bodies = content[after : content.index("</w:tr>", after) + len("</w:tr>")]
    file = sent_back(content.replace(goal + step + bodies, ""))
    found = records(capsys, file)
    assert all(r["applicable"] for r in found), found
    run(capsys, "review", file, "--apply", "--offene")
    assert not {"MA19", "AS20"} & set(goals())


def test_a_goal_that_a_text_refers_to_stays(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = story()
    row = row_of(
        "Börse vermittelt freiwillige Aufgaben",
        content[: content.index("Zuständigkeitsmatrix</w:t></w:r><w:bookmarkEnd")],
    )
    (one, *_) = records(capsys, sent_back(content.replace(row, "", 1)))
    assert (one["kind"], one["element"], one["applicable"]) == ("removed", "MA17", False)
