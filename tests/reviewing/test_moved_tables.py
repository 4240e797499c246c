"""A goal moved with all that stands below it is moved; one moved without that is a question."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from tests.reviewing.conftest import copied
from tests.reviewing.road import fingerprint, output, records, returned, run, wordings
from tools.reviewer import GOAL, MAIN, Element, package, parts_of, w
from tools.tracking import Tracker, above
from tools.word_places import behind, row_words, style_of


class Moving:
    """The shipped county's document, in which one person moves tables, rows and headings."""

    def __init__(self, author: str) -> None:
        self.files = parts_of(output().read_bytes())
        self.root = etree.fromstring(self.files[MAIN])
        self.by = Tracker(author, "2026-11-24T10:12:00Z")

    def table(self, name: str) -> Element:
        """The table in which a goal has its row."""
        rows = (r for r in self.root.iter(w("tr")) if len(r.findall(w("tc"))) == 3)
        return above(next(r for r in rows if f" | {name} | " in row_words(r)))

    def rows(self, name: str) -> list[Element]:
        return self.table(name).findall(w("tr"))

    def gone(self, row: Element) -> None:
        if not self.by.name:
            above(row).remove(row)
            return
        for line in row.iter(w("p")):
            self.by.gone(line)
        self.by.mark_row(row, "del")

    def come(self, row: Element) -> Element:
        """A copy of a row as one put in."""
        new = deepcopy(row)
        for mark in [*new.iter(w("bookmarkStart"), w("bookmarkEnd"))]:
            above(mark).remove(mark)
        for line in new.iter(w("p")) if self.by.name else ():
            for words in line.findall(w("r")):
                at = line.index(words)
                line.insert(at, self.by.marked("ins", words))
        self.by.mark_row(new, "ins")
        return new

    def heading(self, number: int) -> list[Element]:
        """What a leading goal is called, and its wording."""
        lines = [p for p in self.root.iter(w("p")) if style_of(p) == GOAL]
        label = lines[number].getprevious()
        assert label is not None
        return [label, lines[number]]

    def returned(self) -> Path:
        story = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return returned("amt", package(self.files | {MAIN: story}))


@pytest.fixture(params=["Anna Amt", ""], ids=["tracked", "typed"])
def moving(
    request: pytest.FixtureRequest,
    built: Callable[[str], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Moving:
    copied(built("strategy"), tmp_path, monkeypatch)
    return Moving(request.param)


def test_a_table_moved_is_its_goal_moved_with_all_below_it(
    moving: Moving, capsys: pytest.CaptureFixture[str]
) -> None:
    """Results and bodies that came along stand with it; none is taken out, none goes to another goal."""
    order, once = list(wordings()), fingerprint(Path("strategy"))
    table, target = moving.table("PZ01"), moving.table("PZ02")
    new = deepcopy(table)
    for row in new.findall(w("tr")):
        new.replace(row, moving.come(row))
    target.addnext(new)
    target.addnext(deepcopy(behind(table)))  # Word keeps no two tables apart without a paragraph
    for line in behind(target).iter(w("r")):
        above(line).remove(line)
    if moving.by.name:
        for row in table.findall(w("tr")):
            moving.gone(row)
    else:
        above(table).remove(table)
    file = moving.returned()
    found = records(capsys, file)
    assert {(r["kind"], r["element"]) for r in found} == {
        ("moved", "PZ01"), ("moved", "EZ01"), ("moved", "EZ02"),
    }  # fmt: skip
    assert [r["element"] for r in found if r["applicable"]] == ["PZ01"]
    assert {r["why"] for r in found if not r["applicable"]} == {"Steht schon so in der Strategie."}
    run(capsys, "review", file, "--apply", "--offene")
    assert fingerprint(Path("strategy")) != once
    now = list(wordings())
    assert [*now[: now.index("PZ02")], "PZ01", "EZ01", "EZ02"] == [
        *order[: order.index("PZ01")], "PZ01", "EZ01", "EZ02",
    ]  # fmt: skip
    assert now.index("PZ01") == now.index("EZ04") + 1
    assert now[now.index("PZ01") :][:3] == ["PZ01", "EZ01", "EZ02"]


def test_a_row_moved_away_from_the_rows_below_it_is_a_question(
    moving: Moving, capsys: pytest.CaptureFixture[str]
) -> None:
    once = fingerprint(Path("strategy"))
    row = moving.rows("PZ01")[0]
    moving.rows("PZ03")[0].addprevious(moving.come(row))
    moving.gone(row)
    file = moving.returned()
    (one,) = records(capsys, file)
    assert (one["kind"], one["element"], one["applicable"]) == ("moved", "PZ01", False)
    assert "Unter PZ01 stehen noch EZ01, EZ02" in one["why"]
    run(capsys, "review", file, "--apply", "--offene")
    assert fingerprint(Path("strategy")) == once


@pytest.mark.parametrize("moved", [False, True], ids=["gone", "moved"])
def test_the_heading_of_a_goal_is_one_record(
    moved: bool, moving: Moving, capsys: pytest.CaptureFixture[str]
) -> None:
    once = fingerprint(Path("strategy"))
    place = moving.heading(4)[0]
    for line in moving.heading(1):
        if moved:
            place.addprevious(moving.come(line))
            made = place.getprevious()
            assert made is not None
            moving.by.mark_end(made, "ins")
        moving.by.gone(line)
    file = moving.returned()
    (one,) = records(capsys, file)
    assert (one["kind"], one["element"]) == ("moved" if moved else "removed", "LZ02")
    assert one["old"].startswith("Leitziel LZ02 | Arbeitslose Personen")
    assert one["new"] == (one["old"] if moved else "")
    assert "Unter LZ02 stehen noch" in one["why"]
    run(capsys, "review", file, "--apply", "--offene")
    assert fingerprint(Path("strategy")) == once


def test_a_row_moved_to_where_another_was_taken_out_is_told_whole(
    moving: Moving, capsys: pytest.CaptureFixture[str]
) -> None:
    """The label of the one is not that of the other, though both say "Ergebnisziel"."""
    away, gone = moving.rows("PZ01")[1], moving.rows("PZ02")[2]
    gone.addprevious(moving.come(away))
    for row in (away, gone):
        moving.gone(row)
    found = {r["kind"]: r for r in records(capsys, moving.returned())}
    assert len(found) == 2
    assert found["removed"]["old"].startswith("Ergebnisziel | EZ04 | ")
    assert found["moved"]["old"].startswith("Ergebnisziel | EZ01 | ")
    assert (found["moved"]["parent"], found["moved"]["after"]) == ("PZ02", "EZ03")
