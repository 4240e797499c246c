"""``python -m tools.mutants --count 300``: small faults put into the program, and which of them no test notices.

Each fault is put into a copy of the project, in one place of one module, and the tests that
run that line are run. Seed and number decide everything. What survives is a promise that no
test holds, or a line that does not matter.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tools.mutants.faults import sample
from tools.mutants.trial import copied, covering, noticed


def main() -> int:
    """Print what survived, one line each, and how many were noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--first", type=int, default=0, help="number of the first one")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=1e6)
    parser.add_argument(
        "--among", nargs="+", default=["tests"], help="tests that may notice it (all)"
    )
    parser.add_argument("--covering", type=Path, help="file that keeps which tests run which line")
    given = parser.parse_args()
    end, tried, alive = time.monotonic() + given.minutes * 60, 0, 0
    with tempfile.TemporaryDirectory(prefix="mutanten-") as folder:
        copy = copied(Path(folder))
        tests = covering(copy, given.covering, given.among)
        try:
            for stage, mutant in sample(given.seed, given.first + given.count)[given.first :]:
                if time.monotonic() > end:
                    break
                tried += 1
                if not noticed(copy, stage, mutant, tests):
                    alive += 1
                    print(f"{mutant.file}:{mutant.line}: {mutant.before!r} -> {mutant.after!r}", flush=True)  # fmt: skip
        finally:  # a run that is broken off has shown something too
            share = 100 * (tried - alive) / max(tried, 1)
            print(f"{tried - alive} of {tried} faults were noticed ({share:.0f} %), seed {given.seed}")  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
