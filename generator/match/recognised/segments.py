"""Passages and a profile to segments: headings, goals, what is said of them, prose, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from generator.match.recognised.counted_on import counted_on
from generator.match.recognised.profile import LevelSign
from generator.match.recognised.seen_signs import has_code, row_code
from generator.match.recognised.sign_words import is_code
from generator.match.recognised.signs import FieldMark, LevelMark, SignReader
from generator.receive.foreign import ForeignLine, Passage, without_signs
from generator.receive.plain_passages import BULLET, NUMBERED, ORDINAL

SegmentKind = Literal["heading", "area", "level", "field", "text", "item", "row", "picture"]
_NO_HEADLINE = re.compile(r".*[.!?:;,…]\s*|.*\b(?:und|oder|der|die|das|des|für|von|mit|im|in)\s*")
_LONGEST = 100
_BACK = re.compile(
    r"(?:Vorwort|Grußwort|Einleitung|Einführung|Präambel|Anlagen?|Anhang|Anhänge|Literatur\w*|Quellen\w*"
    r"|Impressum|Abkürzungs\w+|Abkürzungen|Glossar|Fazit.*|Ausblick.*|Zusammenfassung|Schlusswort)"
)
"""What is a chapter wherever it stands, number or not."""


class Segment(Struct, frozen=True):
    """``lines`` is its own text without its sign; ``passage`` where it stands."""

    kind: SegmentKind
    passage: Passage
    lines: tuple[ForeignLine, ...]
    level: LevelSign | None = None
    role: str = ""
    label: str = ""
    number: str = ""
    code: str = ""
    depth: int = 0
    """Of a heading: 1 a chapter, 2 and more below it, 0 where only its looks say that it is one."""
    cells: tuple[tuple[ForeignLine, ...], ...] = ()
    sign: str = ""

    @property
    def first(self) -> int:
        """Where it begins in the source."""
        return (
            self.passage.number
            if self.passage.cells
            else (self.lines or self.passage.lines)[0].number
        )


class Segmenter(Struct, frozen=True):
    """Reads one document by a profile."""

    reader: SignReader
    guess: bool = True
    """Whether short lines may be headings: not where a source has headings by their style."""

    def segments(self, passages: Sequence[Passage]) -> Iterator[Segment]:
        """In the order of the source."""
        header: tuple[int, list[LevelSign | FieldMark | None]] = (0, [])
        before: Segment | None = None
        listed: LevelSign | None = None
        for at, passage in enumerate(passages):
            if passage.kind == "row":
                header = self._header(passage, header)
                found = list(self._row(passage, header))
            elif passage.kind == "item" and listed is not None:
                found = [_item_goal(passage, listed)]
            else:
                found = list(self._lines(passage, before, _behind(passages, at)))
            if passage.kind != "item":
                own = self.reader.listed(passage.lines[0].text) if len(passage.lines) == 1 else None
                listed = own
                if own is not None and found[0].kind == "text":
                    found = [replace(found[0], kind="heading", role="liste")]
                elif own is not None:
                    found = [replace(found[0], role="liste")]
            yield from found
            before = found[-1] if found else before

    def _header(
        self, row: Passage, header: tuple[int, list[LevelSign | FieldMark | None]]
    ) -> tuple[int, list[LevelSign | FieldMark | None]]:
        """What the columns of the table of a row hold, learned from its first row."""
        if row.table == header[0]:
            return header
        heads = [" ".join(line.text for line in cell).strip() for cell in row.cells]
        known = [self._column(head) for head in heads]
        return row.table, known if any(isinstance(one, LevelSign) for one in known) else []

    def _column(self, head: str) -> LevelSign | FieldMark | None:
        sign = self.reader.columns.get(head.lower())
        return sign or self.reader.field(f"{head}:")

    def _row(
        self, row: Passage, header: tuple[int, list[LevelSign | FieldMark | None]]
    ) -> Iterator[Segment]:
        if header[1]:
            if self._header(row, (-1, []))[1] == header[1]:
                yield Segment("heading", row, row.lines, role="spalten")
            else:
                yield from self._columns(row, header[1])
            return
        coded = self.reader.level(row_code(row)) if self.reader.codes else None
        if coded is not None and coded.sign.art == "kuerzel":
            yield from self._coded(row, coded)
            return
        first = " ".join(line.text for line in row.cells[0]).strip() if row.cells else ""
        level, field = self.reader.level(first), self.reader.field(first)
        rest = [cell for cell in row.cells[1:] if any(line.text.strip() for line in cell)]
        if field and rest:
            lines = tuple(line for cell in rest for line in cell)
            yield Segment("field", row, lines, role=field.role, label=field.label)
        elif level and (has_code(row) if level.sign.mit_kuerzel else rest or level.rest):
            yield self._goal_row(row, level, rest)
        else:
            yield Segment("row", row, row.lines, cells=row.cells)

    def _coded(self, row: Passage, mark: LevelMark) -> Iterator[Segment]:
        """A code and, in the cell behind it, the wording; what the cells behind that say of the goal."""
        wording, *others = [c for c in row.cells[1:] if any(line.text.strip() for line in c)]
        yield Segment("level", row, wording, level=mark.sign, number=mark.number, code=mark.code)
        for cell in others:
            yield Segment("field", row, cell, role="angaben", label="")

    def _goal_row(
        self, row: Passage, mark: LevelMark, rest: Sequence[tuple[ForeignLine, ...]]
    ) -> Segment:
        """A label, perhaps a code, and the wording in the cells behind."""
        code = mark.code
        cells = list(rest)
        if len(cells) > 1 and is_code(cells[0][0].text):
            code = cells.pop(0)[0].text.strip()
        lines = tuple(line for cell in cells for line in cell)
        if mark.rest:
            lines = (replace(row.cells[0][0], text=mark.rest), *lines)
        return Segment("level", row, lines, level=mark.sign, number=mark.number, code=code)

    def _columns(
        self, row: Passage, known: Sequence[LevelSign | FieldMark | None]
    ) -> Iterator[Segment]:
        """Goals and what is said of them, a cell each; an empty cell goes on from the row above."""
        for cell, what in zip(row.cells, known, strict=False):
            if not any(line.text.strip() for line in cell):
                continue
            if isinstance(what, LevelSign):
                code = CELL_CODE.match(cell[0].text)
                first = replace(cell[0], text=cell[0].text[code.end() :]) if code else cell[0]
                yield Segment(
                    "level", row, (first, *cell[1:]), level=what, code=code["code"] if code else ""
                )
            elif what is not None:
                yield Segment("field", row, cell, role=what.role, label=what.label)
            else:
                yield Segment("field", row, cell, role="angaben", label="")
        for cell in row.cells[len(known) :]:
            yield Segment("text", row, cell)

    def _lines(
        self, passage: Passage, before: Segment | None, behind: Passage | None
    ) -> Iterator[Segment]:
        """A passage by the labels that its lines begin with."""
        current: Segment | None = None
        runs = counted_on(self.reader, passage)
        for at, line in enumerate(passage.lines):
            own = current is None or at in runs
            begun = self._begun(passage, line, current or before, first=own)
            if begun is not None:
                if current is not None:
                    yield current
                current = begun
            elif current is None:
                above = replace(passage, lines=passage.lines[: min(runs)]) if runs else passage
                current = self._plain(above, line, before, passage if runs else behind)
            else:
                current = replace(current, lines=(*current.lines, line))
        if current is not None:
            yield current

    def _begun(
        self, passage: Passage, line: ForeignLine, before: Segment | None, *, first: bool
    ) -> Segment | None:
        """What begins with a line that has a label; within a paragraph only behind what has one."""
        labelled = before is not None and (
            before.kind in ("level", "field") or before.role == "wortlaut"
        )
        if not first and not labelled:
            return None
        text = _unbulleted(passage, line.text) if first else line.text
        mark = self.reader.level(text)
        if mark is not None:
            rest = (replace(line, text=mark.rest),) if mark.rest else ()
            code = mark.code or (mark.number if re.search(r"[A-Za-z]\S*\d", mark.number) else "")
            return Segment("level", passage, rest, level=mark.sign, number=mark.number, code=code)
        field = self.reader.field(text) if labelled or before is None else None
        if field is not None:
            rest = (replace(line, text=field.rest),) if field.rest else ()
            return Segment("field", passage, rest, role=field.role, label=field.label)
        return None

    def _plain(
        self, passage: Passage, line: ForeignLine, before: Segment | None, behind: Passage | None
    ) -> Segment:
        area = self._area(line.text)
        if area is not None and passage.kind != "item":
            return Segment(
                "area", passage, (replace(line, text=area[1]),), number=area[0], depth=passage.level
            )
        if passage.picture:
            return Segment("picture", passage, passage.lines)
        if before is not None and before.kind in ("level", "field") and not before.lines:
            return Segment("text", passage, (line,), role="wortlaut")
        if passage.kind == "heading":
            return self._heading(passage, line)
        if passage.kind == "item":
            return Segment("item", passage, (line,), depth=passage.level)
        head = heading_of(passage, behind) if self.guess else None
        sign = self.reader.depths.get(head.depth) if head is not None else None
        if head is not None and sign is not None:
            return replace(head, kind="level", level=sign)
        return head or Segment("text", passage, (line,))

    def _heading(self, passage: Passage, line: ForeignLine) -> Segment:
        """A heading by its style; one that only names a level ("Maßnahmen") stands over its goals."""
        number, text = numbered(line.text)
        named = " ".join(without_signs(text).lower().rstrip(":").split()) in self.reader.plurals
        role = "liste" if named and passage.level != 1 else ""
        title = (replace(line, text=text),)
        sign = self.reader.depths.get(passage.level)
        if sign is not None and not role:
            return Segment("level", passage, title, level=sign, number=number)
        return Segment("heading", passage, title, number=number, depth=passage.level, role=role)

    def _area(self, text: str) -> tuple[str, str] | None:
        """Number and title of a Handlungsfeld that has a word before them."""
        found = self.reader.area.fullmatch(text) if self.reader.area else None
        if found is None:
            return None
        if not found["number"] and not (found["sign"] or "").strip():
            return None
        return found["number"] or "", found["rest"].strip()


CELL_CODE = re.compile(
    r"\s*(?P<code>[A-ZÄÖÜ]{0,5}[-. ]?\d{1,3}(?:[.-]\d{1,3})*[a-z]?)[.:)]?\s+(?=[A-ZÄÖÜ„])"
)


def _unbulleted(passage: Passage, text: str) -> str:
    found = BULLET.match(text) if passage.kind == "item" else None
    return text[found.end() :] if found else text


def _item_goal(passage: Passage, level: LevelSign) -> Segment:
    """An item of a list that is a goal."""
    text = passage.lines[0].text
    found = BULLET.match(text) or ORDINAL.match(text)
    number = found["sign"].rstrip(".)") if found and ORDINAL.match(text) else ""
    first = replace(passage.lines[0], text=text[found.end() :] if found else text)
    return Segment("level", passage, (first, *passage.lines[1:]), level=level, number=number)


def _behind(passages: Sequence[Passage], at: int) -> Passage | None:
    return passages[at + 1] if at + 1 < len(passages) else None


def numbered(text: str) -> tuple[str, str]:
    """The number before a heading ("4.2", "5. 1") without spaces, and the heading."""
    found = NUMBERED.match(text)
    return ("".join(found["number"].split()), text[found.end() :]) if found else ("", text)


def heading_of(passage: Passage, behind: Passage | None) -> Segment | None:
    """A heading that only its looks tell: short, without an end of a sentence, something below it."""
    first = passage.lines[0]
    whole = " ".join(without_signs(line.text).strip() for line in passage.lines)
    number, text = numbered(first.text)
    if passage.kind != "text" or len(whole) > _LONGEST or _NO_HEADLINE.fullmatch(whole):
        return None
    if number:
        title = replace(first, text=text)
        return Segment("heading", passage, (title,), number=number, depth=number.count(".") + 1)
    if len(passage.lines) > 1 or behind is None or not text.strip()[:1].isupper():
        return None
    depth = 1 if _BACK.fullmatch(text.strip()) else 0
    return Segment("heading", passage, (first,), depth=depth)
