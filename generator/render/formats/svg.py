"""A drawing to SVG text: plain shapes that Word, LibreOffice and browsers draw alike."""

from __future__ import annotations

from math import atan2, cos, sin

from generator.render.drawing import Box, Drawing, DrawnShape, Label, Polyline

FONT = "Arial, 'Liberation Sans', sans-serif"
UNIT = 10
"""User units a millimetre: LibreOffice measures text in whole units of font size, and
sets a centred label off its centre where a unit is a millimetre."""

ARROW_LENGTH = 2.4
ARROW_WIDTH = 1.6


def encode(drawing: Drawing) -> str:
    """One SVG in millimetres with title and description; same drawing, same text."""
    size = f"{_number(drawing.width)} {_number(drawing.height)}"
    description = f"<desc>{_text(drawing.description)}</desc>" if drawing.description else ""
    shapes = "\n".join(_shape(shape) for shape in drawing.shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {size}"'
        f' width="{_plain(drawing.width)}mm" height="{_plain(drawing.height)}mm"'
        f' font-family="{FONT}">\n<title>{_text(drawing.title)}</title>{description}\n'
        f"{shapes}\n</svg>\n"
    )


def _shape(shape: DrawnShape) -> str:
    if isinstance(shape, Box):
        return _box(shape)
    return _line(shape) if isinstance(shape, Polyline) else _label(shape)


def _box(box: Box) -> str:
    corner = f' rx="{_number(box.radius)}"' if box.radius else ""
    attributes = (
        f'x="{_number(box.x)}" y="{_number(box.y)}" width="{_number(box.width)}"'
        f' height="{_number(box.height)}"{corner} fill="{box.fill}" stroke="{box.stroke}"'
        f' stroke-width="{_number(box.stroke_width)}"'
    )
    if not box.title:
        return f"<rect {attributes}/>"
    return f"<rect {attributes}><title>{_text(box.title)}</title></rect>"


def _line(line: Polyline) -> str:
    path = (
        f'<path d="{_path(line)}" fill="none" stroke="{line.stroke}"'
        f' stroke-width="{_number(line.stroke_width)}"/>'
    )
    return path + (_arrow(line) if line.arrow else "")


def _path(line: Polyline) -> str:
    """The way of the line; it ends inside the arrow head, whose tip is the last point."""
    points = list(line.points)
    if line.arrow:
        x, y = points[-1]
        angle = _direction(line)
        back = ARROW_LENGTH * 0.7
        points[-1] = (x - back * cos(angle), y - back * sin(angle))
    pairs = [f"{_number(x)} {_number(y)}" for x, y in points]
    if line.curved and len(pairs) == 3:
        return f"M{pairs[0]} Q{pairs[1]} {pairs[2]}"
    return "M" + " L".join(pairs)


def _direction(line: Polyline) -> float:
    (x1, y1), (x2, y2) = line.points[-2], line.points[-1]
    return atan2(y2 - y1, x2 - x1)


def _arrow(line: Polyline) -> str:
    """A triangle of its own: Word draws markers only in part."""
    x, y = line.points[-1]
    angle = _direction(line)
    base_x, base_y = x - ARROW_LENGTH * cos(angle), y - ARROW_LENGTH * sin(angle)
    side_x, side_y = -ARROW_WIDTH / 2 * sin(angle), ARROW_WIDTH / 2 * cos(angle)
    corners = ((x, y), (base_x + side_x, base_y + side_y), (base_x - side_x, base_y - side_y))
    points = " ".join(f"{_number(px)},{_number(py)}" for px, py in corners)
    return f'<polygon points="{points}" fill="{line.stroke}"/>'


def _label(label: Label) -> str:
    weight = ' font-weight="bold"' if label.bold else ""
    anchor = f' text-anchor="{label.anchor}"' if label.anchor != "start" else ""
    return (
        f'<text x="{_number(label.x)}" y="{_number(label.y)}" font-size="{_number(label.size)}"'
        f'{weight}{anchor} fill="{label.fill}">{_text(label.text)}</text>'
    )


def _number(millimetres: float) -> str:
    """A length in user units."""
    return _plain(millimetres * UNIT)


def _plain(value: float) -> str:
    """At most two decimals, no trailing zeros, so that no machine rounds differently."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _text(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
