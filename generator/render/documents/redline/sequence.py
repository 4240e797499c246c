"""Blocks to the units a redline compares: each with its page break, name and likeness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

from generator.likeness import TEXT_STAYS
from generator.render.blocks import (
    Block,
    Caption,
    Cell,
    Footnote,
    Gap,
    Heading,
    Inline,
    Item,
    Link,
    Listing,
    PageBreak,
    Paragraph,
    Reference,
    Row,
    Run,
    Table,
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A block, and whether a new page begins with it."""

    block: Block
    page_break: bool


def units(blocks: Iterable[Block]) -> list[Unit]:
    """The blocks with what stands between touching tables, page breaks joined to what follows."""
    result: list[Unit] = []
    page_break = False
    for block in blocks:
        if isinstance(block, PageBreak):
            page_break = True
            continue
        if isinstance(block, Table) and result and isinstance(result[-1].block, Table):
            result.append(Unit(Gap(), False))
        result.append(Unit(block, page_break))
        page_break = False
    return result


def fingerprint(block: Block | Item | Row | Cell) -> Hashable:
    """Equal for what prints the same; the number a reference prints does not count."""
    if isinstance(block, Paragraph):
        return shape(block), block.bookmark, words(block.content)
    if isinstance(block, Heading):
        return shape(block), block.bookmark, words(block.content)
    if isinstance(block, Caption):
        return "caption", block.kind, block.bookmark, words(block.content)
    if isinstance(block, Listing):
        return "listing", shape(block), tuple(fingerprint(item) for item in block.items)
    if isinstance(block, Item):
        return words(block.content), fingerprint(block.below) if block.below else None
    if isinstance(block, Table):
        return "table", shape(block), tuple(fingerprint(row) for row in block.rows)
    if isinstance(block, Row):
        return block.bookmark, block.header, tuple(fingerprint(cell) for cell in block.cells)
    if isinstance(block, Cell):
        inside = tuple(fingerprint(part) for part in block.content)
        return block.style, block.header, block.span, inside
    return block


def words(content: Iterable[Inline]) -> Hashable:
    """What running text says, references by what they lead to."""
    return tuple([_word(inline) for inline in content])


def _word(inline: Inline) -> Hashable:
    if isinstance(inline, Reference):
        return inline.target, inline.page
    if isinstance(inline, Footnote):
        return "note", words(inline.content)
    return inline


def shape(block: Block) -> Hashable:
    """What no tracked change can express: blocks of another shape are replaced as a whole."""
    if isinstance(block, Paragraph):
        return "paragraph", block.style, block.level
    if isinstance(block, Heading):
        return "heading", block.level, bool(block.number), block.listed
    if isinstance(block, Caption):
        return "caption", block.kind
    if isinstance(block, Listing):
        return "listing", block.ordered, block.start, block.level
    if isinstance(block, Table):
        return "table", block.columns, block.style
    return block


def row_shape(row: Row) -> Hashable:
    """The same for a row: its cells and what stands in them."""
    return row.header, tuple(_cell_shape(cell) for cell in row.cells)


def _cell_shape(cell: Cell) -> Hashable:
    inside = dict.fromkeys(_part_shape(part) for part in cell.content)
    lists = [part for part in cell.content if isinstance(part, Listing)]
    several = len(lists) > 1 or (lists and len(cell.content) > 1)
    nested = any(item.below for part in lists for item in part.items)
    exact = fingerprint(cell) if several or nested or len(inside) > 1 else None
    return cell.style, cell.header, cell.span, tuple(inside), exact


def _part_shape(part: Paragraph | Listing) -> Hashable:
    return (shape(part), part.bookmark) if isinstance(part, Paragraph) else shape(part)


def bag(block: Block | Item | Row | Cell) -> Counter[str]:
    """The words of a block and how often, to weigh how alike two blocks are."""
    texts = (
        inline.text
        for content in contents(block)
        for inline in content
        if isinstance(inline, Run | Link | Reference)
    )
    return Counter(word for text in texts for word in text.split())


def contents(block: Block | Item | Row | Cell) -> Iterator[tuple[Inline, ...]]:
    """The running texts in a block."""
    if isinstance(block, Paragraph | Heading | Caption | Item):
        yield block.content
    inside: Iterable[Block | Item | Row | Cell] = ()
    if isinstance(block, Item):
        inside = (block.below,) if block.below else ()
    elif isinstance(block, Listing):
        inside = block.items
    elif isinstance(block, Table):
        inside = block.rows
    elif isinstance(block, Row):
        inside = block.cells
    elif isinstance(block, Cell):
        inside = block.content
    for part in inside:
        yield from contents(part)


def common(old: Counter[str], new: Counter[str], least: float = TEXT_STAYS) -> float:
    """The share of words that both have, 0 where it is less; two without words are alike."""
    together = old.total() + new.total()
    share = 2 * (old & new).total() / together if together else 1.0
    return share if share >= least else 0.0
