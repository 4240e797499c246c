"""The copy with line numbers: Word's own, through the whole document, and nothing else than it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.render.blocks import Document, Heading, Paragraph, Run, Section
from generator.render.formats.docx import encode
from tests.judges import program
from tests.render.formats import shipped
from tests.render.formats.docx_checks import NS, stories, w

TEXT = Paragraph((Run("Der Ausschuss beantragt, diesen Satz zu streichen. " * 40),))


def document() -> Document:
    blocks = (
        Heading(1, (Run("Wohnen"),)),
        TEXT,
        Section("landscape"),
        TEXT,
        Section("portrait"),
        TEXT,
    )
    return Document("Zeilen", blocks, numbered_lines=True)


def test_every_section_but_the_cover_goes_on_counting_and_no_other_document_counts() -> None:
    body = stories(encode(document(), shipped.TEMPLATE))["word/document.xml"]
    cover, *sections = body.iter(w("sectPr"))
    assert len(sections) == 3
    assert cover.find("w:lnNumType", NS) is None
    for section in sections:
        (numbers,) = section.findall("w:lnNumType", NS)
        assert (numbers.get(w("restart")), numbers.get(w("countBy"))) == ("continuous", "1")
    plain = encode(replace(document(), numbered_lines=False), shipped.TEMPLATE)
    assert not list(stories(plain)["word/document.xml"].iter(w("lnNumType")))


@pytest.mark.parametrize("folder", ["strategy", "examples/auental", "examples/weidenfurt"])
def test_no_number_stands_beside_nothing(folder: str) -> None:
    """What keeps tables apart and ends sections is no line that anyone could amend."""
    copy = replace(shipped.document(folder), numbered_lines=True)
    body = stories(encode(copy, shipped.TEMPLATE, raster=False))["word/document.xml"]
    (inside,) = body.iter(w("body"))
    empty = [
        paragraph
        for paragraph in inside.iterchildren(w("p"))
        if not "".join(paragraph.itertext()).strip() and paragraph.find(".//w:drawing", NS) is None
    ]
    assert empty
    for paragraph in empty:
        assert paragraph.find("w:pPr/w:suppressLineNumbers", NS) is not None


def test_the_copy_is_valid_word(tmp_path: Path) -> None:
    file = tmp_path / "zeilen.docx"
    file.write_bytes(encode(document(), shipped.TEMPLATE))
    run = subprocess.run(
        [program("ooxml-validator"), str(file)], capture_output=True, text=True, check=False
    )
    assert json.loads(run.stdout)["errors"] == []


def test_the_numbers_run_on_over_the_pages_and_leave_out_header_and_footer(tmp_path: Path) -> None:
    """As LibreOffice lays it out; lines of headers and footers it numbers unless it is told not to."""
    from generator.render.formats.docx.libreoffice import pdf

    file = tmp_path / "zeilen.pdf"
    program("soffice")
    file.write_bytes(pdf(encode(document(), shipped.TEMPLATE, raster=False, fields=False)))
    told = subprocess.run(
        [program("pdftotext"), "-layout", str(file), "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    starts = [line.split()[0] for line in told.splitlines() if line.split()]
    numbers = [int(start) for start in starts if start.isdigit()]
    assert len(numbers) > 60
    assert numbers == list(range(1, len(numbers) + 1))
