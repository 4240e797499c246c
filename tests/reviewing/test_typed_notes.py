"""Explanatory footnotes on the way back: untouched they say nothing, what is done to one is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from tests.office import saved
from tests.receive.word import unzipped, zipped
from tests.reviewing.conftest import copied
from tests.reviewing.road import output, plain, records, returned, run, states

PROSE = """

Die Zahlen^[Sie stammen *alle* aus dem Amt, siehe [[WZ01]] und [@sommerfeld2021, S. 3] von dort.] sind neu.

- Ein Punkt der Liste^[In der Liste erläutert.] steht hier

## Ein Titel^[Zum Titel erläutert.]

| Jahr^[Im Kopf erläutert.] | Wert |
|---|---|
| 2026 | viel^[In der Zelle erläutert.] |
"""
WHO = 'w:id="900" w:author="Frau Berger" w:date="2026-11-24T10:12:00Z"'


@pytest.fixture
def noted(built: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example county with explanatory footnotes in a text, and its Word files."""
    folder = copied(built("examples/auental"), tmp_path, monkeypatch)
    text = Path("strategy/texts/lage.md")
    text.write_text(text.read_text("utf-8").rstrip() + PROSE, "utf-8")
    only = "strategie,aenderungsfassung"
    assert main(["build", "--pages", "off", "--only", only, "--trotz-fehlern"]) == 0
    return folder


def changed(part: str, old: str, new: str) -> Path:
    parts = unzipped(output().read_bytes())
    content = parts[part].decode()
    assert content.count(old) == 1
    parts[part] = content.replace(old, new).encode()
    return returned("zurueck", zipped(parts))


def run_of(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_untouched_notes_say_nothing_whoever_saved_the_file(
    noted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [output("strategie"), output("aenderungsfassung")]
    assert states(capsys, *files) == ["unchanged"] * 2
    assert records(capsys, *files, *saved(noted / "lo", files, "docx")) == []


@pytest.mark.parametrize(
    "words", ["In der Liste erläutert.", "Zum Titel erläutert.", "In der Zelle erläutert."]
)
def test_a_word_put_into_a_note_is_told_of_its_text(
    words: str, noted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = f"<w:ins {WHO}>{run_of(' Und mehr.')}</w:ins>"
    (one,) = records(capsys, changed("word/footnotes.xml", run_of(words), run_of(words) + more))
    assert (one["kind"], one["element"], one["author"]) == ("text", "lage", "Frau Berger")
    assert (plain(one["old"]), plain(one["new"])) == (words, f"{words} Und mehr.")
    assert (one["applicable"], one["tracked"]) == (True, True)
    run(capsys, "review", Path("zurueck/zurueck.docx"), "--apply", "--offene")
    assert f"^[{words} Und mehr.]" in Path("strategy/texts/lage.md").read_text("utf-8")


def test_a_note_reworded_without_tracking_is_told(
    noted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = changed("word/footnotes.xml", "Zum Titel erläutert.", "Zur Überschrift erklärt.")
    (one,) = records(capsys, file)
    assert (one["element"], one["author"]) == ("lage", None)
    assert (plain(one["old"]), plain(one["new"])) == (
        "Zum Titel erläutert.",
        "Zur Überschrift erklärt.",
    )


def test_a_note_taken_out_with_its_sign_is_told(
    noted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = unzipped(output().read_bytes())["word/document.xml"].decode()
    notes = unzipped(output().read_bytes())["word/footnotes.xml"].decode()
    number = notes[: notes.index("Zum Titel")].rpartition('w:footnote w:id="')[2].partition('"')[0]
    start = document[: document.index(f'w:footnoteReference w:id="{number}"')].rindex("<w:r>")
    sign = document[start : document.index("</w:r>", start) + len("</w:r>")]
    file = changed("word/document.xml", sign, f"<w:del {WHO}>{sign}</w:del>")
    found = records(capsys, file)
    assert {(one["element"], plain(one["old"]), plain(one["new"])) for one in found} == {
        ("lage", "Zum Titel erläutert.", "")
    }
