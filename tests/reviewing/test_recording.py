"""Stellungnahmen are kept: once each, by round, with every decision."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import get_args

import pytest

from generator.model.review import WORDS, StatementKind
from generator.model.stellungnahme import StatementWord, Stellungnahme
from generator.read.origin import Folder
from generator.read.reading import read_strategy
from generator.reviewing.opinion_entries import said
from tests.match.wordlike import with_comments, wordlike
from tests.office import saved
from tests.receive.word import unzipped, zipped
from tests.reviewing.opinions import FILE, decide, done, entries, entry
from tests.reviewing.road import fingerprint, output, records, returned, run, wordings
from tools.reviewer import Reviewer


def typed(data: bytes, old: str, new: str) -> bytes:
    """The file with other words, typed without tracking."""
    files = unzipped(data)
    assert old.encode() in files["word/document.xml"]
    files["word/document.xml"] = files["word/document.xml"].replace(old.encode(), new.encode())
    return zipped(files)


@pytest.fixture
def three(auental: Path) -> list[Path]:
    """Two who changed wordings, one of them without tracking, and one who remarked."""
    data, known = output().read_bytes(), wordings()
    ids = sorted(known)
    amt, _ = Reviewer("Anna Amt", 1).edit(data, 5, ids[:10])
    kasse, _ = Reviewer("", 2).edit(data, 5, ids[10:20])
    beirat = with_comments(data, [(known["MA07"], "Bert Beirat", "Wer zahlt das?")])
    return [returned("amt", amt), returned("kasse", kasse), returned("beirat", beirat)]


def test_what_came_back_is_kept_once_in_the_order_of_the_document(
    three: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    found = records(capsys, *three)
    told = done(capsys, "recorded", *three, "--record")
    kept = entries()
    assert (
        [e["id"] for e in kept] == told["added"] == [f"S{n:03}" for n in range(1, len(found) + 1)]
    )
    assert [e.get("element") for e in kept] == [r["element"] for r in found]
    assert [e.get("von") for e in kept] == [r["author"] for r in found]
    assert [e["datei"] for e in kept] == [r["file"] for r in found]
    assert [WORDS[r["kind"]] for r in found] == [e["art"] for e in kept]
    assert {e["entscheidung"] for e in kept} == {"offen"}
    changes = [(said(r["old"]), said(r["new"])) for r in found if r["kind"] != "comment"]
    assert [(e["alt"], e["neu"]) for e in kept if "alt" in e] == changes
    remark, answer = entry(text="Wer zahlt das?"), entry(text="Danke.")
    assert remark["zu"] == wordings()["MA07"]
    assert answer["antwort_auf"] == remark["id"]

    once = fingerprint(Path())
    again = done(capsys, "recorded", *three, "--record")
    assert (again["added"], again["known"], again["written"]) == ([], len(found), [])
    assert fingerprint(Path()) == once
    assert run(capsys, "check")[0] == 0


def test_decisions_comments_and_all_other_lines_stay_where_more_comes_in(
    three: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "review", *three[:2], "--record")
    decide("S001", "abgelehnt # so im Ausschuss", begruendung="Dafür fehlen die Mittel.")
    before = FILE.read_text("utf-8").splitlines()
    told = done(capsys, "recorded", *three, "--record")
    after = FILE.read_text("utf-8").splitlines()
    assert len(told["added"]) == 2
    assert after[: len(before)] == before
    strategy = read_strategy(Folder(Path("strategy"))).strategy
    assert strategy is not None
    (round_,) = strategy.runden
    assert round_.stellungnahmen[0].begruendung == "Dafür fehlen die Mittel."


def test_files_saved_again_renamed_or_named_from_elsewhere_are_the_same(
    three: list[Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(capsys, "review", *three, "--record")
    once = FILE.read_bytes()
    amt = returned("Sozialamt (2)", wordlike(three[0].read_bytes(), 7))
    run(capsys, "review", amt, *[path.absolute() for path in three], "--record")
    folder = Path("strategy").absolute()
    monkeypatch.chdir(Path("zurueck"))
    names = [Path(path.name) for path in three]
    code, _ = run(capsys, "review", "--strategy", folder, *names, "--record")
    assert code == 0
    assert (folder / FILE.name).read_bytes() == once


def test_files_that_libreoffice_saved_even_through_odt_are_the_same(
    three: list[Path], auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "review", *three, "--record")
    once = FILE.read_bytes()
    sent = [auental / path for path in three]
    for again in (saved(auental / "a", sent, "docx"), saved(auental / "b", sent, "odt", "docx")):
        for old, new in zip(three, again, strict=True):
            old.write_bytes(new.read_bytes())
        told = done(capsys, "recorded", *three, "--record")
        assert (told["added"], told["superseded"]) == ([], [])
        assert FILE.read_bytes() == once


def test_a_new_state_of_the_draft_begins_a_new_round(
    three: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "review", three[0], "--record")
    goals = Path("strategy/goals.yaml")
    text = goals.read_text("utf-8")
    goals.write_text(text.replace("Digitale Angebote", "Gute digitale Angebote"), "utf-8")
    run(capsys, "build", "--pages", "off", "--only", "strategie")
    second, _ = Reviewer("Anna Amt", 8).edit(output().read_bytes(), 2, {"MA07", "MA09"})
    run(capsys, "review", three[0], returned("amt2", second), "--record")
    strategy = read_strategy(Folder(Path("strategy"))).strategy
    assert strategy is not None
    assert [round_.runde for round_ in strategy.runden] == [1, 2]
    assert {e.datei for e in strategy.runden[1].stellungnahmen} == {"zurueck/amt2.docx"}
    assert len({round_.pruefsumme for round_ in strategy.runden}) == 2


def test_what_nobody_signed_is_wished_anew_in_a_new_round(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same file name and the same words, but a new print: the decision of then was on that one."""
    wish = ("auf die Verlass ist", "auf die alle bauen")
    file = returned("kasse", typed(output().read_bytes(), *wish))
    run(capsys, "review", file, "--record")
    decide("S001", "abgelehnt", begruendung="Nein.")
    goals = Path("strategy/goals.yaml")
    text = goals.read_text("utf-8")
    goals.write_text(text.replace("Digitale Angebote", "Gute digitale Angebote"), "utf-8")
    run(capsys, "build", "--pages", "off", "--only", "strategie")
    returned("kasse", typed(output().read_bytes(), *wish))
    told = done(capsys, "recorded", file, "--record")
    assert (told["added"], told["superseded"]) == (["S002"], [])
    assert [e["entscheidung"] for e in entries()] == ["abgelehnt", "offen"]
    assert done(capsys, "applied", file, "--apply", "--offene")["taken"] == ["R001"]


