"""New wordings reach goals of every level and Empfehlungen, and nothing else becomes another."""

from __future__ import annotations

from generator.reviewing.wordings import with_wordings
from tests.compare.county import county
from tests.editions import diff


def test_only_the_named_wordings_change() -> None:
    old = county()
    words = {("LZ01", "text"): "Eins.", ("EZ03", "titel"): "Drei", ("EM01", "text"): "Vier."}
    changes = diff(old, with_wordings(old, words))
    assert {(c.id, c.kind, c.after) for c in changes} == {
        (identity, "reworded", ((field, text),)) for (identity, field), text in words.items()
    }


def test_what_was_computed_of_the_old_strategy_does_not_stay() -> None:
    old = county()
    assert old.by_id["EZ01"]
    new = with_wordings(old, {("EZ01", "text"): "Neu."})
    assert new.by_id["EZ01"].text == "Neu."  # type: ignore[union-attr]


def test_no_wording_gives_an_equal_strategy() -> None:
    assert with_wordings(county(), {}) == county()
