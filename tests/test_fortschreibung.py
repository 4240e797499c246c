"""What the commands say about a Fortschreibung that is not finished."""

import re
import shutil
from pathlib import Path

import pytest

from generator.cli import main
from tests.judges import ROOT


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the example county as current directory, so far without findings."""
    shutil.copytree(ROOT / "examples" / "auental", tmp_path / "strategy")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(list(arguments)) == 0
    return " ".join(capsys.readouterr().out.split())


def unfinished(project: Path) -> None:
    """A wording changed without a reason, and a split that is no longer stated."""
    goals = project / "strategy" / "goals.yaml"
    replace(goals, "Digitale Angebote schließen niemanden aus.", "Niemand wird ausgeschlossen.")
    for _ in range(2):
        replace(goals, "        ersetzt: [MA05]\n", "")


@pytest.mark.parametrize("folder", ["strategy", "examples/auental", "examples/weidenfurt"])
def test_the_shipped_drafts_leave_nothing_open(
    folder: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert "noch offen" not in told(capsys, "diff", "--strategy", folder)


def test_diff_names_the_place_of_what_is_open_and_what_to_write(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unfinished(project)
    out = told(capsys, "diff")
    assert "Zur Fortschreibung noch offen" in out
    line = _line(project / "strategy" / "goals.yaml", "id: WZ05")
    assert f"strategy/goals.yaml:{line}: Z701 (Hinweis) Wirkungsziel WZ05 ist geändert" in out
    assert "«id: WZ05, art: umformuliert»" in out
    assert "MA15 und MA16 gehen vermutlich aus MA05 hervor" in out


def test_questions_come_before_the_many_reasons_to_write(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever their place: the reasons named last are of goals that stand above and below."""
    unfinished(project)
    reasons = project / "strategy" / "changes.yaml"
    text = reasons.read_text("utf-8")
    reasons.write_text(text.partition("aenderungen:\n")[0] + "aenderungen:\n"
                       "  - {id: AS01, art: neu, einstufung: inhaltlich, begruendung: Neu.}\n", "utf-8")  # fmt: skip
    out = told(capsys, "diff")
    rules = re.findall(r"\.(?:yaml|md):\d+: (Z70\d) \(", out)
    assert rules.count("Z701") > 20
    assert rules[: -rules.count("Z701")] == ["Z702", "Z704"]


