"""One change that cannot be proven is taken back alone; prints of one wording that differ are asked about."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.reviewing import applying
from generator.reviewing.edit_proof import unproven
from tests.receive.word import unzipped, zipped
from tests.reviewing.conftest import copied
from tests.reviewing.road import lines, output, plain, records, returned, run, wordings

STORY = "word/document.xml"


def sent_back(*changes: tuple[str, str, bool]) -> Path:
    """The document with words typed over at their first or last place."""
    files = unzipped(output().read_bytes())
    story = files[STORY].decode()
    for old, new, last in changes:
        before, found, behind = story.rpartition(old) if last else story.partition(old)
        assert found, old
        story = before + new + behind
    return returned("amt", zipped(files | {STORY: story.encode()}))


def test_what_is_not_proven_is_taken_back_and_the_rest_is_written(
    auental: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text, a title and a body; the title is said to have changed more than itself."""
    title = ("HF2", "titel")

    def doubting(*prints: object) -> set[tuple[str, str]]:
        check: Callable[..., set[tuple[str, str]]] = unproven
        return check(*prints) | ({title} & prints[2].units)  # type: ignore[attr-defined]

    monkeypatch.setattr(applying, "unproven", doubting)
    before = lines(Path("strategy"))
    file = sent_back(
        (">Unterwegs und erreichbar<", ">Mobil und erreichbar<", True),
        ("fängt nicht bei null an:", "fängt heute nicht bei null an:", True),
        (">Stabsstelle Mobilität<", ">Bund<", False),
    )
    assert [r["applicable"] for r in records(capsys, file)] == [True] * 3
    _, out = run(capsys, "review", file, "--apply", "--offene")
    assert "Übernommen: 2 Änderungen." in out
    assert "diese Änderung wurde zurückgenommen" in " ".join(out.split())
    now = lines(Path("strategy"))
    assert {name for name in before if before[name] != now[name]} == {"texts/lage.md", "goals.yaml"}
    assert not any(b"Mobil und erreichbar" in line for line in now["goals.yaml"])


def test_a_heading_that_two_of_its_prints_change_differently_is_a_question(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = sent_back(
        ("Unterwegs und erreichbar", "Mobil und erreichbar", False),
        (">Unterwegs und erreichbar<", ">Unterwegs und vernetzt<", True),
    )
    found = records(capsys, file)
    assert [(r["element"], r["field"]) for r in found] == [("HF2", "title")] * 2
    assert all(r["conflicts"] and not r["applicable"] for r in found)


def test_a_heading_that_all_of_its_prints_change_alike_is_one_record(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = ">Umsetzung und Fortschreibung<", ">Umsetzung und Bericht<"
    file = sent_back((old, new, False), (old, new, True))
    (one,) = records(capsys, file)
    assert (one["element"], one["applicable"]) == ("steuerung", True)


def test_a_wording_that_takes_the_room_of_contents_and_overview_is_written(
    built: Callable[[str], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """They name the leading goals no more; that is no change of other goals."""
    copied(built("strategy"), tmp_path, monkeypatch)
    old = wordings()["LZ09"]
    new = f"{old[:-1]}, auch auf dem Land, am Abend, am Samstag und in den Schulferien, {'und weit ' * 60}."
    before = lines(Path("strategy"))
    file = sent_back((f">{old}<", f">{new}<", True))
    code, out = run(capsys, "review", file, "--apply", "--offene")
    assert (code, "Übernommen: 1 Änderung." in out) == (0, True), out
    assert plain(wordings()["LZ09"]) == plain(new)
    now = lines(Path("strategy"))
    assert {name for name in before if before[name] != now[name]} == {"goals.yaml"}
