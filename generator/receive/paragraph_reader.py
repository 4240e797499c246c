"""One w:p to its pieces of text with who inserted and deleted them."""

from __future__ import annotations

import unicodedata

from msgspec import Struct, field
from msgspec.structs import replace

from generator.receive.markup import DELETED, INSERTED, MATH, MC, attribute, stamp
from generator.receive.story import Stamp, StoryPiece
from generator.receive.word_fields import Fields, is_number
from generator.render.formats.docx.xml import XmlElement, w

JOINER = "\u200d"
"""LibreOffice writes it into the empty cells of a row that is inserted with tracking."""

_TEXT = frozenset({w("t"), w("delText"), f"{{{MATH}}}t"})
_SIGNS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}
_RUNS = frozenset({w("r"), f"{{{MATH}}}r"})
_DRAWN = frozenset({w("drawing"), w("pict"), w("object")})
_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_SIMPLE_FIELD, _FIELD, _BREAK = w("fldSimple"), w("fldChar"), w("br")
_INSTRUCTIONS = frozenset({w("instrText"), w("delInstrText")})
_BOOKMARK, _RANGE_START, _RANGE_END = (
    w(name) for name in ("bookmarkStart", "commentRangeStart", "commentRangeEnd")
)
_REFERENCE, _SYMBOL, _RUBY = w("commentReference"), w("sym"), w("ruby")
_ALTERNATIVES = f"{{{MC}}}AlternateContent"
_CHOICE, _FALLBACK, _BOX = f"{{{MC}}}Choice", f"{{{MC}}}Fallback", w("txbxContent")
_SKIPPED = frozenset({w("pPr"), w("rPr"), w("sdtPr"), w("sdtEndPr"), w("rt")})


class History(Struct, frozen=True):
    """Who put in and who took out what is being read."""

    inserted: Stamp | None = None
    deleted: Stamp | None = None

    def inside(self, element: XmlElement) -> History:
        """The history of what stands in a w:ins, w:del, w:moveTo or w:moveFrom."""
        if element.tag in INSERTED:
            return replace(self, inserted=stamp(element))
        return replace(self, deleted=stamp(element)) if element.tag in DELETED else self


UNCHANGED = History()


class Aside(Struct, frozen=True):
    """Text that belongs to a place in a paragraph and is read behind it: a text box or a note."""

    kind: str
    history: History
    box: XmlElement | None = None
    id: str = ""


class ReadLine(Struct):
    """What was found in one paragraph."""

    pieces: list[StoryPiece] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)


