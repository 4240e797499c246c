"""A workbook as openpyxl writes it to one that is the same every time and that the schema of Office knows."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

_EPOCH = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_FONT = re.compile(rb"<font>(.*?)</font>", re.DOTALL)
_PART = re.compile(rb"<(\w+)[^>]*/>")
_ORDER = (
    b"b", b"i", b"strike", b"condense", b"extend", b"outline", b"shadow", b"u", b"vertAlign", b"sz",
    b"color", b"name", b"family", b"charset", b"scheme",
)  # fmt: skip
"""Of what makes a font (ISO/IEC 29500-1, 18.8.22); openpyxl begins with the name."""


def mended(data: bytes, made: datetime) -> bytes:
    """Without the moment of writing, with fonts in order and with rows that still grow.

    A height that openpyxl writes counts as chosen by hand; such a row stays as it is however much an
    office writes into it.
    """
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for entry in source.infolist():
            info = zipfile.ZipInfo(entry.filename, _EPOCH)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 3
            archive.writestr(info, _part(entry.filename, source.read(entry), made))
    return target.getvalue()


def _part(name: str, content: bytes, made: datetime) -> bytes:
    if name == "docProps/core.xml":
        stamp = f"{made:%Y-%m-%dT%H:%M:%SZ}".encode()
        return _MODIFIED.sub(rb"\g<1>" + stamp, content)
    if name == "xl/styles.xml":
        return _FONT.sub(_font, content)
    if name.startswith("xl/worksheets/"):
        return content.replace(b' customHeight="1"', b"")
    return content


def _font(found: re.Match[bytes]) -> bytes:
    parts = sorted(_PART.finditer(found[1]), key=lambda part: _ORDER.index(part[1]))
    return b"<font>" + b"".join(part[0] for part in parts) + b"</font>"
