"""An Änderungsfassung to the changes that Word shows in it, and a strategy edited as plain data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import takewhile
from typing import Any

from lxml import etree

from generator.model.strategy import Strategy
from generator.render.formats.docx import encode
from tests.render.documents.settled import w
from tests.render.documents.test_redline import AUTHOR, redline
from tests.render.formats.docx_checks import stories
from tests.render.formats.margin import margin
from tests.render.formats.test_docx_valid import TEMPLATE

Data = dict[str, Any]
Mark = tuple[str, str, str]
"""ins or del, what the author or a remark says besides the name, text."""


HEADINGS = ("berschrift", "Zwischenberschrift", "Zielberschrift")
LABEL = "ZielberschriftKennung"
"""The style of the paragraph that names a goal that is a heading."""


def body(old: Strategy, new: Strategy) -> etree._Element:
    """The text; what a remark at the margin says stands in ``told`` of the sign that refers to it."""
    file = encode(redline(old, new), TEMPLATE, raster=False)
    text = stories(file)["word/document.xml"]
    said = margin(file)
    for sign in text.iter(w("commentReference")):
        sign.set("told", said[str(sign.get(w("id")))][1])
    return text


def remark(element: etree._Element) -> str:
    """What is said at the margin of an element, "" where nothing is."""
    return "\n".join(str(sign.get("told")) for sign in element.iter(w("commentReference")))


def moved(element: etree._Element) -> str:
    """The way of what moved, as its remark begins."""
    said = remark(element).split("\n")[0].removesuffix(".")
    return said[:1].lower() + said[1:]


def text_of(element: etree._Element) -> str:
    return "".join(t.text or "" for t in element.iter(w("t"), w("delText")))


def mark_of(element: etree._Element, text: str) -> Mark:
    author = str(element.get(w("author")))
    return etree.QName(element).localname, author.removeprefix(AUTHOR).strip(" ()"), text


def marks(text: etree._Element) -> list[Mark]:
    """Every marked run but the signs of remarks."""
    found = [m for m in text.iter(w("ins"), w("del")) if len(m)]
    return [mark_of(m, text_of(m)) for m in found if m.find(f".//{w('commentReference')}") is None]


def rows(text: etree._Element) -> Iterator[Mark]:
    """Every row, or heading, of an element that goes or comes, with the ID that its edition prints.

    A row that comes may show beside it the one that another edition printed: in neither it stands.
    """
    for row in text.iter(w("tr"), w("p")):
        if row.tag == w("p"):
            for mark in _ends(row) if _style(row) == LABEL else ():
                yield etree.QName(mark).localname, _way(row, mark), text_of(row).split()[-1]
            continue
        cells = row.findall(w("tc"))
        for mark in row.iterfind(f"{w('trPr')}/*"):
            if mark.tag in (w("ins"), w("del")) and len(cells) == 3:
                line = cells[1].findall(w("p"))[-1]
                own = line.iter(w("t") if mark.tag == w("ins") else w("delText"))
                words = "".join(t.text or "" for t in own)
                yield etree.QName(mark).localname, moved(row), words


def _way(label: etree._Element, mark: etree._Element) -> str:
    """The way of a goal that is a heading: its remark stands at the wording below its label."""
    below = label.getnext()
    assert below is not None
    assert _style(below).startswith(HEADINGS)
    assert [end.tag for end in _ends(below)] == [mark.tag], "label and wording go together"
    assert remark(label) in ("", remark(below)), "one goal, one way"
    return moved(below)


def headings(text: etree._Element) -> Iterator[Mark]:
    """Every heading that goes or comes as a whole."""
    for paragraph in text.iter(w("p")):
        if _style(paragraph).startswith(HEADINGS) and _style(paragraph) != LABEL:
            for mark in _ends(paragraph):
                yield etree.QName(mark).localname, moved(paragraph), text_of(paragraph)


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if style is None else str(style.get(w("val")))


def _ends(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The marks of the end of a paragraph."""
    for mark in paragraph.iterfind(f"{w('pPr')}/{w('rPr')}/*"):
        if mark.tag in (w("ins"), w("del")):
            yield mark


def listed(text: etree._Element) -> list[str]:
    """What has moved, as the document says in front."""
    lines = [text_of(paragraph) for paragraph in text.iter(w("p"))]
    begin = next(at for at, line in enumerate(lines) if line.endswith("Verschoben sind:")) + 1
    return list(takewhile(lambda line: line.endswith(")"), lines[begin:]))


def changed(strategy: Strategy, edit: Callable[[Data], object]) -> Strategy:
    """The strategy, after ``edit`` changed its data in place."""
    data = strategy.model_dump()
    for holder in (data["ziele"]["uebergreifend"], *data["ziele"]["handlungsfelder"]):
        _editable(holder)
    edit(data)
    return Strategy.model_validate(data)


def _editable(holder: Data) -> None:
    holder["kinder"] = list(holder["kinder"])
    for child in holder["kinder"]:
        _editable(child)
