"""Blocks to the units a redline compares: each with its page break and likeness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any

from msgspec import Struct

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
    Listing,
    PageBreak,
    Paragraph,
    Reference,
    Row,
    Table,
)
from generator.render.visitor import Node, bookmark_of, inside, text_in, text_of, texts

_SHAPES: Mapping[type[Any], Callable[[Any], Hashable]] = {
    Paragraph: attrgetter("style", "level"),
    Heading: lambda heading: (heading.level, bool(heading.number), heading.listed, heading.goal),
    Caption: attrgetter("kind"),
    Listing: attrgetter("ordered", "start", "level"),
    Item: lambda item: None,
    Table: lambda table: (len(table.columns) if table.fitted else table.columns, table.style),
    Row: attrgetter("header"),
    Cell: attrgetter("style", "header", "span"),
}


class Unit(Struct, frozen=True):
    """A block, whether a new page begins with it, and the bookmarks of its rows."""

    block: Block
    page_break: bool
    rows: tuple[str, ...]


def units(blocks: Iterable[Block]) -> list[Unit]:
    """The blocks with what stands between touching tables, page breaks joined to what follows."""
    result: list[Unit] = []
    page_break = False
    for block in blocks:
        if isinstance(block, PageBreak):
            page_break = True
            continue
        if isinstance(block, Table) and result and isinstance(result[-1].block, Table):
            result.append(Unit(Gap(), False, ()))
        rows = tuple(filter(None, map(bookmark_of, inside(block))))
        result.append(Unit(block, page_break, rows))
        page_break = False
    return result


def fingerprint(node: Node) -> Hashable:
    """Equal for what prints the same; the number a reference prints does not count."""
    parts = tuple([fingerprint(part) for part in inside(node)])
    return shape(node), bookmark_of(node), words(text_of(node)), parts


def words(content: Iterable[Inline]) -> Hashable:
    """What running text says, references by what they lead to."""
    return tuple([_word(inline) for inline in content])


def _word(inline: Inline) -> Hashable:
    if isinstance(inline, Reference):
        return inline.target, inline.page
    if isinstance(inline, Footnote):
        return "note", words(inline.content)
    return inline


def shape(node: Node) -> Hashable:
    """What no tracked change can express: blocks of another shape are replaced as a whole."""
    kind = type(node)
    return kind, _SHAPES[kind](node) if kind in _SHAPES else node


def row_shape(row: Row) -> Hashable:
    """The same for a row: its cells and what stands in them."""
    return shape(row), tuple(_cell_shape(cell) for cell in row.cells)


def _cell_shape(cell: Cell) -> Hashable:
    parts = dict.fromkeys((shape(part), bookmark_of(part)) for part in cell.content)
    lists = [part for part in cell.content if isinstance(part, Listing)]
    several = len(lists) > 1 or (lists and len(cell.content) > 1)
    nested = any(item.below for part in lists for item in part.items)
    exact = fingerprint(cell) if several or nested or len(parts) > 1 else None
    return shape(cell), tuple(parts), exact


def bag(node: Node) -> Counter[str]:
    """The words of a block and how often, to weigh how alike two blocks are."""
    return Counter(spoken(node))


def spoken(node: Node) -> list[str]:
    """The words of a block in order."""
    return [word for text in _visible(node) for word in text.split()]


def _visible(node: Node) -> Iterator[str]:
    for content in texts([node]):
        yield from map(text_in, content)


def common(old: Counter[str], new: Counter[str], least: float = TEXT_STAYS) -> float:
    """The share of words that both have, 0 where it is less; two without words are alike."""
    together = old.total() + new.total()
    share = 2 * (old & new).total() / together if together else 1.0
    return share if share >= least else 0.0
