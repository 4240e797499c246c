"""``strategie review`` and ``verify`` as people use them: what they refuse, and what they leave alone."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.judges import ROOT
from tests.match.wordlike import with_comments
from tests.receive.word import unzipped, zipped
from tests.reviewing.road import (
    fingerprint,
    output,
    returned,
    run,
    states,
    wordings,
)
from tools.reviewer import Reviewer


def test_review_and_verify_write_nothing_but_the_report_asked_for(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, _ = Reviewer("Anna Amt", 1).edit(output().read_bytes(), 5, wordings())
    file = returned("amt", data)
    before = fingerprint(auental)
    for form in ("text", "json"):
        run(capsys, "review", file, "--format", form)
        run(capsys, "verify", file, "--format", form)
    assert fingerprint(auental) == before
    code, out = run(capsys, "review", file, "--output", "bericht.txt")
    assert (code, out) == (0, "Bericht: bericht.txt\n")
    assert "Anna Amt" in Path("bericht.txt").read_text("utf-8")
    Path("bericht.txt").unlink()
    assert fingerprint(auental) == before


@pytest.mark.parametrize(
    ("arguments", "fragment"),
    [
        (["review"], "DATEI"),
        (["review", "gibt-es-nicht.docx"], "gibt-es-nicht.docx gibt es nicht"),
        (["review", "zurueck/*.docx"], "Zu zurueck/*.docx gibt es keine Datei"),
        (["review", "~$strategie.docx"], "~$"),
        (["review", "strategy"], "Ordner"),
        (["review", "strategy/goals.yaml"], "keine Word-Datei"),
        (["review", "output/strategie.docx", "--offene"], "--apply"),
        (["review", "output/strategie.docx", "--strategy", "nirgends"], "nirgends/strategy.yaml"),
        (["review", "output/strategie.docx", "--output", "output"], "Ordner"),
        (
            ["review", "output/strategie.docx", "--record", "--strategy", "strategy/editions/2023"],
            "gesiegelte Fassung",
        ),
        (["verify", "strategy/goals.yaml"], "keine Word-Datei"),
        (
            ["review", "output/strategie.docx", "--apply", "--offene",
             "--strategy", "strategy/editions/2023"],
            "gesiegelte Fassung",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_done_gives_one_sentence_and_exit_code_2(
    arguments: list[str], fragment: str, auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = fingerprint(auental)
    code, out = run(capsys, *arguments)
    assert (code, fragment in out) == (2, True), out
    assert "Traceback" not in out
    assert fingerprint(auental) == before


def test_a_shell_that_expands_no_names_is_helped_and_words_lock_files_are_passed_over(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = output().read_bytes()
    for name in ("b", "a"):
        returned(name, data)
    Path("zurueck/~$a.docx").write_bytes(b"\x05Anna")
    code, out = run(capsys, "verify", "zurueck/*.docx", "--format", "json")
    assert code == 0
    assert [file["file"] for file in json.loads(out)["files"]] == [
        "zurueck/a.docx",
        "zurueck/b.docx",
    ]


def test_a_strategy_with_mistakes_is_not_written_into(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, _ = Reviewer("Anna Amt", 1).edit(output().read_bytes(), 5, wordings())
    file = returned("amt", data)
    with Path("strategy/actors.yaml").open("a", encoding="utf-8") as actors:
        actors.write("unbekannt: 1\n")
    before = fingerprint(Path("strategy"))
    code, out = run(capsys, "review", file, "--apply", "--offene")
    assert (code, "fehlerfrei" in out) == (2, True)
    assert fingerprint(Path("strategy")) == before


def test_a_foreign_file_is_told_as_such(auental: Path, capsys: pytest.CaptureFixture[str]) -> None:
    house = Path("haus.docx")
    shutil.copy(ROOT / "templates" / "kreistag.docx", house)
    assert states(capsys, house) == ["foreign"]
    _, out = run(capsys, "verify", house)
    assert "nicht von diesem Programm erzeugt" in out


def test_verify_needs_no_strategy_where_the_file_knows_itself(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, _ = Reviewer("Anna Amt", 1).edit(output().read_bytes(), 3, wordings())
    file = returned("amt", data)
    shutil.rmtree("strategy")
    assert states(capsys, output(), file) == ["unchanged", "changed"]


def test_remarks_alone_change_no_word(auental: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = next(iter(wordings().values()))
    file = returned("beirat", with_comments(output().read_bytes(), [(where, "Beirat", "Wer?")]))
    assert states(capsys, file) == ["resaved"]
    code, out = run(capsys, "verify", file)
    assert (code, "nur Anmerkungen hinzu (2 Anmerkungen;" in out) == (0, True)


def test_of_remarks_alone_nothing_is_to_be_taken_over(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = next(iter(wordings().values()))
    file = returned("beirat", with_comments(output().read_bytes(), [(where, "Beirat", "Wer?")]))
    before = fingerprint(Path("strategy"))
    code, out = run(capsys, "review", file, "--apply", "--offene")
    assert code == 0
    assert out.endswith("Nur Anmerkungen; kein Wort ist geändert.\n\nZu übernehmen war nichts.\n")
    assert fingerprint(Path("strategy")) == before


def test_remarks_without_a_place_are_not_called_unchanged(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = unzipped(output().read_bytes())
    where = next(iter(wordings().values()))
    remarked = unzipped(with_comments(output().read_bytes(), [(where, "Beirat", "Wer?")]))
    lost = returned("ohne", zipped({**remarked, "word/document.xml": files["word/document.xml"]}))
    stray = {**files, "word/comments.xml": remarked["word/comments.xml"]}
    for file in (lost, returned("lose", zipped(stray))):
        assert states(capsys, file) == ["resaved"]
        _, out = run(capsys, "review", file)
        assert "Beirat" in out
        assert "2 Anmerkungen; nicht zugeordnet: 2." in out


def test_a_file_that_lost_its_footnotes_is_changed_and_no_note_is_called_deleted(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = unzipped(output().read_bytes())
    assert b"footnoteReference" in files["word/document.xml"]
    del files["word/footnotes.xml"]
    file = returned("ohne", zipped(files))
    assert states(capsys, file) == ["changed"]
    _, out = run(capsys, "review", file)
    assert "Die Fußnoten der Datei fehlen oder sind beschädigt" in out
    assert "gestrichen ·" not in out
