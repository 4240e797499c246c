"""One drawing becomes one SVG text and one PNG, the same on every machine."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from msgspec.structs import replace

from generator.errors import GeneratorError
from generator.render.drawing import Box, Drawing, Label, Polyline
from generator.render.formats import png, svg
from tests.render.formats import sample
from tests.render.formats.test_docx_valid import TEMPLATE

FONTS = TEMPLATE.parent / "fonts"
SVG = "{http://www.w3.org/2000/svg}"


def test_svg_has_its_size_in_millimetres_and_says_what_it_shows() -> None:
    root = etree.fromstring(svg.encode(sample.DRAWING).encode())
    assert (root.get("width"), root.get("height")) == ("150mm", "60mm")
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "Planungskreislauf"
    assert root.findtext(f"{SVG}desc") == "Zwei Schritte, die ineinander übergehen"


def test_svg_escapes_what_the_strategy_writes() -> None:
    texts = [
        e.text for e in etree.fromstring(svg.encode(sample.DRAWING).encode()).iter(f"{SVG}text")
    ]
    assert texts == ["Bedarfsermittlung", "Daten & Berichte", "Schwerpunkte", "Ziele für < 5 Jahre"]


def test_later_shapes_lie_above_earlier_ones() -> None:
    drawing = Drawing(
        10, 10, (Box(0, 0, 5, 5), Label(1, 1, "Ziel"), Polyline(((0, 0), (5, 5)))), "Folge"
    )
    root = etree.fromstring(svg.encode(drawing).encode())
    tags = [etree.QName(child).localname for child in root]
    assert tags == ["title", "rect", "text", "path"]


def test_an_arrow_points_where_the_line_ends() -> None:
    drawing = Drawing(50, 10, (Polyline(((5, 5), (40, 5)), arrow=True),), "Pfeil")
    head = etree.fromstring(svg.encode(drawing).encode()).find(f"{SVG}polygon")
    assert head is not None
    assert head.get("points", "").split()[0] == "400,50"


def _size(data: bytes) -> tuple[int, int]:
    """Width and height stand in the first chunk of a PNG (ISO/IEC 15948, 11.2.2)."""
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])


def test_the_png_is_as_wide_as_asked() -> None:
    assert _size(png.encode(svg.encode(sample.DRAWING), 150, FONTS, dpi=100)) == (591, 237)


def test_the_png_shows_text_in_the_bundled_font() -> None:
    shapes = tuple(s for s in sample.DRAWING.shapes if not isinstance(s, Label))
    silent = replace(sample.DRAWING, shapes=shapes)
    with_text, without = (
        png.encode(svg.encode(drawing), 150, FONTS) for drawing in (sample.DRAWING, silent)
    )
    assert len(with_text) > 1.2 * len(without)


def test_a_missing_font_is_an_error_not_another_font(tmp_path: Path) -> None:
    with pytest.raises(GeneratorError, match=r"LiberationSans-Regular\.ttf"):
        png.encode(svg.encode(sample.DRAWING), 150, tmp_path)
