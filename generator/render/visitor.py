"""Blocks to whoever walks them: what stands in each, and one method a kind."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from msgspec.structs import replace

from generator.render.blocks import (
    Block,
    Caption,
    Cell,
    Contents,
    Figure,
    Footnote,
    Gap,
    Group,
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
    Section,
    Table,
)
from generator.render.filtering import Filter

Node = Block | Row | Cell | Item
T = TypeVar("T")
Part = TypeVar("Part", bound=Node)

_INSIDE: Mapping[type[Any], str] = {
    Listing: "items",
    Item: "below",
    Table: "rows",
    Row: "cells",
    Cell: "content",
    Group: "content",
}
_METHODS: Mapping[type[Any], str] = {
    Run: "run",
    Reference: "reference",
    Link: "link",
    Footnote: "footnote",
    LineBreak: "line_break",
    Paragraph: "paragraph",
    Heading: "heading",
    Listing: "listing",
    Table: "table",
    Figure: "figure",
    Caption: "caption",
    Contents: "contents",
    PageBreak: "page_break",
    Gap: "gap",
    Section: "section",
    Group: "group",
    Filter: "filtering",
}


def inside(node: Node) -> tuple[Node, ...]:
    """What stands directly in a block or a part of one, running text aside."""
    name = _INSIDE.get(type(node))
    parts = getattr(node, name) if name else None
    return parts if isinstance(parts, tuple) else (parts,) if parts else ()


def rebuilt(node: Part, change: Callable[[Any], Any]) -> Part:
    """The same with what ``change`` makes of what stands directly in it."""
    parts = tuple([change(part) for part in inside(node)])
    if not parts:
        return node
    changed: dict[str, Any] = {_INSIDE[type(node)]: parts[0] if isinstance(node, Item) else parts}
    return replace(node, **changed)


def flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks for a format that knows no groups and cannot ask its reader anything."""
    for block in blocks:
        if isinstance(block, Group):
            yield from flat(block.content)
        elif not isinstance(block, Filter):
            yield block


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Blocks with all that stands in them, each before what it holds."""
    waiting = list(nodes)[::-1]
    while waiting:
        node = waiting.pop()
        yield node
        if type(node) in _INSIDE:
            waiting += inside(node)[::-1]


def bookmark_of(node: Node) -> str | None:
    """Its name, by which references find it; most have none."""
    name: str | None = getattr(node, "bookmark", None)
    return name


def text_of(node: Node) -> tuple[Inline, ...]:
    """The running text that a block or a part of one has itself."""
    return node.content if isinstance(node, Paragraph | Heading | Caption | Item) else ()


def text_in(inline: Inline) -> str:
    """What an inline prints in its line: a note stands elsewhere."""
    return "" if isinstance(inline, Footnote | LineBreak) else inline.text


def texts(nodes: Iterable[Node]) -> Iterator[tuple[Inline, ...]]:
    """The running texts of blocks, in order."""
    return filter(None, map(text_of, walk(nodes)))


class Visitor(Generic[T]):
    """Says what each kind of block and inline is to it; the others are all ``rest``."""

    def visit(self, node: Block | Inline, *beside: Any) -> T:
        """What a block or an inline is to this visitor; a method of its own is given ``beside`` too."""
        method: Callable[..., T] | None = getattr(self, _METHODS[type(node)], None)
        return method(node, *beside) if method else self.rest(node)

    @abstractmethod
    def rest(self, node: Any) -> T:
        """What a kind without a method of its own is."""
