"""The accessibility checklist (EN 301 549 clause 10, BITV 2.0), item by item, on produced files."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from collections.abc import Iterator

import pytest
from lxml import etree

from tests.render.formats import shipped
from tests.render.formats.docx_checks import NS, stories, w

FILES = ("strategy", "examples/auental", "examples/weidenfurt")
SANS_SERIF = ("Arial", "Calibri", "Carlito", "Liberation Sans", "Verdana")
NAMED_EDITION = ("Subtitle", "footer", "toc 1", "toc 2", "toc 3")
"""Styles of lines that may begin with a number: "1. Fortschreibung"."""


class File:
    """A Word file, and what Word makes of its styles."""

    def __init__(self, data: bytes) -> None:
        self.archive = zipfile.ZipFile(io.BytesIO(data))
        self.stories = stories(data)
        self.body = self.stories["word/document.xml"]
        self.sheet = self.part("word/styles.xml")
        self.styles = {s.get(w("styleId"), ""): s for s in self.sheet.iter(w("style"))}

    def part(self, name: str) -> etree._Element:
        return etree.fromstring(self.archive.read(name))

    def chain(self, style: str) -> Iterator[etree._Element]:
        """A style and those it is based on, nearest first."""
        while style in self.styles:
            yield self.styles[style]
            based = self.styles[style].find(w("basedOn"))
            style = "" if based is None else based.get(w("val"), "")

    def inherited(self, style: str, path: str, attribute: str) -> str | None:
        for step in self.chain(style):
            found = step.find(path, NS)
            if found is not None and found.get(w(attribute)) is not None:
                return found.get(w(attribute))
        found = self.sheet.find(f"w:docDefaults/*/{path}", NS)
        return None if found is None else found.get(w(attribute))

    def name(self, paragraph: etree._Element) -> str:
        """The style of a paragraph by its name."""
        style = self.styles[style_of(paragraph)].find(w("name"))
        assert style is not None
        return style.get(w("val"), "")

    def paragraphs(self) -> Iterator[etree._Element]:
        for root in self.stories.values():
            yield from root.iter(w("p"))

    def tables(self) -> list[etree._Element]:
        return [table for root in self.stories.values() for table in root.iter(w("tbl"))]


def style_of(element: etree._Element) -> str:
    style = element.find("w:pPr/w:pStyle", NS)
    return "Standard" if style is None else style.get(w("val"), "")


def words(element: etree._Element) -> str:
    return "".join(t.text or "" for t in element.iter(w("t")))


@pytest.fixture(scope="module", params=FILES)
def file(request: pytest.FixtureRequest) -> File:
    return File(shipped.docx(request.param))


def test_title_and_language_are_set(file: File) -> None:
    core = file.part("docProps/core.xml")
    assert len(core.findtext("{*}title") or "") > 10
    assert core.findtext("{*}language") == "de-DE"
    language = file.sheet.find("w:docDefaults/w:rPrDefault/w:rPr/w:lang", NS)
    assert language is not None
    assert language.get(w("val")) == "de-DE"
    theme = file.part("word/settings.xml").find(w("themeFontLang"))
    assert theme is not None
    assert theme.get(w("val")) == "de-DE"
    spoken = {e.get(w("val")) for root in file.stories.values() for e in root.iter(w("lang"))}
    assert spoken <= {"de-DE"}


def test_headings_are_real_and_leave_no_level_out(file: File) -> None:
    levels = []
    for paragraph in file.body.iterfind("w:body/w:p", NS):
        name = file.name(paragraph)
        if name == "TOC Heading":
            levels.append(1)
        elif name.startswith("heading "):
            levels.append(int(name[-1]))
    assert len(levels) >= 5
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_no_bold_line_poses_as_a_heading(file: File) -> None:
    for paragraph in file.body.iterfind("w:body/w:p", NS):
        if file.name(paragraph) != "Body Text" or not words(paragraph).strip():
            continue
        runs = [run for run in paragraph.iter(w("r")) if words(run).strip()]
        assert not all(run.find("w:rPr/w:b", NS) is not None for run in runs), words(paragraph)


def test_lists_are_real_lists(file: File) -> None:
    typed = re.compile(r"\s*(?:[•▪‣*–-]\s|\d{1,2}[.)]\s|[a-z]\)\s)")
    lists = 0
    for paragraph in file.paragraphs():
        name = file.name(paragraph)
        if name in ("List Bullet", "List Number", "Tabelle Aufzählung"):
            number = file.inherited(style_of(paragraph), "w:pPr/w:numPr/w:numId", "val")
            assert number not in (None, "0")
            lists += 1
        elif name not in NAMED_EDITION:
            assert not typed.match(words(paragraph)), words(paragraph)
    assert lists


def test_tables_are_simple(file: File) -> None:
    for root in file.stories.values():
        assert root.find(f".//{w('tbl')}//{w('tbl')}") is None
        assert root.find(f".//{w('vMerge')}") is None


def test_tables_mark_their_headings_and_repeat_the_head_row(file: File) -> None:
    for table in file.tables():
        look = table.find("w:tblPr/w:tblLook", NS)
        assert look is not None
        heads = [row.find("w:trPr/w:tblHeader", NS) is not None for row in table.iter(w("tr"))]
        assert heads == sorted(heads, reverse=True), "a head row behind others is not repeated"
        assert (look.get(w("firstRow")) == "1") == heads[0]
        assert heads[0] or look.get(w("firstColumn")) == "1", words(table)[:60]


def test_rows_are_not_split_across_pages(file: File) -> None:
    """By the row, or by every paragraph in it (a band that is to stay with what follows)."""
    for table in file.tables():
        for row in table.iter(w("tr")):
            by_lines = [p.find("w:pPr/w:keepLines", NS) is not None for p in row.iter(w("p"))]
            assert row.find("w:trPr/w:cantSplit", NS) is not None or all(by_lines)


def test_every_table_says_what_it_holds(file: File) -> None:
    for table in file.tables():
        for name in ("tblCaption", "tblDescription"):
            told = table.find(f"w:tblPr/w:{name}", NS)
            assert told is not None
            assert len(told.get(w("val"), "")) > 5


def test_every_picture_has_words_and_stands_in_the_text(file: File) -> None:
    pictures = [e for root in file.stories.values() for e in root.iter(w("drawing"))]
    for picture in pictures:
        assert picture.find("{*}anchor") is None
        described = picture.find(".//{*}docPr")
        assert described is not None
        assert len(described.get("descr", "")) > 5
    assert all(root.find(f".//{w('pict')}") is None for root in file.stories.values())


def test_looks_of_many_kinds_are_judged(file: File) -> None:
    assert len(looks(file)) > 15


def test_no_run_is_too_pale_for_its_ground(file: File) -> None:
    """A contrast of at least 4.5 with its cell, its paragraph or the paper."""
    for colour, ground, style in sorted(looks(file)):
        assert contrast(colour, ground) >= 4.5, (style, colour, ground)


def looks(file: File) -> set[tuple[str, str, str]]:
    """(colour, ground, style) of each run."""
    seen = set()
    for paragraph in file.paragraphs():
        style = style_of(paragraph)
        ground = _ground(file, paragraph, style)
        for run in paragraph.iter(w("r")):
            if words(run).strip():
                seen.add((_colour(file, run, style), ground, style))
    return seen


def _ground(file: File, paragraph: etree._Element, style: str) -> str:
    cell = paragraph.getparent()
    shade = cell.find("w:tcPr/w:shd", NS) if cell is not None else None
    if shade is not None:
        return shade.get(w("fill"), "FFFFFF")
    own = paragraph.find("w:pPr/w:shd", NS)
    found = own.get(w("fill")) if own is not None else file.inherited(style, "w:pPr/w:shd", "fill")
    return (found or "auto").replace("auto", "FFFFFF")


def _colour(file: File, run: etree._Element, style: str) -> str:
    own = run.find("w:rPr/w:color", NS)
    if own is not None:  # what is said to be automatic is black on light paper
        return own.get(w("val"), "").replace("auto", "000000")
    character = run.find("w:rPr/w:rStyle", NS)
    if character is not None:
        for step in file.chain(character.get(w("val"), "")):
            colour = step.find("w:rPr/w:color", NS)
            if colour is not None:
                return colour.get(w("val"), "")
    return file.inherited(style, "w:rPr/w:color", "val") or "000000"


def contrast(one: str, other: str) -> float:
    """WCAG 2.1, definition of contrast ratio."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_nothing_is_told_by_colour_alone(file: File) -> None:
    """Levels of goals bear their name and ID, web links a line, the draft mark its word."""
    for table in file.tables():
        style = table.find("w:tblPr/w:tblStyle", NS)
        if style is None or style.get(w("val")) != "Zieltabelle":
            continue
        for row in table.iter(w("tr")):
            first, second = row.findall(w("tc"))[:2]
            assert words(first)
            assert words(second)
    line = file.styles["Hyperlink"].find("w:rPr/w:u", NS)
    assert line is not None
    assert line.get(w("val")) == "single"
    headers = [root for name, root in file.stories.items() if "header" in name]
    assert headers
    assert all("Entwurf" in words(root) for root in headers)


