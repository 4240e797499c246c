"""A document, a drawing or a telling to the bytes of a product, with what is to be said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from generator.render.inputs import Inputs
from generator.render.templates import template

if TYPE_CHECKING:
    from generator.render.blocks import Document
    from generator.render.documents.telling.teller import Telling
    from generator.render.drawing import Drawing


class Made(Struct, frozen=True):
    """The bytes of a product, and what is to be said about them; "" for nothing."""

    data: bytes
    note: str = ""


def word(document: Document, inputs: Inputs) -> Made:
    """Without page numbers: in a redline they depend on which of the changes the reader has shown."""
    from generator.render.formats.docx import encode

    return Made(encode(document, template("kreistag.docx"), cache=inputs.cache))


def word_with_pages(document: Document, inputs: Inputs) -> Made:
    """A Word file with page numbers where they are wanted and known."""
    if inputs.pages == "off":
        return word(document, inputs)
    from generator.render.formats.docx.pages import encode_with_pages

    house = template("kreistag.docx")
    return Made(*encode_with_pages(document, house, inputs.pages, inputs.cache))


def pdf(document: Document, inputs: Inputs) -> Made:
    """A PDF by way of LibreOffice."""
    from generator.render.formats.docx.pages import pdf_with_pages

    house = template("kreistag.docx")
    return Made(pdf_with_pages(document, house, inputs.pages, inputs.cache))


def html(document: Document, _: Inputs) -> Made:
    """A page for a browser."""
    from generator.render.formats.html import encode

    return Made(encode(document, template("dokument.html.j2")))


def markdown(document: Document, _: Inputs) -> Made:
    """Markdown as merge requests show it."""
    from generator.render.formats.markdown import encode

    return Made(encode(document, template("dokument.md.j2")))


def csv(document: Document, _: Inputs) -> Made:
    """A table for spreadsheets."""
    from generator.render.formats.spreadsheet import encode

    return Made(encode(document))


def text(document: Document, _: Inputs) -> Made:
    """Plain text to be pasted."""
    from generator.render.formats.plain_blocks import encode

    return Made(encode(document))


def svg(drawing: Drawing, _: Inputs) -> Made:
    """A vector drawing."""
    from generator.render.formats.svg import encode

    return Made(encode(drawing).encode())


def json(telling: Telling, _: Inputs) -> Made:
    """Data for programs."""
    from generator.render.reports.changes_json import encode

    return Made(encode(telling).encode())
