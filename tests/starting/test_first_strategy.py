"""Wishes and listed goals become one strategy in which nothing is lost and nothing is invented."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.strategy import Strategy
from generator.starting.first_strategy import first_strategy
from generator.starting.goal_list import listed_fields
from generator.starting.wishes import Wishes, body, levels

DAY = date(2027, 2, 3)
WORDS = ["Leitziel", "Teilziel", "Maßnahme"]


def made(text: str, *fields: str) -> Strategy:
    listed = listed_fields("ziele.txt", text.encode(), len(WORDS)) if text else ()
    return first_strategy(Wishes(body("Stadt Au", None, None), levels(WORDS), fields), listed, DAY)


def told(strategy: Strategy) -> list[tuple[str, list[str]]]:
    fields = strategy.ziele.handlungsfelder
    return [(f"{field.id} {field.titel}", [goal.text for goal in field.kinder]) for field in fields]


def test_goals_above_every_heading_stand_in_the_first_handlungsfeld() -> None:
    assert told(made("Über allem\n# Arbeit\nA")) == [("HF1 Arbeit", ["Über allem", "A"])]
    assert told(made("Über allem", "Klima", "Arbeit")) == [
        ("HF1 Klima", ["Über allem"]), ("HF2 Arbeit", []),
    ]  # fmt: skip


def test_a_handlungsfeld_without_a_goal_is_kept_and_one_named_twice_is_one() -> None:
    assert told(made("# Leer\n# Arbeit\nA\n# Wohnen\nB\n# Arbeit\nC", "Wohnen")) == [
        ("HF1 Wohnen", ["B"]), ("HF2 Leer", []), ("HF3 Arbeit", ["A", "C"]),
    ]  # fmt: skip


def test_without_a_list_each_handlungsfeld_has_one_goal_of_each_level() -> None:
    strategy = made("", "Klima", "Arbeit")
    ids = [goal.id for goal in strategy.goals()]
    assert ids == ["LZ01", "TZ01", "MA01", "LZ02", "TZ02", "MA02"]
    assert len({goal.text for goal in strategy.goals()}) == len(ids)


@settings(max_examples=60, derandomize=True)
@given(st.lists(st.integers(0, 2), min_size=1, max_size=30))
def test_every_goal_stands_once_in_its_order_at_its_depth(wanted: list[int]) -> None:
    depths = []
    for depth in wanted:
        depths.append(min(depth, depths[-1] + 1) if depths else 0)
    lines = [f"{'  ' * depth}Vorhaben Nr. {n}" for n, depth in enumerate(depths)]
    goals = list(made("\n".join(lines)).goals())
    keys = ["leitziele", "teilziele", "massnahmen"]
    assert [(goal.text, keys.index(goal.stufe)) for goal in goals] == [
        (f"Vorhaben Nr. {n}", depth) for n, depth in enumerate(depths)
    ]
    assert len({goal.id for goal in goals}) == len(goals)