def test_no_empty_paragraph_makes_space(file: File) -> None:
    """None but those without which Word joins two tables or cannot end a section."""
    for paragraph in file.body.iterfind("w:body/w:p", NS):
        drawn = paragraph.find(f".//{w('drawing')}") is not None
        if words(paragraph).strip() or drawn:
            continue
        around = (paragraph.getprevious(), paragraph.getnext())
        between = all(e is not None and e.tag in (w("tbl"), w("sectPr")) for e in around)
        assert between or paragraph.find("w:pPr/w:sectPr", NS) is not None
    for cell in file.body.iter(w("tc")):
        assert all(words(p).strip() for p in cell.iter(w("p")))


def test_text_is_aligned_left_and_not_hyphenated(file: File) -> None:
    """In the cells of a table whoever typed it may have asked for numbers at the right."""
    aligned = [
        e
        for root in file.stories.values()
        for e in root.iter(w("jc"))
        if next(e.iterancestors(w("tc")), None) is None
    ]
    used = {style_of(p) for p in file.paragraphs()}
    inherited = {file.inherited(style, "w:pPr/w:jc", "val") for style in used}
    assert {e.get(w("val")) for e in aligned} | inherited <= {None, "left", "start"}
    hyphens = file.part("word/settings.xml").find(w("autoHyphenation"))
    assert hyphens is not None
    assert hyphens.get(w("val")) == "0"


