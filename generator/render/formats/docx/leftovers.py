"""A part of a Word template to the same without what people left in it.

Nobody has agreed to an open change, so it counts as rejected; comments, permissions and what names
people, machines or editing sessions goes (ECMA-376 part 1, 17.13).
"""

from __future__ import annotations

import re

from lxml import etree

from generator.render.formats.docx.xml import W, XmlElement, w

GONE = frozenset(
    w(name)
    for name in [
        "ins",
        "moveTo",
        "cellIns",
        "cellMerge",
        "numberingChange",
        "commentReference",
        "annotationRef",
        "permStart",
        "permEnd",
        "proofErr",
        "rsid",
        "lastRenderedPageBreak",
        "rsids",
        "attachedTemplate",
        "mailMerge",
        "docVars",
        "proofState",
    ]
)
"""The last line stands in settings: sessions, and paths and queries of the house's own network."""

ENDS_OF_A_RANGE = re.compile(
    rf"\{{{re.escape(W)}\}}(?:customXml\w+|move\w+|comment)Range(?:Start|End)"
)
KEPT = frozenset(map(w, ("del", "moveFrom", "cellDel")))
"""What a change would take away stays: only the mark goes."""

DELETED_TEXT = {w("delText"): w("t"), w("delInstrText"): w("instrText")}
PROPERTIES = re.compile(r"(?:rPr|pPr|sectPr|tblPr|trPr|tcPr|tblPrEx|tblGrid)Change")
NOT_OF_THE_CHANGE = {
    "pPrChange": frozenset(map(w, ("rPr", "sectPr"))),
    "sectPrChange": frozenset(map(w, ("headerReference", "footerReference"))),
}
"""What a record of old properties leaves out, because it is none of its matter."""


def settle(root: XmlElement) -> None:
    """Reject every open change below ``root`` and remove the other leftovers, in place."""
    _remove_what_came(root)
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            continue
        for name in [name for name in element.attrib if _is_trace(str(name))]:
            del element.attrib[name]
        element.tag = DELETED_TEXT.get(element.tag, element.tag)
        name = etree.QName(element).localname
        if element.tag in GONE or ENDS_OF_A_RANGE.fullmatch(element.tag):
            _remove(element)
        elif element.tag in KEPT:
            _unwrap(element)
        elif element.tag.startswith(f"{{{W}}}") and PROPERTIES.fullmatch(name):
            _restore(element, NOT_OF_THE_CHANGE.get(name, frozenset()))


def _remove_what_came(root: XmlElement) -> None:
    """Rows, cells and ends of paragraphs that a change would add."""
    for mark in list(root.iter(w("ins"), w("moveTo"), w("cellIns"))):
        holder = mark.getparent()
        owner = None if holder is None else holder.getparent()
        if holder is None or owner is None:
            continue
        if holder.tag in (w("trPr"), w("tcPr")):
            _remove(owner)
        elif holder.tag == w("rPr") and owner.tag == w("pPr"):
            _join_with_next(owner.getparent())


def _join_with_next(paragraph: XmlElement | None) -> None:
    """What stands in a paragraph whose end goes begins the next one; the last of a cell stays."""
    following = None if paragraph is None else paragraph.getnext()
    if paragraph is None or following is None or following.tag != w("p"):
        return
    place = 1 if following.find(w("pPr")) is not None else 0
    for child in reversed([child for child in paragraph if child.tag != w("pPr")]):
        following.insert(place, child)
    _remove(paragraph)


def _remove(element: XmlElement) -> None:
    """An element goes; so does a run or a table that held nothing else."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    if (parent.tag == w("r") and all(child.tag == w("rPr") for child in parent)) or (
        parent.tag == w("tbl") and parent.find(w("tr")) is None
    ):
        _remove(parent)


def _unwrap(element: XmlElement) -> None:
    """What is in an element takes its place."""
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        parent[place : place + 1] = list(element)


def _restore(record: XmlElement, others: frozenset[str]) -> None:
    """The properties before a change take the place of those after it."""
    properties = record.getparent()
    if properties is None:
        return
    kept = [child for child in properties if child.tag in others]
    before = [child for old in record for child in old]
    references = [child for child in kept if "Reference" in str(child.tag)]
    properties[:] = [*references, *before, *(child for child in kept if child not in references)]


def _is_trace(name: str) -> bool:
    return name.startswith(w("rsid")) or name.endswith(("}paraId", "}textId"))
