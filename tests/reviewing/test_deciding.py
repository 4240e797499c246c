"""What was decided is written, each as it was decided, and of the rest it is said why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.render.formats.docx.printed_map import PrintedMap
from generator.reviewing import applying
from generator.reviewing.edit_proof import Edits, unproven
from tests.match.wordlike import with_comments
from tests.reviewing.opinions import FILE, decide, done, entries, entry
from tests.reviewing.road import fingerprint, lines, output, returned, run, wordings
from tests.reviewing.test_recording import typed
from tools.reviewer import Reviewer

RUFBUS = "Der Rufbus fährt auch am Nachmittag und am Samstag in alle Ortsteile."
FIRST = RUFBUS.replace("in alle Ortsteile", "in jedes Dorf")
SECOND = RUFBUS.replace("in alle Ortsteile", "in fast alle Ortsteile")


@pytest.fixture
def both(auental: Path, capsys: pytest.CaptureFixture[str]) -> list[Path]:
    """Two files that make something else of the same words, recorded as S001 and S002."""
    assert wordings()["MA07"] == RUFBUS
    data = output().read_bytes()
    files = [returned(n, typed(data, RUFBUS, t)) for n, t in (("amt", FIRST), ("kasse", SECOND))]
    run(capsys, "review", *files, "--record")
    assert [(e["id"], e["neu"]) for e in entries()] == [("S001", FIRST), ("S002", SECOND)]
    return files


def applied(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> dict:
    """What ``--apply`` did; done twice, the second time changes no byte."""
    told = done(capsys, "applied", "--apply", *arguments)
    once = fingerprint(Path("strategy"))
    again = done(capsys, "applied", "--apply", *arguments)
    assert (again["taken"], again["written"]) == ([], [])
    assert fingerprint(Path("strategy")) == once
    return told


def test_without_a_decision_nothing_is_written(
    both: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    once = fingerprint(Path("strategy"))
    told = applied(capsys, *both)
    assert told == {
        "taken": [], "refused": {}, "done": [], "open": ["R001", "R002"], "rejected": [],
        "written": [], "notes": [],
    }  # fmt: skip
    _, out = run(capsys, "review", *both, "--apply")
    assert "Noch nicht entschieden: R001, R002." in out
    assert fingerprint(Path("strategy")) == once


@pytest.mark.parametrize(
    ("first", "second", "wording", "taken"),
    [
        (("uebernommen", {}), ("offen", {}), FIRST, ["R001"]),
        (("uebernommen", {}), ("abgelehnt", {"begruendung": "Nein."}), FIRST, ["R001"]),
        (("abgelehnt", {"begruendung": "Nein."}), ("uebernommen", {}), SECOND, ["R002"]),
        (("teilweise", {"fassung": "Der Rufbus fährt öfter."}), ("offen", {}), "Der Rufbus fährt öfter.", ["R001"]),
        (("uebernommen", {}), ("uebernommen", {}), RUFBUS, []),
        (("teilweise", {}), ("offen", {}), RUFBUS, []),
        (("teilweise", {"fassung": "Er fährt."}), ("teilweise", {"fassung": "Er fährt."}), "Er fährt.", ["R001", "R002"]),
        (("abgelehnt", {"begruendung": "Nein."}), ("abgelehnt", {"begruendung": "Nein."}), RUFBUS, []),
    ],
)  # fmt: skip
def test_of_two_on_the_same_words_the_decided_one_is_written(
    first: tuple, second: tuple, wording: str, taken: list[str], both: list[Path],
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    old = lines(Path("strategy"))
    for identity, (decision, more) in (("S001", first), ("S002", second)):
        decide(identity, decision, **more)
    kept = FILE.read_bytes()
    told = applied(capsys, *both)
    assert (wordings()["MA07"], told["taken"]) == (wording, taken)
    assert FILE.read_bytes() == kept
    every = {*told["taken"], *told["refused"], *told["open"], *told["rejected"]}
    assert every == {"R001", "R002"}
    assert all(told["refused"].values())
    new = lines(Path("strategy"))
    assert {n for n in old if old[n] != new[n]} == ({"goals.yaml"} if taken else set()) | {
        FILE.name
    }


def test_what_stands_once_another_is_taken_back_is_not_said_to_be_refused(
    both: list[Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second does not fit beside the first, but that cannot be proven and is not written."""
    decide("S001", "teilweise", fassung=FIRST)
    decide("S002", "uebernommen")

    def doubting(before: PrintedMap, after: PrintedMap, edits: Edits) -> set[tuple[str, str]]:
        first = any(FIRST in values for values in edits.wordings.values())
        return edits.units if first else unproven(before, after, edits)

    monkeypatch.setattr(applying, "unproven", doubting)
    told = done(capsys, "applied", "--apply", *both)
    assert (wordings()["MA07"], told["taken"], list(told["refused"])) == (
        SECOND,
        ["R002"],
        ["R001"],
    )


