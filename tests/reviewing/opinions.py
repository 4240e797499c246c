"""What the tests of Stellungnahmen share: the file as a coordinator reads and fills it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from tests.reviewing.road import run

FILE = Path("strategy/stellungnahmen.yaml")


def entries() -> list[dict]:
    """All entries as they stand in the file, in order."""
    rounds = yaml.safe_load(FILE.read_text("utf-8"))["runden"]
    return [entry for round_ in rounds for entry in round_["stellungnahmen"]]


def entry(**wanted: str) -> dict:
    """The one entry that says this."""
    (found,) = [e for e in entries() if wanted.items() <= e.items()]
    return dict(found)


def decide(identity: str, decision: str, **more: str) -> None:
    """What the coordinator types: the decision, and keys below it."""
    text = FILE.read_text("utf-8")
    start = text.index(f"- id: {identity}\n")
    at = text.index("        entscheidung: ", start)
    end = text.index("\n", at)
    typed = "".join(f'\n        {key}: "{value}"' for key, value in more.items())
    FILE.write_text(f"{text[:at]}        entscheidung: {decision}{typed}{text[end:]}", "utf-8")


def done(capsys: pytest.CaptureFixture[str], what: str, *arguments: str | Path) -> dict:
    """What the JSON of ``review`` tells under "recorded" or "applied"."""
    code, out = run(capsys, "review", "--format", "json", *arguments)
    assert code == 0, out
    return dict(json.loads(out)[what])
