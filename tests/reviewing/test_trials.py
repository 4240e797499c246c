"""Random reviewers and random decisions: all that is written was decided, is proven, and alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tools.review_trials import COUNTIES, Contents, judged, trial

GOALS = """\
# Ziele
handlungsfelder:
  - id: HF1
    titel: Bildung
    ziele:
      - id: ZI01
        text: "Jede Schule hat ein Konzept."
      - id: ZI02   # bleibt
        text: >-
          Jedes Kind
          lernt schwimmen.
"""
REPORT = {
    "records": [
        {"id": "R001", "element": "ZI02", "field": "text", "kind": "reworded", "recorded": "S001", "conflicts": [],
         "new": "Jedes Kind lernt gut schwimmen."},
    ],
    "applied": {"taken": ["R001"]},
}  # fmt: skip


@pytest.mark.parametrize("seed", range(6))
def test_what_is_taken_over_is_proven_and_no_other_line_is_touched(
    seed: int, tmp_path: Path
) -> None:
    """``python -m tools.review_trials`` does the same for hundreds of files."""
    assert len(COUNTIES) == 3
    outcome = trial(seed, tmp_path)
    assert outcome.files
    assert outcome.wrong == []


def told(after: Contents, decision: str = "uebernommen", **more: str) -> list[str]:
    decided = {"S001": {"entscheidung": decision, **more}}
    return list(judged(REPORT, decided, {"goals.yaml": GOALS.encode()}, after))


def goals(*changes: tuple[str, str]) -> Contents:
    text = GOALS
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return {"goals.yaml": text.encode()}


def test_the_judge_has_nothing_to_say_of_what_was_decided() -> None:
    assert told(goals(("lernt schwimmen", "lernt gut schwimmen"))) == []
    assert told(goals(("lernt schwimmen", "schwimmt")), "teilweise", fassung="Jedes Kind schwimmt.") == []  # fmt: skip


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (lambda: goals(), "instead of"),
        (lambda: goals(("lernt schwimmen", "lernt gern schwimmen")), "instead of"),
        (lambda: goals(("lernt schwimmen", "lernt gut schwimmen"), ("ein Konzept", "kein Konzept")), "nobody wanted it"),
        (lambda: goals(("lernt schwimmen", "lernt gut schwimmen"), ("# Ziele\n", "")), "other lines"),
        (lambda: goals(("lernt schwimmen", "lernt gut schwimmen"), ("   # bleibt", "")), "other lines"),
        (lambda: goals(("lernt schwimmen", "lernt gut schwimmen"), ('"Jede Schule hat ein Konzept."', "Jede Schule hat ein Konzept.")), "other lines"),
    ],
)  # fmt: skip
def test_the_judge_sees_what_nobody_decided(after: Callable[[], Contents], said: str) -> None:
    assert any(said in one for one in told(after()))


def test_the_judge_sees_that_something_rejected_was_written() -> None:
    assert told(goals(("lernt schwimmen", "lernt gut schwimmen")), "abgelehnt")
