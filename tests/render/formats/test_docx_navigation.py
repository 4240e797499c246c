"""What Word computes equals what we print: contents, heading levels; titles are true for every county."""

from __future__ import annotations

import itertools
import re

import pytest
from lxml import etree

from generator.model.strategy import Strategy
from generator.render.blocks import Block, Heading
from generator.render.formats.docx import encode
from tests.compare.county import county as lindental
from tests.editions import strategy_document
from tests.render.formats import shipped
from tests.render.formats.docx_checks import NS, stories, w
from tests.render.formats.test_docx_accessible import File, style_of, words
from tests.render.formats.test_docx_valid import TEMPLATE
from tests.render.seen import rows, tables
from tests.shapes import FILES as SHAPES
from tests.shapes import shape
from tools.template_maker.house_template import make_template
from tools.template_maker.look import HouseLook

FOLDERS = ("strategy", "examples/auental", "examples/weidenfurt")


@pytest.fixture(scope="module", params=FOLDERS)
def file(request: pytest.FixtureRequest) -> File:
    return File(shipped.docx(request.param))


def outline(file: File, paragraph: etree._Element) -> int:
    """Its level in the navigation, 0 for none."""
    own = paragraph.find("w:pPr/w:outlineLvl", NS)
    value = None if own is None else own.get(w("val"))
    value = value or file.inherited(style_of(paragraph), "w:pPr/w:outlineLvl", "val")
    return 0 if value in (None, "9") else int(str(value)) + 1


def test_the_contents_after_f9_are_those_that_were_printed(file: File) -> None:
    (field,) = [
        i.text or ""
        for i in file.body.iter(w("instrText"))
        if (i.text or "").startswith(" TOC \\o")
    ]
    depth = int(field.split('"')[1][-1])
    styles = {f"heading {level}": level for level in range(1, depth + 1)}
    if more := re.search(r'\\t "([^"]+);(\d)"', field):
        styles[more[1]] = int(more[2])
    assert "\\u" not in field
    listed = {p for control in file.body.iter(w("sdt")) for p in control.iter(w("p"))}
    computed = [
        (styles[file.name(p)], words(p))
        for p in file.body.iterfind("w:body/w:p", NS)
        if file.name(p) in styles
    ]
    printed = []
    for p in (p for p in file.body.iter(w("p")) if p in listed):
        runs = "".join(
            "\t" if part.tag == w("tab") else part.text or ""
            for part in p.iter(w("t"), w("tab"))
            if part.getparent().tag == w("r")
        )
        text = re.sub(r"^[\d.]+\t", "", runs).split("\t")[0]
        printed.append((int(file.name(p)[-1]), text))
    assert printed == computed
    assert len(printed) > 8


def test_every_heading_is_in_the_navigation_without_a_gap(file: File) -> None:
    levels = [level for p in file.body.iterfind("w:body/w:p", NS) if (level := outline(file, p))]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_dots_begin_right_behind_the_shortest_heading_without_a_number(file: File) -> None:
    """A tab before the dots goes to the next stop: that of the numbers must lie before the words' end."""
    for name in ("toc 1", "toc 2", "toc 3"):
        (style,) = [s for s in file.styles.values() if s.find(w("name")).get(w("val")) == name]
        left = int(style.find("w:pPr/w:ind", NS).get(w("left"), "0"))
        hanging = int(style.find("w:pPr/w:ind", NS).get(w("hanging"), "0"))
        stops = [int(t.get(w("pos"))) for t in style.iter(w("tab")) if t.get(w("val")) == "left"]
        # «Ziele» takes 430 twips at ten points, more at larger ones
        assert all(stop - (left - hanging) <= 430 for stop in stops) or name == "toc 2"


def test_levels_and_first_rows_take_the_colours_of_the_theme(file: File) -> None:
    shades = [shade for shade in file.body.iter(w("shd")) if shade.get(w("fill")) != "auto"]
    assert len(shades) > 20
    assert all(shade.get(w("themeFill")) for shade in shades)


def test_another_house_changes_every_colour_by_its_styles_and_theme(tmp_path_factory) -> None:  # type: ignore[no-untyped-def]
    """No colour of the shipped look is left in what the program writes itself."""
    look = HouseLook(primary="5B2333", tint="F2E3E6", pale="FAF3F5", new="00524C", gone="7A1E00")
    house = tmp_path_factory.mktemp("haus") / "haus.docx"
    house.write_bytes(make_template(look))
    documents = shipped.document("examples/auental"), shipped.compared("examples/auental")[0]
    for name, document in zip(("strategie", "synopse"), documents, strict=True):
        data = encode(document, house, raster=False)
        text = etree.tostring(stories(data)["word/document.xml"], encoding="unicode")
        ours = HouseLook()
        for colour in (ours.primary, ours.tint, ours.pale, ours.new, ours.gone):
            assert colour not in text, (name, colour)


