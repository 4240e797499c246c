"""Figures to inline pictures: SVG for Word, PNG for what cannot show it."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, field

from generator.render.blocks import Figure
from generator.render.drawing import Drawing
from generator.render.formats import svg
from generator.render.formats.docx.xml import ASVG, PIC, WP, A, attribute, emu

SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""The extension of a:blip by which Word finds the vector picture ([MS-ODRAWXML] 2.1.1.1)."""

FIRST_ID = 1000
"""Above the ids of drawings that a template brings along (a logo on the cover)."""

CAPTION_ROOM = 30.0
"""Millimetres left below a figure that fills a page: caption and source stay with it."""


class Pictures(Struct):
    """Writes pictures; collects their files and relationships. Room is that of the page."""

    raster: Callable[[str, float], bytes] | None
    room: tuple[float, float]
    files: dict[str, bytes] = field(default_factory=dict)
    relationships: dict[str, str] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    """The media types of parts that few documents have, by path."""
    count: int = 0
    kept: dict[tuple[str, bytes], str] = field(default_factory=dict)
    """The relationship of each picture: a picture is kept once, however often it is shown."""

    def run(self, figure: Figure) -> str:
        """A run with the picture, scaled down to the room there is."""
        self.count += 1
        drawn, number = figure.drawing, self.count
        room = self.room[0], self.room[1] - CAPTION_ROOM
        width, height = drawn.size(room)
        if isinstance(drawn, Drawing):
            blip = self._vector(svg.encode(drawn), width)
        elif drawn.source.art == "svg":
            blip = self._vector(drawn.text, width)
        else:
            key = self._kept("Bild", "bild", drawn.source.art, drawn.source.inhalt)
            self.types[f"word/{self.relationships[key]}"] = drawn.media_type
            blip = f'<a:blip r:embed="{key}"/>'
        return _inline(figure, number, (emu(width), emu(height)), blip)

    def _vector(self, text: str, width: float) -> str:
        vector = self._kept("Svg", "abbildung", "svg", text.encode())
        if self.raster is None:
            return f'<a:blip r:embed="{vector}"/>'
        raster = self._kept("Png", "abbildung", "png", self.raster(text, width))
        return (
            f'<a:blip r:embed="{raster}"><a:extLst><a:ext uri="{SVG_EXTENSION}">'
            f'<asvg:svgBlip xmlns:asvg="{ASVG}" r:embed="{vector}"/></a:ext></a:extLst>'
            "</a:blip>"
        )

    def _kept(self, kind: str, name: str, ending: str, data: bytes) -> str:
        """The relationship id of a media part with these bytes; the part is made where there is none."""
        place = ending, data
        if place not in self.kept:
            self.kept[place] = f"rId{kind}{self.count}"
            self.relationships[self.kept[place]] = f"media/{name}{self.count}.{ending}"
            self.files[f"word/media/{name}{self.count}.{ending}"] = data
        return self.kept[place]


def _inline(figure: Figure, number: int, size: tuple[int, int], blip: str) -> str:
    name = attribute(figure.drawing.title or f"Abbildung {number}")
    label = f'id="{FIRST_ID + number}" name="{name}" descr="{attribute(figure.alternative)}"'
    cx, cy = size
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{WP}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{cx}" cy="{cy}"/><wp:docPr {label}/><wp:cNvGraphicFramePr>'
        f'<a:graphicFrameLocks xmlns:a="{A}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{PIC}"><pic:pic xmlns:pic="{PIC}">'
        f"<pic:nvPicPr><pic:cNvPr {label}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
        f"{blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="rect">'
        "<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>"
        "</w:drawing></w:r>"
    )