def test_text_is_sans_serif_of_eleven_points_and_more(file: File) -> None:
    """Running text and goals; registers, notes and the matrix are smaller, never below nine."""
    theme = file.part("word/theme/theme1.xml")
    fonts = {
        e.get("typeface")
        for kind in ("majorFont", "minorFont")
        for e in theme.iterfind(f".//{{*}}{kind}/{{*}}latin")
    }
    assert fonts <= set(SANS_SERIF)
    named = {e.get(w("ascii")) for root in (file.sheet, file.body) for e in root.iter(w("rFonts"))}
    assert named == {None}
    running = {"Body Text", "List Bullet", "List Number", "Bibliography"}
    running |= {"Tabelle Ebene 1", "Tabelle Ebene 2", "Tabelle Ebene 3"}
    for paragraph in file.paragraphs():
        size = int(file.inherited(style_of(paragraph), "w:rPr/w:sz", "val") or 0)
        assert size >= (22 if file.name(paragraph) in running else 18), file.name(paragraph)
    assert all(int(e.get(w("val"), "0")) >= 18 for e in file.body.iter(w("sz")))


LINE = 1.149
"""Height of a line of Liberation Sans or Arial in sizes of its letters, from their OS/2 table."""


def test_lines_stand_apart_by_at_least_one_point_one_five(file: File) -> None:
    """In lines, or in twips where a line is so high at least."""
    for paragraph in file.paragraphs():
        if not words(paragraph).strip():
            continue
        own = paragraph.find("w:pPr/w:spacing", NS)
        assert own is None or own.get(w("line")) is None
        line = file.inherited(style_of(paragraph), "w:pPr/w:spacing", "line")
        height = int(line or 0) / 240
        if file.inherited(style_of(paragraph), "w:pPr/w:spacing", "lineRule") == "atLeast":
            size = int(file.inherited(style_of(paragraph), "w:rPr/w:sz", "val") or 0) / 2
            height = int(line or 0) / 20 / (size * LINE)
        assert height >= 1.15, file.name(paragraph)


def test_links_say_where_they_lead(file: File) -> None:
    links = [e for root in file.stories.values() for e in root.iter(w("hyperlink"))]
    assert len(links) > 5
    for link in links:
        said = words(link).strip(" ,;.")
        assert len(said) > 2, said
        assert said.casefold() not in ("hier", "link", "mehr", "klicken", "weiter")