def deep(depth: int) -> Strategy:
    """A county with so many levels below each other."""
    from tests.edit.editing import read
    from tests.shapes import _HEAD

    names = ("Leitlinie", "Ziel", "Projekt", "Schritt", "Aufgabe")[:depth]
    lists = ("Leitlinien", "Ziele", "Projekte", "Schritte", "Aufgaben")
    head = _HEAD + "\n".join(
        f"  - {{schluessel: {many.lower()}, name: {one}, mehrzahl: {many}, praefix: {one[0]}}}"
        for one, many in zip(names, lists, strict=False)
    )

    def goal(level: int, path: str) -> str:
        below = ""
        if level + 1 < depth:
            inner = ", ".join(goal(level + 1, f"{path}{n}") for n in (1, 2))
            below = f", {lists[level + 1].lower()}: [{inner}]"
        return f"{{id: {names[level][0]}{path}, text: Etwas wird besser ({path}).{below}}}"

    goals = ", ".join(goal(0, str(n)) for n in (1, 2))
    fields = f"handlungsfelder: [{{id: HF1, titel: Wohnen, {lists[0].lower()}: [{goals}]}}]\n"
    return read({"strategy.yaml": f"{head}\n".encode(), "goals.yaml": fields.encode()})


COUNTIES = [*SHAPES, *(f"{depth} Stufen" for depth in range(1, 6)), "Lindental"]


@pytest.fixture(scope="module", params=COUNTIES)
def synthetic(request: pytest.FixtureRequest) -> Strategy:
    name = request.param
    if name in SHAPES:
        return shape(name)
    return lindental() if name == "Lindental" else deep(int(name[0]))


def test_there_are_ten_synthetic_counties() -> None:
    assert len(COUNTIES) == 10


def _blocks(strategy: Strategy) -> tuple[Block, ...]:
    return strategy_document(strategy).blocks


def test_headings_of_any_county_leave_no_level_out(synthetic: Strategy) -> None:
    levels = [block.level for block in _blocks(synthetic) if isinstance(block, Heading)]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_titles_of_goal_tables_count_and_name_what_is_in_them(synthetic: Strategy) -> None:
    plurals = {stufe.mehrzahl: stufe for stufe in synthetic.kopf.stufen}
    names = {stufe.name: stufe for stufe in synthetic.kopf.stufen} | plurals
    by_id = synthetic.by_id
    for table in tables(_blocks(synthetic)):
        if table.style != "goals" or table.title == "Muster eines Kastens":
            continue
        goals = [by_id[row.bookmark] for row in table.rows if row.bookmark]
        for count, word in re.findall(r"(\d+) (\w+)", table.title):
            if word in names:
                found = [g for g in goals[1:] if getattr(g, "stufe", "") == names[word].schluessel]
                assert len(found) == int(count), table.title
        labels = {line[0] for line in rows(table)}
        assert ("Zuständigkeit" in table.title) == ("Zuständigkeit" in labels), table.title


def test_the_overview_counts_under_the_names_of_the_levels(synthetic: Strategy) -> None:
    overview = next(
        (t for t in tables(_blocks(synthetic)) if t.title == "Ziele im Überblick"), None
    )
    assert overview is not None
    head, *body = rows(overview)
    by_head = {s.mehrzahl: s for s in synthetic.kopf.stufen} | {
        s.praefix: s for s in synthetic.kopf.stufen if f"{s.praefix}: {s.mehrzahl}" in head[0]
    }
    for column, title in enumerate(head[1:], 1):
        level = by_head[title]
        there = sum(1 for goal in synthetic.goals() if goal.stufe == level.schluessel)
        assert body[-1][column] == str(there), title


def test_no_table_says_the_same_twice(synthetic: Strategy) -> None:
    root = stories(encode(strategy_document(synthetic), TEMPLATE, raster=False))[
        "word/document.xml"
    ]
    for table in root.iter(w("tbl")):
        said = [
            table.find(f"w:tblPr/w:{n}", NS).get(w("val")) for n in ("tblCaption", "tblDescription")
        ]
        assert all(said)
        assert said[0] != said[1]
