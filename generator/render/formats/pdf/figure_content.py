"""The pictures of a PDF: each element of one has what it paints."""

from __future__ import annotations

from typing import Any

from pypdf.generic import NumberObject

from generator.render.formats.pdf.repeated_rows import Pages
from generator.render.formats.pdf.tag_tree import TagElement, TagTree, attributes, kids

NEAR = 2.0
"""Points by which a picture and the box that its element gives may differ."""


def own_pictures(tree: TagTree, pages: Pages) -> None:
    """Let each Figure have what it paints: LibreOffice marks the picture as an artifact."""
    for figure in list(tree.elements("Figure")):
        box, place = _box(figure), figure.raw_get("/Pg") if "/Pg" in figure else None
        content = pages.get(getattr(place, "idnum", 0))
        if kids(figure) or box is None or content is None:
            continue
        for sequence in content.sequences():
            if sequence.number is None and _clips(content.inside(sequence), box):
                number = tree.own(content.page, figure)
                content.retag(sequence, "Figure", number)
                tree.fill(figure, [NumberObject(number)])
                break


def _box(element: TagElement) -> list[float] | None:
    """The rectangle of a Figure: left, bottom, right, top in points."""
    for one in attributes(element):
        if "/BBox" in one:
            sides: Any = one["/BBox"]
            return [float(side) for side in sides]
    return None


def _clips(operations: list[Any], box: list[float]) -> bool:
    for operands, operator in operations:
        if operator == b"re":
            left, bottom, wide, high = map(float, operands)
            sides = (left, bottom, left + wide, bottom + high)
            if all(abs(one - other) < NEAR for one, other in zip(sides, box, strict=True)):
                return True
    return False