def test_of_a_file_that_comes_a_second_time_the_newer_counts(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What changed is replaced, what is gone withdrawn, and a decision on either is told."""
    data = output().read_bytes()
    first = typed(
        typed(data, "Der Rufbus fährt auch", "Der Bus fährt auch"),
        "auf die Verlass ist",
        "auf die alle bauen",
    )
    file = returned("amt", first)
    run(capsys, "review", file, "--record")
    assert [e["element"] for e in entries()] == ["MA07", "TZ09"]
    decide("S001", "uebernommen")
    decide("S002", "uebernommen")
    returned("amt", typed(data, "Der Rufbus fährt auch", "Ein Bus fährt auch"))
    told = done(capsys, "recorded", file, "--record")
    assert (told["added"], told["superseded"]) == (["S003"], ["S001", "S002"])
    assert entry(id="S001")["ersetzt_durch"] == "S003"
    assert entry(id="S002")["zurueckgezogen"] is True
    code, out = run(capsys, "check")
    assert (code, out.count("Z804")) == (0, 2)
    applied = done(capsys, "applied", file, "--apply")
    assert (applied["taken"], applied["written"]) == ([], [])

    returned("amt", first)
    told = done(capsys, "recorded", file, "--record")
    assert (told["added"], told["superseded"]) == ([], ["S003"])
    assert not {"ersetzt_durch", "zurueckgezogen"} & {*entry(id="S001"), *entry(id="S002")}
    assert run(capsys, "check")[1].count("Z804") == 0


def test_a_number_given_twice_is_refused_and_nothing_is_lost(
    three: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "review", three[0], "--record")
    for old, new in (("- id: S002", "- id: S001"), ("runden:", "runden:\n  - runde: 1")):
        kept = FILE.read_text("utf-8")
        FILE.write_text(kept.replace(old, new), "utf-8")
        once = fingerprint(Path("strategy"))
        code, out = run(capsys, "review", *three, "--record")
        assert (code, "zweimal" in out) == (2, True), out
        assert fingerprint(Path("strategy")) == once
        FILE.write_text(kept, "utf-8")


def test_whatever_someone_types_at_the_margin_is_kept_and_read_without_a_finding(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    remarks = [
        "- bitte streichen", "# 12: siehe oben", "&lt;b&gt;*ja*&lt;/b&gt; {{ anzahl }}", "null", "13.964",
        '"so": \'oder\' so \\n', "! dringend", "@alle", "Ein\u00a0Wort\u200b mit \u202eRichtung", "{a: b}, [c]",
        "1. erstens\u20282. zweitens", "- " * 80, "> 5 Prozent", "---",
    ]  # fmt: skip
    where = list(dict.fromkeys(wordings().values()))
    data = with_comments(output().read_bytes(), [
        (words, "Bert: Beirat #1", remark) for words, remark in zip(where, remarks, strict=False)
    ])  # fmt: skip
    file = returned("beirat", data)
    run(capsys, "review", file, "--record")
    kept = {e["text"] for e in entries()}
    assert {"- bitte streichen", "null", "13.964", "Ein Wort mit Richtung", "---"} <= kept
    assert len(entries()) == 2 * len(remarks)
    code, out = run(capsys, "check", "--strict")
    assert code == 0, out
    once = FILE.read_bytes()
    assert done(capsys, "recorded", file, "--record")["added"] == []
    assert FILE.read_bytes() == once


def test_a_project_in_git_is_told_to_keep_the_file_out(
    three: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    subprocess.run(["git", "init", "-q"], check=True)
    _, out = run(capsys, "review", three[0], "--record")
    assert "«/strategy/stellungnahmen.yaml»" in out
    FILE.unlink()
    Path(".gitignore").write_text("/strategy/stellungnahmen.yaml\n", "utf-8")
    _, out = run(capsys, "review", three[0], "--record")
    assert ".gitignore" not in out


def test_stellungnahmen_are_in_no_digest_no_product_and_no_sealed_edition(
    three: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["build", "--pages", "off"]
    run(capsys, *words, "--output", "ohne")
    run(capsys, "review", *three, "--record")
    run(capsys, *words, "--output", "mit")
    without, present = (
        {p.name: p.read_bytes() for p in Path(f).iterdir()} for f in ("ohne", "mit")
    )
    assert {*present} - {*without} == {"abwaegung.docx", "abwaegung.html", "abwaegung.csv"}
    assert {n: d for n, d in present.items() if n in without and n != ".strategie"} == {
        n: d for n, d in without.items() if n != ".strategie"
    }
    kept = FILE.read_bytes()
    code, out = run(capsys, "freeze", "2027", "--beschluss", "1/27", "--datum", "2027-12-01")
    assert code == 0, out
    assert "Stellungnahmen noch offen." in out
    assert not (Path("strategy/editions/2027") / FILE.name).exists()
    assert FILE.read_bytes() == kept
    assert run(capsys, "check")[0] == 0
    assert run(capsys, "diff", "2027", "--exit-code")[0] == 1  # only the head says another edition


def test_every_kind_of_statement_has_a_word() -> None:
    assert set(WORDS) == set(get_args(StatementKind))
    assert sorted(WORDS.values()) == sorted(get_args(StatementWord))
    assert Stellungnahme.label("begruendung") == "Begründung"


def test_the_json_of_a_record_names_its_entry(
    three: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    _, out = run(capsys, "review", "--format", "json", three[0], "--record")
    content = json.loads(out)
    assert [r["recorded"] for r in content["records"]] == content["recorded"]["added"]
    assert {r["decision"] for r in content["records"]} == {"offen"}
