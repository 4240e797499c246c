"""A Word file with tracked changes to what stays of it when all are accepted or rejected.

An independent judge: it reads the XML of the file and knows nothing of the writer. It does
what ECMA-376 part 1, 17.13.5 says of w:ins and w:del around runs, in a row's properties
and on the mark that ends a paragraph: a paragraph without its end joins the next one,
which gives the look.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from typing import Literal

from lxml import etree
from msgspec import Struct

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
TARGET = re.compile(r"^\s*(REF|PAGEREF)\s+(\S+)(.*)$", re.DOTALL)

Line = tuple[object, ...]
Element = etree._Element


def w(name: str) -> str:
    return f"{{{W}}}{name}"


class Settled(Struct):
    """``lines`` tell paragraphs, tables, rows and cells in order; ``dangling`` what leads nowhere."""

    lines: list[Line]
    dangling: list[str]
    twice: list[str]


def settle(docx: bytes, how: Literal["accept", "reject"]) -> Settled:
    """The main text and its footnotes after accepting or rejecting everything."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        main = etree.fromstring(archive.read("word/document.xml"))
        notes = etree.fromstring(archive.read("word/footnotes.xml"))
        rels = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
        digests = {
            entry.get("Id"): sha256(archive.read("word/" + entry.get("Target"))).hexdigest()
            for entry in rels
            if str(entry.get("Target")).startswith("media/")
        }
    for root in (main, notes):
        _drop(root, "del" if how == "accept" else "ins")
    return _Reader(main, notes, digests).read()


def _drop(root: Element, drop: str) -> None:
    for row in list(root.iter(w("tr"))):
        if row.find(f"{w('trPr')}/{w(drop)}") is not None:
            row.getparent().remove(row)
    for table in list(root.iter(w("tbl"))):
        if table.find(w("tr")) is None:
            table.getparent().remove(table)
    for element in list(root.iter(w("ins"), w("del"))):
        parent = element.getparent()
        if parent is None or parent.tag in (w("rPr"), w("trPr")):
            continue
        if element.tag == w(drop):
            parent.remove(element)
        else:
            for text in element.iter(w("delText"), w("delInstrText")):
                text.tag = text.tag.replace("delText", "t").replace("delInstrText", "instrText")
            for child in list(element):
                element.addprevious(child)
            parent.remove(element)
    for change in list(root.iter(w("pPrChange"))):
        _look_again(change, drop)
    for link in list(root.iter(w("hyperlink"))):
        if len(link) == 0:
            link.getparent().remove(link)
    for paragraph in list(root.iter(w("p"))):
        if paragraph.find(f"{w('pPr')}/{w('rPr')}/{w(drop)}") is not None:
            _join(paragraph)


def _look_again(change: Element, drop: str) -> None:
    """A tracked look of a paragraph (17.13.5.29): kept, or replaced by the one before."""
    properties, before = change.getparent(), change[0]
    properties.remove(change)
    if drop == "ins":
        kept = [child for child in properties if child.tag in (w("rPr"), w("sectPr"))]
        properties[:] = [*before, *kept]


def _join(paragraph: Element) -> None:
    """A paragraph without its end: what is left of it stands in front of the next one's text."""
    content = [child for child in paragraph if child.tag != w("pPr")]
    following = paragraph.getnext()
    if not any(child.tag in (w("r"), w("hyperlink")) for child in content):
        content = []  # a bookmark around nothing goes with what it was around
    if following is None or following.tag != w("p"):
        assert not content, "text without a paragraph to stand in"
        assert following is not None, "the last paragraph of a cell or of the text cannot go"
    elif content:
        at = 1 if following.find(w("pPr")) is not None else 0
        for place, child in enumerate(content):
            following.insert(at + place, child)
    paragraph.getparent().remove(paragraph)


