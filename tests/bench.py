"""Prints CPU time and peak memory at 1, 10 and 50 times the shipped strategy, as ratios.

``python -m tests.bench`` (or ``make bench``). Each figure is a whole process, measured by
the operating system (user plus system CPU time, peak resident memory), the median of
several runs. The reference is the bare import of pydantic, networkx and yaml, run in
between in the same session: ratios survive a slow or busy machine, seconds do not.
"""

import argparse
import compileall
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.synthetic import multiply

ROOT = Path(__file__).parents[1]
SIZES = (1, 10, 50)
REFERENCE = [sys.executable, "-c", "import pydantic, networkx, yaml"]


@dataclass(frozen=True)
class Cost:
    """CPU seconds (user + system) and peak memory in MiB of one process."""

    cpu: float
    memory: float


def measure(command: list[str], folder: Path, runs: int) -> Cost:
    """The median cost of ``command`` run ``runs`` times in ``folder``, after one warm-up."""
    costs = [_run(command, folder) for _ in range(runs + 1)][1:]
    return Cost(statistics.median(c.cpu for c in costs), statistics.median(c.memory for c in costs))


def _run(command: list[str], folder: Path) -> Cost:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def steps() -> dict[str, list[str]]:
    """The measured commands by name."""
    strategie = [sys.executable, "-m", "generator"]
    return {
        "check": [*strategie, "check", "--format", "json"],
        "diff": [*strategie, "diff", "--format", "json"],
        "build": [*strategie, "build", "--pages", "off", "--trotz-fehlern"],
    }


def main() -> int:
    """Print the table; exit 1 where a promise of the README is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    compileall.compile_dir(ROOT / "generator", quiet=1)  # as pip does for the reference
    with tempfile.TemporaryDirectory() as temporary:
        folders = {}
        for size in SIZES:
            folders[size] = Path(temporary) / str(size)
            multiply(ROOT / "strategy", folders[size] / "strategy", size)
        reference = measure(REFERENCE, Path(temporary), max(runs, 5))
        print(
            f"reference (import pydantic, networkx, yaml): {reference.cpu:.2f} s CPU, {reference.memory:.0f} MiB\n"
        )
        print(
            f"{'step':8} {'size':>5} {'CPU s':>8} {'/ reference':>12} {'MiB':>6} {'/ reference':>12}"
        )
        costs = {}
        for name, command in steps().items():
            for size in SIZES:
                cost = costs[name, size] = measure(command, folders[size], runs)
                ratios = f"{cost.cpu / reference.cpu:12.2f} {cost.memory:6.0f} {cost.memory / reference.memory:12.2f}"
                print(f"{name:8} {size:4}x {cost.cpu:8.2f} {ratios}", flush=True)
    return _judge(costs, reference)


def _judge(costs: dict[tuple[str, int], Cost], reference: Cost) -> int:
    """The promises: check at 1x and 50x against the reference, and linear growth of each step."""
    promises = [
        ("check at 1x / reference", costs["check", 1].cpu / reference.cpu, 1.6),
        ("check at 50x / reference", costs["check", 50].cpu / reference.cpu, 5.0),
    ]
    for name in steps():
        growth = costs[name, 50].cpu / costs[name, 10].cpu
        promises.append((f"{name}: 50x / 10x (linear: 5)", growth, 5.0))
    print()
    for text, value, bound in promises:
        print(f"{'kept  ' if value <= bound else 'BROKEN'} {text}: {value:.2f} (at most {bound})")
    return int(any(value > bound for _, value, bound in promises))


if __name__ == "__main__":
    sys.exit(main())
