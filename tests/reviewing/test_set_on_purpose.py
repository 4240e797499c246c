"""Spaces and hyphens that someone set on purpose come from the file into every product and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.office import saved
from tests.receive.word import unzipped, zipped
from tests.reviewing.road import (
    LOOKS,
    PRODUCTS,
    output,
    records,
    returned,
    run,
    states,
    wordings,
)

WORDING = "Digitale Angebote schließen niemanden aus."
SET = "Digitale\u00a0Angebote schlie\u00adßen niemanden\u202faus."
PROSE = "Nach §\u00a05 stehen 19.000\u202f€ bereit,\nauch wenn es weich\u00adtrennbar ist.\n"
PRINTED = ("Digitale\u00a0Angebote", "niemanden\u202faus", "§\u00a05", "19.000\u202f€")
READABLE = ("aenderungen.html", "aenderungen.md")


@pytest.fixture
def county(auental: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The example county with such signs in a goal and in a text, and what is built of it."""
    goals = auental / "strategy" / "goals.yaml"
    before = goals.read_text("utf-8")
    assert before.count(WORDING) == 1
    goals.write_text(before.replace(WORDING, SET), "utf-8")
    text = auental / "strategy" / "texts" / "WZ05.md"
    text.write_text(f"{text.read_text('utf-8')}\n{PROSE}", "utf-8")
    code, said = run(capsys, "build", "--pages", "off")
    assert code == 0, said
    return auental


def printed(product: str) -> str:
    """What a Word file says, its marks of deletion left out."""
    return unzipped(output(product).read_bytes())["word/document.xml"].decode()


def test_every_product_prints_them(county: Path) -> None:
    assert all(words in printed("strategie") for words in PRINTED)
    for product in PRODUCTS:
        assert "\u00ad" not in printed(product)
        assert printed(product).count("<w:softHyphen/>") >= 2
        assert all(words in printed(product) for words in PRINTED[2:])
    for name in READABLE:
        text = (Path("output") / name).read_text("utf-8")
        assert all(words in text for words in (*PRINTED[2:], "weich\u00adtrennbar"))


def test_files_that_nobody_changed_give_no_statement(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [output(product) for product in PRODUCTS]
    assert states(capsys, *files) == ["unchanged"] * 3
    assert records(capsys, *files) == []
    for name, look in LOOKS.items():
        assert records(capsys, returned(name, look(output().read_bytes()))) == []


def test_files_saved_again_by_libreoffice_give_no_statement(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [output(product) for product in PRODUCTS]
    assert records(capsys, *saved(county / "einmal", files, "docx")) == []


def test_a_changed_word_leaves_them_with_the_words_that_stay(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = unzipped(output().read_bytes())
    story = parts["word/document.xml"].decode()
    changed = story.replace("niemanden\u202faus", "wirklich keinen\u00a0aus")
    assert changed != story
    file = returned("amt", zipped({**parts, "word/document.xml": changed.encode()}))
    told, found = records(capsys, file)
    assert (told["kind"], told["applicable"]) == ("computed", False)
    assert "WZ05" in told["why"], "the page of decisions sums up what moved"
    assert (found["element"], found["kind"]) == ("WZ05", "reworded")
    code, said = run(capsys, "review", file, "--apply", "--offene")
    assert code == 0, said
    expected = "Digitale\u00a0Angebote schlie\u00adßen wirklich keinen\u202faus."
    assert wordings()["WZ05"] == expected
    text = (county / "strategy" / "texts" / "WZ05.md").read_text("utf-8")
    assert text.endswith(PROSE)
