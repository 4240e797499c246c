"""A Word file to the text of each w:p, read anew from its XML, to judge what the writer says it printed."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from tests.render.formats.docx_checks import w

Element = etree._Element
Line = tuple[str, int | None]
"""Text of a paragraph, or of a footnote with its number."""
UNSEEN = "ancestor::w:pPr or ancestor::w:rPr or ancestor::w:del or ancestor::w:moveFrom"
PRINTING = f"""
    .//w:t[not({UNSEEN})] | .//w:tab[not({UNSEEN})] | .//w:br[not({UNSEEN})]
    | .//w:cr[not({UNSEEN})] | .//w:noBreakHyphen[not({UNSEEN})] | .//w:softHyphen[not({UNSEEN})]
    | .//w:footnoteReference[not({UNSEEN})]
"""
PAGE = re.compile(r"\s*(PAGE|PAGEREF|NUMPAGES)\b")
MARKUP = "http://schemas.openxmlformats.org/markup-compatibility/2006"
NAMES = {"w": w("")[1:-1], "mc": MARKUP}
AS_TEXT = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


def parts(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def story(docx: bytes) -> list[Line]:
    """Everything the main text prints once all changes are accepted, but for page numbers."""
    files = parts(docx)
    body = etree.fromstring(files["word/document.xml"])
    notes = {n.get(w("id")): n for n in etree.fromstring(files["word/footnotes.xml"])}
    for element in (*body.iter(f"{{{MARKUP}}}Fallback"), *_page_numbers(body)):
        element.getparent().remove(element)
    return [line for line in _lines(body, notes) if line[0].strip()]


def _page_numbers(body: Element) -> list[Element]:
    """The runs between the separator and the end of a field that counts pages."""
    found: list[Element] = []
    fields: list[tuple[str, bool]] = []
    for element in body.iter(w("fldChar"), w("instrText"), w("t")):
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            fields.append(("", False))
        elif kind == "separate":
            fields[-1] = (fields[-1][0], True)
        elif kind == "end":
            fields.pop()
        elif element.tag == w("instrText"):
            fields[-1] = (f"{fields[-1][0]}{element.text}", False)
        elif any(done and PAGE.match(instruction) for instruction, done in fields):
            found.append(element)
    simple = body.iter(w("fldSimple"))
    return found + [field for field in simple if PAGE.match(field.get(w("instr"), ""))]


def _lines(body: Element, notes: dict[str | None, Element]) -> Iterator[Line]:
    for paragraph in body.iter(w("p")):
        text, referred = _text(paragraph)
        yield text, None
        for number in referred:
            yield "".join(_text(p)[0] for p in notes[number].iter(w("p"))), int(number)


def _text(paragraph: Element) -> tuple[str, list[str]]:
    """Without what stands in a text box that hangs on the paragraph."""
    text, referred = "", []
    for element in paragraph.xpath(PRINTING, namespaces=NAMES):
        if next(element.iterancestors(w("p"))) is not paragraph:
            continue
        name = etree.QName(element).localname
        if name == "footnoteReference":
            referred.append(str(element.get(w("id"))))
        else:
            text += AS_TEXT.get(name, element.text or "")
    return text, referred