def test_what_is_open_and_in_no_conflict_is_decided_by_being_taken_over(
    both: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """The rejected one is in nobody's way any more; the entry says what became of it."""
    decide("S002", "abgelehnt", begruendung="Zu ungenau.")
    told = applied(capsys, *both, "--offene")
    assert (told["taken"], told["rejected"]) == (["R001"], ["R002"])
    assert wordings()["MA07"] == FIRST
    assert [e["entscheidung"] for e in entries()] == ["uebernommen", "abgelehnt"]
    assert {Path(name).name for name in told["written"]} == {"goals.yaml", FILE.name}


def test_without_entries_the_open_ones_are_taken_over_as_before(
    both: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    FILE.unlink()
    told = applied(capsys, both[0], "--offene")
    assert told["taken"] == ["R001"]
    assert not FILE.exists()


def test_what_was_rejected_after_it_was_written_is_named(
    both: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "review", both[0], "--apply", "--offene")
    text = FILE.read_text("utf-8")
    FILE.write_text(
        text.replace(
            "entscheidung: uebernommen", "entscheidung: abgelehnt\n        begruendung: Nein."
        ),
        "utf-8",
    )
    told = done(capsys, "applied", both[0], "--apply")
    assert told["rejected"] == ["R001"]
    (note,) = told["notes"]
    assert "steht aber schon in der Strategie" in note


def test_a_wording_that_follows_from_a_remark_is_written(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = with_comments(output().read_bytes(), [(RUFBUS, "Bert Beirat", "Und nachts?")])
    file = returned("beirat", data)
    run(capsys, "review", file, "--record")
    remark = entry(text="Und nachts?")["id"]
    new = RUFBUS.replace("am Nachmittag", "in der Nacht")
    decide(remark, "uebernommen", fassung=new, antwort="Danke, das fehlte.")
    told = applied(capsys, file)
    assert wordings()["MA07"] == new
    assert (len(told["taken"]), told["refused"]) == (1, {})
    _, out = run(capsys, "review", file)
    assert "Und nachts?" in out
    assert f"{remark}: übernommen." in out


def test_a_wording_that_cannot_be_one_is_refused_with_the_reason(
    both: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    decide("S001", "teilweise", fassung="Der Rufbus fährt [[MA09]] {{ anzahl.ziele }}.")
    told = applied(capsys, *both)
    assert list(told["refused"]) == ["R001"]
    assert "wird nichts eingesetzt" in told["refused"]["R001"]
    assert wordings()["MA07"] == RUFBUS


def test_recording_and_taking_over_in_one_call(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = wordings()
    data, edits = Reviewer("Anna Amt", 3).edit(output().read_bytes(), 6, before)
    file = returned("amt", data)
    code, out = run(capsys, "review", file, "--record", "--apply", "--offene")
    assert code == 0
    assert f"Festgehalten: {len(edits)} Stellungnahmen" in out
    assert f"Übernommen: {len(edits)} Änderungen." in out
    assert {e["entscheidung"] for e in entries()} == {"uebernommen"}
    assert {i for i, text in wordings().items() if text != before[i]} == {e.element for e in edits}


def test_what_is_decided_is_no_question_any_more(
    both: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert "Zu entscheiden (2)" in run(capsys, "review", *both)[1]
    decide("S001", "uebernommen")
    _, out = run(capsys, "review", *both)
    assert "Zu entscheiden (1)" in out
    decide("S002", "abgelehnt", begruendung="Nein.")
    _, out = run(capsys, "review", *both)
    assert "Zu entscheiden" not in out
    assert "Abgelehnt (S002)." in out


def test_what_was_decided_and_stands_in_another_file_is_named(
    both: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    decide("S001", "uebernommen")
    told = done(capsys, "applied", both[1], "--apply")
    assert (told["taken"], wordings()["MA07"]) == ([], RUFBUS)
    (note,) = told["notes"]
    assert note.startswith(
        "Entschieden, aber in keiner der genannten Dateien: S001 (zurueck/amt.docx)."
    )
    assert done(capsys, "applied", both[0], "--apply")["taken"] == ["R001"]
