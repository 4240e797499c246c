"""Page numbers are those of the PDF that LibreOffice makes of the document."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from generator.errors import GeneratorError
from generator.render.blocks import (
    Block,
    Cell,
    Contents,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Reference,
    Row,
    Run,
    Table,
)
from generator.render.formats.docx import encode
from generator.render.formats.docx.libreoffice import pdf
from generator.render.formats.docx.pages import encode_with_pages, page_numbers
from tests.judges import program
from tests.render.formats import sample
from tests.render.formats.docx_checks import stories, w
from tests.render.formats.test_docx_valid import TEMPLATE


def long_document() -> Document:
    """Forty chapters of different length, each listed and referred to from the first page."""
    chapters = []
    for number in range(1, 41):
        chapters.append(Heading(1, (Run(f"Handlungsfeld {number}"),), str(number), f"HF{number}"))
        chapters += [sample.p(sample.PROSE * 4)] * (number % 5 + 1)
    links = tuple(
        part
        for number in range(1, 41)
        for part in (Reference(f"HF{number}", f"HF{number}"),
                     Reference(f"HF{number}", ", Seite ", page=True), Run("; "))
    )  # fmt: skip
    return Document("Lang", (Contents("headings"), Paragraph(links), *chapters))


@pytest.fixture(scope="module")
def soffice() -> None:
    program("soffice")


@pytest.mark.usefixtures("soffice")
def test_every_entry_and_reference_shows_the_page_the_pdf_has(tmp_path: Path) -> None:
    from pypdf import PdfReader

    document = long_document()
    pages = page_numbers(document, TEMPLATE, tmp_path)
    data = encode(document, TEMPLATE, pages)
    printed = [page.extract_text() for page in PdfReader(io.BytesIO(pdf(data))).pages]
    for number in range(1, 41):
        pattern = re.compile(rf"^{number}\s*Handlungsfeld {number}\s*$", re.MULTILINE)
        on = [at for at, text in enumerate(printed, 1) if pattern.search(text)]
        assert on == [pages[f"HF{number}"]]
    root = stories(data)["word/document.xml"]
    shown = ["".join(t.text or "" for t in e.iter(w("t"))) for e in root.iter(w("hyperlink"))]
    referring = "".join(t.text or "" for t in root.iter(w("t")))
    for number in range(1, 41):
        page = pages[f"HF{number}"]
        assert f"{number}Handlungsfeld {number}{page}" in shown
        assert f"Seite {page}" in shown
        assert f"HF{number}, Seite {page}; " in referring


@pytest.mark.usefixtures("soffice")
def test_the_pdf_has_links_outline_title_and_language(tmp_path: Path) -> None:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(pdf(encode(sample.document(), TEMPLATE))))
    assert reader.metadata is not None
    assert reader.metadata.title == sample.document().title
    assert reader.trailer["/Root"]["/Lang"] == "de-DE"
    titles = [item.title for item in reader.outline if not isinstance(item, list)]
    assert "1 Vorwort" in titles
    contents = reader.pages[1]["/Annots"]
    assert len(contents) >= 8


@pytest.mark.usefixtures("soffice")
def test_a_band_that_is_to_stay_with_what_follows_does_so_wherever_the_page_ends() -> None:
    """LibreOffice ignores the wish of a table of one row whose row must not break."""
    from pypdf import PdfReader

    blocks: list[Block] = []
    for lines in range(22, 30):
        blocks += [PageBreak(), *[sample.p("Zeile")] * lines]
        band = Cell((Paragraph((Run(f"Leitziel {lines}x"),), "cell"),), "first")
        blocks.append(Table((160,), (Row((band,), keep_with_next=True),), "Leitziel", "goals"))
        blocks.append(Paragraph((Run(f"Folgt {lines}x. {sample.PROSE * 4}"),)))
    data = pdf(encode(Document("Bänder", tuple(blocks), cover=False), TEMPLATE))
    printed = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
    assert len(printed) > 10
    for lines in range(22, 30):
        (on,) = (text for text in printed if f"Leitziel {lines}x" in text)
        assert f"Folgt {lines}x" in on


@pytest.mark.usefixtures("soffice")
def test_an_unchanged_document_is_not_laid_out_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = page_numbers(sample.document(), TEMPLATE, tmp_path)

    def refuse(data: bytes) -> bytes:
        raise AssertionError("laid out again")

    monkeypatch.setattr("generator.render.formats.docx.pages.pdf", refuse)
    assert page_numbers(sample.document(), TEMPLATE, tmp_path) == first
    with pytest.raises(AssertionError):
        page_numbers(sample.document(draft=""), TEMPLATE, tmp_path)


def test_without_libreoffice_required_pages_are_an_error_that_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("generator.render.formats.docx.libreoffice.PLACES", ())
    monkeypatch.setenv("PATH", "/nirgends")
    with pytest.raises(GeneratorError, match="LibreOffice") as error:
        encode_with_pages(sample.document(), TEMPLATE, "require")
    assert "--pages off" in error.value.hint


def test_without_libreoffice_the_document_comes_without_numbers_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("generator.render.formats.docx.libreoffice.PLACES", ())
    monkeypatch.setenv("PATH", "/nirgends")
    data, note = encode_with_pages(sample.document(), TEMPLATE, "auto")
    assert data == encode(sample.document(), TEMPLATE)
    assert "LibreOffice" in note


def test_a_libreoffice_that_fails_is_quoted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "soffice"
    broken.write_text("#!/bin/sh\necho 'source file could not be loaded' >&2\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(GeneratorError, match="source file could not be loaded"):
        page_numbers(sample.document(), TEMPLATE)
