"""The styles of a Word file to what a paragraph is to its reader: a heading, an item of a list.

Styles are known by what they say and by name, never by ID: programs number those anew.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.receive.markup import attribute
from generator.receive.story import Look
from generator.render.formats.docx.xml import XmlElement, w

_HEADING = re.compile(r"(?:heading|überschrift|titre)\s*[1-9]", re.IGNORECASE)
_ITEM = re.compile(r"(?:list|liste|aufzählung)\b", re.IGNORECASE)
_STYLE, _LEVEL, _NUMBERED = w("pStyle"), w("outlineLvl"), f"{w('numPr')}/{w('numId')}"
_BODY = "9"
"""The outline level of running text (ECMA-376 part 1, 17.3.1.20)."""


@dataclass(frozen=True)
class Looks:
    """What each style makes of a paragraph, by its ID in this file."""

    styles: Mapping[str, Look] = field(default_factory=dict)

    def of(self, paragraph: XmlElement) -> Look:
        """What a w:p is; its own properties count more than its style."""
        properties = paragraph.find(w("pPr"))
        if properties is None:
            return ""
        style = properties.find(_STYLE)
        of_style = "" if style is None else self.styles.get(attribute(style, "val"), "")
        own = _own(properties)
        return of_style if own is None or of_style == "heading" else own


def looks_of(root: XmlElement | None) -> Looks:
    """The looks that the part with the styles gives."""
    found = {} if root is None else {attribute(s, "styleId"): s for s in root.iterfind(w("style"))}
    return Looks({name: _look(name, found, 12) for name in found})


def _look(name: str, styles: Mapping[str, XmlElement], steps: int) -> Look:
    """What a style is: what it says itself, else what the one says that it is based on."""
    style = styles.get(name)
    if style is None or not steps:
        return ""
    called = style.find(w("name"))
    title = "" if called is None else attribute(called, "val")
    if _HEADING.match(title):
        return "heading"
    properties = style.find(w("pPr"))
    own = None if properties is None else _own(properties)
    if own is not None:
        return own
    if _ITEM.match(title):
        return "item"
    based = style.find(w("basedOn"))
    return "" if based is None else _look(attribute(based, "val"), styles, steps - 1)


def _own(properties: XmlElement) -> Look | None:
    """What the properties themselves say; None where that is nothing."""
    level, number = properties.find(_LEVEL), properties.find(_NUMBERED)
    if level is not None and attribute(level, "val", _BODY) != _BODY:
        return "heading"
    if number is None:
        return None
    return "item" if attribute(number, "val", "0") != "0" else ""
