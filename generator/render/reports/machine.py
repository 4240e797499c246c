"""Findings to the formats that programs read: JSON, GitHub annotations, SARIF, JUnit."""

import xml.etree.ElementTree as ET
from typing import Any
from urllib.parse import quote

from msgspec.structs import replace

from generator import __version__
from generator.finding import Finding, Severity
from generator.render.reports.bounds import for_programs
from generator.render.reports.report import Report, as_json

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def encode_json(report: Report) -> str:
    """The contract's form, version 1."""
    return as_json(
        {
            "version": 1,
            "counts": dict(report.counts),
            "findings": [_plain(f) for f in for_programs(report.findings)],
        }
    )


def _plain(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "id": finding.id,
        "message": finding.message,
        "file": finding.position.file,
        "line": finding.position.line,
        "column": finding.position.column,
        "accepted": finding.accepted,
        "reason": finding.reason,
    }


def encode_github(report: Report) -> str:
    """Workflow commands, one a finding (GitHub Actions, "Workflow commands": ::error file=…::)."""
    out = []
    for finding in for_programs(report.findings):
        level, message = _LEVELS[finding.severity].replace("note", "notice"), finding.message
        if finding.accepted:
            level, message = "notice", f"{message} Anerkannt: {finding.reason}"
        place = finding.position
        properties = {
            "file": place.file,
            "line": place.line,
            "col": place.column,
            "title": _title(report, finding.rule),
        }
        listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
        out.append(f"::{level} {listed}::{_data(message)}")
    return "".join(line + "\n" for line in out)


def _title(report: Report, code: str) -> str:
    return f"{code} {report.rules[code].title}" if code in report.rules else code


def _data(value: object) -> str:
    return str(value).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: object) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def encode_sarif(report: Report) -> str:
    """SARIF 2.1.0 (OASIS Standard, 27 March 2020); accepted findings are left out.

    The standard would have them as suppressed results (3.27.23), but GitHub heeds suppressions at
    best when it first sees an alert: one that is accepted later would stay open for ever, while
    one that is no longer reported is closed.
    """
    findings = for_programs([f for f in report.findings if not f.accepted])
    codes = sorted({f.rule for f in findings})
    rules = [_sarif_rule(report, code) for code in codes]
    results = [_sarif_result(f, codes.index(f.rule)) for f in findings]
    driver = {
        "name": "strategie",
        "semanticVersion": __version__,
        "language": "de-DE",
        "rules": rules,
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    schema = (
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    )
    return as_json({"$schema": schema, "version": "2.1.0", "runs": [run]})


def _sarif_rule(report: Report, code: str) -> dict[str, Any]:
    rule = report.rules.get(code)
    if rule is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": rule.title},
        "help": {"text": rule.manual},
    }


def _sarif_result(finding: Finding, index: int) -> dict[str, Any]:
    place = finding.position
    region = {"startLine": place.line, "startColumn": place.column}
    artifact = {"uri": quote(place.file, safe="/:._-")}
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": artifact, "region": region}
    }
    if finding.id:
        location["logicalLocations"] = [{"name": finding.id}]
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [location],
    }


def encode_junit(report: Report) -> str:
    """JUnit XML: one test case a rule, failed by what fails the check, the rest as output.

    Fits both schemas in use, that of Jenkins and the stricter one of Ant; the time stamp
    is the strategy's date, for nothing here depends on the clock.
    """
    report = replace(report, findings=for_programs(report.findings))
    codes = sorted(set(report.rules) | {f.rule for f in report.findings})
    suite = ET.Element("testsuite", name="strategie check", hostname="localhost", time="0")
    properties = ET.SubElement(suite, "properties")
    for key, value in {"version": __version__, **report.counts}.items():
        ET.SubElement(properties, "property", name=key, value=str(value))
    failures = sum([_junit_case(suite, report, code) for code in codes])
    rest = [_line(f) for f in report.findings if not report.fails(f)]
    ET.SubElement(suite, "system-out").text = _xml("\n".join(rest))
    ET.SubElement(suite, "system-err")
    suite.set("timestamp", f"{report.date}T00:00:00")
    suite.set("tests", str(len(codes)))
    suite.set("failures", str(failures))
    suite.set("errors", "0")
    ET.indent(suite)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(suite, encoding="unicode") + "\n"
    )


def _junit_case(suite: ET.Element, report: Report, code: str) -> bool:
    name = _xml(_title(report, code))
    case = ET.SubElement(suite, "testcase", classname="strategie", name=name, time="0")
    failing = [f for f in report.findings if f.rule == code and report.fails(f)]
    if failing:
        message = _xml(failing[0].message)
        failure = ET.SubElement(case, "failure", message=message, type=failing[0].severity.value)
        failure.text = _xml("\n".join(_line(f) for f in failing))
    return bool(failing)


def _line(finding: Finding) -> str:
    place = finding.position
    accepted = f" Anerkannt: {finding.reason}" if finding.accepted else ""
    return f"{place.file}:{place.line}:{place.column}: {finding.message}{accepted}"


def _xml(text: str) -> str:
    """Without what XML 1.0 (2.2) cannot hold."""
    return "".join(c for c in text if c in "\t\n\r" or ord(c) >= 32)
