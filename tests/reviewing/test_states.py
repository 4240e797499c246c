"""A file that lost its map is compared with the state that it came from, wherever that still is."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.match.wordlike import without_bookmarks
from tests.receive.word import unzipped, zipped
from tests.reviewing.road import output, plain, returned, run
from tools.reviewer import Reviewer

GIT = ["git", "-c", "user.name=Anna", "-c", "user.email=a@b.de", "-c", "commit.gpgsign=false"]


def without_map(data: bytes) -> bytes:
    """As ODT and some programs leave it: no part of ours, no bookmark, the properties."""
    files = unzipped(without_bookmarks(data))
    return zipped({name: part for name, part in files.items() if not name.startswith("customXml/")})


def without_properties(data: bytes) -> bytes:
    files = unzipped(data)
    custom = "docProps/custom.xml"
    files[custom] = re.sub(rb"<property .*?</property>", b"", files[custom], flags=re.DOTALL)
    return zipped(files)


def read(capsys: pytest.CaptureFixture[str], file: Path) -> tuple[dict, list[dict]]:
    code, out = run(capsys, "review", "--format", "json", file)
    assert code == 0, out
    content = json.loads(out)
    return content["files"][0], content["records"]


def went_on() -> None:
    """The draft after the file was sent: one wording and one paragraph are other ones."""
    for name, old, new in (
        ("goals.yaml", "Digitale Angebote schließen niemanden aus.", "Gute Angebote gelten allen."),
        (
            "texts/lage.md",
            "Der Landkreis fängt nicht bei null an:",
            "Der Landkreis fängt nicht neu an:",
        ),
    ):
        path = Path("strategy") / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize("name", ["Anna Amt", ""], ids=["tracked", "typed"])
def test_a_state_that_only_git_holds_is_found_by_its_digest(
    name: str, auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without it, what the draft became since would count as typed by the reviewer."""
    for command in (["init", "-q"], ["add", "strategy"], ["commit", "-qm", "Stand"]):
        subprocess.run([*GIT, *command], check=True)
    data, edits = Reviewer(name, 4).edit(without_map(output().read_bytes()), 10)
    file = returned("amt", data)
    went_on()
    about, found = read(capsys, file)
    assert about["base"] == "source"
    assert {(plain(r["old"]), plain(r["new"])) for r in found} == {
        (plain(e.old), plain(e.new)) for e in edits
    }


def test_without_any_trace_of_the_state_only_tracked_changes_are_told_and_it_is_said(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, edits = Reviewer("Anna Amt", 4).edit(without_map(output().read_bytes()), 10)
    file = returned("umbenannt (2)", without_properties(data))
    went_on()
    about, found = read(capsys, file)
    assert about["base"] == "rejected"
    assert "ließ sich nicht feststellen" in about["notes"][0]
    assert {(plain(r["old"]), plain(r["new"])) for r in found} == {
        (plain(e.old), plain(e.new)) for e in edits
    }
    assert about["accounted"]["unplaced"] == 0


def test_what_the_reviewer_changed_is_made_on_what_the_draft_is_now(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Three-way: one paragraph is changed on both sides, in different words."""
    story = unzipped(output().read_bytes())
    main = story["word/document.xml"].decode()
    for old, new in (
        ("Was gut läuft</w:t>", "Was schon gut läuft</w:t>"),
        ("fängt nicht bei null an:", "fängt heute nicht bei null an:"),
    ):
        before, found, behind = main.rpartition(old)
        assert found
        main = before + new + behind
    file = returned("amt", zipped(story | {"word/document.xml": main.encode()}))
    went_on()
    run(capsys, "review", file, "--apply", "--offene")
    text = Path("strategy/texts/lage.md").read_text("utf-8")
    assert "## Was schon gut läuft" in text
    assert "Der Landkreis fängt heute nicht neu an:" in text


def test_chapters_that_were_not_sent_back_are_named_and_not_struck_out(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One chapter of the document, as an office returns what concerns it; one word is changed."""
    files = unzipped(output().read_bytes())
    story = files["word/document.xml"].decode()
    start = story.rindex("<w:p>", 0, story.index('w:name="programm"'))
    end = story.rindex("<w:p>", 0, story.index('w:name="beteiligung"'))
    head = story[: story.index("<w:body>") + len("<w:body>")]
    kept = story[start:end].replace("Wer tut was?", "Wer macht was?")
    tail = story[story.rindex("<w:sectPr") :]
    file = returned("amt", zipped(files | {"word/document.xml": (head + kept + tail).encode()}))
    about, found = read(capsys, file)
    assert [(r["old"], r["new"]) for r in found if r["element"]] == [
        ("Wer tut was?", "Wer macht was?")
    ]
    assert "gelten als nicht mitgeschickt" in about["notes"][0]
    assert "«Das Wichtigste vorab»" in about["notes"][0]
    _, out = run(capsys, "verify", file)
    assert "verändert" in out


def test_text_of_another_document_pasted_in_is_told_as_new_where_it_stands(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = unzipped(output().read_bytes())
    story = files["word/document.xml"].decode()
    at = story.index("</w:p>", story.index("fängt nicht bei null an:")) + len("</w:p>")
    pasted = "".join(
        f"<w:p><w:r><w:t>Absatz {n} aus dem Protokoll der Sitzung.</w:t></w:r></w:p>" for n in "ABC"
    )
    file = returned(
        "amt", zipped(files | {"word/document.xml": (story[:at] + pasted + story[at:]).encode()})
    )
    _, found = read(capsys, file)
    assert [(r["kind"], r["parent"], r["applicable"]) for r in found] == [
        ("added", "lage", True)
    ] * 3
    run(capsys, "review", file, "--apply", "--offene")
    text = Path("strategy/texts/lage.md").read_text("utf-8")
    places = [text.index(f"Absatz {n} aus") for n in "ABC"]
    assert (
        text.index("fängt nicht bei null an:")
        < places[0]
        < places[1]
        < places[2]
        < text.index("1. Rat")
    )
    once = Path("strategy/texts/lage.md").read_bytes()
    run(capsys, "review", file, "--apply", "--offene")
    assert Path("strategy/texts/lage.md").read_bytes() == once
