"""Complex fields of Word, which begin, go on and end in runs of their own: what of them is text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import Struct, field

from generator.receive.markup import attribute
from generator.render.formats.docx.xml import XmlElement

PAGES = frozenset({"PAGE", "PAGEREF", "NUMPAGES", "SECTIONPAGES"})
"""Fields whose result is a page number: it differs from machine to machine and is no text."""

COMPUTED = frozenset(
    {"REF", "SEQ", "STYLEREF", "NOTEREF", "FTNREF", "LISTNUM", "AUTONUM", "SECTION", "="}
    | {"DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "EDITTIME", "REVNUM"}
    | {"AUTHOR", "LASTSAVEDBY", "TITLE", "SUBJECT", "DOCPROPERTY", "FILENAME", "FILESIZE"}
    | {"NUMWORDS", "NUMCHARS"}
)
"""Fields whose result is text that programs set anew by themselves (ECMA-376, part 1, 17.16.5)."""

_NUMBER = re.compile(r"\s*(?:\d+|[ivxlcdm]+)?\s*", re.IGNORECASE)


class _Field(Struct):
    instruction: str = ""
    shown: bool = False
    """Whether its result has begun; before that stands the instruction."""

    @property
    def kind(self) -> str:
        return (self.instruction.split() or [""])[0].upper()


class Fields(Struct):
    """The fields open at a place; they may go on over many paragraphs."""

    _open: list[_Field] = field(default_factory=list)
    paged: bool = False
    """Whether a page was referred to so far."""

    def mark(self, element: XmlElement) -> None:
        """A w:fldChar."""
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._open.append(_Field())
        elif self._open and kind == "separate":
            self._open[-1].shown = True
            self.paged = self.paged or self._open[-1].kind == "PAGEREF"
        elif self._open and kind == "end":
            self._open.pop()

    @contextmanager
    def inside(self, instruction: str) -> Iterator[None]:
        """A w:fldSimple, which is there as a whole; what never ended inside of it ends with it."""
        depth = len(self._open)
        self._open.append(_Field(instruction, True))
        yield
        del self._open[depth:]

    def instruct(self, text: str) -> None:
        """A w:instrText."""
        if self._open and not self._open[-1].shown:
            self._open[-1].instruction += text

    @property
    def numbering(self) -> bool:
        """Whether a page number stands here; words that somebody typed into one are none."""
        return any(entry.shown and entry.kind in PAGES for entry in self._open)

    @property
    def computing(self) -> bool:
        """Whether text stands here that a program sets anew by itself."""
        return any(entry.shown and entry.kind in COMPUTED for entry in self._open)

    @property
    def instructing(self) -> bool:
        """Whether what stands here is part of an instruction.

        Text in the instruction of the innermost field is text all the same: that field was
        never separated, so the file is at fault, and nothing is to be lost.
        """
        return any(not entry.shown for entry in self._open[:-1])

    @property
    def listing(self) -> bool:
        """Whether a computed list of contents is open; LibreOffice writes its page numbers as text."""
        return bool(self._open) and any(entry.kind == "TOC" for entry in self._open)

    def end_paragraph(self) -> None:
        """Nothing computed goes on into the next paragraph, whatever a broken file says."""
        while self._open and self._open[-1].kind in PAGES | COMPUTED:
            self._open.pop()


def is_number(text: str) -> bool:
    """Whether a text may be what a program counted: a page in digits or Roman numerals."""
    return _NUMBER.fullmatch(text) is not None
