"""The counts in the shipped texts that rule Z110 leaves alone although they are not those of all.

``python -m tools.excused_counts`` writes the list anew; read its difference before it is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.checks.check_context import CheckContext
from generator.checks.counting.judge import Judge
from generator.graph.edition import Edition
from generator.read.origin import Folder
from generator.read.reading import read_strategy
from generator.read.seals import former_ids, read_seals

ROOT = Path(__file__).parents[1]
LIST = ROOT / "tests" / "checks" / "counting" / "excused.txt"
SHIPPED = tuple(
    folder.relative_to(ROOT).as_posix()
    for strategy in (ROOT / "strategy", *sorted((ROOT / "examples").iterdir()))
    for folder in (strategy, *sorted((strategy / "editions").iterdir()))
)
"""The strategies of the project, each with its editions."""


def excused() -> str:
    """One line for each: element, words, number of all, excuse; by folder."""
    return "\n".join(f"{folder}\n\n{''.join(lines(ROOT / folder))}" for folder in SHIPPED)


def lines(folder: Path) -> Iterator[str]:
    """Those of one strategy."""
    reading = read_strategy(Folder(folder))
    assert reading.strategy is not None
    predecessor = reading.strategy.kopf.fassung.vorgaenger
    former = former_ids(folder, read_seals(folder), predecessor)
    judge = Judge(CheckContext(Edition(reading.strategy), reading.positions, former))
    for found in judge.mismatches():
        if found.claim.excuse:
            total = judge.total[found.claim.kind]
            yield f"{found.source.id}: «{found.words}» (von {total}): {found.claim.excuse}\n"


if __name__ == "__main__":
    LIST.write_text(excused(), "utf-8")
