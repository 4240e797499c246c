"""What a figure shows: a vector drawing as data, or a picture from a file.

A drawing is shapes in millimetres, origin top left. One drawing feeds the SVG file, the picture in
the Word document and its raster fallback, so none of them is drawn twice.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from generator.model.picture import Bild, printed_size

Anchor = Literal["start", "middle", "end"]


class Box(Struct, frozen=True):
    """A rectangle; ``radius`` rounds its corners, ``link`` names an element ID."""

    x: float
    y: float
    width: float
    height: float
    fill: str = "#ffffff"
    stroke: str = "#333333"
    stroke_width: float = 0.3
    radius: float = 0.0
    title: str = ""
    """What a screen reader or a mouse pointer tells of it."""


class Polyline(Struct, frozen=True):
    """A polyline through ``points``; ``arrow`` puts a head at its end."""

    points: tuple[tuple[float, float], ...]
    stroke: str = "#333333"
    stroke_width: float = 0.3
    arrow: bool = False
    curved: bool = False
    """Draw a smooth curve: points are start, control, end."""


class Label(Struct, frozen=True):
    """One line of text; ``y`` is the baseline, ``size`` the font size in mm."""

    x: float
    y: float
    text: str
    size: float = 3.0
    bold: bool = False
    anchor: Anchor = "start"
    fill: str = "#111111"


DrawnShape = Box | Polyline | Label


class Drawing(Struct, frozen=True):
    """Shapes on a sheet; later shapes lie above earlier ones."""

    width: float
    height: float
    shapes: tuple[DrawnShape, ...]
    title: str
    description: str = ""

    def size(self, room: tuple[float, float]) -> tuple[float, float]:
        """Millimetres in a room of that width and height; never larger than it was drawn."""
        scale = min(1.0, room[0] / self.width, room[1] / self.height)
        return self.width * scale, self.height * scale


class ShownPicture(Struct, frozen=True):
    """A picture from a file, its bytes as they are; ``name`` as the strategy names it."""

    source: Bild
    name: str
    title: str

    @property
    def media_type(self) -> str:
        """As mail and web name it (IANA media types)."""
        return {"png": "image/png", "jpg": "image/jpeg", "svg": "image/svg+xml"}[self.source.art]

    def size(self, room: tuple[float, float]) -> tuple[float, float]:
        """Millimetres in a room of that width and height."""
        return printed_size(self.source, room)

    @property
    def text(self) -> str:
        """An SVG as text: the reader lets only UTF-8 pass."""
        return self.source.inhalt.decode("utf-8-sig")
