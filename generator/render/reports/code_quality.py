"""Findings to GitLab's code quality report: what a merge request shows at its lines."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from typing import Any

from generator.finding import Finding, Severity
from generator.render.reports.bounds import for_programs
from generator.render.reports.report import Report, as_json

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.HINT: "info"}
_LINES = re.compile(r"(Zeile|Zeilen|\.md|\.yaml)[ :]\d+(?:(?:, | bis )\d+)*")
"""Where a message says that something else stands: "Zeile 4, 9", "Zeilen 3 bis 5", "lage.md:8"."""


def encode(report: Report) -> str:
    """One entry a finding (docs.gitlab.com, "Code Quality report format").

    GitLab's own schema (app/validators/json_schemas/codeclimate.json) asks for description,
    fingerprint, severity and location. Accepted findings are left out: the format knows no
    state but open.
    """
    entries, met = [], Counter[str]()
    for finding in for_programs([f for f in report.findings if not f.accepted]):
        kind = _kind(finding)
        met[kind] += 1
        entries.append(_entry(report, finding, f"{kind}\0{met[kind]}"))
    return as_json(entries)


def _entry(report: Report, finding: Finding, identity: str) -> dict[str, Any]:
    rule = report.rules.get(finding.rule)
    return {
        "description": finding.message,
        "check_name": f"{finding.rule} {rule.title}" if rule else finding.rule,
        "fingerprint": hashlib.sha256(identity.encode()).hexdigest(),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": finding.position.file, "lines": {"begin": finding.position.line}},
    }


def _kind(finding: Finding) -> str:
    """What makes it this finding wherever in its file it stands; equal ones are numbered."""
    said = _LINES.sub(r"\1", finding.message)
    return "\0".join((finding.rule, finding.position.file, finding.id or "", said))
