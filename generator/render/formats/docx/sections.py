"""The template's sections to those of the document: portrait, landscape, draft mark."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Literal

from lxml import etree
from msgspec import Struct, field

from generator.errors import GeneratorError
from generator.render.formats.docx.template_fields import placeholders
from generator.render.formats.docx.xml import R, XmlElement, twips, w

Orientation = Literal["portrait", "landscape"]
REFERENCES = (w("headerReference"), w("footerReference"))
ID = f"{{{R}}}id"
COPY = "Quer"
NARROW = {"top": 25.0, "right": 15.0, "bottom": 20.0, "left": 18.0}
"""Millimetres; header and footer stand inside."""


class Sections(Struct):
    """Writes section properties; ``base`` is the template's section of the contents."""

    base: XmlElement
    references: dict[tuple[str, str], str]
    """(tag, type) of a header or footer to its relationship id, with what is inherited."""
    written: int = 0
    landscape: bool = field(default=False)
    narrow: bool = False
    """Whether turned pages have the margins NARROW instead of those of the house."""

    def room(self, orientation: Orientation = "portrait") -> tuple[float, float]:
        """Width and height of the text area of a page in mm."""
        width, height, sides = self._measures()
        if orientation == "landscape":
            width, height = height, width
            sides |= self._narrow()
        across, down = sides["left"] + sides["right"], sides["top"] + sides["bottom"]
        return (width - across) * 25.4 / 1440, (height - down) * 25.4 / 1440

    def _measures(self) -> tuple[int, int, dict[str, int]]:
        size, margin = self.base.find(w("pgSz")), self.base.find(w("pgMar"))
        width = 11906 if size is None else int(size.get(w("w"), "11906"))
        height = 16838 if size is None else int(size.get(w("h"), "16838"))
        names = ("top", "right", "bottom", "left")
        sides = {n: 1418 if margin is None else int(margin.get(w(n), "1418")) for n in names}
        return width, height, sides

    def _narrow(self) -> dict[str, int]:
        return {side: twips(mm) for side, mm in NARROW.items()} if self.narrow else {}

    def element(self, orientation: Orientation) -> XmlElement:
        """The w:sectPr that ends a section of this orientation."""
        section = copy.deepcopy(self.base)
        for child in [child for child in section if child.tag in REFERENCES]:
            section.remove(child)
        for place, ((tag, kind), key) in enumerate(sorted(self.references.items(), reverse=True)):
            reference = etree.Element(tag)
            reference.set(w("type"), kind)
            reference.set(ID, COPY + key if orientation == "landscape" else key)
            section.insert(place, reference)
        if self.written:
            for tag in ("titlePg", "pgNumType"):
                for child in section.findall(w(tag)):
                    section.remove(child)
        if orientation == "landscape":
            self._turn(section)
            self.landscape = True
        self.written += 1
        return section

    def _turn(self, section: XmlElement) -> None:
        """Width and height change places; the margins keep theirs, so do header and footer.

        Narrow ones are the same for every house: a table side by side needs the width.
        """
        margin = section.find(w("pgMar"))
        if margin is not None:
            for side, room in self._narrow().items():
                margin.set(w(side), str(room))
        size = section.find(w("pgSz"))
        if size is not None:
            width, height, _ = self._measures()
            size.set(w("w"), str(height))
            size.set(w("h"), str(width))
            size.set(w("orient"), "landscape")


def effective_references(
    sections: list[XmlElement], until: XmlElement
) -> dict[tuple[str, str], str]:
    """Headers and footers of a section; what it does not name it has from those before."""
    result: dict[tuple[str, str], str] = {}
    for section in sections:
        for child in section:
            if child.tag in REFERENCES:
                result[child.tag, child.get(w("type"), "default")] = child.get(ID, "")
        if section is until:
            break
    return result


