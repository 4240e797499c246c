"""The faults that the tests are tried with are faults: small, in one place, and still a program."""

import ast
from pathlib import Path

import pytest

from tools.mutants.faults import ROOT, STAGES, mutants, sample


def afters(source: str) -> list[str]:
    return [make().source for make in mutants(source, Path("x.py"))]


@pytest.mark.parametrize(
    ("source", "faulty"),
    [
        ("a = b < c\n", "a = (b <= c)\n"),
        ("a = ü and c\n", "a = (ü or c)\n"),
        ("a = b not in c\n", "a = (b in c)\n"),
        ("if not a:\n    b()\n", "if (a):\n    b()\n"),
        ("def f():\n    return x\n", "def f():\n    return None\n"),
        ("for a in b:\n    continue\n", "for a in b:\n    break\n"),
        ("found.append(x)\n", "pass\n"),
        ("a = x if y else z\n", "a = (z if y else x)\n"),
        ("a = 3\n", "a = (4)\n"),
    ],
)
def test_one_place_is_changed_and_the_rest_stays(source: str, faulty: str) -> None:
    assert faulty in afters(source)


def test_texts_are_never_subtracted() -> None:
    assert afters('a = "x" + b\n') == []


def test_a_sample_is_decided_by_its_seed_and_holds_programs_only() -> None:
    chosen = sample(7, 40)
    assert chosen == sample(7, 40)
    assert chosen != sample(8, 40)
    for stage, mutant in chosen:
        assert stage in STAGES
        ast.parse(mutant.source)


def test_the_tests_of_each_stage_are_there() -> None:
    named = [path for paths in STAGES.values() for path in paths]
    assert [path for path in named if not (ROOT / path).exists()] == []
