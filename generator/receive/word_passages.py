"""A Word file of whatever origin to a foreign document: its text with all tracked changes accepted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from generator.model.german import counted
from generator.receive.foreign import AsideLine, ForeignDocument, ForeignLine, ForeignNote, Passage
from generator.receive.looks import looks_of
from generator.receive.package_reader import Convert, Package, open_package, root_of
from generator.receive.page_frames import frame
from generator.receive.part_reader import Numbers, PartReader, notes_of
from generator.receive.story import StoryParagraph
from generator.receive.views import after, groups, lines
from generator.receive.word_signs import PICTURE_END, PICTURE_START, put_signs
from generator.render.formats.docx.xml import w

_CONTENTS = re.compile(
    r"(?:toc|verzeichnis|table of figures|inhaltsverzeichnis|abbildungsverzeichnis|contents)\b.*",
    re.IGNORECASE,
)
_TITLE = re.compile(r"(?:title|titel)", re.IGNORECASE)
_SUBHEAD = re.compile(r"(?:zwischen|unter|teil)überschrift|sub-?heading", re.IGNORECASE)
"""Styles of headings that stand in no outline."""
_DEEPEST = 9
_PICTURE = re.compile(f"{PICTURE_START}(\\d+){PICTURE_END}")
_KINDS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}
LOST_PICTURES = (
    "Nicht übernommen, weil weder PNG noch JPG: {}. Aus der Vorlage als PNG speichern und in "
    "figures.yaml eintragen."
)


class _Reader(Struct):
    """Numbers the paragraphs of the file and sorts them into passages, notes and asides."""

    number: int = 0
    passages: list[Passage] = field(default_factory=list)
    asides: list[AsideLine] = field(default_factory=list)
    notes: dict[int, list[ForeignLine]] = field(default_factory=dict)
    title: str = ""
    tables: int = 0
    rows: dict[int, dict[int, list[ForeignLine]]] = field(default_factory=dict)
    open_row: int | None = None
    numbered: dict[str, int] = field(default_factory=dict)

    def read(self, paragraphs: Iterable[StoryParagraph]) -> None:
        """All paragraphs of the text with what hangs at them."""
        for group in groups(paragraphs):
            first = group[0]
            for view in lines(group, after):
                self.number += 1
                for text in unicodedata.normalize("NFC", view.text).split("\n"):
                    self._line(first, ForeignLine(text, self.number))
        self._end_row()

    def _line(self, paragraph: StoryParagraph, line: ForeignLine) -> None:
        place = paragraph.place
        if place.note is not None:
            self.notes.setdefault(place.note, []).append(line)
        elif place.row is not None and place.part == "text":
            self._cell(place.row.number, place.container, line, place.row.deleted is not None)
        else:
            self._end_row()
            if line.text.strip():
                self._paragraph(paragraph, line)

    def _cell(self, row: int, container: int, line: ForeignLine, gone: bool) -> None:
        if gone:
            return
        if self.open_row is None:
            self.tables += 1
        elif self.open_row != row:
            self._row(self.open_row)
        self.open_row = row
        self.rows.setdefault(row, {}).setdefault(container, []).append(line)

    def _end_row(self) -> None:
        if self.open_row is not None:
            self._row(self.open_row)
            self.open_row = None

    def _row(self, row: int) -> None:
        cells = tuple(tuple(cell) for cell in self.rows.pop(row).values())
        every = tuple(line for cell in cells for line in cell)
        if any(line.text.strip() for line in every):
            self.passages.append(Passage(every, "row", cells=cells, table=self.tables))

    def _paragraph(self, paragraph: StoryParagraph, line: ForeignLine) -> None:
        style = paragraph.style
        picture = _PICTURE.search(line.text)
        if paragraph.place.part in ("header", "footer"):
            self.asides.append(AsideLine(line, "Kopf- oder Fußzeile"))
        elif _CONTENTS.match(style):
            self.asides.append(AsideLine(line, "Inhaltsverzeichnis"))
        elif _TITLE.fullmatch(style) and not self.title:
            self.title = " ".join(line.text.split())
            self.asides.append(AsideLine(line, "Titel der Strategie"))
        elif picture:
            self._pictures(line)
        elif paragraph.look == "heading":
            self.passages.append(Passage((line,), "heading", paragraph.level or 1))
        elif _SUBHEAD.search(style):
            self.passages.append(Passage((line,), "heading", _DEEPEST))
        elif paragraph.look == "item":
            self.passages.append(Passage((line,), "item", paragraph.level or 1))
        else:
            self.passages.append(Passage((line,)))

    def _pictures(self, line: ForeignLine) -> None:
        """A passage for each picture, and one for the words beside them."""
        for found in _PICTURE.finditer(line.text):
            self.passages.append(Passage((ForeignLine("", line.number),), picture=found[1]))
        rest = _PICTURE.sub("", line.text)
        if rest.strip():
            self.passages.append(Passage((ForeignLine(rest, line.number),)))


def word_document(path: Path, convert: Convert) -> ForeignDocument:
    """The document; GeneratorError with one sentence where the file cannot be read."""
    package = open_package(path, convert)
    notes = {
        kind: root_of(part)
        for kind in ("footnote", "endnote")
        for part in package.related(f"{kind}s")
    }
    every = notes_of(notes)
    looks = looks_of(next((root_of(part) for part in package.related("styles")), None))
    body = root_of(package.main).find(w("body"))
    pictures = [] if body is None else put_signs(body, every)
    numbers = Numbers()
    text = PartReader(every, numbers, looks)
    reader = _Reader()
    reader.read([] if body is None else text.read(body, "text"))
    for kind, root in frame(package):
        reader.read(PartReader({}, numbers, looks).read(root, kind))
    found, lost = _picture_files(package, pictures)
    said = (
        *package.notes,
        *([LOST_PICTURES.format(counted(lost, "Bild", "Bilder"))] if lost else []),
    )
    return ForeignDocument(
        path.name,
        "Absatz",
        tuple(_named(reader.passages, found)),
        tuple(
            ForeignNote(number, tuple(note), str(number)) for number, note in reader.notes.items()
        ),
        tuple(reader.asides),
        reader.title or _title_of(package),
        dict(found.values()),
        {name: pictures[int(number) - 1][1] for number, (name, _) in found.items()},
        said,
    )


def _title_of(package: Package) -> str:
    core = getattr(package.opened, "core_properties", None)
    return " ".join(str(getattr(core, "title", "") or "").split())


def _picture_files(
    package: Package, pictures: Sequence[tuple[str, str]]
) -> tuple[dict[str, tuple[str, bytes]], int]:
    """The number of each picture that can be copied -> name and bytes, and how many cannot."""
    found: dict[str, tuple[str, bytes]] = {}
    for number, (relationship, _) in enumerate(pictures, 1):
        part = package.main.rels.get(relationship)
        data = b"" if part is None or part.is_external else part.target_part.blob
        kind = next((name for start, name in _KINDS.items() if data.startswith(start)), None)
        if kind is not None:
            found[str(number)] = (f"bild{number}.{kind}", data)
    return found, len(pictures) - len(found)


def _named(
    passages: Sequence[Passage], found: Mapping[str, tuple[str, bytes]]
) -> Iterator[Passage]:
    """Passages of pictures that are copied carry their names; others are left out."""
    for passage in passages:
        if not passage.picture:
            yield passage
        elif passage.picture in found:
            yield replace(passage, picture=found[passage.picture][0])
