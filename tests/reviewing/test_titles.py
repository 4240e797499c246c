"""What a reviewer changes in a title finds its way back beside what is changed in the wording."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from tests.receive.word import unzipped, zipped
from tests.reviewing.road import output, records, returned, run, wordings

STORY = "word/document.xml"


@pytest.fixture
def titled(auental: Path) -> Path:
    """The example county with two titles, its document printed anew."""
    goals = Path("strategy/goals.yaml")
    text = goals.read_text("utf-8")
    text = text.replace("- id: MA15\n", "- id: MA15\n        titel: Kurse daheim\n")
    goals.write_text(
        text.replace("- id: MA16\n", "- id: MA16\n        titel: Im Gespräch\n"), "utf-8"
    )
    assert main(["build", "--pages", "off", "--only", "strategie"]) == 0
    return goals


def typed(*changes: tuple[str, str]) -> Path:
    """The document with words typed over at their main place."""
    files = unzipped(output().read_bytes())
    story = files[STORY].decode()
    for old, new in changes:
        assert old in story
        story = story.replace(old, new, 1)
    return returned("amt", zipped(files | {STORY: story.encode()}))


def test_a_title_and_a_wording_typed_over_are_taken_over_as_two_changes(
    titled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = wordings()
    file = typed(
        ("Kurse daheim", "Pflegekurse daheim"),
        ("Kurse vermitteln pflegenden", "Gute Kurse vermitteln pflegenden"),
    )
    found = records(capsys, file)
    assert [(r["element"], r["field"], r["kind"], r["old"], r["applicable"]) for r in found] == [
        ("MA15", "title", "text", "Kurse daheim", True),
        ("MA15", "text", "reworded", before["MA15"], True),
    ]
    code, out = run(capsys, "review", file, "--apply", "--offene")
    assert code == 0, out
    assert "Übernommen: 2 Änderungen." in out
    assert "titel: Pflegekurse daheim\n" in titled.read_text("utf-8")
    assert wordings()["MA15"].startswith("Gute Kurse vermitteln")
    assert {k: v for k, v in wordings().items() if k != "MA15"} == {
        k: v for k, v in before.items() if k != "MA15"
    }
    assert main(["build", "--pages", "off", "--only", "strategie"]) == 0


def test_titles_exchanged_are_two_changes_of_the_elements_whose_ids_stand_beside_them(
    titled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = typed(("Kurse daheim", "\0"), ("Im Gespräch", "Kurse daheim"), ("\0", "Im Gespräch"))
    found = records(capsys, file)
    assert {(r["element"], r["field"], r["new"]) for r in found} == {
        ("MA15", "title", "Im Gespräch"),
        ("MA16", "title", "Kurse daheim"),
    }


def test_a_heading_changed_in_one_of_its_prints_changes_the_title_it_comes_from(
    titled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The overview prints it behind its number; the heading itself is as it was."""
    file = typed(("Unterwegs und erreichbar", "Mobil und erreichbar"))
    (one,) = records(capsys, file)
    assert (one["element"], one["field"], one["applicable"]) == ("HF2", "title", True)
    run(capsys, "review", file, "--apply", "--offene")
    assert "titel: Mobil und erreichbar\n" in titled.read_text("utf-8")


def test_a_line_that_names_the_body_above_is_asked_with_the_key_it_comes_from(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = typed((">gehört zu: Landratsamt Auental<", ">gehört zum Kreistag Auental<"))
    (one,) = records(capsys, file)
    assert (one["element"], one["applicable"]) == ("sozialamt", False)
    assert "«teil_von» in actors.yaml bei «sozialamt»" in one["why"]
