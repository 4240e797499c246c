"""A picture from a file as the model holds it, and how large it may be printed."""

from typing import Literal

from msgspec import Struct
from pydantic_core import PydanticCustomError

FOLDER = "bilder/"
PRINT_DPI = 150
"""Pixels to the inch below which a printed picture looks coarse."""
TEXT_WIDTH, TEXT_HEIGHT = 160.0, 227.0
"""Millimetres that a page has for a picture, its caption below it."""


class Bild(Struct, frozen=True):
    """What a file holds: sizes in pixels (of SVG in its own units), the bytes as they are."""

    art: Literal["png", "jpg", "svg"]
    breite: float
    hoehe: float
    inhalt: bytes

    @property
    def worte(self) -> str:
        """Kind and size: "PNG, 800 × 600 Pixel"."""
        size = f"{self.breite:g} × {self.hoehe:g}{'' if self.art == 'svg' else ' Pixel'}"
        return f"{self.art.upper()}, {size}"


def from_file(value: object) -> object:
    """What the reader puts in; a key of that name in a file is unknown like any other."""
    if value is None or isinstance(value, Bild):
        return value
    raise PydanticCustomError("extra_forbidden", "Extra inputs are not permitted")


def printed_size(picture: Bild, room: tuple[float, float]) -> tuple[float, float]:
    """Millimetres: as wide as ``room``, but pixels never larger than good printing lets them be."""
    scale = min(room[0] / picture.breite, room[1] / picture.hoehe)
    if picture.art != "svg":
        scale = min(scale, 25.4 / PRINT_DPI)
    return picture.breite * scale, picture.hoehe * scale


def needed_pixels(picture: Bild) -> int:
    """How wide a picture of this shape must be to fill the text width in good print."""
    scale = min(TEXT_WIDTH / picture.breite, TEXT_HEIGHT / picture.hoehe)
    return round(picture.breite * scale / 25.4 * PRINT_DPI)
