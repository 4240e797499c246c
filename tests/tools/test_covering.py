"""Faults are tried with the tests that run their line, the quickest first."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tools.covering import CHOSEN, DURATIONS
from tools.mutants.faults import ROOT
from tools.mutants.trial import ENOUGH, Covering

MEASURED = Covering(
    ("a::quick", "b::slow", "c::slower", "a::slowest"),
    (1, 2, ENOUGH - 2, ENOUGH),
    {"generator/read/x.py": {"3": [2, 0, 1], "4": [3]}},
)


def test_a_line_is_tried_with_the_quickest_of_its_tests_as_long_as_they_may_take() -> None:
    assert MEASURED.of(Path("generator/read/x.py"), 3) == ["a::quick", "b::slow"]
    assert MEASURED.of(Path("generator/read/x.py"), 4) == ["a::slowest"]


def test_a_line_that_no_test_runs_by_itself_has_none() -> None:
    assert MEASURED.of(Path("generator/read/x.py"), 5) == []
    assert MEASURED.of(Path("generator/read/y.py"), 3) == []


def test_only_the_chosen_tests_run_in_the_order_of_the_choice(tmp_path: Path) -> None:
    tests = tmp_path / "test_some.py"
    tests.write_text("".join(f"def test_{n}(): print('ran {n}')\n" for n in "abc"), "utf-8")
    (tmp_path / "chosen").write_text("test_some.py::test_c\ntest_some.py::test_a", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-s", "-p", "tools.covering", "test_some.py"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT), CHOSEN: str(tmp_path / "chosen")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert [word for word in done.stdout.split() if word in "abc"] == ["c", "a"]


def test_what_fails_without_a_fault_is_no_test_of_one(tmp_path: Path) -> None:
    (tmp_path / "test_some.py").write_text("def test_a(): pass\ndef test_b(): assert 0\n", "utf-8")
    taken = tmp_path / "durations"
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "tools.covering", "test_some.py"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT), DURATIONS: str(taken)},
        capture_output=True,
        check=False,
    )
    assert list(json.loads(taken.read_text("utf-8"))) == ["test_some.py::test_a"]
