"""What stands at the margin of the Änderungsfassung, and whose its changes are."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from generator.model.strategy import Strategy
from generator.render.formats.docx import encode
from tests.compare.county import county as lindental
from tests.compare.county import goal, pop
from tests.compare.mutate import fortschreibung
from tests.editions import telling
from tests.judges import program
from tests.render.conftest import shipped
from tests.render.documents.redline_proof import pair
from tests.render.documents.settled import w
from tests.render.documents.test_redline import AUTHOR, check, redline, word
from tests.render.formats.docx_checks import stories
from tests.render.formats.margin import margin, without_margin
from tests.render.formats.test_docx_valid import TEMPLATE

EDITORIAL = f"{AUTHOR} (redaktionell)"


@pytest.fixture(scope="module")
def adopted() -> Strategy:
    return shipped("examples/auental/editions/2023")


def authors(docx: bytes) -> set[str]:
    """Of the tracked changes and of the remarks."""
    text = stories(docx)["word/document.xml"]
    found = {str(e.get(w("author"))) for e in text.iter(w("ins"), w("del"), w("pPrChange"))}
    return found | {author for author, _ in margin(docx).values()}


@pytest.mark.parametrize("seed", range(0, 60, 4))
def test_there_are_at_most_two_authors(county: Strategy, seed: int) -> None:
    old, new = pair(seed, (county, county))
    assert authors(word(redline(old, new, reasons=bool(seed % 8)))) <= {AUTHOR, EDITORIAL}


def test_who_hides_the_editorial_author_sees_what_touches_the_meaning() -> None:
    def edit(data: dict) -> None:
        goal(data, "EZ02")["text"] = "Das Mittagessen ist für alle bezahlbar."
        goal(data, "EZ04")["text"] = "Die Wege zur Schule sind sicher!"
        data["aenderungen"] = [
            {"id": ["EZ04"], "art": ["umformuliert"], "einstufung": "redaktionell",
             "begruendung": "Satzzeichen."},
            {"id": ["EZ02"], "art": ["umformuliert"], "einstufung": "inhaltlich",
             "begruendung": "Es gilt für alle."},
        ]  # fmt: skip

    text = stories(word(redline(lindental(), lindental(edit))))["word/document.xml"]
    found = {"".join(e.itertext()): str(e.get(w("author"))) for e in text.iter(w("ins")) if len(e)}
    assert found[" für alle"] == AUTHOR
    assert found["!"] == EDITORIAL


def test_where_all_is_editorial_one_author_is_named(edition: Strategy, draft: Strategy) -> None:
    file = word(redline(edition, draft, reasons=True))
    assert authors(file) == {EDITORIAL}
    front = "".join(stories(file)["word/document.xml"].itertext())
    assert f"Als Urheber der Änderungen steht „{EDITORIAL}“." in front


def test_each_change_has_its_reason_and_who_decides_at_the_margin(
    adopted: Strategy, county: Strategy
) -> None:
    said = "\n".join(
        text for _, text in margin(word(redline(adopted, county, reasons=True))).values()
    )
    told = telling(adopted, county)
    for change in told.changes:
        named = change.subject.title.replace("«", "„").replace("»", "“").replace("\xa0", " ")
        lines = [line for line in said.split("\n") if line.startswith(f"{named}: ")]
        assert any(change.what.replace("«", "„").replace("»", "“") in line for line in lines), named
        reason = (change.reason or "Noch keine Begründung.").replace("«", "„").replace("»", "“")
        assert any(reason.replace("\xa0", " ") in line for line in lines), named
    assert "▲ Kreistag" in said


def test_a_remark_stands_at_the_row_that_it_is_about(adopted: Strategy, county: Strategy) -> None:
    file = word(redline(adopted, county, reasons=True))
    text, said = stories(file)["word/document.xml"], margin(file)
    rows = 0
    for row in text.iter(w("tr")):
        for sign in row.iter(w("commentReference")):
            lines = said[str(sign.get(w("id")))][1].split("\n")
            cells = [
                "".join(t.text or "" for t in c.iter(w("t"), w("delText")))
                for c in row.iter(w("tc"))
            ]
            rows += 1
            assert all(
                line.startswith(("Verschoben", "Wortlaut bisher", "Zuständigkeit bisher"))
                or cells[1] in line.split(":")[0]
                or line.endswith(" geändert.")
                for line in lines
            ), (cells, lines)
    assert rows > 20


def test_without_the_option_only_what_moved_has_a_remark(
    adopted: Strategy, county: Strategy
) -> None:
    said = margin(word(redline(adopted, county)))
    assert all(text.startswith("Verschoben") for _, text in said.values())
    assert said
    assert margin(word(redline(adopted, adopted))) == {}


def test_remarks_change_nothing_else(adopted: Strategy, county: Strategy) -> None:
    """With and without them it is the same text with the same marks."""
    bare, full = (word(redline(adopted, county, reasons=told)) for told in (False, True))
    texts = [stories(without_margin(file))["word/document.xml"] for file in (bare, full)]
    shown = [
        [
            (e.tag, e.text, e.get(w("author")))
            for e in text.iter(w("ins"), w("del"), w("t"), w("delText"))
        ]
        for text in texts
    ]
    about = "Zu jeder Änderung nennt ein Kommentar"
    assert shown[0] == [entry for entry in shown[1] if not str(entry[1]).startswith(about)]


@pytest.mark.parametrize("seed", [1, 5, 9, 23, 40])
def test_with_remarks_it_can_be_accepted_and_rejected(county: Strategy, seed: int) -> None:
    check(*pair(seed, (county, county)), reasons=True)


def test_a_moved_goal_says_whence_it_came_and_what_was_other() -> None:
    def edit(data: dict) -> None:
        goal(data, "LZ02").setdefault("kinder", []).append(pop(data, "LZ01", 1))
        goal(data, "PZ02").update(text="Familien werden früh beraten.", zustaendig=["bund"])

    old = lindental()
    said = [text.split("\n") for _, text in margin(word(redline(old, lindental(edit)))).values()]
    (there,) = [lines for lines in said if lines[0] == "Verschoben aus LZ01."]
    former = old.by_id["PZ02"]
    assert f"Wortlaut bisher: {former.text}" in there  # type: ignore[attr-defined]
    assert any(line.startswith("Zuständigkeit bisher: ") for line in there)
    assert ["Verschoben nach LZ02."] in said


def test_what_is_not_printed_here_is_told_in_front(county: Strategy) -> None:
    """Bodies and other entries of registers have no place of their own in this document."""
    data = county.model_dump()
    data["akteure"] = [
        *data["akteure"],
        {"id": "neuestelle", "name": "Leitstelle Pflege", "art": "intern"},
    ]
    file = word(redline(county, Strategy.model_validate(data), reasons=True))
    (said,) = [text for _, text in margin(file).values() if "Leitstelle Pflege" in text]
    assert said.startswith("Änderungen ohne eigene Stelle in diesem Dokument:\n")


def test_judges_find_nothing_in_a_file_with_remarks(
    adopted: Strategy, county: Strategy, tmp_path: Path
) -> None:
    pairs = [(adopted, county), (county, fortschreibung(county, 7, 20))]
    for number, (old, new) in enumerate(pairs):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(encode(redline(old, new, reasons=True), TEMPLATE))
        command = [program("ooxml-validator"), str(path)]
        run = subprocess.run(command, capture_output=True, check=False)
        assert json.loads(run.stdout)["errors"] == []
        command = [program("ooxml-integrity"), "check", "--fail-on", "info", str(path)]
        assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_a_number_that_goes_leaves_none_behind_before_a_table() -> None:
    """No program can join a paragraph with a table: what stays there empty has no number."""

    def edit(data: dict) -> None:
        data["ziele"]["handlungsfelder"].reverse()

    text = stories(word(redline(lindental(), lindental(edit))))["word/document.xml"]
    before = [table.getprevious() for table in text.iter(w("tbl"))]
    ends = [p for p in before if p is not None and p.tag == w("p")]
    for paragraph in ends:
        properties = paragraph.find(w("pPr"))
        style = str(properties.find(w("pStyle")).get(w("val")))
        marks = {etree.QName(e).localname for e in properties.iterfind(f"{w('rPr')}/*")}
        if style.startswith("berschrift") and marks:
            assert marks == {"ins"}
            assert properties.find(w("pPrChange")) is not None
