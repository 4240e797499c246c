"""Rows and paragraphs of a Synopse that comes back: put in, taken out, moved, with tracking and without."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from tests.reviewing.road import output, plain, records, returned, run, wordings
from tools.reviewer import MAIN, Element, package, parts_of, w
from tools.tracking import Tracker, above
from tools.word_places import lines_of, words_of

NEW = "Ein Fahrplan für die Besuche wird aufgestellt."
TYPED = "Der Rat der Älteren berichtet darüber jedes Jahr."


class Synopsis:
    """The file, in which one person changes something."""

    def __init__(self, author: str) -> None:
        self.files = parts_of(output("synopse").read_bytes())
        self.root = etree.fromstring(self.files[MAIN])
        self.by = Tracker(author, "2026-11-24T10:12:00Z")

    def row(self, beginning: str, column: int = 0) -> Element:
        """The row of which a cell begins so; where a text is only new, both columns are one."""
        rows = (r for r in self.root.iter(w("tr")) if len(r.findall(w("tc"))) in (3, 4))
        found = (r for r in rows if words_of(r.findall(w("tc"))[column]).startswith(beginning))
        return next(found)

    def new_side(self, row: Element) -> list[Element]:
        return lines_of(row.findall(w("tc"))[-2])

    def take_out(self, row: Element) -> None:
        if not self.by.name:
            above(row).remove(row)
            return
        for line in row.iter(w("p")):
            self.by.gone(line)
        self.by.mark_row(row, "del")

    def put_in(self, row: Element, *cells: str) -> None:
        new = deepcopy(row)
        for cell, words in zip(new.findall(w("tc")), cells, strict=True):
            first, *more = lines_of(cell)
            for line in more:
                cell.remove(line)
            self._emptied(first)
            if words:
                first.append(self.by.marked("ins", self.by.run(words)))
            self.by.mark_end(first, "ins")
        row.addnext(new)
        self.by.mark_row(new, "ins")

    def add_line(self, line: Element, words: str) -> None:
        new = deepcopy(line)
        self._emptied(new)
        new.append(self.by.marked("ins", self.by.run(words)))
        line.addnext(new)
        self.by.mark_end(line, "ins")

    def returned(self) -> Path:
        story = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return returned("synopse", package(self.files | {MAIN: story}))

    def _emptied(self, line: Element) -> None:
        for child in [c for c in line if c.tag != w("pPr")]:
            line.remove(child)


@pytest.fixture(params=["Anna Amt", ""], ids=["tracked", "typed"])
def synopsis(request: pytest.FixtureRequest, auental: Path) -> Synopsis:
    return Synopsis(request.param)


def test_a_row_taken_out_and_one_put_in_are_elements(
    synopsis: Synopsis, capsys: pytest.CaptureFixture[str]
) -> None:
    before = wordings()
    synopsis.take_out(synopsis.row("AS20Arbeitsschritt"))
    synopsis.put_in(synopsis.row("AS19Arbeitsschritt"), "Arbeitsschritt", "", NEW, "")
    file = synopsis.returned()
    added, gone = records(capsys, file)
    assert (added["kind"], added["after"], added["applicable"]) == ("added", "AS19", True)
    assert (gone["kind"], gone["element"], gone["applicable"]) == ("removed", "AS20", True)
    assert "Fahrdienst kommt kein Mittagstisch" in gone["old"], "the whole row is one record"
    run(capsys, "review", file, "--apply", "--offene")
    now = wordings()
    assert before.keys() - now.keys() == {"AS20"}
    assert [now[name] for name in now.keys() - before.keys()] == [NEW]


def test_a_paragraph_more_in_a_cell_is_no_element_but_a_question(
    synopsis: Synopsis, capsys: pytest.CaptureFixture[str]
) -> None:
    before = wordings()
    synopsis.add_line(synopsis.new_side(synopsis.row("TZ09Teilziel"))[0], TYPED)
    synopsis.add_line(synopsis.new_side(synopsis.row("Was seit", -2))[2], TYPED)
    file = synopsis.returned()
    found = records(capsys, file)
    assert [(r["kind"], plain(r["new"]), r["applicable"]) for r in found] == [
        ("added", TYPED, False)
    ] * 2
    assert all("weiterer Absatz in der Zelle" in r["why"] for r in found)
    run(capsys, "review", file, "--apply", "--offene")
    assert wordings() == before


def test_what_the_synopsis_sums_up_is_asked_with_the_place_where_it_stands(
    synopsis: Synopsis, capsys: pytest.CaptureFixture[str]
) -> None:
    bodies = synopsis.new_side(synopsis.row("MA19Maßnahme"))[-1]
    bodies.append(synopsis.by.marked("ins", synopsis.by.run(", Kreisvolkshochschule")))
    synopsis.by.gone(synopsis.new_side(synopsis.row("Was seit", -2))[5])
    found = {r["kind"]: r for r in records(capsys, synopsis.returned())}
    assert "«zustaendig»" in found["computed"]["why"]
    assert "Text zu «rueckblick»" in found["removed"]["why"]
