"""Signs put into the text of a Word file that is read in: where notes are called and pictures stand."""

from __future__ import annotations

from collections.abc import Container, Iterator

from lxml import etree

from generator.receive.foreign import note_sign
from generator.receive.markup import MC, attribute
from generator.render.formats.docx.xml import XmlElement, w

PICTURE_START, PICTURE_END = "\ue002", "\ue003"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_DATA = "{urn:schemas-microsoft-com:vml}imagedata"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_REFERENCES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}


def put_signs(body: XmlElement, notes: Container[tuple[str, str]]) -> list[tuple[str, str]]:
    """Put them behind each reference and drawing; the pictures as (relationship, description).

    Notes are numbered as ``PartReader`` numbers them: by their first sign in the text.
    """
    numbers: dict[tuple[str, str], int] = {}
    for reference in list(body.iter(*_REFERENCES)):
        key = _REFERENCES[reference.tag], attribute(reference, "id")
        if key in notes:
            number = numbers.setdefault(key, len(numbers) + 1)
            _behind(reference, note_sign(number))
    pictures: list[tuple[str, str]] = []
    for drawing in list(body.iter(w("drawing"), w("pict"))):
        for relationship in _embedded(drawing):
            pictures.append((relationship, _described(drawing)))
            _behind(drawing, f"{PICTURE_START}{len(pictures)}{PICTURE_END}")
    return pictures


def _embedded(drawing: XmlElement) -> Iterator[str]:
    if any(above.tag == f"{{{MC}}}Fallback" for above in drawing.iterancestors()):
        return
    for blip in drawing.iter(_BLIP):
        if blip.get(_EMBED):
            yield blip.get(_EMBED, "")
    for data in drawing.iter(_DATA):
        if data.get(_ID):
            yield data.get(_ID, "")


def _described(drawing: XmlElement) -> str:
    for element in drawing.iter():
        if isinstance(element.tag, str) and element.tag.endswith("}docPr"):
            return element.get("descr") or element.get("title") or ""
    return ""


def _behind(element: XmlElement, text: str) -> None:
    """A w:t behind what stands in a run."""
    sign = etree.Element(w("t"))
    sign.text = text
    element.addnext(sign)
