"""The bytes of a picture to its size, or to half a German sentence on why they are none.

Only the head of a PNG or JPEG is read: nothing is unpacked, so that no small file can fill the memory,
and what a reader's program would unpack is bounded. python-docx would read the size too, but walks
through all of the file for it and loads all that writes Word files.
"""

from __future__ import annotations

import struct
from typing import Literal

from generator.model.picture import Bild
from generator.read.svg_content import svg_size

MOST_PIXELS = 60_000_000
"""What a camera of today takes; a picture of it unpacked fills 240 MB."""
FLATTEST = 20
"""Times as wide as high, or as high as wide: more is no picture to be looked at on a page."""
_SIGNATURES = {
    "PNG": b"\x89PNG\r\n\x1a\n", "JPEG": b"\xff\xd8\xff", "GIF": b"GIF8", "BMP": b"BM", "PDF": b"%PDF",
    "TIFF": b"II*\x00", "WebP": b"RIFF", "ZIP": b"PK\x03\x04", "gzip": b"\x1f\x8b",
}  # fmt: skip
_ENDS = {"png": b"IEND\xaeB`\x82", "jpg": b"\xff\xd9"}
"""The last bytes of a whole file: PNG 3rd edition, 11.2.5 with its checksum; ITU T.81, B.1.1.3 (EOI)."""


_FILL, _ALONE = 0xFF, frozenset([0x01, *range(0xD0, 0xD8)])
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of JPEG (ITU T.81, table B.1): fill bytes, those without a length, frame headers."""


def content(data: bytes, kind: Literal["png", "jpg", "svg"]) -> Bild | str:
    """The picture in a file with the ending ``kind`` (png, jpg, svg)."""
    if not data:
        return "ist leer. Die Datei neu speichern."
    told = {"png": "PNG", "jpg": "JPEG"}.get(kind, "")
    found = next((name for name, sign in _SIGNATURES.items() if data.startswith(sign)), "")
    if found != told:
        what = (
            f"ist in Wirklichkeit eine {found}-Datei"
            if found
            else f"ist keine {kind.upper()}-Datei"
        )
        return f"{what}. Das Bild in einem Bildprogramm als {kind.upper()} speichern; umbenennen genügt nicht."
    size = svg_size(data) if kind == "svg" else _pixels(data, kind)
    if isinstance(size, str):
        return size
    width, height = size
    if kind != "svg" and width * height > MOST_PIXELS:
        return f"hat {width:.0f} × {height:.0f} Pixel, mehr als sich drucken lassen. Das Bild verkleinern."
    if min(size) <= 0 or max(size) > FLATTEST * min(size):
        return f"ist {width:g} × {height:g} groß; so schmal lässt es sich nicht drucken. Das Bild zuschneiden."
    return Bild(art=kind, breite=width, hoehe=height, inhalt=data)


def _pixels(data: bytes, kind: str) -> tuple[float, float] | str:
    whole = data.rstrip(b"\0").endswith(_ENDS[kind])
    size = (_png_size if kind == "png" else _jpeg_size)(data) if whole else None
    return (
        size or "ist beschädigt oder unvollständig. Die Datei noch einmal speichern oder kopieren."
    )


def _png_size(data: bytes) -> tuple[float, float] | None:
    """The first chunk is IHDR, which begins with width and height (PNG 3rd edition, 11.2.1)."""
    return struct.unpack(">II", data[16:24]) if data[12:16] == b"IHDR" else None


def _jpeg_size(data: bytes) -> tuple[float, float] | None:
    """The frame header SOFn holds height and width (ITU T.81, B.2.2); other segments are skipped."""
    place = 2
    while (marker := data[place : place + 2])[:1] == b"\xff" and len(data) > place + 9:
        kind = marker[1]
        if kind == _FILL:
            place += 1
        elif kind in _ALONE:
            place += 2
        elif kind in _FRAMES:
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return width, height
        else:
            place += 2 + int.from_bytes(data[place + 2 : place + 4], "big")
    return None