class _Reader:
    def __init__(self, main: Element, notes: Element, digests: dict[str | None, str]) -> None:
        self.main, self.digests = main, digests
        self.notes = {note.get(w("id")): note for note in notes}
        self.numbers: dict[str, int] = {}
        self.homes: dict[str, int] = {}
        self.twice: list[str] = []
        self.dangling: list[str] = []
        place, row = 0, None
        for paragraph in self._outside_contents():
            above = next(paragraph.iterancestors(w("tr")), None)
            place += above is None or above is not row
            row = above
            for start in paragraph.iter(w("bookmarkStart")):
                name = start.get(w("name"), "")
                self.twice += [name] if name in self.homes else []
                self.homes[name] = place

    def read(self) -> Settled:
        body = self.main.find(w("body"))
        assert body is not None
        lines = list(self._blocks(body))
        for element in self.main.iter(w("sdt")):
            for link in element.iter(w("hyperlink")):
                self._place(link.get(w("anchor"), ""))
            for instruction in element.iter(w("instrText")):
                match = TARGET.match(instruction.text or "")
                if match:
                    self._place(match[2])
        return Settled(lines, self.dangling, self.twice)

    def _outside_contents(self) -> Iterator[Element]:
        inside = {p for sdt in self.main.iter(w("sdt")) for p in sdt.iter(w("p"))}
        return (p for p in self.main.iter(w("p")) if p not in inside)

    def _place(self, bookmark: str) -> int | None:
        """Which paragraph or row a reference leads to, however the bookmark is called."""
        if bookmark not in self.homes:
            self.dangling.append(bookmark)
        return self.homes.get(bookmark)

    def _blocks(self, holder: Element) -> Iterator[Line]:
        for element in holder:
            if element.tag == w("p"):
                yield self._paragraph(element)
            elif element.tag == w("tbl"):
                yield "table", tuple(c.get(w("w")) for c in element.iter(w("gridCol")))
                for row in element.iterfind(w("tr")):
                    yield "row", row.find(f"{w('trPr')}/{w('tblHeader')}") is not None
                    for cell in row.iterfind(w("tc")):
                        yield "cell", etree.tostring(cell.find(w("tcPr")), method="c14n")
                        yield from self._blocks(cell)
                yield ("end of table",)

    def _paragraph(self, paragraph: Element) -> Line:
        properties = paragraph.find(w("pPr"))
        style, level, number, page = None, None, None, False
        if properties is not None:
            style = _val(properties, "pStyle")
            level = _val(properties, "numPr/ilvl")
            number = _val(properties, "numPr/numId")
            page = properties.find(w("pageBreakBefore")) is not None
        if number not in (None, "0"):  # which list it is, not how the file calls it
            number = str(self.numbers.setdefault(number, len(self.numbers) + 1))
        return "paragraph", style, level, number, page, tuple(self._joined(paragraph))

    def _joined(self, holder: Element) -> Iterator[tuple[object, str]]:
        """(look, text) of the text, neighbours of one look as one."""
        look, text = None, ""
        for new_look, piece in self._pieces(holder):
            if new_look != look and text:
                yield look, text
                text = ""
            look, text = new_look, text + piece
        if text:
            yield look, text

    def _pieces(self, holder: Element, link: object = None) -> Iterator[tuple[object, str]]:
        depth, instruction = 0, ""
        for element in holder:
            if element.tag == w("hyperlink"):
                anchor = element.get(w("anchor"))
                leads = self._place(anchor) if anchor else "outside"
                yield from self._pieces(element, ("link", leads))
            if element.tag != w("r"):
                continue
            for part in element:
                if part.tag == w("fldChar"):
                    kind = part.get(w("fldCharType"))
                    depth += {"begin": 1, "end": -1}.get(str(kind), 0)
                    instruction = "" if kind == "begin" else instruction
                    if kind == "end":
                        yield link, self._field(instruction)
                elif part.tag == w("instrText"):
                    instruction += part.text or ""
                elif not depth:
                    yield (link, _look(element)), self._part(part)

    def _field(self, instruction: str) -> str:
        """A field by what it computes; its cached result is masked."""
        match = TARGET.match(instruction)
        if match is None:
            return f"⟦{instruction.strip()}⟧"
        return f"⟦{match[1]} {self._place(match[2])} {match[3].strip()}⟧"

    def _part(self, part: Element) -> str:
        assert part.tag != w("delText"), "deleted text outside of a deletion"
        if part.tag == w("t"):
            return part.text or ""
        if part.tag == w("footnoteReference"):
            note = self.notes[part.get(w("id"))]
            inside = [self._paragraph(p) for p in note.iter(w("p"))]
            return f"⟨{inside}⟩"
        if part.tag == w("drawing"):
            name = next(part.iter(f"{{{DRAWING}}}docPr")).get("descr")
            embedded = [e.get(f"{{{R}}}embed") for e in part.iter() if e.get(f"{{{R}}}embed")]
            return f"⟨{name} {[self.digests[key] for key in embedded]}⟩"
        if part.tag in (w("rPr"), w("commentReference")):  # a remark stands beside the text
            return ""
        return f"⟨{etree.QName(part).localname}⟩"


def _val(properties: Element, path: str) -> str | None:
    found = properties.find("/".join(w(name) for name in path.split("/")))
    return None if found is None else found.get(w("val"))


def _look(run: Element) -> object:
    properties = run.find(w("rPr"))
    if properties is None:
        return ()
    return tuple((e.tag, e.get(w("val"))) for e in properties if e.tag not in (w("ins"), w("del")))