def shown(sections: list[XmlElement], section: XmlElement, even: bool) -> Iterator[list[str]]:
    """The keys of header and footer on each kind of page that a section has."""
    used = effective_references(sections, section)
    kinds = ["default"]
    kinds += ["first"] if section.find(w("titlePg")) is not None else []
    kinds += ["even"] if even else []
    for kind in kinds:
        yield [key for (_, of), key in used.items() if of == kind]


def check_draft_mark(
    sections: list[XmlElement], parts: Mapping[str, XmlElement], even: bool, template: str
) -> None:
    """GeneratorError unless each page of a draft will show {{ entwurf }}."""
    for section in sections:
        for keys in shown(sections, section, even):
            names = {
                name for key in keys for p in parts[key].iter(w("p")) for name in placeholders(p)
            }
            if "entwurf" not in names:
                raise GeneratorError(
                    f"Der Vorlage {template} fehlt in einer Kopf- oder Fußzeile "
                    "das Feld {{ entwurf }}; ein Entwurf muss auf jeder Seite als solcher "
                    "zu erkennen sein.",
                    "Das Feld in jede Kopfzeile schreiben, auch in die des Deckblatts.",
                )


def widened(part: XmlElement, stylesheet: XmlElement, factor: float) -> XmlElement:
    """A copy of a header or footer whose right and centre tabs fit a wider page."""
    wide = copy.deepcopy(part)
    styles = {style.get(w("styleId"), ""): style for style in stylesheet.iter(w("style"))}
    for paragraph in wide.iter(w("p")):
        properties = paragraph.find(w("pPr"))
        named = None if properties is None else properties.find(w("pStyle"))
        inherited = _style_tabs(styles, "" if named is None else named.get(w("val"), ""))
        own = None if properties is None else properties.find(w("tabs"))
        tabs = dict(inherited)
        for tab in () if own is None else own:
            tabs[tab.get(w("pos"), "")] = tab
        if properties is not None and tabs:
            _set_tabs(properties, own, inherited, tabs, factor)
    return wide


def _style_tabs(styles: Mapping[str, XmlElement], style_id: str) -> dict[str, XmlElement]:
    chain: list[XmlElement] = []
    while style_id in styles and len(chain) < 20:
        chain.append(styles[style_id])
        based = styles[style_id].find(w("basedOn"))
        style_id = "" if based is None else based.get(w("val"), "")
    result: dict[str, XmlElement] = {}
    for style in reversed(chain):
        for tab in style.iterfind(f"{w('pPr')}/{w('tabs')}/{w('tab')}"):
            result[tab.get(w("pos"), "")] = tab
    return {pos: tab for pos, tab in result.items() if tab.get(w("val")) != "clear"}


def _set_tabs(
    properties: XmlElement,
    own: XmlElement | None,
    inherited: Mapping[str, XmlElement],
    tabs: Mapping[str, XmlElement],
    factor: float,
) -> None:
    new = etree.Element(w("tabs"))
    for position, kind, leader in sorted(_new_tabs(inherited, tabs, factor)):
        tab = etree.SubElement(new, w("tab"))
        tab.set(w("val"), kind)
        if leader:
            tab.set(w("leader"), leader)
        tab.set(w("pos"), str(position))
    if own is not None:
        properties.replace(own, new)
        return
    before = [w(name) for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore")]
    before += [w(name) for name in ("framePr", "widowControl", "numPr", "suppressLineNumbers")]
    before += [w("pBdr"), w("shd")]
    place = sum(1 for child in properties if child.tag in before)
    properties.insert(place, new)


def _new_tabs(
    inherited: Mapping[str, XmlElement], tabs: Mapping[str, XmlElement], factor: float
) -> Iterator[tuple[int, str, str]]:
    new: dict[int, tuple[str, str]] = {int(pos): ("clear", "") for pos in inherited}
    for pos, tab in tabs.items():
        kind, leader = tab.get(w("val"), "left"), tab.get(w("leader"), "")
        if kind == "clear":
            continue
        moves = kind in ("right", "center", "end")
        new[round(int(pos) * factor) if moves else int(pos)] = (kind, leader)
    for position, (kind, leader) in new.items():
        yield position, kind, leader
