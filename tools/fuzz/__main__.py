"""``python -m tools.fuzz --count 2000``: many trials; each failure is one line, and the end a summary."""

from __future__ import annotations

import argparse
import faulthandler
import gc
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import to_builtins

from tools.fuzz.trial import Trials

HANGS = 120
"""Seconds by the clock after which a trial waits for something that never comes."""
TURN = 100
"""Trials of one process: what one leaves in memory shall not count against another."""


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2000, help="how many trials")
    parser.add_argument("--first", type=int, default=0, help="number of the first one")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=1e6, help="stop after so many")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def work(seed: int, first: int, count: int) -> None:
    """Run trials and print each outcome as a line of JSON; a trial that hangs ends the process."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        trials = Trials(seed, Path(folder))
        trials.run(first)  # loads the program, which no trial has to leave behind
        gc.collect()
        gc.freeze()
        for number in range(first, first + count):
            faulthandler.dump_traceback_later(HANGS, exit=True)
            outcome = trials.run(number)
            gc.collect()  # a command of its own leaves that to the end of its process
            print(json.dumps(to_builtins(outcome)), flush=True)


def outcomes(seed: int, first: int, count: int, minutes: float) -> Iterator[dict[str, Any]]:
    """All outcomes; one that ended its process is told as that."""
    end, number = time.monotonic() + minutes * 60, first
    while number < first + count and time.monotonic() < end:
        turn = min(TURN, first + count - number)
        command = [sys.executable, "-m", "tools.fuzz", "--worker", f"--seed={seed}", f"--first={number}", f"--count={turn}"]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # fmt: skip
        lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
        yield from lines
        number += len(lines)
        if len(lines) < turn:
            yield {"number": number, "seconds": 0, "code": -1, "wrong": f"process ended: {done.stderr[-1500:]}"}  # fmt: skip
            number += 1


def run(arguments: argparse.Namespace) -> int:
    """Print failures and a summary; 1 if anything went wrong."""
    count, wrong, longest, codes = 0, 0, 0.0, [0, 0, 0]
    for outcome in outcomes(arguments.seed, arguments.first, arguments.count, arguments.minutes):
        count += 1
        longest = max(longest, outcome["seconds"])
        if 0 <= outcome["code"] < 3:
            codes[outcome["code"]] += 1
        if outcome["wrong"]:
            wrong += 1
            print(json.dumps(outcome, ensure_ascii=False), flush=True)
    print(f"{count} inputs (seed {arguments.seed}), {wrong} failures, longest {longest:.1f} s; exit codes 0/1/2: {codes}")  # fmt: skip
    return int(bool(wrong))


if __name__ == "__main__":
    given = _arguments()
    if given.worker:
        work(given.seed, given.first, given.count)
    else:
        sys.exit(run(given))
