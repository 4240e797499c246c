"""Blocks of any kind, changed in any way, can be accepted and rejected in Word."""

from __future__ import annotations

from random import Random

import pytest
from msgspec.structs import replace

from generator.render.blocks import (
    Block,
    Caption,
    Cell,
    Document,
    Figure,
    Footnote,
    Heading,
    Inline,
    Item,
    LineBreak,
    Link,
    Listing,
    PageBreak,
    Paragraph,
    Reference,
    Row,
    Run,
    Table,
)
from generator.render.documents.together.marking import marked
from generator.render.documents.together.moves import Moves
from generator.render.drawing import Box, Drawing
from generator.render.formats.docx import encode
from tests.compare.mutate import SENTENCES, WORDS
from tests.render.documents.settled import settle
from tests.render.formats.docx_checks import faults
from tests.render.formats.test_docx_valid import TEMPLATE

END = Paragraph((Run("Ende der Änderungsfassung."),), "small")
NAMES = tuple(f"E{number}" for number in range(14))


def file(blocks: tuple[Block, ...]) -> bytes:
    document = Document("Änderungsfassung", blocks, author="Fortschreibung", date="2026-11-22")
    return encode(document, TEMPLATE, raster=False)


def check(old: tuple[Block, ...], new: tuple[Block, ...]) -> None:
    changed = file(tuple(marked((*old, END), (*new, END), Moves())))
    assert faults(changed) == []
    for how, blocks in (("reject", old), ("accept", new)):
        found, wanted = settle(changed, how), settle(file((*blocks, END)), how)
        assert found.lines == wanted.lines, how
        assert found.dangling == wanted.dangling == [], how
        assert found.twice == [], how


