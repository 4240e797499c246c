"""A package that python-docx cannot open, to one that it can, and what was wrong with it.

Three things happen to Word files that people send: Word saves them with the strict
namespaces of ISO/IEC 29500; LibreOffice 7.4 sometimes writes XML that is not well formed;
relationships lead to parts that are not there.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator

from lxml import etree

from generator.render.formats.docx.xml import XmlElement

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/"
STRICT = "http://purl.oclc.org/ooxml/"
_NAMESPACES = (
    ("wordprocessingml/main", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("officeDocument/relationships/customProperties", OFFICE + "relationships/custom-properties"),
    ("officeDocument/relationships/extendedProperties", OFFICE + "relationships/extended-properties"),
    ("officeDocument/relationships", OFFICE + "relationships"),
    ("officeDocument/customProperties", OFFICE + "custom-properties"),
    ("officeDocument/extendedProperties", OFFICE + "extended-properties"),
    ("officeDocument/docPropsVTypes", OFFICE + "docPropsVTypes"),
    ("officeDocument/customXml", OFFICE + "customXml"),
    ("officeDocument/math", OFFICE + "math"),
    ("drawingml/main", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("drawingml/picture", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
    (
        "drawingml/wordprocessingDrawing",
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
)  # fmt: skip
"""ISO/IEC 29500 part 4, annex A: strict names and those of the transitional form."""

MALFORMED = (
    "Die Datei ist an einer Stelle fehlerhaft geschrieben ({}); was sich lesen ließ, wurde gelesen. "
    "Bitte in Word nachsehen, ob am Ende des Dokuments etwas fehlt."
)


def mended(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """The same package as python-docx reads it, and German sentences on what was lost; never raises."""
    buffer = io.BytesIO()
    notes: list[str] = []
    try:
        with (
            zipfile.ZipFile(io.BytesIO(data)) as archive,
            zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as target,
        ):
            names = {name for name in archive.namelist() if not name.endswith("/")}
            contents = {name: archive.read(name) for name in sorted(names)}
            unread = sorted(name for name, part in contents.items() if _is_no_xml(name, part))
            notes += [MALFORMED.format(name) for name in unread]
            names.difference_update(unread)
            for name in sorted(names):
                part = contents[name]
                if name.endswith((".xml", ".rels")):
                    part, broken = _part(name, part, names)
                    notes += [MALFORMED.format(name)] if broken else []
                target.writestr(name, part)
    except Exception:  # no archive at all: the caller finds that it does not open
        return data, ()
    return buffer.getvalue(), tuple(notes)


def _part(name: str, data: bytes, names: set[str]) -> tuple[bytes, bool]:
    """A part of XML, and whether it was not well formed."""
    if STRICT.encode() in data:
        for strict, transitional in _NAMESPACES:
            data = data.replace((STRICT + strict).encode(), transitional.encode())
    root, broken = _parsed(data)
    if root is None:
        return data, broken
    if name.endswith(".rels"):
        for entry in list(_unreadable(name, root, names)):
            root.remove(entry)
        return etree.tostring(root), broken
    return (etree.tostring(root) if broken else data), broken


def _is_no_xml(name: str, data: bytes) -> bool:
    """Whether nothing of a part can be read."""
    return name.endswith(".xml") and _parsed(data)[0] is None


def _parsed(data: bytes) -> tuple[XmlElement | None, bool]:
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False)), False
    except etree.XMLSyntaxError:
        return recovered(data), True


def recovered(data: bytes) -> XmlElement | None:
    """What can be read of XML that is not well formed; None where that is nothing."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        root: XmlElement | None = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:  # raised in spite of "recover" where there is no element at all
        return None
    return root


def _unreadable(name: str, root: XmlElement, names: set[str]) -> Iterator[XmlElement]:
    """The relationships to what is not in the package, and to embedded files that Word would insert."""
    folder = posixpath.dirname(posixpath.dirname(name))
    for entry in root:
        target = entry.get("Target", "")
        path = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
        missing = entry.get("TargetMode") != "External" and path not in names
        if missing or entry.get("Type", "").endswith("/aFChunk"):
            yield entry
