"""Goals are counted in print order, each level for itself, and what stands below a goal has its number."""

import pytest

from generator.graph.goal_numbers import goal_numbers
from generator.model.strategy import Strategy
from tests.shapes import shape


def numbered(name: str, setting: str | None) -> Strategy:
    strategy = shape(name)
    kopf = strategy.kopf.model_copy(update={"nummerierung": setting})
    return strategy.model_copy(update={"kopf": kopf})


@pytest.mark.parametrize(
    ("name", "setting", "expected"),
    [
        ("side by side", "laufend", "ZI01 1, ZI02 2, MA01 1, MA02 2, MA03 3"),
        ("side by side", "laufend-je-feld", "ZI01 1, ZI02 2, MA01 1, MA02 2, MA03 1"),
        ("below both, outside last", "laufend",
         "MA01 1, ZI01 1, MA02 1.1, MA03 1.2, ZI02 2, ZI03 3, MA04 3.1"),
        ("below both, outside last", "laufend-je-feld",
         "MA01 1, ZI01 1, MA02 1.1, MA03 1.2, ZI02 2, ZI03 1, MA04 1.1"),
        ("two lists below a goal", "laufend",
         "ZI09 1, ZI01 2, MA01 2.1, IN01 2.1, IN02 2.2, ZI02 3, IN03 3.1"),
        ("everything at once", "laufend",
         "IN01 1, ZI01 1, IN02 1.1, TZ01 1.1, MA01 1.1.1, AS01 1.1.1.1, AS02 1.1.1.2, IN03 1.1.1.1,"
         " AS03 1.1.1, MA02 1.1, ZI02 2, IN04 2, ZI03 3"),
        ("everything at once", None, ""),
    ],
)  # fmt: skip
def test_numbers_follow_the_setting(name: str, setting: str | None, expected: str) -> None:
    found = goal_numbers(numbered(name, setting))
    assert ", ".join(f"{identity} {number}" for identity, number in found.items()) == expected