def p(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def cell(*lines: str) -> Cell:
    return Cell(tuple(Paragraph((Run(line),), "cell") for line in lines))


def bullets(*lines: str) -> Cell:
    return Cell((Listing(tuple(Item((Run(line),)) for line in lines)),))


def table(*rows: tuple[Cell, ...], names: tuple[str | None, ...] = ()) -> Table:
    of = (*names, *[None] * len(rows))
    built = tuple(Row(cells, bookmark=of[at]) for at, cells in enumerate(rows))
    return Table((160.0 / len(rows[0]),) * len(rows[0]), built, "Ziele und Stellen")


def typed(text: str) -> Footnote:
    return Footnote((Run(text),), typed=True)


ONE, TWO = table((cell("Jobcenter"), cell("berät"))), table((cell("Jugendamt"), cell("hilft")))
WIDE = table((cell("Jobcenter"), cell("berät"), cell("seit 2018")))
DRAWING = Drawing(40, 20, (Box(0, 0, 40, 20),), "Kreislauf")
TEXT = p("Der Landkreis prüft die Angebote.")

CASES: dict[str, tuple[tuple[Block, ...], tuple[Block, ...]]] = {
    "a table with another number of columns": ((TEXT, ONE, TEXT), (TEXT, WIDE, TEXT)),
    "a table between two tables goes": ((ONE, TWO, WIDE), (ONE, WIDE)),
    "the text between two tables goes": ((ONE, TEXT, TWO), (ONE, TWO)),
    "a text comes between two tables": ((ONE, TWO), (ONE, TEXT, TWO)),
    "everything goes": ((TEXT, ONE, TEXT), ()),
    "everything comes": ((), (ONE, TEXT)),
    "two tables change places": ((ONE, WIDE), (WIDE, ONE)),
    "a line at the end of a cell comes": (
        (table((cell("a"), bullets("Jobcenter", "Jugendamt"))),),
        (table((cell("a"), bullets("Jobcenter", "Jugendamt", "Sozialamt", "Bund"))),),
    ),
    "lines at the end of a cell go": (
        (table((cell("a"), cell("Jobcenter", "Jugendamt", "Bund"))),),
        (table((cell("a"), cell("Jobcenter"))),),
    ),
    "the last lines of a cell are replaced": (
        (table((cell("a"), bullets("Jobcenter", "Jugendamt"))),),
        (table((cell("a"), bullets("Jobcenter", "Bund", "Land"))),),
    ),
    "one body becomes a list": (
        (table((cell("Zuständigkeit"), cell("Jobcenter"))),),
        (table((cell("Zuständigkeit"), bullets("Jobcenter", "Bund"))),),
    ),
    "another locator in a note": (
        (Paragraph((Run("Armut"), Footnote((Run("BMAS 2017, S. 24."),)), Run(" bleibt."))),),
        (Paragraph((Run("Armut"), Footnote((Run("BMAS 2017, S. 25."),)), Run(" bleibt."))),),
    ),
    "a typed note is reworded, another goes, one stays": (
        (
            Paragraph(
                (
                    Run("Armut"),
                    typed("Vom Amt erhoben."),
                    Run(" bleibt"),
                    typed("Auf dem Land."),
                    Run(" lange."),
                    typed("Siehe oben."),
                )
            ),
        ),
        (
            Paragraph(
                (
                    Run("Armut"),
                    typed("Vom Jugendamt erhoben."),
                    Run(" bleibt lange."),
                    typed("Siehe oben."),
                )
            ),
        ),
    ),
    "a work cited becomes a typed note": (
        (Paragraph((Run("Armut"), Footnote((Run("BMAS 2017."),)), Run(" bleibt."))),),
        (Paragraph((Run("Armut"), typed("BMAS 2017."), Run(" bleibt."))),),
    ),
    "typed notes in a heading, a cell and a list": (
        (
            Heading(1, (Run("Lage"), typed("Von 2018."))),
            table((cell("a"), Cell((Paragraph((Run("b"), typed("Alt.")), "cell"),)))),
            Listing((Item((Run("c"), typed("Alt."))),)),
        ),
        (
            Heading(1, (Run("Lage"), typed("Von 2026."))),
            table((cell("a"), Cell((Paragraph((Run("b"), typed("Neu.")), "cell"),)))),
            Listing((Item((Run("c"), typed("Neu."))),)),
        ),
    ),
    "another picture": (
        (Figure(DRAWING, "alt"), Caption("Abbildung", 1, (Run("Planung"),), "ABB1")),
        (
            Figure(replace(DRAWING, height=30), "neu"),
            Caption("Abbildung", 1, (Run("Plan"),), "ABB1"),
        ),
    ),
    "bold words": (
        (Paragraph((Run("Ziel: ", bold=True), Run("alle beraten"))),),
        (Paragraph((Run("Ziele: ", bold=True), Run("alle früh beraten"))),),
    ),
    "a list inside a list": (
        (Listing((Item((Run("Ämter"),), Listing((Item((Run("Jugendamt"),)),))),)),),
        (Listing((Item((Run("Ämter"),), Listing((Item((Run("Sozialamt"),)),), ordered=True)),)),),
    ),
    "a numbered list begins elsewhere": (
        (Listing((Item((Run("erheben"),)), Item((Run("prüfen"),))), ordered=True),),
        (Listing((Item((Run("erheben"),)), Item((Run("prüfen"),))), ordered=True, start=3),),
    ),
    "a chapter that something refers to changes place": (
        (
            Heading(1, (Run("Ziele"),), "1", "ziele"),
            Paragraph((Run("Siehe "), Reference("fazit", "Punkt 2"))),
            Heading(1, (Run("Fazit"),), "2", "fazit"),
        ),
        (
            Heading(1, (Run("Fazit"),), "1", "fazit"),
            Heading(1, (Run("Ziele"),), "2", "ziele"),
            Paragraph((Run("Siehe "), Reference("fazit", "Punkt 1"))),
        ),
    ),
    "a chapter loses its number": (
        (
            Heading(1, (Run("Fazit"),), "1", "fazit"),
            Paragraph((Run("Siehe "), Reference("fazit", "Punkt 1"))),
        ),
        (
            Heading(1, (Run("Fazit"),), "", "fazit"),
            Paragraph((Run("Siehe "), Reference("fazit", "Fazit"))),
        ),
    ),
    "an ID as long as they may be": (
        (
            table((cell("A"), cell("x")), (cell("B"), cell("y")), names=("A" * 40, "B" * 40)),
            Paragraph((Reference("A" * 40, "A"), Reference("B" * 40, "B"))),
        ),
        (
            table((cell("B"), cell("y")), (cell("A"), cell("x")), names=("B" * 40, "A" * 40)),
            Paragraph((Reference("A" * 40, "A"), Reference("B" * 40, "B"))),
        ),
    ),
    "a character of private use": (
        (p("Zeichen \U000f0000 steht"),),
        (p("Zeichen \U000f0001 steht"),),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_it_can_be_accepted_and_rejected(case: str) -> None:
    check(*CASES[case])
    check(*reversed(CASES[case]))


@pytest.mark.parametrize("seed", range(40))
def test_anything_can_be_accepted_and_rejected(seed: int) -> None:
    check(*editions(seed))


def editions(seed: int) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Two random editions with about as much in common as not."""
    made = _Maker(Random(seed))
    old = made.edition([])
    return old, made.edition([block for block in old if not isinstance(block, PageBreak)])


class _Maker:
    def __init__(self, random: Random) -> None:
        self.random = random

    def edition(self, basis: list[Block]) -> tuple[Block, ...]:
        """What is kept of ``basis`` in its order or another, some of it changed, and new blocks."""
        self.free = list(NAMES)
        self.random.shuffle(self.free)
        kept = [block for block in basis if self.random.random() < 0.75]
        for _ in range(self.random.choice([0, 0, 1, 2]) if len(kept) > 1 else 0):
            kept.insert(
                self.random.randrange(len(kept)), kept.pop(self.random.randrange(len(kept)))
            )
        used = {name for block in kept for name in _names(block)}
        self.free = [name for name in self.free if name not in used]
        changed = [self.changed(block) if self.random.random() < 0.4 else block for block in kept]
        for _ in range(self.random.randint(1, 4) if basis else 9):
            changed.insert(self.random.randint(0, len(changed)), self.block())
        present = {name for block in changed for name in _names(block)}
        blocks = [_without_dead_links(block, present) for block in changed]
        breaks = {at for at, b in enumerate(blocks) if isinstance(b, Heading) and b.level == 1}
        return tuple(
            x for at, b in enumerate(blocks) for x in ([PageBreak()] if at in breaks else []) + [b]
        )

    def name(self) -> str | None:
        return self.free.pop() if self.free and self.random.random() < 0.6 else None

    def text(self) -> str:
        return " ".join(self.random.choice(SENTENCES).split()[: self.random.randint(1, 12)])

    def inlines(self, notes: bool = True) -> tuple[Inline, ...]:
        made: list[Inline] = [Run(self.text())]
        for _ in range(self.random.choice([0, 0, 1, 2, 3])):
            made.append(self.inline(notes))
            made.append(Run(" " + self.random.choice(WORDS)))
        return tuple(made)

    def inline(self, notes: bool) -> Inline:
        target = self.random.choice(NAMES)
        match self.random.randrange(6 if notes else 5):
            case 0:
                return Link("https://www.ilm-kreis.de/", "Seite des Landkreises")
            case 1:
                return LineBreak()
            case 2:
                return Run("wichtig", bold=True)
            case 3 | 4:
                return Reference(target, f"Punkt {self.random.choice(['1.2', '3', target])}")
            case _ if self.random.random() < 0.5:
                return Footnote(self.inlines(notes=False), typed=True)
            case _:
                return Footnote(
                    (Reference(target, "BMAS 2017"), Run(f", S. {self.random.randint(1, 3)}."))
                )

    def block(self) -> Block:
        match self.random.randrange(8):
            case 0:
                number = self.random.choice(["", "1.2", "3"])
                return Heading(self.random.randint(1, 3), self.inlines(False), number, self.name())
            case 1:
                return self.listing(2)
            case 2 | 3:
                return self.table()
            case 4:
                height = self.random.choice([20, 30])
                return Figure(replace(DRAWING, height=height), self.text())
            case 5:
                return Caption("Abbildung", 1, (Run(self.text()),), self.name())
            case _:
                style = self.random.choice(["text", "text", "note", "bibliography"])
                return Paragraph(self.inlines(), style, self.name())

    def listing(self, depth: int) -> Listing:
        items = tuple(
            Item(
                self.inlines(),
                self.listing(depth - 1) if depth and self.random.random() < 0.3 else None,
            )
            for _ in range(self.random.randint(1, 4))
        )
        return Listing(items, self.random.random() < 0.4)

    def table(self) -> Table:
        columns = self.random.choice([2, 2, 3])
        rows = tuple(self.row(columns) for _ in range(self.random.randint(1, 4)))
        return Table((160.0 / columns,) * columns, rows, "Ziele und Stellen")

    def row(self, columns: int) -> Row:
        cells = [self.cell() for _ in range(columns)]
        if columns == 3 and self.random.random() < 0.3:
            cells = [cells[0], replace(cells[1], span=2)]
        return Row(tuple(cells), bookmark=self.name())

    def cell(self) -> Cell:
        lines = [self.inlines() for _ in range(self.random.choice([1, 1, 2, 3]))]
        if self.random.random() < 0.4:
            return Cell((Listing(tuple(Item(line) for line in lines)),), "actors")
        parts: list[Paragraph | Listing] = [Paragraph(line, "cell") for line in lines]
        if self.random.random() < 0.1:
            parts.append(Listing((Item((Run("dazu"),)),)))
        return Cell(tuple(parts))

    def changed(self, block: Block) -> Block:
        if isinstance(block, Paragraph | Heading | Caption):
            return replace(block, content=self.reworded(block.content))
        if isinstance(block, Listing):
            return replace(block, items=self.some(block.items, lambda: Item(self.inlines())))
        if isinstance(block, Table):
            columns = len(block.columns)
            rows = self.some(tuple(map(self.changed_row, block.rows)), lambda: self.row(columns))
            return replace(block, rows=rows)
        return self.block()

    def changed_row(self, row: Row) -> Row:
        cells = tuple(self.changed_cell(cell) for cell in row.cells)
        return replace(row, cells=cells)

    def changed_cell(self, cell: Cell) -> Cell:
        part = cell.content[0]
        if isinstance(part, Listing):
            items = self.some(part.items, lambda: Item(self.inlines()))
            return replace(cell, content=(replace(part, items=items), *cell.content[1:]))
        lines = self.some(cell.content, lambda: Paragraph(self.inlines(), "cell"))
        return replace(cell, content=lines)

    def some(self, entries: tuple, make: object) -> tuple:  # type: ignore[type-arg]
        kept = [entry for entry in entries if self.random.random() < 0.8]
        for _ in range(self.random.choice([0, 0, 1, 2])):
            kept.insert(self.random.randint(0, len(kept)), make())  # type: ignore[operator]
        return tuple(kept) or (make(),)  # type: ignore[operator]

    def reworded(self, content: tuple[Inline, ...]) -> tuple[Inline, ...]:
        result: list[Inline] = []
        for inline in content:
            if isinstance(inline, Run) and self.random.random() < 0.6:
                words = inline.text.split(" ")
                words.insert(self.random.randint(0, len(words)), self.random.choice(WORDS))
                result.append(replace(inline, text=" ".join(words)))
            elif isinstance(inline, Run) or self.random.random() < 0.7:
                result.append(inline)
        return tuple(result)


def _names(block: Block) -> list[str]:
    if isinstance(block, Table):
        return [row.bookmark for row in block.rows if row.bookmark]
    name = getattr(block, "bookmark", None)
    return [name] if name else []


def _without_dead_links(block: Block, present: set[str]) -> Block:
    """A document refers only to what it has: what else a text names is no reference."""

    def cleaned(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(_living(inline, present, cleaned) for inline in content)

    def item(entry: Item) -> Item:
        return Item(cleaned(entry.content), entry.below and listing(entry.below))

    def listing(entries: Listing) -> Listing:
        return replace(entries, items=tuple(map(item, entries.items)))

    def inside(part: Paragraph | Listing) -> Paragraph | Listing:
        return (
            listing(part)
            if isinstance(part, Listing)
            else replace(part, content=cleaned(part.content))
        )

    def row(entry: Row) -> Row:
        cells = (replace(c, content=tuple(map(inside, c.content))) for c in entry.cells)
        return replace(entry, cells=tuple(cells))

    if isinstance(block, Listing):
        return listing(block)
    if isinstance(block, Table):
        return replace(block, rows=tuple(map(row, block.rows)))
    if isinstance(block, Paragraph | Heading | Caption):
        return replace(block, content=cleaned(block.content))
    return block


def _living(inline: Inline, present: set[str], cleaned: object) -> Inline:
    if isinstance(inline, Footnote):
        return replace(inline, content=cleaned(inline.content))  # type: ignore[operator]
    if isinstance(inline, Reference) and inline.target not in present:
        return Run(inline.text)
    return inline