def test_a_strict_check_shows_what_is_open_and_is_passed_all_the_same(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The questions first, then the reasons, an entry that is still open among them."""
    unfinished(project)
    entry = "aenderungen:\n- {id: WZ05, art: umformuliert, einstufung: inhaltlich}\n"
    reasons = project / "strategy" / "changes.yaml"
    replace(reasons, "aenderungen:\n", entry)
    assert "noch offen" not in told(capsys, "check")
    out = told(capsys, "check", "--strict")
    shown = out.partition("Zur Fortschreibung noch offen, ohne Einfluss auf das Ergebnis (2)")[2]
    assert re.findall(r"\d+:\d+: (Z70\d) ", shown) == ["Z704", "Z701"]
    assert "WZ05: Der Eintrag (umformuliert) ist noch offen." in shown
    assert "Bestanden" in shown


def test_a_strict_check_tells_of_a_predecessor_that_cannot_be_read(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It was never sealed, so that its faults are found first where something is compared."""
    former = project / "strategy" / "editions" / "2023"
    replace(former / "strategy.yaml", "status:", "statuss:")
    (former / "manifest.json").unlink()
    assert main(["check", "--strict"]) == 1  # as the seal is missing
    assert "Die Fassung «2023» lässt sich nicht lesen" in capsys.readouterr().out


@pytest.mark.parametrize("indent", ["", "  ", "    "])
def test_the_reasons_to_write_can_be_pasted_as_they_are(
    project: Path, capsys: pytest.CaptureFixture[str], indent: str
) -> None:
    """They are indented like the entries that changes.yaml has."""
    unfinished(project)
    reasons = project / "strategy" / "changes.yaml"
    head, _, entries = reasons.read_text("utf-8").partition("aenderungen:\n")
    indented = "".join(f"{indent}{line}".rstrip() + "\n" for line in entries.splitlines())
    reasons.write_text(f"{head}aenderungen:\n{indented}", "utf-8")
    assert main(["diff"]) == 0
    told = capsys.readouterr().out
    entries = told[told.index(f"{indent}- id: WZ05\n{indent}  art: umformuliert\n") :]
    before = reasons.read_text("utf-8")
    reasons.write_text(before + entries, "utf-8")
    assert main(["diff"]) == 0
    told = capsys.readouterr().out
    assert "WZ05: Der Eintrag (umformuliert) ist noch offen. Darin begruendung ergänzen." in told
    assert "Zum Einfügen" not in told
    reasons.write_text(before, "utf-8")
    written = entries.replace('""', "Kürzer gefasst.")
    reasons.write_text(reasons.read_text("utf-8") + written, "utf-8")
    assert main(["diff"]) == 0
    assert "Z701" not in capsys.readouterr().out


def test_build_counts_what_is_open(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unfinished(project)
    out = told(capsys, "build", "--only", "aenderungen", "--pages", "off")
    assert (
        "Hinweis: Zur Fortschreibung ist noch offen: Vermutlich geteilt, zusammengelegt oder "
        "übernommen (1), Änderung ohne Begründung (1); «strategie diff» nennt die Stellen."
    ) in out


def test_a_proposal_that_is_wrong_can_be_accepted_with_a_reason(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unfinished(project)
    head = project / "strategy" / "strategy.yaml"
    accepted = "abweichungen: [{regel: Z704, id: MA15, grund: Eigenständige Maßnahmen.}]\n"
    head.write_text(head.read_text("utf-8") + accepted, "utf-8")
    assert "MA15 und MA16 gehen vermutlich" not in told(capsys, "diff")
    assert "Z601" not in told(capsys, "check")


def test_the_house_may_turn_a_rule_of_the_comparison_off(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unfinished(project)
    head = project / "strategy" / "strategy.yaml"
    head.write_text(head.read_text("utf-8") + "schweregrade: {Z701: aus}\n", "utf-8")
    assert "Z701" not in told(capsys, "diff")


def test_with_all_the_page_and_the_synopsis_hold_the_unchanged_too(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build = ("build", "--only", "synopse,aenderungen-html", "--pages", "off")
    told(capsys, *build, "--output", "kurz")
    told(capsys, *build, "--output", "lang", "--alle")
    short, long = (project / f / "aenderungen.html" for f in ("kurz", "lang"))
    assert "art:unchanged" not in short.read_text("utf-8")
    assert "art:unchanged" in long.read_text("utf-8")
    sizes = [(project / f / "synopse.docx").stat().st_size for f in ("kurz", "lang")]
    assert sizes[0] < sizes[1]


def test_without_a_predecessor_there_is_no_synopsis(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace(project / "strategy" / "strategy.yaml", '  vorgaenger: "2023"\n', "")
    told(capsys, "build", "--pages", "off")
    written = {path.name for path in (project / "output").iterdir()}
    assert "strategie.docx" in written
    assert not {"synopse.docx", "aenderungen.html"} & written


@pytest.mark.parametrize("code", ["Z701", "Z702", "Z703", "Z704"])
def test_each_rule_of_the_comparison_can_be_explained(
    code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = told(capsys, "explain", code)
    assert "Beheben:" in out
    assert "«strategie diff»" in out


def _line(path: Path, text: str) -> int:
    lines = path.read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_whose_wording_texts_are_is_asked_before_and_at_the_seal(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace(project / "strategy" / "texts" / "lage.md", "---\nwortlaut: eigener\n---\n", "")
    asked = "sagt nicht, woher der Wortlaut stammt (lage)"
    assert asked in told(capsys, "check")
    sealed = told(capsys, "freeze", "2026", "--beschluss", "17/26", "--datum", "2026-12-09")
    assert f"Hinweis: 1 Text {asked}" in sealed
