"""Parts to the bytes of a package: content types, relationships, properties, zip."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

from lxml import etree

from generator.render.blocks import Document
from generator.render.formats.docx.house_package import MAIN, OFFICE, HousePackage, Relationship
from generator.render.formats.docx.xml import HEAD, RELATIONSHIPS, XmlElement, attribute, escape

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
CORE = "application/vnd.openxmlformats-package.core-properties+xml"
EXTENDED = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
PACKAGE_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"


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


def relationships(entries: Iterable[Relationship]) -> bytes:
    """A relationships part."""
    root = etree.fromstring(f'<Relationships xmlns="{RELATIONSHIPS}"/>')
    for key, kind, target, outside in entries:
        entry = etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship")
        entry.set("Id", key)
        entry.set("Type", kind if ":" in kind else OFFICE + kind)
        entry.set("Target", target)
        if outside:
            entry.set("TargetMode", "External")
    return serialised(root)


def relationships_path(part: str) -> str:
    """Where the relationships of a part stand."""
    folder, slash, name = part.rpartition("/")
    return f"{folder}{slash}_rels/{name}.rels"


def serialised(root: XmlElement) -> bytes:
    """A part as bytes."""
    text = etree.tostring(root, encoding="unicode")
    return (HEAD + text).encode()


DEFAULTS = {
    "svg": "image/svg+xml",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
}


def content_types(house: HousePackage, added: Mapping[str, str]) -> bytes:
    """The type of every part, by its extension where that tells it."""
    carried = {path: kind for path, kind in house.types.items() if path != house.main}
    types = {**carried, house.main: MAIN, **added}
    defaults = dict(DEFAULTS)
    for path, kind in types.items():
        if not path.endswith(".xml"):
            defaults.setdefault(path.rpartition(".")[2].lower(), kind)
    root = etree.fromstring(f'<Types xmlns="{TYPES}"/>')
    for extension, kind in defaults.items():
        etree.SubElement(root, f"{{{TYPES}}}Default", Extension=extension, ContentType=kind)
    for path, kind in types.items():
        if defaults.get(path.rpartition(".")[2].lower()) != kind:
            etree.SubElement(root, f"{{{TYPES}}}Override", PartName=f"/{path}", ContentType=kind)
    return serialised(root)


def properties(document: Document) -> dict[str, bytes]:
    """Core, extended and custom properties by path."""
    texts = _core(document), _extended(), _custom(document.properties)
    return {path: text.encode() for path, text in zip(PROPERTY_TYPES, texts, strict=True)}


PROPERTY_TYPES = {
    "docProps/core.xml": CORE,
    "docProps/app.xml": EXTENDED,
    "docProps/custom.xml": CUSTOM,
}
PROPERTY_KINDS = (PACKAGE_CORE + "core-properties", "extended-properties", "custom-properties")


def root_relationships(main: str) -> bytes:
    """The relationships of the package: main part and properties, no thumbnail."""
    leads = zip(("officeDocument", *PROPERTY_KINDS), (main, *PROPERTY_TYPES), strict=True)
    return relationships((f"rId{n}", kind, path, False) for n, (kind, path) in enumerate(leads, 1))


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
