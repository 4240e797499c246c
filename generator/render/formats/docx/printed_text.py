"""Elements of a Word file to the text that each w:p in them prints, once all changes are accepted.

Results of page fields are left out, since they differ from one layout to the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct, field

from generator.render.formats.docx.xml import XmlElement, w

PAGE = re.compile(r"\s*(PAGE|NUMPAGES|PAGEREF)\b")
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
SKIPPED = {w(name) for name in ("pPr", "rPr", "del", "moveFrom")} | {
    f"{{{COMPATIBILITY}}}Fallback",  # what stands there stands in mc:Choice as well
}
SIGNS = {
    w("tab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}


def printed_texts(elements: Iterable[XmlElement]) -> list[str]:
    """In the order in which the paragraphs begin; a text box stands apart from its paragraph.

    White space alone prints nothing.
    """
    reader = _Reader()
    for element in elements:
        reader.walk(element)
    return [text for pieces in reader.paragraphs if (text := "".join(pieces)).strip()]


class _Reader(Struct):
    paragraphs: list[list[str]] = field(default_factory=list)
    inside: list[list[str]] = field(default_factory=list)
    """The paragraphs around the place where the walk is."""
    instructions: list[str] = field(default_factory=list)
    """Those of the fields around it."""

    def walk(self, element: XmlElement) -> None:
        if element.tag in SKIPPED or self._is_page(element):
            return
        if element.tag == w("p"):
            self.inside.append([])
            self.paragraphs.append(self.inside[-1])
        self._take(element)
        for child in element:
            self.walk(child)
        if element.tag == w("p"):
            self.inside.pop()

    def _is_page(self, element: XmlElement) -> bool:
        return element.tag == w("fldSimple") and bool(PAGE.match(element.get(w("instr"), "")))

    def _take(self, element: XmlElement) -> None:
        if element.tag == w("fldChar"):
            kind = element.get(w("fldCharType"))
            if kind == "begin":
                self.instructions.append("")
            elif kind == "end" and self.instructions:
                self.instructions.pop()
        elif element.tag == w("instrText") and self.instructions:
            self.instructions[-1] += element.text or ""
        elif self.inside and not any(PAGE.match(field) for field in self.instructions):
            text = element.text if element.tag == w("t") else SIGNS.get(str(element.tag))
            self.inside[-1].append(text or "")
