"""The PDF of the shipped strategy: its pages are those the Word file names, and it can be navigated."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from msgspec import Struct
from msgspec.structs import replace
from pypdf import PdfReader

from generator.errors import GeneratorError
from generator.render.blocks import PageBreak
from generator.render.formats.docx import encode
from generator.render.formats.docx.pages import page_numbers, pdf_with_pages
from tests.judges import program
from tests.render.formats import shipped
from tests.render.formats.docx_checks import NS, stories, w

REQUIRED = "require"


class Printed(Struct, frozen=True):
    """The Word file with page numbers and the PDF of the same document."""

    body: etree._Element
    reader: PdfReader
    pages: list[str]
    """The text of each page without white space: PDF says little of where words end."""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    program("soffice")
    cache = tmp_path_factory.mktemp("seiten")
    document = shipped.document("strategy")
    data = pdf_with_pages(document, shipped.TEMPLATE, REQUIRED, cache)
    pages = page_numbers(document, shipped.TEMPLATE, cache)
    docx = encode(document, shipped.TEMPLATE, pages)
    reader = PdfReader(io.BytesIO(data))
    return Printed(
        stories(docx)["word/document.xml"],
        reader,
        [bare(page.extract_text()) for page in reader.pages],
    )


def bare(text: str) -> str:
    return re.sub(r"[\s\u00ad]", "", text).replace("\u2011", "-")


def words(element: etree._Element) -> str:
    signs = element.iter(w("t"), w("noBreakHyphen"))
    return "".join((t.text or "") if t.tag == w("t") else "-" for t in signs)


def outline(reader: PdfReader) -> list[tuple[str, int]]:
    """Title and page (from 1) of each bookmark of the PDF, as a viewer lists them."""

    def walk(items: list[object]) -> Iterator[tuple[str, int]]:
        for item in items:
            if isinstance(item, list):
                yield from walk(item)
            else:
                yield str(item.title), reader.get_destination_page_number(item) + 1

    return list(walk(reader.outline))


def listed(body: etree._Element, *styles: str) -> list[tuple[str, int]]:
    """Words and page number of each entry of the lists in front."""
    found = []
    for paragraph in body.iter(w("p")):
        style = paragraph.find("w:pPr/w:pStyle", NS)
        if style is not None and style.get(w("val"), "").startswith(styles):
            runs = [
                "\t" if run.find(w("tab")) is not None else words(run)
                for run in paragraph.iter(w("r"))
            ]
            *title, page = "".join(runs).split("\t")
            found.append((" ".join(title), int(page)))
    return found


def styled(body: etree._Element, pattern: str) -> list[etree._Element]:
    """The paragraphs whose style is called so, in document order."""
    return [
        paragraph
        for paragraph in body.iterfind("w:body/w:p", NS)
        if (style := paragraph.find("w:pPr/w:pStyle", NS)) is not None
        and re.fullmatch(pattern, style.get(w("val"), ""))
    ]


def test_the_contents_list_the_headings_of_two_levels_and_every_leitziel(printed: Printed) -> None:
    """Subheads and goals further down are left to the outline, so that one page is enough."""
    entries = listed(printed.body, "Verzeichnis")
    headings = styled(printed.body, r"berschrift[12]|Zielberschrift")
    assert [len(styled(printed.body, s)) for s in ("Zielberschrift", "berschrift2")] == [12, 16]
    assert len(entries) == len(headings) == 37
    for (title, _), heading in zip(entries, headings, strict=True):
        assert re.fullmatch(rf"[\d.]*{re.escape(bare(words(heading)))}", bare(title))


def test_the_contents_stand_on_one_page(printed: Printed) -> None:
    pages = outline(printed.reader)
    at = dict(pages)["Inhalt"]
    assert min(page for _, page in pages if page > at) == at + 1
    entries = [title for title, _ in listed(printed.body, "Verzeichnis")]
    assert all(bare(title) in printed.pages[at - 1] for title in entries)


def test_every_entry_of_the_contents_shows_the_page_its_heading_has(printed: Printed) -> None:
    """For headings the judge is the PDF's own outline, in the same order."""
    entries = listed(printed.body, "Verzeichnis")
    found = iter(outline(printed.reader))
    for title, page in entries:
        assert any((bare(title), page) == (bare(name), at) for name, at in found), (title, page)


def test_every_figure_and_table_stands_on_the_page_that_its_list_shows(printed: Printed) -> None:
    entries = listed(printed.body, "Abbildungsverzeichnis")
    assert len(entries) >= 10
    home = dict(outline(printed.reader))["Abbildungen und Tabellen"]
    above = printed.pages[home - 1].split(bare("Abbildungen und Tabellen"))[0]
    for title, page in entries:
        pages = [*printed.pages[: home - 1], above]
        on = [at for at, text in enumerate(pages, 1) if bare(title) in text]
        assert on == [page], title


