"""In the Änderungsfassung changed words can be read on every ground, whatever colour Word gives them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lxml import etree

from tests.render.formats import shipped
from tests.render.formats.docx_checks import NS, w
from tests.render.formats.test_docx_accessible import File, contrast, style_of, words

FILES = ("strategy", "examples/auental", "examples/weidenfurt")
COLOURS = {
    "LibreOffice, first author": "0646A2",
    "LibreOffice, fifth author": "C5000B",
    "Word, red": "D13438",
}
"""In which programs show what is tracked; which one is up to them and to the order of authors."""


@pytest.fixture(scope="module", params=FILES)
def file(request: pytest.FixtureRequest) -> File:
    return File(shipped.word_files(request.param)["aenderungsfassung"])


def grounds(file: File, changes: bool) -> Iterator[tuple[str, str]]:
    """(style, ground) of each paragraph in the document, or of those with changed words."""
    for paragraph in file.body.iter(w("p")):
        changed = [
            r for tag in ("ins", "del") for c in paragraph.iter(w(tag)) for r in c.iter(w("r"))
        ]
        if changed or (not changes and words(paragraph).strip()):
            yield file.name(paragraph), ground(file, paragraph)


def ground(file: File, paragraph: etree._Element) -> str:
    cell = paragraph.getparent()
    shade = cell.find("w:tcPr/w:shd", NS) if cell is not None else None
    if (plain := paragraph.find("w:pPr/w:shd", NS)) is not None:  # of a goal that is a heading
        shade = plain
    own = shade.get(w("fill"), "").replace("auto", "FFFFFF") if shade is not None else None
    return own or file.inherited(style_of(paragraph), "w:pPr/w:shd", "fill") or "FFFFFF"


def test_a_changed_word_has_enough_contrast_on_its_ground(file: File) -> None:
    seen = set(grounds(file, changes=True))
    assert seen
    for style, paper in sorted(seen):
        for program, colour in COLOURS.items():
            assert contrast(colour, paper) >= 4.5, (style, paper, program)


def test_no_cell_is_filled_where_a_word_may_be_changed(file: File) -> None:
    """A change may come to any cell, also to the title of a column."""
    seen = set(grounds(file, changes=False))
    cells = {paper for style, paper in seen if style.startswith("Tabelle ")}
    assert cells == {"FFFFFF"}


def test_what_is_white_on_a_dark_row_elsewhere_is_black_there(file: File) -> None:
    white = ("Tabelle Ebene 1", "Tabelle Kopf", "Zielüberschrift", "Zielüberschrift Kennung")
    rows = [p for p in file.body.iter(w("p")) if file.name(p) in white]
    assert rows
    for run in (run for row in rows for run in row.iter(w("r")) if words(run).strip()):
        colour = run.find("w:rPr/w:color", NS)
        assert colour is not None
        assert colour.get(w("val")) == "auto"
