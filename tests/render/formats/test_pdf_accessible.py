"""The PDF as who listens to it gets it: judged by two checkers that we did not write."""

from __future__ import annotations

import io
import json
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal

import pytest
from msgspec.structs import replace
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject

from generator.render.blocks import Document, Figure, Heading, PageBreak, Row, Run, Table
from generator.render.cell_roles import roles
from generator.render.documents.pieces import cell
from generator.render.formats.docx import encode
from generator.render.formats.docx.libreoffice import pdf
from generator.render.formats.docx.pages import pdf_with_pages
from generator.render.formats.pdf import accessible
from generator.render.formats.pdf.tag_tree import (
    TagElement,
    TagTree,
    attributes,
    below,
    kind,
    owned,
)
from tests.judges import program
from tests.render.formats import shipped

COUNTIES = ("strategy", "examples/auental", "examples/weidenfurt")
PRODUCTS = [(folder, product) for folder in COUNTIES for product in ("strategie", "synopse")]
PRODUCTS += [("examples/auental", "zeilennummern")]
NOT_EVALUATED = {"UA-14-001"}
"""The rule on empty headings: pdfua fails at headings of several pieces, and passes on."""


def document(folder: str, product: str) -> Document:
    if product == "synopse":
        return shipped.compared(folder)[0]
    return replace(shipped.document(folder), numbered_lines=product == "zeilennummern")


@cache
def made(folder: str, product: str) -> bytes:
    program("soffice")
    return pdf_with_pages(document(folder, product), shipped.TEMPLATE, "off")


@cache
def laid_out(folder: str, product: str) -> bytes:
    """As LibreOffice leaves it."""
    program("soffice")
    word = encode(document(folder, product), shipped.TEMPLATE, raster=False, fields=False)
    return pdf(word)


def outloud(data: bytes, folder: Path) -> dict[str, int]:
    """How often it finds an error of each rule."""
    (folder / "datei.pdf").write_bytes(data)
    command = [
        program("outloud"),
        "-q",
        "--json",
        str(folder / "funde.json"),
        str(folder / "datei.pdf"),
    ]
    subprocess.run(command, capture_output=True, check=False, timeout=300)
    (result,) = json.loads((folder / "funde.json").read_text("utf-8"))["results"]
    errors = [one["rule"] for one in result["findings"] if one["severity"] == "error"]
    return {rule: errors.count(rule) for rule in errors}


def pdfua(data: bytes, folder: Path) -> tuple[int, str]:
    """Its exit code (0 clean, 1 info, 2 warning, 3 error) and what it says."""
    (folder / "datei.pdf").write_bytes(data)
    command = [program("pdfua"), "check", str(folder / "datei.pdf")]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    return run.returncode, run.stdout


@pytest.mark.parametrize(("folder", "product"), PRODUCTS)
def test_outloud_finds_no_error(folder: str, product: str, tmp_path: Path) -> None:
    assert outloud(made(folder, product), tmp_path) == {}


@pytest.mark.parametrize(("folder", "product"), PRODUCTS)
def test_pdfua_finds_no_error(folder: str, product: str, tmp_path: Path) -> None:
    code, said = pdfua(made(folder, product), tmp_path)
    assert code == 0, said
    assert set(re.findall(r"\[skip ] (\S+)", said)) <= NOT_EVALUATED
    headings = list(tree(made(folder, product)).elements("H1", "H2", "H3", "H4", "H5", "H6"))
    assert headings
    assert all(any(owned(heading)) for heading in headings)


def test_both_find_errors_in_what_libreoffice_leaves(tmp_path: Path) -> None:
    """So that a judge which says nothing of anything is noticed."""
    left = laid_out("strategy", "strategie")
    assert {"TBL-001", "LNK-001", "NOTE-001"} <= outloud(left, tmp_path).keys()
    assert pdfua(left, tmp_path)[0] == 3


def test_mending_changes_nothing_that_is_seen(tmp_path: Path) -> None:
    pages = []
    for name, data in (
        ("vorher", laid_out("strategy", "strategie")),
        ("nachher", made("strategy", "strategie")),
    ):
        (tmp_path / f"{name}.pdf").write_bytes(data)
        command = [
            program("pdftoppm"),
            "-r",
            "30",
            str(tmp_path / f"{name}.pdf"),
            str(tmp_path / name),
        ]
        subprocess.run(command, check=True, timeout=300)
        pages.append([path.read_bytes() for path in sorted(tmp_path.glob(f"{name}-*.ppm"))])
    before, after = pages
    assert len(before) > 40
    assert before == after


