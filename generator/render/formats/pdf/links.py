"""The links of a PDF: each stands in its structure (ISO 14289-1, 7.18.5)."""

from __future__ import annotations

from typing import Any

from pypdf.generic import DictionaryObject, NameObject, NumberObject

from generator.render.formats.pdf.page_content import PageContent, starts
from generator.render.formats.pdf.repeated_rows import Pages
from generator.render.formats.pdf.tag_tree import TagTree, kids


def own_links(tree: TagTree, pages: Pages) -> None:
    """Give a Link to what stands under an annotation that has none: the way back from a note."""
    for content in pages.values():
        for reference in content.page.get("/Annots", ()):
            annotation = reference.get_object()
            if annotation.get("/Subtype") == "/Link" and "/StructParent" not in annotation:
                _link(tree, content, reference)


def _link(tree: TagTree, content: PageContent, reference: Any) -> None:
    annotation = reference.get_object()
    left, bottom, right, top = map(float, annotation["/Rect"])
    for sequence in content.sequences():
        inside = (
            left - 1 < x < right and bottom - 1 < y < top
            for x, y in starts(content.inside(sequence))
        )
        if sequence.number is None or not any(inside):
            continue
        owner = tree.owner(content.page, sequence.number)
        if owner is None or NumberObject(sequence.number) not in kids(owner):
            continue
        link = tree.new("Link", owner, [NumberObject(sequence.number), _object(content, reference)])
        link[NameObject("/Pg")] = content.page.indirect_reference
        tree.own(content.page, link, sequence.number)
        tree.own_annotation(annotation, link)
        placed = [link if kid == sequence.number else kid for kid in kids(owner)]
        tree.fill(owner, placed)
        return


def _object(content: PageContent, reference: Any) -> DictionaryObject:
    """A reference to an annotation (14.7.4.3 of ISO 32000-1)."""
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/OBJR"),
            NameObject("/Obj"): reference,
            NameObject("/Pg"): content.page.indirect_reference,
        }
    )