class ParagraphReader:
    """Reads the paragraphs of one part; fields and commented ranges go on from one to the next."""

    def __init__(self) -> None:
        self.fields = Fields()
        self.referred: dict[str, None] = {}
        """The remarks whose sign stands in the text, by id."""
        self._open: dict[str, None] = {}
        self._told: set[str] = set()
        self._names: list[str] = []
        self._line = ReadLine()
        self._listed = False

    def read(self, paragraph: XmlElement, history: History) -> ReadLine:
        """``history`` is that of the row or note around it."""
        self._line = ReadLine(bookmarks=self._names)
        self._names = []
        self._listed = self.fields.listing
        self._content(paragraph, history)
        if self._listed:
            self.fields.paged |= _drop_page_number(self._line.pieces)
        self.fields.end_paragraph()
        return self._line

    def between(self, element: XmlElement) -> None:
        """A mark between paragraphs: the end of a commented range, the start of a bookmark."""
        self._mark(element, self._names)

    def _content(self, holder: XmlElement, history: History) -> None:
        for child in holder:
            tag = child.tag
            if tag in _RUNS:
                self._run(child, history)
            elif tag in INSERTED or tag in DELETED:
                self._content(child, history.inside(child))
            elif tag == _ALTERNATIVES:
                chosen = _chosen(child)
                if chosen is not None:
                    self._content(chosen, history)
            elif tag == _SIMPLE_FIELD:
                with self.fields.inside(attribute(child, "instr")):
                    self._content(child, history)
            elif tag not in _SKIPPED:
                self._mark(child, self._line.bookmarks)
                self._content(child, history)

    def _mark(self, element: XmlElement, names: list[str]) -> None:
        if element.tag == _BOOKMARK:
            names.append(attribute(element, "name"))
        elif element.tag == _RANGE_START:
            self._open[attribute(element, "id")] = None
        elif element.tag == _RANGE_END:
            self._open.pop(attribute(element, "id"), None)

    def _run(self, run: XmlElement, history: History) -> None:
        for child in run:
            tag = child.tag
            if tag in _TEXT:
                self._text(_own_text(child), history)
            elif tag in _SIGNS:
                self._text(_SIGNS[tag], history)
            elif tag == _BREAK:
                self._text("" if attribute(child, "type") in ("page", "column") else "\n", history)
            elif tag == _FIELD:
                self.fields.mark(child)
                self._listed = self._listed or self.fields.listing
            elif tag in _INSTRUCTIONS:
                self.fields.instruct(_own_text(child))
            else:
                self._rare(child, history)

    def _rare(self, child: XmlElement, history: History) -> None:
        """What few runs hold: notes, remarks, symbols, drawings, alternatives."""
        tag = child.tag
        if tag in _NOTES:
            self._line.asides.append(Aside(_NOTES[tag], history, id=attribute(child, "id")))
        elif tag == _REFERENCE:
            self._reference(attribute(child, "id"), history)
        elif tag == _SYMBOL:
            self._text(_symbol(child), history)
        elif tag in _DRAWN:
            boxes = (box for box in child.iter(_BOX) if not _is_fallback(box, child))
            self._line.asides += [Aside("box", history, box) for box in boxes]
        elif tag == _ALTERNATIVES:
            chosen = _chosen(child)
            if chosen is not None:
                self._run(chosen, history)
        elif tag == _RUBY:
            self._content(child, history)
        elif tag in INSERTED or tag in DELETED:  # inside a run of mathematics
            self._run(child, history.inside(child))

    def _reference(self, identity: str, history: History) -> None:
        """The sign of a remark; where it has no range, it concerns this place."""
        self.referred[identity] = None
        if identity not in self._told:
            self._told.add(identity)
            self._add(StoryPiece("", history.inserted, history.deleted, (*self._open, identity)))

    def _text(self, text: str, history: History) -> None:
        if text and text != JOINER and self._is_text(text, history):
            comments = tuple(self._open)
            self._told.update(comments)
            tracked = history.inserted is not None or history.deleted is not None
            computed = self.fields.computing and not tracked
            self._add(StoryPiece(text, history.inserted, history.deleted, comments, computed))

    def _is_text(self, text: str, history: History) -> bool:
        """Page numbers are none, Word's tracking of new ones included; words typed into them are."""
        if self.fields.instructing:
            return False
        tracked = history.inserted is not None or history.deleted is not None
        return not self.fields.numbering or (tracked and not is_number(text))

    def _add(self, piece: StoryPiece) -> None:
        pieces = self._line.pieces
        last = pieces[-1] if pieces else None
        if last and _history(last) == _history(piece):
            pieces[-1] = replace(last, text=last.text + piece.text)
        else:
            pieces.append(piece)


def _history(piece: StoryPiece) -> tuple[object, ...]:
    return piece.inserted, piece.deleted, piece.comments, piece.computed


def _own_text(element: XmlElement) -> str:
    """What stands in an element, before and behind comments of the XML."""
    return (element.text or "") + "".join([child.tail or "" for child in element])


def _chosen(alternatives: XmlElement) -> XmlElement | None:
    """The one of two forms that is read: the newer, as Word reads it."""
    choice = alternatives.find(_CHOICE)
    return alternatives.find(_FALLBACK) if choice is None else choice


def _symbol(element: XmlElement) -> str:
    """A sign of a symbol font by its code; "" where that is none, or none that a text can hold."""
    try:
        sign = chr(int(attribute(element, "char"), 16))
    except (ValueError, OverflowError):
        return ""
    return "" if unicodedata.category(sign) in ("Cc", "Cs", "Cn") else sign


def _is_fallback(box: XmlElement, drawing: XmlElement) -> bool:
    """Whether a box is inside another one, or only there for programs that know no better."""
    for above in box.iterancestors():
        if above is drawing:
            return False
        if above.tag in (_FALLBACK, _BOX):
            return True
    return False


def _drop_page_number(pieces: list[StoryPiece]) -> bool:
    """Take the number behind the last tab of a listed heading; whether there was one."""
    if not pieces or pieces[-1].inserted or pieces[-1].deleted:
        return False
    before, tab, number = pieces[-1].text.rpartition("\t")
    if not tab or not number.strip().isdigit():
        return False
    pieces[-1] = replace(pieces[-1], text=before + tab)
    return True
