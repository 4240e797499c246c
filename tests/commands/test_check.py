"""What ``strategie check`` gives to a forge: names from the project's root, findings that stay themselves."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.cli import main
from tests.as_user import strategie

ROOT = Path(__file__).parents[2]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A git project with a faulty strategy in a folder of a folder."""
    project = tmp_path / "kreis"
    shutil.copytree(ROOT / "tests/checks/base", project / "planung" / "strategy")
    subprocess.run(["git", "init", "-q", str(project)], check=True)
    goals = project / "planung/strategy/goals.yaml"
    goals.write_text(goals.read_text("utf-8").replace("id: LZ02", "id: LZ01", 1), "utf-8")
    return project


def files_named(form: str, text: str) -> set[str]:
    if form == "gitlab":
        return {entry["location"]["path"] for entry in json.loads(text)}
    if form == "sarif":
        locations = [r["locations"][0] for r in json.loads(text)["runs"][0]["results"]]
        return {at["physicalLocation"]["artifactLocation"]["uri"] for at in locations}
    return {line.split("file=")[1].split(",")[0] for line in text.splitlines()}


@pytest.mark.parametrize("form", ["github", "gitlab", "sarif"])
@pytest.mark.parametrize(
    ("here", "strategy"),
    [(".", "planung/strategy"), ("planung", "strategy"), ("planung/strategy/texts", ".."),
     ("planung/strategy", "."), ("..", "kreis/planung/strategy"), (".", "{}/planung/strategy")],
)  # fmt: skip
def test_a_forge_is_told_files_from_the_root_of_the_project_whatever_the_folder(
    form: str, here: str, strategy: str, repository: Path,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(repository / here)
    assert main(["check", "--format", form, "--strategy", strategy.format(repository)]) == 1
    named = files_named(form, capsys.readouterr().out)
    assert "planung/strategy/goals.yaml" in named
    assert all((repository / name).exists() for name in named)


def test_people_and_json_are_told_files_from_where_they_are(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(repository / "planung")
    main(["check"])
    assert "  strategy/goals.yaml:" in capsys.readouterr().out
    main(["check", "--format", "json"])
    assert '"strategy/goals.yaml"' in capsys.readouterr().out


@pytest.mark.parametrize("form", ["github", "gitlab", "sarif"])
def test_a_worktree_is_a_project_and_without_one_names_stay(
    form: str, repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(repository / "planung")
    shutil.rmtree(repository / ".git")
    assert main(["check", "--format", form]) == 1
    assert "strategy/goals.yaml" in files_named(form, capsys.readouterr().out)
    (repository / ".git").write_text("gitdir: /anderswo\n", "utf-8")
    assert main(["check", "--format", form]) == 1
    assert "planung/strategy/goals.yaml" in files_named(form, capsys.readouterr().out)


def fingerprints(strategy: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, int]:
    """Of the findings, with the lines at which they stand; each finding has one of its own."""
    main(["check", "--format", "gitlab", "--strategy", str(strategy)])
    entries = json.loads(capsys.readouterr().out)
    found = {entry["fingerprint"]: entry["location"]["lines"]["begin"] for entry in entries}
    assert len(found) == len(entries)
    return found


MOVES = {
    "lines above": lambda text: "# Anmerkung\n# Anmerkung\n" + text,
    "empty lines above": lambda text: "\n\n" + text,
    "a comment in between": lambda text: text.replace("\n  - id:", "\n\n  # neu\n  - id:"),
}


@pytest.mark.parametrize("move", MOVES)
def test_a_finding_that_only_moved_keeps_its_fingerprint(
    move: str, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All of them are told by lines, and one names the line of another element."""
    strategy = repository / "planung/strategy"
    text = strategy / "texts/fazit.md"
    text.write_text(f"{text.read_text('utf-8')}\nDie {{{{ x }}}} und die {{{{ x }}}}.\n", "utf-8")
    before = fingerprints(strategy, capsys)
    for file in (*strategy.glob("*.yaml"), *strategy.glob("texts/*.md")):
        if not file.read_text("utf-8").startswith("---"):
            file.write_bytes(MOVES[move](file.read_text("utf-8")).encode())
    after = fingerprints(strategy, capsys)
    assert before.keys() == after.keys()
    assert len(before) > 3
    assert any(before[one] != after[one] for one in before)


def test_of_equal_findings_each_has_its_own_and_a_mended_one_takes_none_with_it(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    strategy = repository / "planung/strategy"
    text = strategy / "texts/fazit.md"
    whole = text.read_text("utf-8")
    before = fingerprints(strategy, capsys)
    text.write_text(whole + "\nDas das Amt.\n\nDas das Amt.\n", "utf-8")
    twice = fingerprints(strategy, capsys)
    text.write_text(whole + "\nDas Amt.\n\nDas das Amt.\n", "utf-8")
    once = fingerprints(strategy, capsys)
    assert len(twice) == len(before) + 2
    assert before.keys() < once.keys() < twice.keys()


@pytest.mark.parametrize(
    ("words", "code", "holds"),
    [
        (("check", "--format", "gitlab"), 1, '"fingerprint"'),
        (("check", "--format", "json"), 1, "Übersicht"),
        (("check",), 1, "Nicht bestanden"),
        (("explain", "Z110"), 0, "Die Prüfung zählt"),
        (("explain", "--format", "markdown"), 0, "# Regeln der Prüfung"),
    ],
)
def test_a_report_lies_in_a_file_in_utf_8_whatever_the_console_speaks(
    words: tuple[str, ...], code: int, holds: str, repository: Path
) -> None:
    """PowerShell 5.1 redirects in UTF-16, and a console may know no umlauts."""
    head = repository / "planung/strategy/strategy.yaml"
    head.write_text(head.read_text("utf-8") + "Übersicht: 1\n", "utf-8")
    there = repository / "planung"
    ended = strategie(
        there, *words, "--output", "berichte/bericht.txt", PYTHONIOENCODING="cp850", LC_ALL="C"
    )
    assert (ended.returncode, ended.stderr) == (code, b"")
    assert ended.stdout.decode() == "Bericht: berichte/bericht.txt\n"
    data = (there / "berichte/bericht.txt").read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    shown = strategie(there, *words)
    assert shown.stdout == data
    if words[0] == "check":
        assert holds in data.decode()


def test_a_comparison_lies_in_a_file_as_it_would_be_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "examples/weidenfurt", tmp_path / "strategy")
    monkeypatch.chdir(tmp_path)
    for form in ("text", "markdown", "json"):
        main(["diff", "--format", form])
        shown = capsys.readouterr().out
        assert main(["diff", "--format", form, "--output", "a/b.txt", "--exit-code"]) == 1
        assert capsys.readouterr().out == "Bericht: a/b.txt\n"
        assert Path("a/b.txt").read_text("utf-8") == shown


@pytest.mark.skipif(os.name == "nt", reason="no pipes by name there")
@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("planung", "ist ein Ordner"),
        ("pipe", "keine gewöhnliche Datei"),
        ("planung/strategy/goals.yaml", "im Ordner der Strategie"),
        ("planung/strategy/editions/2018/bericht.json", "im Ordner der Strategie"),
        ("verweis/bericht.json", "im Ordner der Strategie"),
    ],
)
def test_where_no_report_may_lie_nothing_is_written(
    output: str, said: str, repository: Path,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(repository)
    os.mkfifo("pipe")
    Path("verweis").symlink_to("planung/strategy")
    before = {path: path.read_bytes() for path in repository.rglob("*.yaml")}
    assert main(["check", "--strategy", "planung/strategy", "--output", output]) == 2
    told = capsys.readouterr()
    assert said in told.err
    assert told.out == ""
    assert before == {path: path.read_bytes() for path in repository.rglob("*.yaml")}
    assert not list(repository.rglob("bericht.json"))
