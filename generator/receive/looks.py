"""The styles of a Word file to what a paragraph is to its reader: a heading, an item of a list.

Styles are known by what they say and by name, never by ID: programs number those anew.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct, field

from generator.receive.markup import attribute
from generator.receive.story import Look
from generator.render.formats.docx.xml import XmlElement, w

_HEADING = re.compile(r"(?:heading|überschrift|titre)\s*[1-9]", re.IGNORECASE)
_ITEM = re.compile(r"(?:list|liste|aufzählung)\b", re.IGNORECASE)
_STYLE, _LEVEL, _NUMBERED = w("pStyle"), w("outlineLvl"), f"{w('numPr')}/{w('numId')}"
_DEPTH = f"{w('numPr')}/{w('ilvl')}"
_NUMBER = re.compile(r"[1-9]")
_BODY = "9"
"""The outline level of running text (ECMA-376 part 1, 17.3.1.20)."""


class Looks(Struct, frozen=True):
    """What each style makes of a paragraph, by its ID in this file."""

    styles: Mapping[str, Look] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    levels: Mapping[str, int] = field(default_factory=dict)

    def of(self, paragraph: XmlElement) -> Look:
        """What a w:p is; its own properties count more than its style."""
        properties = paragraph.find(w("pPr"))
        if properties is None:
            return ""
        style = properties.find(_STYLE)
        of_style = "" if style is None else self.styles.get(attribute(style, "val"), "")
        own = _own(properties)
        return of_style if own is None or of_style == "heading" else own

    def name(self, paragraph: XmlElement) -> str:
        """The name of its style, "" where it has none of its own."""
        return self.names.get(_style_of(paragraph), "")

    def level(self, paragraph: XmlElement) -> int:
        """The level of a heading or the depth of an item, from 1; 0 of other paragraphs."""
        properties = paragraph.find(w("pPr"))
        of_style = self.levels.get(_style_of(paragraph), 0)
        if properties is None:
            return of_style
        depth = 0 if self.of(paragraph) == "heading" else _depth(properties)
        return _outline(properties) or depth or of_style


def looks_of(root: XmlElement | None) -> Looks:
    """The looks that the part with the styles gives."""
    found = {} if root is None else {attribute(s, "styleId"): s for s in root.iterfind(w("style"))}
    return Looks(
        {name: _look(name, found, 12) for name in found},
        {name: _title(style) for name, style in found.items()},
        {name: _style_level(name, found, 12) for name in found},
    )


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


def _style_of(paragraph: XmlElement) -> str:
    style = paragraph.find(f"{w('pPr')}/{_STYLE}")
    return "" if style is None else attribute(style, "val")


def _title(style: XmlElement) -> str:
    called = style.find(w("name"))
    return "" if called is None else attribute(called, "val")


def _style_level(name: str, styles: Mapping[str, XmlElement], steps: int) -> int:
    """What a style says of the level, else its name, else the style that it is based on."""
    style = styles.get(name)
    if style is None or not steps:
        return 0
    properties = style.find(w("pPr"))
    outline = 0 if properties is None else _outline(properties)
    named = _NUMBER.search(_title(style)) if _HEADING.match(_title(style)) else None
    depth = 0 if properties is None else _depth(properties)
    based = style.find(w("basedOn"))
    own = outline or (int(named[0]) if named else depth)
    if own or based is None:
        return own
    return _style_level(attribute(based, "val"), styles, steps - 1)


def _outline(properties: XmlElement) -> int:
    """The outline level that properties themselves give, from 1; 0 where they say none."""
    level = properties.find(_LEVEL)
    value = _BODY if level is None else attribute(level, "val", _BODY)
    return int(value) + 1 if value.isdigit() and value != _BODY else 0


def _depth(properties: XmlElement) -> int:
    """How deep an item stands in its list, from 1; 0 of what is none."""
    depth = properties.find(_DEPTH)
    value = "" if depth is None else attribute(depth, "val")
    return int(value) + 1 if value.isdigit() and properties.find(_NUMBERED) is not None else 0


def _own(properties: XmlElement) -> Look | None:
    """What the properties themselves say; None where that is nothing."""
    level, number = properties.find(_LEVEL), properties.find(_NUMBERED)
    if level is not None and attribute(level, "val", _BODY) != _BODY:
        return "heading"
    if number is None:
        return None
    return "item" if attribute(number, "val", "0") != "0" else ""
