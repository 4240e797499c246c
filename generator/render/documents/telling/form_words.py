"""Two printed texts to German words for what differs in their form and not in their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import chain, groupby
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from generator.render.blocks import (
    Align,
    Block,
    Caption,
    Heading,
    Inline,
    LineBreak,
    Link,
    Listing,
    Paragraph,
    Run,
    Table,
)
from generator.render.plain import words
from generator.render.visitor import Visitor

EXCERPT = 6
"""Words by which a passage is named."""
PARAGRAPH, QUOTE, HEADING = "Absatz", "Zitat", "Überschrift"
SIDES: dict[Align, str] = {
    "": "linksbündig", "left": "linksbündig", "center": "zentriert", "right": "rechtsbündig"
}  # fmt: skip
REGROUPED = "der Text ist anders in Absätze gegliedert"


class FormPiece(Struct, frozen=True):
    """A paragraph, heading, list item or table cell: what it says, and how it looks."""

    words: str
    form: str
    depth: int
    """Level of a heading or of a list item, or the number of columns of a table."""
    number: int
    """Of an item of a numbered list, else 0."""
    content: tuple[Inline, ...]
    align: Align = ""
    """Of the head of a column in a table."""


def form(old: Iterable[Block], new: Iterable[Block]) -> tuple[bool, list[str]]:
    """Whether the words of two printed texts are the same, and how else they differ."""
    before, after = tuple(_pieces(old)), tuple(_pieces(new))
    olds, news = [piece.words for piece in before], [piece.words for piece in after]
    same = " ".join(olds).split() == " ".join(news).split()
    matcher = SequenceMatcher(None, olds, news, autojunk=False)
    pairs = [
        (before[block.a + step], after[block.b + step])
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    ]
    changes = [*_of_pieces(pairs), *_numbers(pairs if same else []), *_looks(pairs)]
    return same, [*([REGROUPED] if same and olds != news else []), *changes]


def _pieces(blocks: Iterable[Block]) -> Iterator[FormPiece]:
    for block in blocks:
        yield from _PIECES.visit(block)


class _Pieces(Visitor[Iterable[FormPiece]]):
    def rest(self, node: Any) -> Iterable[FormPiece]:
        return ()

    def paragraph(self, paragraph: Paragraph) -> Iterable[FormPiece]:
        name = QUOTE if paragraph.style == "quote" else PARAGRAPH
        return (_piece(paragraph.content, name),)

    def heading(self, heading: Heading) -> Iterable[FormPiece]:
        return (_piece(heading.content, HEADING, heading.level),)

    def caption(self, caption: Caption) -> Iterable[FormPiece]:
        return (_piece(caption.content, f"Beschriftung {caption.kind} {caption.number}"),)

    def listing(self, listing: Listing, depth: int = 1) -> Iterable[FormPiece]:
        name = "Punkt einer nummerierten Liste" if listing.ordered else "Punkt einer Aufzählung"
        for number, item in enumerate(listing.items, listing.start):
            yield _piece(item.content, name, depth, number if listing.ordered else 0)
            if item.below is not None:
                yield from self.listing(item.below, depth + 1)

    def table(self, table: Table) -> Iterable[FormPiece]:
        for row in table.rows:
            name = "Kopf einer Tabelle" if row.header else "Zelle einer Tabelle"
            for cell in row.cells:
                for part in cell.content:
                    if isinstance(part, Paragraph):
                        piece = _piece(part.content, name, len(table.columns))
                        yield replace(piece, align=cell.align if row.header else "")


_PIECES = _Pieces()


def _piece(content: tuple[Inline, ...], name: str, depth: int = 0, number: int = 0) -> FormPiece:
    return FormPiece(words(content), name, depth, number, content)


def _of_pieces(pairs: Iterable[tuple[FormPiece, FormPiece]]) -> Iterator[str]:
    """What kind of paragraph each is now, neighbours in one."""
    for said, group in groupby(pairs, lambda pair: _other_form(*pair)):
        if said:
            (first, _), *others = group
            more = " und die nächste Stelle" if others else ""
            if len(others) > 1:
                more = f" und die nächsten {len(others)} Stellen"
            yield f"{_excerpt(first.words)}{more} ({said})"


def _other_form(old: FormPiece, new: FormPiece) -> str:
    if old.form != new.form:
        return f"bisher {old.form}, nun {new.form}"
    if old.depth == new.depth:
        return _other_side(old.align, new.align)
    if "Tabelle" in old.form:
        return "Tabelle mit anderer Zahl von Spalten"
    by = abs(new.depth - old.depth)
    steps = "eine Ebene" if by == 1 else f"{by} Ebenen"
    return f"{old.form}, nun {steps} {'tiefer' if new.depth > old.depth else 'höher'}"


def _other_side(old: Align, new: Align) -> str:
    before, after = SIDES[old], SIDES[new]
    return "" if before == after else f"Spalte bisher {before}, nun {after}"


def _numbers(pairs: Iterable[tuple[FormPiece, FormPiece]]) -> Iterator[str]:
    """Where a list counts from another number on: its first item says it for all."""
    shift = 0
    for old, new in pairs:
        by = new.number - old.number if old.number and new.number else 0
        if by and by != shift:
            yield f"{_excerpt(new.words)} (bisher Nummer {old.number}, nun {new.number})"
        shift = by


def _looks(pairs: Iterable[tuple[FormPiece, FormPiece]]) -> Iterator[str]:
    """Words that look different: "nun fett: „Ganztagsplätze“"."""
    found: dict[str, list[str]] = {}
    for old, new in pairs:
        if old.content == new.content:
            continue
        before, after = list(_letters(old.content)), list(_letters(new.content))
        both = list(zip(before, after, strict=False))
        if [o[0] for o in before] != [n[0] for n in after]:
            continue
        for label, group in groupby(both, lambda pair: _other_look(pair[0][1], pair[1][1])):
            text = "".join(letter for (letter, _), _ in group).strip()
            for name in label if text or "Zeilenumbruch" in "".join(label) else ():
                found.setdefault(name, []).append(_excerpt(text) if text else "")
    for name, passages in found.items():
        named = ", ".join(passage for passage in passages if passage)
        yield f"{name}: {named}" if named else name


LetterLook = tuple[bool, bool, bool, str]
"""Bold, italic, a forced end of the line, the address behind a link."""


class _Letters(Visitor[Iterator[tuple[str, LetterLook]]]):
    def run(self, run: Run) -> Iterator[tuple[str, LetterLook]]:
        return ((letter, (run.bold, run.italic, False, "")) for letter in run.text)

    def line_break(self, _: LineBreak) -> Iterator[tuple[str, LetterLook]]:
        yield " ", (False, False, True, "")

    def link(self, link: Link) -> Iterator[tuple[str, LetterLook]]:
        return ((letter, (False, False, False, link.address)) for letter in words((link,)))

    def rest(self, node: Inline) -> Iterator[tuple[str, LetterLook]]:
        return ((letter, (False, False, False, "")) for letter in words((node,)))


def _letters(content: Iterable[Inline]) -> Iterator[tuple[str, LetterLook]]:
    return chain.from_iterable(map(_Letters().visit, content))


def _other_look(old: LetterLook, new: LetterLook) -> tuple[str, ...]:
    names = ("fett", "kursiv", "mit Zeilenumbruch")
    told = [
        f"nun {name}" if new[index] else f"nicht mehr {name}"
        for index, name in enumerate(names)
        if old[index] != new[index]
    ]
    if old[3] != new[3]:
        told.append(f"führt nun zu {new[3]}" if new[3] else "nicht mehr verlinkt")
    return tuple(told)


def _excerpt(text: str) -> str:
    first = text.split()
    return f"„{' '.join(first[:EXCERPT])}{' …' if len(first) > EXCERPT else ''}“"
