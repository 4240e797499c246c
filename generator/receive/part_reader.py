"""Text, tables, notes and text boxes of a part to paragraphs in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count

from msgspec import Struct, field

from generator.receive.looks import Looks
from generator.receive.markup import DELETED, INSERTED, MC, attribute, mark
from generator.receive.paragraph_reader import UNCHANGED, Aside, History, ParagraphReader
from generator.receive.story import StoryParagraph, StoryPlace, StoryRow
from generator.render.formats.docx.xml import XmlElement, w

_PARAGRAPH, _TABLE, _ROW, _CELL = w("p"), w("tbl"), w("tr"), w("tc")
_END, _ROW_PROPERTIES, _CELL_PROPERTIES = f"{w('pPr')}/{w('rPr')}", w("trPr"), w("tcPr")
_TRANSPARENT = frozenset(
    {w("sdt"), w("sdtContent"), w("customXml"), w("smartTag"), w("ins"), w("del")}
    | {w("moveFrom"), w("moveTo"), f"{{{MC}}}Choice"}
)
"""What may stand around paragraphs, tables, rows or cells."""
_ALTERNATIVES = f"{{{MC}}}AlternateContent"
_FOREIGN = frozenset({w("altChunk"), w("subDoc")})
_CELL_INSERTED, _CELL_DELETED = frozenset({w("cellIns")}), frozenset({w("cellDel")})
_NOT_A_NOTE = frozenset({"separator", "continuationSeparator", "continuationNotice"})

Notes = Mapping[tuple[str, str], XmlElement]
"""(footnote | endnote, id) to the note."""


class Numbers(Struct):
    """What is counted through the whole file."""

    containers: count[int] = field(default_factory=count)
    rows: count[int] = field(default_factory=count)
    notes: count[int] = field(default_factory=lambda: count(1))


class PartReader(Struct):
    """Reads one part; ``foreign`` counts embedded files, whose text is not read.

    ``lost`` are the notes whose sign stands in the text although there is no note.
    """

    notes: Notes
    numbers: Numbers
    looks: Looks = field(default_factory=Looks)
    paragraphs: ParagraphReader = field(default_factory=ParagraphReader)
    foreign: int = 0
    lost: set[tuple[str, str]] = field(default_factory=set)
    _signed: set[tuple[str, str]] = field(default_factory=set)

    def read(
        self,
        holder: XmlElement,
        kind: str,
        history: History = UNCHANGED,
        row: StoryRow | None = None,
        note: int | None = None,
    ) -> Iterator[StoryParagraph]:
        """Everything below ``holder`` (body, cell, note, box, header)."""
        place = StoryPlace(kind, next(self.numbers.containers), row, note)
        follows = False
        for child in _children(holder):
            if child.tag == _PARAGRAPH:
                yield from self._paragraph(child, place, history, follows)
                follows = True
            elif child.tag == _TABLE:
                yield from self._table(child, kind, history)
                follows = False
            elif child.tag in _FOREIGN:
                self.foreign += 1
            else:
                self.paragraphs.between(child)

    def _paragraph(
        self, element: XmlElement, place: StoryPlace, history: History, follows: bool
    ) -> Iterator[StoryParagraph]:
        line = self.paragraphs.read(element, history)
        end = element.find(_END)
        yield StoryParagraph(
            tuple(line.pieces),
            place,
            mark(end, INSERTED),
            mark(end, DELETED),
            tuple(line.bookmarks),
            self.looks.of(element),
            self.looks.name(element),
            self.looks.level(element),
            follows,
        )
        for aside in line.asides:
            yield from self._aside(aside, place.row)

    def _aside(self, aside: Aside, row: StoryRow | None) -> Iterator[StoryParagraph]:
        if aside.box is not None:
            yield from self.read(aside.box, "box", aside.history, row)
            return
        key = aside.kind, aside.id
        note = self.notes.get(key)
        if note is None and aside.history.deleted is None:
            self.lost.add(key)
        elif note is not None and key not in self._signed:
            self._signed.add(key)
            yield from self.read(note, "note", aside.history, row, next(self.numbers.notes))

    def _table(self, table: XmlElement, kind: str, history: History) -> Iterator[StoryParagraph]:
        for row in _children(table):
            if row.tag != _ROW:
                self.paragraphs.between(row)
                continue
            properties = row.find(_ROW_PROPERTIES)
            inserted = mark(properties, INSERTED) or history.inserted
            deleted = mark(properties, DELETED) or history.deleted
            record = StoryRow(next(self.numbers.rows), inserted, deleted)
            for cell in _children(row):
                if cell.tag != _CELL:
                    self.paragraphs.between(cell)
                    continue
                own = cell.find(_CELL_PROPERTIES)
                inside = History(
                    mark(own, _CELL_INSERTED) or inserted, mark(own, _CELL_DELETED) or deleted
                )
                yield from self.read(cell, kind, inside, record)


def notes_of(roots: Mapping[str, XmlElement]) -> dict[tuple[str, str], XmlElement]:
    """The notes of the parts footnotes and endnotes by kind and id."""
    found = {}
    for kind, root in roots.items():
        for note in root.iterfind(w(kind)):
            if attribute(note, "type") not in _NOT_A_NOTE:
                found[kind, attribute(note, "id")] = note
    return found


def _children(holder: XmlElement) -> Iterator[XmlElement]:
    """Paragraphs, tables, rows, cells and marks, out of the content controls around them."""
    for child in holder:
        if child.tag in _TRANSPARENT:
            yield from _children(child)
        elif child.tag == _ALTERNATIVES:
            chosen = next(iter(child), None)
            if chosen is not None:
                yield from _children(chosen)
        else:
            yield child
