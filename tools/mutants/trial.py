"""A copy of the project, the tests that run each of its lines, and whether one of them fails with a fault."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from tools.covering import CHOSEN, DURATIONS
from tools.mutants.faults import ROOT, STAGES, Mutant

SECONDS = 400
"""Longer than chosen tests take: a fault that makes them run on is noticed too."""
ENOUGH = 100
"""Seconds of tests, the quickest first, that a fault is tried with."""
_NO_TESTS = (4, 5)
"""What pytest ends with where it finds no test that was named."""
_PYTEST = ["-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-p", "tools.covering"]


class Covering(Struct, frozen=True):
    """``tests`` are all that were run, the quickest first; ``lines``: file -> line -> their places there."""

    tests: tuple[str, ...]
    seconds: tuple[float, ...]
    lines: Mapping[str, Mapping[str, Sequence[int]]]

    def of(self, file: Path, line: int) -> list[str]:
        """The quickest tests that run a line; [] where it runs when a module is loaded."""
        chosen: list[str] = []
        total = 0.0
        for number in sorted(self.lines.get(file.as_posix(), {}).get(str(line), ())):
            total += self.seconds[number]
            if total > ENOUGH and chosen:
                break
            chosen.append(self.tests[number])
        return chosen


def covering(copy: Path, kept: Path | None, among: Sequence[str]) -> Covering:
    """Run these tests once; what that showed is read from ``kept``, or written there."""
    if kept and kept.is_file():
        told = json.loads(kept.read_text("utf-8"))
    else:
        told = _measured(copy, among)
        if kept:
            kept.write_text(json.dumps(told), "utf-8")
    return Covering(tuple(told["tests"]), tuple(told["seconds"]), told["lines"])


def _measured(copy: Path, among: Sequence[str]) -> dict[str, object]:
    from coverage import CoverageData

    data, durations = copy / "covered", copy / "durations.json"
    command = [
        sys.executable,
        "-m",
        "coverage",
        "run",
        "--source=generator",
        f"--data-file={data}",
        *_PYTEST,
    ]
    command.remove("-x")
    subprocess.run([*command, *among], cwd=copy, env=_environment(copy) | {DURATIONS: str(durations)}, check=False)  # fmt: skip
    taken: dict[str, float] = json.loads(durations.read_text("utf-8"))
    tests = sorted(taken, key=lambda test: taken[test])
    number = {test: n for n, test in enumerate(tests)}
    read = CoverageData(str(data))
    read.read()
    lines = {
        Path(file).relative_to(copy).as_posix(): {
            line: [number[test] for test in ran if test in number]
            for line, ran in read.contexts_by_lineno(file).items()
        }
        for file in read.measured_files()
    }
    return {"tests": tests, "seconds": [taken[test] for test in tests], "lines": lines}


def noticed(copy: Path, stage: str, mutant: Mutant, tests: Covering) -> bool:
    """Whether a test fails with the fault in its place."""
    target, chosen = copy / mutant.file, copy / "chosen"
    sound = target.read_bytes()
    target.write_text(mutant.source, "utf-8")
    names = tests.of(mutant.file, mutant.line)
    chosen.write_text("\n".join(names), "utf-8")
    files = list(dict.fromkeys(name.partition("::")[0] for name in names))
    whole = (*STAGES[stage], "tests/test_architecture.py")
    environment = _environment(copy) | ({CHOSEN: str(chosen)} if names else {})
    command = [sys.executable, *_PYTEST, *(files or whole)]
    try:
        done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, timeout=SECONDS, check=False)  # fmt: skip
    except subprocess.TimeoutExpired:
        return True
    finally:
        target.write_bytes(sound)
    if done.returncode in _NO_TESTS:
        raise SystemExit(f"{names or whole}: no test ran\n{done.stdout.decode()[-500:]}")
    return done.returncode != 0


def _environment(copy: Path) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}


def copied(folder: Path) -> Path:
    """A copy of the project into which faults can be put."""
    copy = folder / "projekt"
    kept = ("generator", "tests", "tools", "strategy", "examples", "templates", "docs", "pyproject.toml", "requirements.lock", "README.md", "CONTRIBUTING.md")  # fmt: skip
    copy.mkdir()
    for name in kept:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy(source, copy / name)
    return copy
