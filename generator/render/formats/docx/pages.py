"""A document to the page on which each of its bookmarks stands, as LibreOffice lays it out."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.errors import GeneratorError
from generator.render.blocks import Document
from generator.render.cell_roles import roles
from generator.render.entries import anchored
from generator.render.formats.docx.encode import encode
from generator.render.formats.docx.libreoffice import find_program, identity, pdf, program_for_pdf
from generator.render.formats.kept import digest, kept
from generator.render.targets import targets
from generator.render.visitor import flat

GUESS = 88
"""Stands for every page number in the first pass: as wide as most of them."""

PASSES = 4


def encode_with_pages(
    document: Document, template: Path, pages: str, cache: Path | None = None
) -> tuple[bytes, str]:
    """The Word file with page numbers as far as wanted (``auto``, ``require``), and a note.

    The note says why they could not be had, "" where they could. GeneratorError where they are
    required and LibreOffice is missing or fails.
    """
    try:
        numbers = page_numbers(document, template, cache)
    except GeneratorError as error:
        if pages == "require":
            raise
        note = f"{error.message} Verzeichnisse und Verweise stehen ohne Seitenzahlen."
        return encode(document, template, cache=cache), note
    return encode(document, template, numbers, cache=cache), ""


def pdf_with_pages(
    document: Document, template: Path, pages: str, cache: Path | None = None
) -> bytes:
    """The PDF of the document, with the page numbers of the Word file unless they are off.

    It declares PDF/A-2b and PDF/UA-1; which parts of them are judged says the handbook.
    GeneratorError where LibreOffice is missing or fails.
    """
    program_for_pdf()
    numbers = None if pages == "off" else page_numbers(document, template, cache)
    laid_out = pdf(_for_layout(document, template, numbers))
    from generator.render.formats.pdf import accessible  # a quarter of a second

    return accessible(laid_out, roles(flat(document.blocks)))


def _for_layout(document: Document, template: Path, pages: Mapping[str, int] | None) -> bytes:
    """The Word file as LibreOffice is to lay it out."""
    return encode(document, template, pages, raster=False, fields=False)


def page_numbers(document: Document, template: Path, cache: Path | None = None) -> dict[str, int]:
    """The page of every bookmark, counted from 1 and from the cover.

    Laid out again with the numbers found until they stay, since a longer number may
    move a line. With ``cache`` (a folder) an unchanged document is not laid out twice:
    the numbers are kept by digest of document, template and LibreOffice.
    GeneratorError when LibreOffice is missing or fails.
    """
    names = tuple(targets(anchored(document.blocks)))
    pages = dict.fromkeys(names, GUESS)
    first = _for_layout(document, template, pages)
    program = identity(find_program() or "")
    name = f"seiten-{digest(first, program.encode())}.json"
    found = kept(cache, name, lambda: _settled(document, template, first, names))
    try:
        return {str(bookmark): int(page) for bookmark, page in json.loads(found).items()}
    except (ValueError, TypeError, AttributeError):  # what was kept is damaged
        return dict(json.loads(_settled(document, template, first, names)))


def _settled(document: Document, template: Path, first: bytes, names: tuple[str, ...]) -> bytes:
    """The numbers as JSON."""
    pages = pages_in_pdf(pdf(first), names)
    for _ in range(PASSES):
        again = pages_in_pdf(pdf(_for_layout(document, template, pages)), names)
        if again == pages:
            break
        pages = again
    return json.dumps(pages, sort_keys=True).encode()


def pages_in_pdf(data: bytes, bookmarks: Iterable[str]) -> dict[str, int]:
    """The page of each bookmark that the PDF has as named destination."""
    from pypdf import PdfReader  # a quarter of a second, only when something was laid out
    from pypdf.errors import PyPdfError

    found = {}
    try:
        reader = PdfReader(io.BytesIO(data))
        page_of = {
            page.indirect_reference.idnum: number
            for number, page in enumerate(reader.pages, 1)
            if page.indirect_reference is not None
        }
        for name, target in reader.named_destinations.items():
            page = getattr(target.page, "idnum", None)  # None where the page is gone
            if page in page_of:
                found[name.lstrip("/")] = page_of[page]
    except (PyPdfError, ValueError, KeyError, AttributeError) as error:
        raise GeneratorError(
            "Was LibreOffice gesetzt hat, ist kein lesbares PDF.",
            "Noch einmal versuchen; mit «--pages off» entsteht das Dokument ohne Seitenzahlen.",
        ) from error
    names = {bookmark: _destination(bookmark) for bookmark in bookmarks}
    return {bookmark: found[name] for bookmark, name in names.items() if name in found}


def _destination(bookmark: str) -> str:
    """A bookmark as LibreOffice names the destination: anything but letters and digits as hex."""
    return re.sub(r"[^A-Za-z0-9]", lambda match: f"{ord(match[0]):X}", bookmark)
