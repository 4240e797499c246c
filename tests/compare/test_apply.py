from collections import Counter
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.compare.apply import apply
from generator.model.change_kinds import CHANGES
from generator.model.strategy import Strategy
from generator.read.origin import Folder
from generator.read.reading import read_strategy
from tests.compare.county import county, goal
from tests.compare.mutate import fortschreibung
from tests.editions import diff, published

EXAMPLES = Path(__file__).parents[2] / "examples"
STRUCTURAL = ("added", "removed", "moved", "reordered", "levels")
SHIPPED = sorted({p.parent for p in EXAMPLES.rglob("strategy.yaml")})


def assert_told_completely(old: Strategy, new: Strategy) -> None:
    assert published(apply(old, diff(old, new))) == published(new)


@pytest.mark.parametrize("seed", range(120))
def test_the_changes_suffice_to_rebuild_the_new_edition(edition: Strategy, seed: int) -> None:
    old = fortschreibung(edition, seed + 1_000, steps=6) if seed % 2 else edition
    new = fortschreibung(old, seed, steps=1 + seed % 30)
    assert_told_completely(old, new)
    assert_told_completely(new, old)
    assert diff(new, new) == ()


@settings(max_examples=60, deadline=None, derandomize=True)
@given(seed=st.integers(0, 2**32), steps=st.integers(0, 12))
def test_the_changes_suffice_for_a_small_strategy(seed: int, steps: int) -> None:
    assert_told_completely(county(), fortschreibung(county(), seed, steps))


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda p: str(p.relative_to(EXAMPLES)))
def test_the_changes_suffice_with_other_levels(folder: Path) -> None:
    strategy = read_strategy(Folder(folder)).strategy
    assert strategy is not None
    for seed in range(15):
        assert_told_completely(strategy, fortschreibung(strategy, seed, 10))


def test_two_unrelated_strategies_can_be_compared(edition: Strategy) -> None:
    assert_told_completely(edition, county())
    assert_told_completely(county(), edition)


def test_each_kind_of_change_is_among_the_random_ones(edition: Strategy) -> None:
    new = [fortschreibung(edition, seed, 40) for seed in range(25)]
    seen = Counter(change.kind for each in new for change in diff(edition, each))
    assert set(seen) == set(CHANGES)


def test_a_row_of_fortschreibungen_leads_to_the_last(edition: Strategy) -> None:
    editions = [edition]
    for seed in range(6):
        editions.append(fortschreibung(editions[-1], seed, 5))
    reached = edition
    for old, new in pairwise(editions):
        reached = apply(reached, diff(old, new))
    assert published(reached) == published(editions[-1])


@pytest.mark.parametrize("seed", range(10))
def test_some_of_the_changes_can_be_applied_alone(edition: Strategy, seed: int) -> None:
    choice = Random(seed)
    new = fortschreibung(edition, seed, 25)
    inside = [c for c in diff(edition, new) if c.kind not in STRUCTURAL]
    some = [c for c in inside if choice.random() < 0.5]
    again = diff(edition, apply(edition, some))
    assert {(c.key, c.kind, c.after) for c in again} == {(c.key, c.kind, c.after) for c in some}


@pytest.mark.parametrize("seed", range(10))
def test_no_element_is_lost_when_its_new_neighbour_is_missing(edition: Strategy, seed: int) -> None:
    changes = diff(edition, fortschreibung(edition, seed, 25))
    kept = apply(edition, [c for c in changes if c.kind in ("moved", "reordered")])
    assert sorted(goal.id for goal in kept.goals()) == sorted(goal.id for goal in edition.goals())


def test_a_strategy_with_an_id_given_twice_is_still_told_completely() -> None:
    def twice(data: dict[str, object]) -> None:
        goal(data, "EZ02")["id"] = "EZ01"
        goal(data, "PZ02")["kinder"] = [
            {"id": "EZ01", "stufe": "ergebnisziele", "text": "Paten begleiten junge Menschen."}
        ]

    assert_told_completely(county(), county(twice))
    assert_told_completely(county(twice), county())


def test_applying_keeps_the_house_rules_of_the_old_edition(edition: Strategy) -> None:
    kopf = apply(edition, diff(edition, fortschreibung(edition, 3, 10))).kopf
    assert kopf.anzahl == edition.kopf.anzahl
    assert kopf.beschlussregeln == edition.kopf.beschlussregeln
