from __future__ import annotations

import pytest

from generator.edit.form import Entries
from generator.edit.matching import matched, staying


def reason(identity: str, art: str, text: str = "Gekürzt.") -> Entries:
    return Entries({"id": identity, "art": art, "begruendung": text})


def goal(identity: str, text: str = "Alle lernen.") -> Entries:
    return Entries({"id": identity, "text": text}, name=f"ziel:{identity}")


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        (["a", "b"], ["a", "b"], {0: 0, 1: 1}),
        (["a", "b", "c"], ["c", "a", "b"], {0: 2, 1: 0, 2: 1}),
        (["a", "b"], ["a", "x", "b"], {0: 0, 2: 1}),
        (["a", "b", "c"], ["a", "x", "c"], {0: 0, 1: 1, 2: 2}),
        (["a", "a"], ["a"], {0: 0}),
        ([goal("E1"), goal("E2")], [goal("E2", "Neu."), goal("E3", "Alle lehren.")], {0: 1}),
        ([goal("E1")], [goal("E2", "Alle lehren.")], {}),
        ([goal("E1")], [goal("E2")], {0: 0}),
        ([reason("E1", "neu"), reason("E1", "text")], [reason("E1", "text", "Länger.")], {0: 1}),
        ([reason("E1", "neu"), reason("E2", "neu")], [reason("E2", "text", "X."), reason("E3", "neu")], {0: 1}),
        ([reason("E1", "neu")], [reason("E2", "neu")], {0: 0}),
    ],
    ids=["the same", "moved", "one more", "one other", "one less", "elements by ID", "another element", "with another ID",
         "of two that begin alike the likest", "by what they begin with", "rewritten between neighbours"],
)  # fmt: skip
def test_which_item_was_which(old: list[object], new: list[object], pairs: dict[int, int]) -> None:
    assert matched(old, new) == pairs


def test_as_many_as_possible_stay_where_they_are() -> None:
    assert staying({0: 4, 1: 0, 2: 1, 3: 2, 4: 3}) == {1: 0, 2: 1, 3: 2, 4: 3}
