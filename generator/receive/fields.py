"""Complex fields of Word, which begin, go on and end in runs of their own: what of them is text."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.receive.markup import Element, attribute

PAGES = frozenset({"PAGE", "PAGEREF", "NUMPAGES", "SECTIONPAGES"})
"""Fields whose result is a page number: it differs from machine to machine and is no text."""


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    shown: bool = False
    """Whether its result has begun; before that stands the instruction."""

    @property
    def kind(self) -> str:
        return (self.instruction.split() or [""])[0].upper()


@dataclass(slots=True)
class Fields:
    """The fields open at a place; they may go on over many paragraphs."""

    _open: list[_Field] = field(default_factory=list)
    paged: bool = False
    """Whether a page was referred to so far."""

    def mark(self, element: Element) -> None:
        """A w:fldChar."""
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._open.append(_Field())
        elif self._open and kind == "separate":
            self._open[-1].shown = True
            self.paged = self.paged or self._open[-1].kind == "PAGEREF"
        elif self._open and kind == "end":
            self._open.pop()

    def instruct(self, text: str) -> None:
        """A w:instrText."""
        if self._open and not self._open[-1].shown:
            self._open[-1].instruction += text

    @property
    def silent(self) -> bool:
        """Whether what stands here is no text: a page number, or part of an instruction.

        Text in the instruction of the innermost field is text all the same: that field was
        never separated, so the file is at fault, and nothing is to be lost.
        """
        return bool(self._open) and any(
            (entry.kind in PAGES) if entry.shown else entry is not self._open[-1]
            for entry in self._open
        )

    @property
    def listing(self) -> bool:
        """Whether a computed list of contents is open; LibreOffice writes its page numbers as text."""
        return bool(self._open) and any(entry.kind == "TOC" for entry in self._open)

    def end_paragraph(self) -> None:
        """No page number goes on into the next paragraph, whatever a broken file says."""
        while self._open and self._open[-1].kind in PAGES:
            self._open.pop()


def is_page(instruction: str) -> bool:
    """Whether a simple field prints a page number."""
    return _Field(instruction).kind in PAGES
