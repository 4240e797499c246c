"""Names and escaping of WordprocessingML, shared by all that write it as text.

The document is written as joined strings: at 50 times our strategy that is ten
times faster than building elements. lxml only reads and changes the template.
"""

from __future__ import annotations

from lxml import etree

XmlElement = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
ASVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
ROOT_NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'

CONTROL = bytes(range(9)) + bytes((11, 12)) + bytes(range(14, 32))
"""Bytes that XML 1.0 forbids; Word refuses a file that holds one."""


def w(name: str) -> str:
    """The lxml name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


def escape(text: str) -> str:
    """Text as it may stand between tags."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text


def attribute(text: str) -> str:
    """Text as it may stand in an attribute; line ends become spaces."""
    return escape(text).replace('"', "&quot;").replace("\n", " ")


def twips(mm: float) -> int:
    """Millimetres as twentieths of a point."""
    return round(mm * 1440 / 25.4)


def emu(mm: float) -> int:
    """Millimetres as English Metric Units (drawings)."""
    return round(mm * 36000)
