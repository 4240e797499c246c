"""A finding that only moved within its file is the same one to GitLab."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.finding import Finding
from generator.render.reports import code_quality
from generator.render.reports.report import Report
from tests.checks.test_cases import cases, findings
from tests.checks.test_unseen_signs import FRONT

Write = Callable[..., Path]


def moved(text: str) -> str:
    """What stands in a file, three lines further down; not a drawing, nor a head without end."""
    front = FRONT.match(text)
    if not front and text.startswith(("<", "---")):
        return text
    start = front.end() if front else 0
    return f"{text[:start]}\n\n\n{text[start:]}"


def lines_of(found: list[Finding], folder: Path) -> dict[str, int]:
    """The fingerprint of each finding, whatever folder was checked, and its line."""
    report = Report(found, {}, {}, {}, lambda _: ())
    encoded = code_quality.encode(report).replace(str(folder), "")
    entries = json.loads(encoded)
    assert len(entries) == len({entry["fingerprint"] for entry in entries})
    return {entry["fingerprint"]: entry["location"]["lines"]["begin"] for entry in entries}


@pytest.mark.parametrize(("rule", "case"), list(cases()))
def test_it_keeps_its_fingerprint(
    rule: str, case: dict[str, Any], strategy_folder: Write, tmp_path: Path
) -> None:
    before, after = (lines_of(
        [f for f in findings(strategy_folder, case, said) if f.rule == rule], tmp_path)
        for said in (str, moved))  # fmt: skip
    assert before.keys() == after.keys()
    assert all(after[one] - line in {0, 3} for one, line in before.items())
