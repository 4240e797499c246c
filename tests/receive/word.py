"""Hand-written OOXML to the bytes of a Word file: only what a test is about, nothing of ours."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
KINDS = {
    "footnotes": f"{OFFICE}/footnotes",
    "endnotes": f"{OFFICE}/endnotes",
    "comments": f"{OFFICE}/comments",
    "commentsExtended": "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
    "people": "http://schemas.microsoft.com/office/2011/relationships/people",
    "header": f"{OFFICE}/header",
    "footer": f"{OFFICE}/footer",
}
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
ROOTS = {"header": "hdr", "footer": "ftr"}


def package(
    body: str,
    parts: Mapping[str, str] | None = None,
    properties: Mapping[str, str] | None = None,
    custom: bytes | None = None,
) -> dict[str, bytes]:
    """The parts of a Word file: ``body`` inside w:body, the others (by kind) inside their root."""
    parts = dict(parts or {})
    if not {"header", "footer"}.isdisjoint(parts) and "<w:sectPr" not in body:
        body += section({kind: number for number, kind in enumerate(parts, 1)})
    files = {"word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"}
    related, types = "", _override("word/document.xml", f"{WORD}document.main+xml")
    for number, (kind, content) in enumerate(parts.items(), 1):
        root = "w15:commentsEx" if kind == "commentsExtended" else f"w:{ROOTS.get(kind, kind)}"
        files[f"word/{kind}.xml"] = f"<{root} {NAMESPACES}>{content}</{root.split()[0]}>"
        related += _relationship(f"rId{number}", KINDS[kind], f"{kind}.xml")
        types += _override(f"word/{kind}.xml", f"{WORD}{kind}+xml")
    if custom is not None:
        files["customXml/item3.xml"] = custom.decode()
        related += _relationship("rIdMap", f"{OFFICE}/customXml", "../customXml/item3.xml")
    root_related = _relationship("rId1", f"{OFFICE}/officeDocument", "word/document.xml")
    if properties:
        files["docProps/custom.xml"] = _properties(properties)
        root_related += _relationship("rId2", f"{OFFICE}/custom-properties", "docProps/custom.xml")
        kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
        types += _override("docProps/custom.xml", kind)
    files["word/_rels/document.xml.rels"] = _relationships(related)
    files["_rels/.rels"] = _relationships(root_related)
    files["[Content_Types].xml"] = (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml"'
        ' ContentType="application/xml"/><Default Extension="rels"'
        f' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>'
    )
    return {name: text.encode() for name, text in files.items()}


def section(numbers: Mapping[str, int]) -> str:
    """The properties of a section with header and footer; kind to number of its relationship."""
    references = "".join(
        f'<w:{kind}Reference w:type="default" r:id="rId{number}"/>'
        for kind, number in numbers.items()
        if kind in ROOTS
    )
    return f"<w:sectPr>{references}</w:sectPr>"


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The parts as a file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The parts of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write(folder: Path, files: Mapping[str, bytes], name: str = "zurueck.docx") -> Path:
    """The parts as a file in a folder."""
    path = folder / name
    path.write_bytes(zipped(files))
    return path


def text(words: str) -> str:
    """A run."""
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(content: str, end: str = "") -> str:
    """A paragraph; ``end`` is the mark of its end."""
    properties = f"<w:pPr><w:rPr>{end}</w:rPr></w:pPr>" if end else ""
    return f"<w:p>{properties}{content}</w:p>"


def inserted(words: str, author: str = "Anna Amt", date: str = "2026-11-24T10:12:00Z") -> str:
    """Words put in with tracking."""
    return f'<w:ins w:id="1" w:author="{author}" w:date="{date}">{text(words)}</w:ins>'


def deleted(words: str, author: str = "Anna Amt", date: str = "2026-11-24T10:12:00Z") -> str:
    """Words taken out with tracking."""
    run = f'<w:r><w:delText xml:space="preserve">{words}</w:delText></w:r>'
    return f'<w:del w:id="2" w:author="{author}" w:date="{date}">{run}</w:del>'


def _override(name: str, kind: str) -> str:
    return f'<Override PartName="/{name}" ContentType="{kind}"/>'


def _relationship(key: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>'


def _relationships(entries: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{entries}</Relationships>'


def _properties(values: Mapping[str, str]) -> str:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/"
    rows = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}"'
        f' name="{name}"><vt:lpwstr>{value}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(values.items(), 2)
    )
    return f'<Properties xmlns="{office}custom-properties" xmlns:vt="{office}docPropsVTypes">{rows}</Properties>'
