"""The ID in a row says whose wording stands there, whatever words that are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from generator.model.address import Address
from tests.match.returned import Print, goal, goal_row, reviewed, row, table
from tests.receive.test_comments import comment, end, start
from tests.receive.word import deleted, inserted, paragraph, text

WORDINGS = [
    "Jede Schule hat ein Konzept.",
    "Das Mittagessen ist bezahlbar.",
    "Die Horte öffnen in den Ferien.",
]
NAMES = ["EZ01", "EZ02", "EZ03"]
NEW = "Ganz neues Ziel hier."
START, END = '<w:bookmarkStart w:id="{0}" w:name="EZ0{0}"/>', '<w:bookmarkEnd w:id="{0}"/>'

Told = list[tuple[str, str | None, str, str]]


def prints(label: str = "Ergebnisziel") -> list[Print]:
    return [
        one for name, words in zip(NAMES, WORDINGS, strict=True) for one in goal(name, words, label)
    ]


def overview() -> list[Print]:
    found: list[Print] = ["Übersicht"]
    for name, words in zip(NAMES, WORDINGS, strict=True):
        found += [
            (name, Address(name, "id", "uebersicht")),
            (words, Address(name, "text", "uebersicht")),
        ]
    return found


def bare(number: int, words: str) -> str:
    return goal_row(f"EZ0{number}", text(words))


def marked(number: int, words: str) -> str:
    return goal_row(f"EZ0{number}", START.format(number) + text(words) + END.format(number))


def told(body: str, printed: Sequence[Print]) -> Told:
    return [(one.kind, one.element, one.old, one.new) for one in reviewed(body, printed).statements]


def reworded(new: Sequence[str]) -> Told:
    changed = zip(NAMES, WORDINGS, new, strict=True)
    return [("reworded", name, old, words) for name, old, words in changed if words != old]


SHUFFLED = [
    [WORDINGS[1], WORDINGS[0], WORDINGS[2]],
    [WORDINGS[2], WORDINGS[1], WORDINGS[0]],
    [WORDINGS[1], WORDINGS[2], NEW],
    [NEW, WORDINGS[0], WORDINGS[1]],
    [WORDINGS[1], WORDINGS[1], WORDINGS[1]],
    [WORDINGS[2] + " Immer.", WORDINGS[0], NEW],
]


@pytest.mark.parametrize("new", SHUFFLED)
@pytest.mark.parametrize("as_row", [bare, marked])
def test_wordings_typed_into_rows_of_other_goals_are_new_wordings_of_these(
    as_row: Callable[[int, str], str], new: list[str]
) -> None:
    body = table(*(as_row(n, words) for n, words in enumerate(new, 1)))
    assert told(body, prints()) == reworded(new)


@pytest.mark.parametrize("new", SHUFFLED)
def test_an_id_that_is_printed_twice_is_known_by_its_order(new: list[str]) -> None:
    body = table(*(bare(n, words) for n, words in enumerate(new, 1))) + paragraph(text("Übersicht"))
    cells = zip(NAMES, WORDINGS, strict=True)
    body += table(*(row(paragraph(text(name)), paragraph(text(words))) for name, words in cells))
    assert told(body, [*prints(), *overview()]) == reworded(new)


def test_where_the_id_was_typed_over_the_bookmark_decides() -> None:
    other = marked(1, WORDINGS[1]).replace(">EZ01<", ">EZ77<")
    found = told(table(other, marked(2, WORDINGS[0]), marked(3, WORDINGS[2])), prints())
    assert found == [
        ("text", "EZ01", "EZ01", "EZ77"),
        *reworded([WORDINGS[1], WORDINGS[0], WORDINGS[2]]),
    ]


def test_of_a_row_that_stands_twice_the_words_tell_which_is_new() -> None:
    rows = [bare(n, words) for n, words in enumerate(WORDINGS, 1)]
    body = table(rows[0], rows[1], bare(2, WORDINGS[1] + " Auch hier."), rows[2])
    (one,) = reviewed(body, prints()).statements
    assert (one.kind, one.old) == ("added", "")
    assert one.new.endswith("Auch hier.")


@pytest.mark.parametrize("label", ["Ergebnisziel", "Ziel"])
@pytest.mark.parametrize(
    ("content", "author"),
    [
        (text("Jede gute Schule hat ein Konzept."), None),
        (text("Jede ") + inserted("gute ") + text("Schule hat ein Konzept."), "Anna Amt"),
        (text("Jede ") + deleted("Schule") + inserted("Kita") + text(" hat ein Konzept."), "Anna Amt"),
    ],
)  # fmt: skip
def test_a_wording_changed_in_a_row_that_was_moved_is_still_that_of_its_goal(
    content: str, author: str | None, label: str
) -> None:
    body = table(
        goal_row("EZ02", text(WORDINGS[1]), label=label),
        goal_row("EZ03", text(WORDINGS[2]), label=label),
        goal_row("EZ01", content, label=label),
    )
    move, change = sorted(reviewed(body, prints(label)).statements, key=lambda one: one.kind)
    assert (move.kind, move.element, move.after) == ("moved", "EZ01", "EZ03")
    assert (change.kind, change.element, change.author) == ("reworded", "EZ01", author)
    assert change.old == WORDINGS[0]
    assert change.applicable


def test_a_remark_in_a_row_that_was_moved_is_one_on_its_goal() -> None:
    remarked = goal_row("EZ01", start("0") + text(WORDINGS[0]) + end("0"))
    body = table(bare(2, WORDINGS[1]), bare(3, WORDINGS[2]), remarked)
    found = reviewed(body, prints(), comments=comment("0", "Warum?")).statements
    assert [one.element for one in found if one.kind == "comment"] == ["EZ01"]
    assert [one.element for one in found if one.kind == "moved"] == ["EZ01"]
    assert len(found) == 2
