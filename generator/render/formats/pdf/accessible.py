"""A PDF of LibreOffice to one whose structure is what PDF/UA-1 (ISO 14289-1) asks for.

LibreOffice 7.4 gives tags, outline, links, language and embedded fonts, and declares PDF/A-2b. What it
gets wrong is put right here; what is not known to be right is not declared.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from generator.render.cell_roles import Roles
from generator.render.formats.pdf import metadata
from generator.render.formats.pdf.figure_content import own_pictures
from generator.render.formats.pdf.links import own_links
from generator.render.formats.pdf.page_content import PageContent
from generator.render.formats.pdf.repeated_rows import Pages, tell_again
from generator.render.formats.pdf.tables import head_cells
from generator.render.formats.pdf.tag_tree import TagElement, TagTree, is_element, kids, kind


def accessible(data: bytes, tables: Sequence[Roles]) -> bytes:
    """The file with a structure that tells all it prints; ``tables`` are those of the document.

    PDF/UA is declared only where every table was found again and every picture has its content.
    """
    reader = PdfReader(io.BytesIO(data))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    tagged = "/StructTreeRoot" in writer.root_object
    metadata.declare(writer, tagged and _mended(writer, tables))
    result = io.BytesIO()
    writer.write(result)
    return result.getvalue()


def _mended(writer: PdfWriter, tables: Sequence[Roles]) -> bool:
    """Mend the structure; whether all of the document was found in it."""
    tree = TagTree(writer)
    pages: Pages = {
        page.indirect_reference.idnum: PageContent(page, writer)
        for page in writer.pages
        if page.indirect_reference is not None
    }
    whole = head_cells(list(tree.elements("Table")), tables)
    for table in list(tree.elements("Table")):
        tell_again(tree, pages, table)
    own_pictures(tree, pages)
    whole = whole and all(kids(figure) for figure in tree.elements("Figure"))
    own_links(tree, pages)
    _notes(tree)
    _without_empty(tree)
    _in_order(tree)
    for content in pages.values():
        content.page[NameObject("/Tabs")] = NameObject("/S")
        content.mark_lines()
        content.write()
    return whole


def _notes(tree: TagTree) -> None:
    """A name for each note (7.9), and the tree in which they are found by it."""
    names = ArrayObject()
    for number, note in enumerate(tree.elements("Note"), 1):
        name = TextStringObject(f"Note{number:05}")
        note[NameObject("/ID")] = name
        names.extend([name, note.indirect_reference])
    if names:
        tree.root[NameObject("/IDTree")] = DictionaryObject({NameObject("/Names"): names})


def _without_empty(tree: TagTree) -> None:
    """Take out paragraphs of nothing, which stand between two tables that touch on paper."""
    for element in list(tree.elements()):
        found = kids(element)
        full = [kid for kid in found if not is_element(kid) or not _is_empty(kid.get_object())]
        if len(full) < len(found):
            tree.fill(element, full)


def _is_empty(element: TagElement) -> bool:
    held = kids(element) or {"/Alt", "/ActualText"} & element.keys()
    return not held and kind(element) not in ("TD", "TH", "TR")


def _in_order(tree: TagTree) -> None:
    """Where text stands beside elements each piece of it gets a Span, so that whoever reads what an
    element has itself before what stands in it still reads in order.
    """
    for element in list(tree.elements()):
        found = kids(element)
        pieces = [kid for kid in found if isinstance(kid.get_object(), NumberObject)]
        if pieces and len(pieces) < len(found) and kind(element) != "Link":
            tree.fill(element, list(_spans(tree, element, found)))


def _spans(tree: TagTree, element: TagElement, found: list[Any]) -> Iterable[Any]:
    """The same kids, runs of marked content in a Span each."""
    for loose, run in groupby(found, lambda kid: isinstance(kid.get_object(), NumberObject)):
        pieces = list(run)
        yield from [tree.span(element, pieces)] if loose else pieces
