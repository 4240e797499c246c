"""A template's main part to the frame around the contents: what stands before and behind, sections."""

from __future__ import annotations

from lxml import etree

from generator.errors import GeneratorError
from generator.render.formats.docx import sections, template_fields
from generator.render.formats.docx.house_package import REMEDY
from generator.render.formats.docx.template import Template
from generator.render.formats.docx.xml import XmlElement, w

SLOT = "{{ inhalt }}"
BEFORE_LINES = (
    "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar",
    "paperSrc", "pgBorders",
)  # fmt: skip
"""What stands before the numbering of lines in a section (CT_SectPr of ECMA-376)."""
BEFORE_SUPPRESSED = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
)  # fmt: skip
"""What stands before it in a paragraph (CT_PPrBase)."""


class Frame:
    """The template's main part, cut where the contents go."""

    def __init__(
        self, root: XmlElement, slot: XmlElement, base: XmlElement, house: Template
    ) -> None:
        body = slot.getparent()
        assert body is not None
        self.root, self.slot, self.body = root, slot, body
        every = list(body.iter(w("sectPr")))
        self.sections = sections.Sections(base, sections.effective_references(every, base))
        self.targets = house.package.targets[house.package.main]
        self.parts = {
            key: self._part(key, house)
            for section in every
            for key in sections.effective_references(every, section).values()
        }
        self.every = every

    def _part(self, key: str, house: Template) -> XmlElement:
        """A header or footer."""
        part = house.package.trees.get(self.targets.get(key, ""))
        if part is None:
            raise GeneratorError(
                f"Die Vorlage {house.name} nennt eine Kopf- oder Fußzeile ({key}), die sie nicht hat.",
                REMEDY,
            )
        return part

    def number_lines(self) -> None:
        """Let Word number every line of the contents in the margin, without beginning anew."""
        base = self.sections.base
        before = {w(name) for name in BEFORE_LINES}
        place = sum(1 for child in base if child.tag in before)
        for former in base.findall(w("lnNumType")):
            base.remove(former)
        numbers = etree.Element(w("lnNumType"))
        numbers.set(w("countBy"), "1")
        numbers.set(w("restart"), "continuous")
        base.insert(place, numbers)
        for part in self.parts.values():
            for paragraph in part.iter(w("p")):
                _without_number(paragraph)

    def without_cover(self) -> None:
        """Only the slot and what follows it."""
        for element in list(self.slot.itersiblings(preceding=True)):
            self.body.remove(element)


def _without_number(paragraph: XmlElement) -> None:
    """Word does not number lines of headers and footers, LibreOffice does unless told."""
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    if properties.find(w("suppressLineNumbers")) is None:
        before = {w(name) for name in BEFORE_SUPPRESSED}
        place = sum(1 for child in properties if child.tag in before)
        properties.insert(place, etree.Element(w("suppressLineNumbers")))


def frame_of(house: Template) -> Frame:
    """GeneratorError where the template has no place for the contents."""
    root = house.package.trees[house.package.main]
    for paragraph in root.iterfind(f"{w('body')}/{w('p')}"):
        if "inhalt" in template_fields.placeholders(paragraph):
            _move_section_behind(paragraph)
            return Frame(root, paragraph, _section_of(paragraph), house)
    raise GeneratorError(
        f"Der Vorlage {house.name} fehlt das Feld {SLOT}, an dem der Inhalt beginnt.",
        "Das Feld nach dem Deckblatt allein in einen Absatz schreiben.",
    )


def _move_section_behind(paragraph: XmlElement) -> None:
    """The paragraph of the slot goes; a section that ends in it gets one of its own."""
    section = paragraph.find(f"{w('pPr')}/{w('sectPr')}")
    if section is not None:
        holder = etree.Element(w("p"))
        etree.SubElement(holder, w("pPr")).append(section)
        paragraph.addnext(holder)


def _section_of(paragraph: XmlElement) -> XmlElement:
    """The section properties that hold for a paragraph: the next ones."""
    element: XmlElement | None = paragraph
    while element is not None:
        if element.tag == w("sectPr"):
            return element
        inside = element.find(f"{w('pPr')}/{w('sectPr')}")
        if inside is not None:
            return inside
        element = element.getnext()
    body = paragraph.getparent()
    assert body is not None
    return etree.SubElement(body, w("sectPr"))
