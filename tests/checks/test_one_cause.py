"""One mistake is one finding, however much follows from it, alone and beside any other mistake."""

from collections.abc import Callable
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from generator.checks.run import run
from generator.read.origin import Folder
from generator.read.reading import read_strategy

Write = Callable[..., Path]
SHIPPED = Path(__file__).parents[2] / "strategy"
LEVELS = [
    line
    for line in (SHIPPED / "strategy.yaml").read_text("utf-8").splitlines(True)
    if "schluessel: " in line
][:3]
MISTAKES = {
    "the key of the first level is another": ("strategy.yaml", "schluessel: leitziele", "schluessel: leitziel"),
    "the key of a level below is another": ("strategy.yaml", "schluessel: prozessziele", "schluessel: prozesse"),
    "the key of a level cannot be one": ("strategy.yaml", "schluessel: ergebnisziele", "schluessel: Ergebnisziele"),
    "the levels are no list": ("strategy.yaml", "stufen:\n", "stufen: Leitziele\nkapitelfolge:\n"),
    "a level is missing": ("strategy.yaml", LEVELS[1], ""),
    "the last level is missing": ("strategy.yaml", LEVELS[2], ""),
    "a level stands twice": ("strategy.yaml", LEVELS[2], LEVELS[2] * 2),
    "a level has another prefix": ("strategy.yaml", "praefix: EZ", "praefix: E"),
    "a level carries no bodies": ("strategy.yaml", "praefix: PZ, traegt: [zustaendigkeit]", "praefix: PZ, traegt: [umsetzungsstand]"),
    "a list is mistyped everywhere": ("goals.yaml", "ergebnisziele:", "ergebniszile:"),
    "a key is mistyped everywhere": ("goals.yaml", "zustaendig:", "zustaendik:"),
    "all wordings have another key": ("goals.yaml", " text:", " txt:"),
    "an ID stands twice": ("goals.yaml", "id: LZ03", "id: LZ02"),
    "the kind of all bodies is mistyped": ("actors.yaml", "art: intern", "art: interrn"),
    "a body has another ID": ("actors.yaml", "id: jobcenter\n", "id: jobcentre\n"),
}  # fmt: skip
NAMES_TWO = {"the levels are no list": 1}
"""Of a mistake that spoils two lines both are told."""


@cache
def shipped() -> dict[str, str]:
    files = [*SHIPPED.glob("*.yaml"), *SHIPPED.glob("texts/*.md")]
    return {file.relative_to(SHIPPED).as_posix(): file.read_text("utf-8") for file in files}


@cache
def before() -> frozenset[tuple[str, str | None]]:
    """What is told of the shipped strategy without any mistake."""
    return frozenset((f.rule, f.id) for f in run(read_strategy(Folder(SHIPPED))))


def spoilt(*mistakes: tuple[str, str, str]) -> dict[str, str]:
    files = dict(shipped())
    for file, old, new in mistakes:
        files[file] = files[file].replace(old, new)
    return files


def pairs() -> list[tuple[str, str]]:
    """Mistakes that leave a place for each other."""
    both = combinations(list(MISTAKES)[::2], 2)
    return [(a, b) for a, b in both if spoilt(MISTAKES[a])[MISTAKES[b][0]].count(MISTAKES[b][1])]


def told(write: Write, *mistakes: tuple[str, str, str]) -> list[str]:
    """What is told of the shipped strategy with mistakes that is not told without any."""
    findings = run(read_strategy(Folder(write(spoilt(*mistakes)))))
    new = [f for f in findings if not f.accepted and (f.rule, f.id) not in before()]
    return [f"{finding.rule} {finding.message}" for finding in new]


@pytest.mark.parametrize("mistake", MISTAKES)
def test_one_mistake_is_one_finding(mistake: str, strategy_folder: Write) -> None:
    said = told(strategy_folder, MISTAKES[mistake])
    assert len(said) == 1 + NAMES_TWO.get(mistake, 0), said


@pytest.mark.parametrize("pair", pairs(), ids=" and ".join)
def test_two_mistakes_are_at_most_two_findings(
    pair: tuple[str, str], strategy_folder: Write
) -> None:
    said = told(strategy_folder, *(MISTAKES[name] for name in pair))
    assert 0 < len(said) <= 2 + sum(NAMES_TWO.get(name, 0) for name in pair), said
