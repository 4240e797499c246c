"""Parts to the bytes of a package: content types, relationships, properties, zip."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

from lxml import etree

from generator.render.blocks import Document
from generator.render.formats.docx.custom_xml import former_maps
from generator.render.formats.docx.template import OFFICE, Template, parse, rels_path, target_path
from generator.render.formats.docx.xml import HEAD, RELATIONSHIPS, attribute, escape

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
CORE = "application/vnd.openxmlformats-package.core-properties+xml"
EXTENDED = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
PACKAGE_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
DROPPED = ("stylesWithEffects", "footnotes", "attachedTemplate")
"""Kinds of parts a template may bring and a finished document must not have from it, besides
what an earlier document printed."""

Entry = tuple[str, str, str, bool]
"""A relationship: id, kind, target, whether it leads outside."""


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Sorted, stored, all stamped 1980: the same bytes every run.

    Stored, not deflated: zlib and zlib-ng (Python 3.14 on Windows, Fedora) pack the
    same text to different bytes.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(name)
            info.create_system = 0
            info.external_attr = 0o600 << 16
            archive.writestr(info, files[name])
    return buffer.getvalue()


def main_relationships(template: Template, added: Iterable[Entry]) -> bytes:
    """The relationships of the main part with those the writer added."""
    root = parse(template.files[rels_path(template.main)])
    former = former_maps(template)
    for entry in list(root):
        if _is_dropped(entry) or target_path(template.main, entry.get("Target", "")) in former:
            root.remove(entry)
    return relationships(added, root)


def _is_dropped(relationship: etree._Element) -> bool:
    return relationship.get("Type", "").rsplit("/", 1)[-1] in DROPPED


def relationships(entries: Iterable[Entry], root: etree._Element | None = None) -> bytes:
    """A relationships part."""
    if root is None:
        root = parse(f'<Relationships xmlns="{RELATIONSHIPS}"/>'.encode())
    for key, kind, target, outside in entries:
        entry = etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship")
        entry.set("Id", key)
        entry.set("Type", kind if ":" in kind else OFFICE + kind)
        entry.set("Target", target)
        if outside:
            entry.set("TargetMode", "External")
    return serialised(root)


def serialised(root: etree._Element) -> bytes:
    """A part as bytes."""
    text = etree.tostring(root, encoding="unicode")
    return (HEAD + text).encode()


def dropped_parts(template: Template) -> set[str]:
    """Paths of the template's parts that do not go into the document."""
    paths = {name for name in template.files if name.startswith("docProps/")}
    paths |= former_maps(template)
    for entry in parse(template.files[rels_path(template.main)]):
        if _is_dropped(entry):
            path = target_path(template.main, entry.get("Target", ""))
            paths |= {path, rels_path(path)}
    return paths


def content_types(template: Template, files: Iterable[str], added: Mapping[str, str]) -> bytes:
    """The template's content types for the parts that are there, with the added ones."""
    names = {f"/{name}" for name in files}
    root = parse(template.files["[Content_Types].xml"])
    for entry in list(root):
        if entry.get("PartName") is not None and entry.get("PartName") not in names:
            root.remove(entry)
        if entry.get("PartName") in (f"/{template.main}", *(f"/{name}" for name in added)):
            root.remove(entry)
    defaults = {entry.get("Extension", "").lower() for entry in root}
    for extension, kind in (("png", "image/png"), ("svg", "image/svg+xml")):
        if extension not in defaults:
            entry = etree.Element(f"{{{TYPES}}}Default", Extension=extension, ContentType=kind)
            root.insert(0, entry)
    for name, kind in {template.main: WORD + "document.main+xml", **added}.items():
        etree.SubElement(root, f"{{{TYPES}}}Override", PartName=f"/{name}", ContentType=kind)
    return serialised(root)


def properties(document: Document) -> dict[str, bytes]:
    """Core, extended and custom properties by path."""
    return {
        "docProps/core.xml": _core(document).encode(),
        "docProps/app.xml": _extended().encode(),
        "docProps/custom.xml": _custom(document.properties).encode(),
    }


PROPERTY_TYPES = {
    "docProps/core.xml": CORE,
    "docProps/app.xml": EXTENDED,
    "docProps/custom.xml": CUSTOM,
}


def root_relationships(template: Template) -> bytes:
    """The relationships of the package: main part and properties, no thumbnail."""
    return relationships(
        (
            ("rId1", "officeDocument", template.main, False),
            ("rId2", PACKAGE_CORE + "core-properties", "docProps/core.xml", False),
            ("rId3", "extended-properties", "docProps/app.xml", False),
            ("rId4", "custom-properties", "docProps/custom.xml", False),
        )
    )


def _core(document: Document) -> str:
    package = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    stamp = f"{document.date[:10]}T00:00:00Z"
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{package}"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(document.title)}</dc:title>"
        f"<dc:subject>{escape(document.subject)}</dc:subject>"
        f"<dc:creator>{escape(document.author)}</dc:creator>"
        f"<cp:lastModifiedBy>{escape(document.author)}</cp:lastModifiedBy>"
        f"<cp:revision>1</cp:revision>{dates}"
        f"<dc:language>{escape(document.language)}</dc:language></cp:coreProperties>"
    )


def _extended() -> str:
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return (
        f'{HEAD}<Properties xmlns="{namespace}"><Application>Microsoft Office Word</Application>'
        "<AppVersion>16.0000</AppVersion></Properties>"
    )


def _custom(values: Mapping[str, str]) -> str:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/"
    rows = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}"'
        f' name="{attribute(name)}"><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(sorted(values.items()), 2)
    )
    return (
        f'{HEAD}<Properties xmlns="{office}custom-properties" xmlns:vt="{office}docPropsVTypes">'
        f"{rows}</Properties>"
    )