def test_every_reference_to_a_page_names_the_one_where_its_target_stands(printed: Printed) -> None:
    targets = {
        start.get(w("name")): next(start.iterancestors(w("p")))
        for start in printed.body.iter(w("bookmarkStart"))
    }
    checked = 0
    for target, page in references(printed.body):
        paragraph = targets[target]
        row = next(paragraph.iterancestors(w("tr")), None)
        wording = words(paragraph if row is None else row.findall(w("tc"))[-1])
        first = bare(wording)[:60]  # a long row may go on on the next page
        assert first in printed.pages[page - 1], (target, page)
        checked += 1
    assert checked > 200


def references(body: etree._Element) -> Iterator[tuple[str, int]]:
    """Bookmark and number of each PAGEREF field."""
    target = ""
    for run in body.iter(w("r")):
        instruction = run.findtext(w("instrText")) or ""
        if "PAGEREF" in instruction:
            target = instruction.split()[1]
        elif target and words(run):
            yield target, int(words(run))
            target = ""


def test_every_page_says_which_one_it_is_and_that_it_is_a_draft(printed: Printed) -> None:
    count = len(printed.pages)
    for number, text in enumerate(printed.pages, 1):
        assert number == 1 or f"Seite{number}von{count}" in text
        assert "ENTWURF" in text.upper()


def test_the_outline_is_that_of_the_headings(printed: Printed) -> None:
    styles = r"(berblick|Inhaltsverzeichnis|Ziel)berschrift|(Zwischen)?berschrift\d"
    headings = [bare(words(paragraph)) for paragraph in styled(printed.body, styles)]
    titles = [bare(name) for name, _ in outline(printed.reader)]
    assert len(titles) == len(headings)
    for title, heading in zip(titles, headings, strict=True):
        assert re.fullmatch(rf"[\d.]*{re.escape(heading)}", title)


def test_links_lead_to_pages_and_to_the_web(printed: Printed) -> None:
    inside = 0
    for page in printed.reader.pages:
        for annotation in page.get("/Annots", ()):
            link = annotation.get_object()
            assert link["/Subtype"] == "/Link"
            address = link["/A"].get("/URI") if "/A" in link else None
            inside += address is None
            assert address is None or str(address).startswith("https://")
    shown = len(list(printed.body.iter(w("hyperlink"))))
    assert inside >= 0.9 * shown > 300


def test_title_language_tags_and_standards_are_set(printed: Printed) -> None:
    root = printed.reader.trailer["/Root"]
    assert printed.reader.metadata is not None
    title = "Armutspräventionsstrategie für den Ilm-Kreis – 1. Fortschreibung"
    assert printed.reader.metadata.title == title
    assert root["/Lang"] == "de-DE"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] is not None
    assert bool(root["/MarkInfo"]["/Marked"])
    declared = root["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in declared
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in declared
    assert "<pdfuaid:part>1</pdfuaid:part>" in declared


def test_the_matrix_of_responsibilities_stands_on_one_page(printed: Printed) -> None:
    pages = dict(outline(printed.reader))
    matrix = pages["Zuständigkeitsmatrix"]
    assert pages["Wer ist wofür zuständig?"] == matrix + 1
    shown = printed.pages[matrix - 1]
    assert shown.index(bare("Agentur für Arbeit")) < shown.index(bare("Städte und Gemeinden"))


@pytest.mark.parametrize("folder", ["strategy", "examples/auental"])
def test_the_overview_for_councillors_stands_on_one_page(folder: str, tmp_path: Path) -> None:
    program("soffice")
    document = shipped.document(folder)
    first = next(i for i, b in enumerate(document.blocks) if isinstance(b, PageBreak))
    second = document.blocks.index(PageBreak(), first + 1)
    front = replace(document, blocks=document.blocks[first + 1 : second], cover=False)
    data = pdf_with_pages(front, shipped.TEMPLATE, REQUIRED, tmp_path)
    pages = PdfReader(io.BytesIO(data)).pages
    assert "AufeinenBlick" in bare(pages[0].extract_text())
    assert len(pages) == 1


def test_no_leitziel_stands_alone_at_the_foot_of_a_page(printed: Printed) -> None:
    footer = bare("1. Fortschreibung · Entwurf, Stand 22. November 2026 Seite")
    bands = [words(band) for band in styled(printed.body, "ZielberschriftKennung")]
    headings = [words(heading) for heading in styled(printed.body, "Zielberschrift")]
    assert bands == [f"Leitziel LZ{number:02}" for number in range(1, 13)]
    for band, heading in zip(bands, headings, strict=True):
        (page,) = [page for page in printed.pages if bare(band + heading) in page]
        rest = page.split(bare(band + heading))[1].split(footer)[0]
        assert len(rest) > 180, rest


def test_without_libreoffice_a_pdf_is_refused_in_words_that_help(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.render.formats.docx.libreoffice.PLACES", ())
    monkeypatch.setenv("PATH", "/nirgends")
    for pages in ("auto", "off"):
        with pytest.raises(GeneratorError, match="kein PDF") as error:
            pdf_with_pages(shipped.document("strategy"), shipped.TEMPLATE, pages, tmp_path)
        assert "ohne «--pdf»" in error.value.hint
