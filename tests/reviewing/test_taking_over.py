"""Changed wordings are found and taken over, and nothing else becomes another."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.match.wordlike import with_comments, wordlike
from tests.receive.word import unzipped, zipped
from tests.reviewing.road import (
    LOOKS,
    expected,
    fingerprint,
    lines,
    output,
    plain,
    records,
    returned,
    run,
    states,
    told,
    wordings,
)
from tools.reviewer import Reviewer


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", ["Anna Amt", ""], ids=["tracked", "typed"])
def test_forty_changed_wordings_are_all_found_none_invented_and_all_taken_over(
    name: str, look: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = wordings()
    data, edits = Reviewer(name, 11).edit(output().read_bytes(), 40, before)
    file = returned("amt", LOOKS[look](data))
    found = records(capsys, file)
    assert told(found, "element", "author", "old", "new") == expected(edits, name or None)
    assert {r["kind"] for r in found} == {"reworded"}
    assert all(r["applicable"] and r["tracked"] == bool(name) for r in found)
    assert states(capsys, file) == ["changed"]

    code, out = run(capsys, "review", file, "--apply", "--offene")
    assert code == 0
    assert f"Übernommen: {len(edits)} Änderungen." in out
    assert "Nicht übernommen" not in out
    assert wordings() == before | {e.element: plain(e.new) for e in edits}


def test_what_is_taken_over_changes_no_other_line_and_a_second_time_changes_nothing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = lines(Path("strategy"))
    sealed = fingerprint(Path("strategy/editions"))
    data, edits = Reviewer("Anna Amt", 5).edit(output().read_bytes(), 12, wordings())
    file = returned("amt", data)
    run(capsys, "review", file, "--apply", "--offene")
    new = lines(Path("strategy"))
    changed = {name for name in old if old[name] != new[name]}
    assert changed <= {"goals.yaml", "recommendations.yaml"}
    kept = sum(len(set(old[name]) & set(new[name])) for name in changed)
    gone = sum(len(set(old[name]) - set(new[name])) for name in changed)
    assert gone <= sum(len(e.old) for e in edits) / 20
    assert kept > gone
    assert fingerprint(Path("strategy/editions")) == sealed
    for name in changed:
        assert (Path("strategy.vorher") / name).read_bytes() == b"".join(old[name])

    once = fingerprint(Path())
    code, out = run(capsys, "review", file, "--apply", "--offene")
    assert code == 0
    assert fingerprint(Path()) == once
    assert "Übernommen: 0 Änderungen." in out
    assert "Stand schon in der Strategie: " in out
    assert "alle stehen schon in der Strategie." in out
    assert "keine davon" not in out


def test_files_with_windows_line_ends_keep_them(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in Path("strategy").rglob("*.*"):
        if "editions" not in file.parts and file.suffix in (".yaml", ".md"):
            file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    before = wordings()
    data, edits = Reviewer("", 2).edit(output().read_bytes(), 8, before)
    file = returned("amt", data)
    run(capsys, "review", file, "--apply", "--offene")
    assert wordings() == before | {e.element: plain(e.new) for e in edits}
    goals = Path("strategy/goals.yaml").read_bytes()
    assert goals.count(b"\n") == goals.count(b"\r\n") > 100
    once = fingerprint(Path("strategy"))
    run(capsys, "review", file, "--apply", "--offene")
    assert fingerprint(Path("strategy")) == once


def test_the_road_from_build_to_build(auental: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Sent out, changed by two people, remarked, taken over, built again: what is new is printed."""
    every = list(wordings().items())
    first, second, third = every[2][0], every[5][0], every[9][0]
    data = output().read_bytes()
    amt, edits = Reviewer("Anna Amt", 21).edit(data, 3, {first, second, third})
    remarked = with_comments(data, [(every[12][1], "Beirat", "Wer übernimmt das?")])
    files = [returned("amt", wordlike(amt, 1)), returned("beirat", remarked)]
    found = records(capsys, *files)
    remarks = [r for r in found if r["kind"] == "comment"]
    assert [(r["element"], r["author"], r["comment"]) for r in remarks] == [
        (every[12][0], "Beirat", "Wer übernimmt das?"),
        (every[12][0], "Amt", "Danke."),
    ]
    assert remarks[1]["reply_to"] == remarks[0]["id"]
    assert len(found) == len(edits) + 2
    code, out = run(capsys, "review", *files, "--apply", "--offene")
    assert (code, "Die Prüfung nennt" in out) == (0, True)
    assert "strategy.vorher" in out
    run(capsys, "build", "--pages", "off", "--only", "strategie")
    printed = unzipped(output().read_bytes())["word/document.xml"].decode()
    for edit in edits:
        assert plain(edit.new).replace("&", "&amp;") in printed
    assert states(capsys, output()) == ["unchanged"]


def test_words_that_stand_beside_the_place_already_are_put_in_once(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two files on one wording, each taken over by itself, then again, then both together."""
    before = wordings()["MA07"]
    assert "und am Samstag" in before
    wishes = [("und am Samstag", "und am Abend und am Samstag"), ("Der Rufbus", "Jeder Rufbus")]
    files = []
    for number, (old, new) in enumerate(wishes):
        parts = unzipped(output().read_bytes())
        text, edited = before.encode(), before.replace(old, new).encode()
        assert text in parts["word/document.xml"]
        parts["word/document.xml"] = parts["word/document.xml"].replace(text, edited)
        files.append(returned(str(number), zipped(parts)))
    for file in files:
        run(capsys, "review", file, "--apply", "--offene")
    both = before
    for old, new in wishes:
        both = both.replace(old, new)
    assert wordings()["MA07"] == both
    once = fingerprint(Path("strategy"))
    for again in ([files[0]], [files[1]], files, files[::-1]):
        code, out = run(capsys, "review", *again, "--apply", "--offene")
        assert (code, "Übernommen: 0 Änderungen." in out) == (0, True)
        assert "Nicht übernommen" not in out
        assert fingerprint(Path("strategy")) == once