def tree(data: bytes) -> TagTree:
    return TagTree(PdfWriter(clone_from=PdfReader(io.BytesIO(data))))


def table_cells(table: TagElement) -> Iterator[tuple[str, str]]:
    for row in below(table):
        for found in below(row):
            scopes = [str(one["/Scope"]) for one in attributes(found) if "/Scope" in one]
            yield kind(found), "".join(scopes)


def test_every_row_of_goals_is_headed_by_what_it_is() -> None:
    tables = [
        list(table_cells(table)) for table in tree(made("strategy", "strategie")).elements("Table")
    ]
    goals = [table for table in tables if ("TH", "/Column") not in table]
    assert len(goals) > 40
    for table in goals:
        assert table[0] == ("TH", "/Row")
        assert ("TD", "") in table


def test_a_picture_is_told_by_its_alternative_text_and_has_what_it_shows() -> None:
    figures = list(tree(made("strategy", "strategie")).elements("Figure"))
    assert len(figures) == 3
    for figure in figures:
        assert len(str(figure["/Alt"])) > 40
        assert len(list(owned(figure))) == 1


def test_a_picture_alone_on_its_page_is_told_too(tmp_path: Path) -> None:
    """LibreOffice knows of nothing to tell on such a page."""
    program("soffice")
    figure = next(b for b in document("strategy", "strategie").blocks if isinstance(b, Figure))
    blocks = (Heading(1, (Run("Bild"),)), PageBreak(), figure, PageBreak(), figure)
    data = pdf_with_pages(Document("Bild", blocks, cover=False), shipped.TEMPLATE, "off")
    assert len(PdfReader(io.BytesIO(data)).pages) == 3
    owners = [list(owned(found)) for found in tree(data).elements("Figure")]
    assert [len(one) for one in owners] == [1, 1]
    assert outloud(data, tmp_path) == {}
    assert b"<pdfuaid:part>1<" in described(data)


def test_a_file_without_any_structure_declares_none() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(laid_out("examples/weidenfurt", "synopse"))))
    del writer.root_object["/StructTreeRoot"]
    data = io.BytesIO()
    writer.write(data)
    assert b"pdfuaid" not in described(accessible(data.getvalue(), []))


def long_table(style: Literal["goals", "grid"]) -> Document:
    """A table whose head stands on three pages."""

    def row(label: str, text: str, head: bool = False) -> Row:
        return Row((cell(label, header=True), cell(text)), header=head)

    wording = "Alle Menschen im Landkreis finden eine Wohnung, die sie bezahlen können"
    below = [row("Ergebnisziel", f"Im {n}. Jahr wird darüber berichtet.") for n in range(90)]
    rows = (row("Prozessziel", wording, head=True), *below)
    table = Table((40, 120), rows, "Ein Ziel und was dazu berichtet wird", style=style)
    opening = Heading(1, (Run("Wohnen"),), bookmark="HF1")
    return Document("Lange Tabelle", (opening, table), cover=False)


@pytest.mark.parametrize(("style", "again"), [("goals", 2), ("grid", 0)])
def test_a_goal_that_is_printed_again_on_the_next_page_is_told_again(
    style: Literal["goals", "grid"], again: int, tmp_path: Path
) -> None:
    """LibreOffice hides it from who listens; for the heads of columns that is right."""
    program("soffice")
    data = pdf_with_pages(long_table(style), shipped.TEMPLATE, "off")
    assert len(PdfReader(io.BytesIO(data)).pages) == 3
    (table,) = tree(data).elements("Table")
    assert len(list(below(table))) == 91 + again
    if again:
        assert outloud(data, tmp_path) == {}


def test_pdf_ua_is_declared_only_where_every_table_was_found_again() -> None:
    data = laid_out("examples/weidenfurt", "strategie")
    given = roles(document("examples/weidenfurt", "strategie").blocks)
    assert b"<pdfuaid:part>1<" in described(accessible(data, given))
    assert b"<pdfaExtension:schemas>" in described(accessible(data, given))
    lost = described(accessible(data, [*given, (("row",),)]))
    assert b"pdfuaid" not in lost
    assert b"<pdfaid:part>2<" in lost


def described(data: bytes) -> bytes:
    stream = PdfReader(io.BytesIO(data)).root_object["/Metadata"].get_object()
    assert isinstance(stream, DictionaryObject)
    return stream.get_data()  # type: ignore[attr-defined]
