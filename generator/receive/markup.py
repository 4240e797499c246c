"""Names and attributes of WordprocessingML as the reader needs them."""

from __future__ import annotations

from generator.receive.story import Stamp
from generator.render.formats.docx.xml import W, XmlElement, w

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
INSERTED = frozenset({w("ins"), w("moveTo")})
DELETED = frozenset({w("del"), w("moveFrom")})
_AUTHOR, _DATE, _PREFIX = w("author"), w("date"), f"{{{W}}}"


def attribute(element: XmlElement, name: str, default: str = "") -> str:
    """An attribute of Word's own namespace."""
    return str(element.get(_PREFIX + name, default))


def stamp(element: XmlElement) -> Stamp:
    """Author and date of a w:ins, w:del, w:moveFrom, w:moveTo or the like."""
    moved = element.tag in (w("moveFrom"), w("moveTo"))
    return Stamp(element.get(_AUTHOR, "") or "", element.get(_DATE), moved)


def mark(properties: XmlElement | None, names: frozenset[str]) -> Stamp | None:
    """The stamp that stands in the properties of a paragraph's end, a row or a cell."""
    if properties is None:
        return None
    return next((stamp(child) for child in properties if child.tag in names), None)
