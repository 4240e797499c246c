"""Words of a Word file to the same words put in or taken out, with tracking or without."""

from __future__ import annotations

from lxml import etree
from msgspec import Struct

from tools.reviewer import Element, w

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def above(element: Element) -> Element:
    """What holds an element that is in the file."""
    parent = element.getparent()
    assert parent is not None
    return parent


class Tracker(Struct, frozen=True):
    """Writes changes as those of one person; without a name they are typed without tracking."""

    name: str
    date: str

    def run(self, text: str) -> Element:
        """A run of plain text."""
        run = etree.Element(w("r"))
        words = etree.SubElement(run, w("t"))
        words.text = text
        words.set(SPACE, "preserve")
        return run

    def stamp(self, kind: str) -> Element:
        """The mark of a change."""
        mark = etree.Element(w(kind))
        mark.set(w("id"), "77")
        mark.set(w("author"), self.name)
        mark.set(w("date"), self.date)
        return mark

    def marked(self, kind: str, run: Element) -> Element:
        """A run as one that was put in."""
        if not self.name:
            return run
        mark = self.stamp(kind)
        if run.getparent() is not None:
            above(run).remove(run)
        mark.append(run)
        return mark

    def take_run(self, child: Element) -> None:
        """A run gone; a link keeps its frame, as Word leaves it."""
        if not self.name:
            above(child).remove(child)
            return
        for run in [child] if child.tag == w("r") else list(child.iter(w("r"))):
            if above(run).tag != w("del"):
                self.delete(run)

    def delete(self, run: Element, kind: str = "del") -> None:
        """A run as one that was taken out."""
        mark = self.stamp(kind)
        run.addprevious(mark)
        mark.append(run)
        for text in run.findall(w("t")) if kind == "del" else ():
            text.tag = w("delText")

    def gone(self, place: Element, kind: str = "del") -> None:
        """A whole paragraph taken out, its end with it."""
        if not self.name:
            above(place).remove(place)
            return
        for run in list(place.iter(w("r"))):
            if above(run).tag != w("del"):  # of an Änderungsfassung: gone already
                self.delete(run, kind)
        self.mark_end(place, kind)

    def mark_end(self, place: Element, kind: str) -> None:
        """The end of a paragraph put in or taken out."""
        if not self.name:
            return
        properties = place.find(w("pPr"))
        if properties is None:
            properties = etree.Element(w("pPr"))
            place.insert(0, properties)
        look = properties.find(w("rPr"))
        if look is None:
            look = etree.SubElement(properties, w("rPr"))
        if kind in ("ins", "moveTo"):  # the end is hers, whoever put in the paragraph itself
            for mark in look.findall(w("ins")):
                look.remove(mark)
        look.insert(
            0 if kind in ("ins", "moveTo") else len(look.findall(w("ins"))), self.stamp(kind)
        )

    def mark_row(self, row: Element, kind: str) -> None:
        """A row put in or taken out."""
        if not self.name:
            return
        properties = row.find(w("trPr"))
        if properties is None:
            properties = etree.Element(w("trPr"))
            row.insert(0, properties)
        properties.append(self.stamp(kind))


def settled(copy: Element) -> Element:
    """A copy of what stood in the file with the changes of others in force, as Word pastes it."""
    for mark in [*copy.iter(w("del"), w("moveFrom"))]:
        above(mark).remove(mark)
    for mark in [*copy.iter(w("ins"), w("moveTo"))]:
        for inner in list(mark):
            mark.addprevious(inner)
        above(mark).remove(mark)
    return copy


def is_settled(place: Element) -> bool:
    """Whether nobody has taken out the end of a paragraph, or a row."""
    return not any(place.iterfind(f"{w('pPr')}/{w('rPr')}/{w('del')}")) and not any(
        place.iterfind(f"{w('trPr')}/{w('del')}")
    )
