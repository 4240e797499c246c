"""Signs that nobody sees are told or refused, never taken over or dropped in silence."""

from __future__ import annotations

import pytest

from generator.match.normal_text import plain
from tests.match.returned import WORDING, goal, goal_row, only, reviewed, table
from tests.receive.word import deleted, inserted, text

GOAL = goal("EZ01", WORDING)


@pytest.mark.parametrize(
    ("sign", "told"),
    [
        ("\u00a0", "geschütztes Leerzeichen"),
        ("\u202f", "schmales geschütztes Leerzeichen"),
        ("\u00ad", "weicher Trennstrich"),
        ("\u2011", "geschützter Bindestrich"),
        ("\u200b", "unsichtbares Zeichen"),
        ("\u2028", "unsichtbares Zeichen"),
        ("\t", "Tabulator"),
    ],
)
@pytest.mark.parametrize("tracked", [True, False])
def test_what_a_wording_does_not_keep_is_told_beside_what_it_keeps(
    sign: str, told: str, tracked: bool
) -> None:
    new = f"ein{sign}gutes{sign} Konzept"
    content = text("Jede Schule hat ") + (deleted("ein Konzept") if tracked else "")
    content += (inserted if tracked else text)(new) + text(".")
    one = only(reviewed(table(goal_row("EZ01", content)), GOAL))
    assert one.applicable
    assert told.split()[-1][:8] in str(one.note)
    assert "kommt davon nichts" in str(one.note)
    assert plain(one.new) == plain(f"Jede Schule hat {new}.")


def test_a_tracked_space_alone_is_told_and_is_nothing_to_take_over() -> None:
    content = text("Jede") + deleted(" ") + inserted("\u00a0") + text("Schule hat ein Konzept.")
    one = only(reviewed(table(goal_row("EZ01", content)), GOAL))
    assert (one.applicable, one.inserted, one.deleted) == (False, 1, 1)
    assert "nur Leerzeichen" in str(one.why)
    assert "geschütztes Leerzeichen" in str(one.note)


def test_what_was_printed_with_such_a_sign_is_not_told_again() -> None:
    prints = goal("EZ01", "Jede Schule hat z.\u00a0B. ein Konzept.")
    content = text("Jede Schule hat z.\u00a0B. ein ") + inserted("gutes ") + text("Konzept.")
    one = only(reviewed(table(goal_row("EZ01", content)), prints))
    assert (one.applicable, one.note) == (True, None)


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200e", "\u061c", "\u0091", "\ue000"])
@pytest.mark.parametrize("tracked", [True, False])
def test_a_sign_that_makes_a_text_look_like_another_is_refused(sign: str, tracked: bool) -> None:
    words = (inserted if tracked else text)(f"sehr{sign} ")
    content = text("Jede Schule hat ein ") + words + text("Konzept.")
    one = only(reviewed(table(goal_row("EZ01", content)), GOAL))
    assert not one.applicable
    assert f"U+{ord(sign):04X}" in str(one.why)
