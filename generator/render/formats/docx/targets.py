"""Blocks to what can be referred to: bookmarks, and what Word can compute of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Literal

from generator.render.blocks import (
    Block,
    Caption,
    Heading,
    Inline,
    Link,
    Paragraph,
    Reference,
    Run,
    Table,
)


@dataclass(frozen=True, slots=True)
class Target:
    """A bookmark; ``text`` is what a REF field would print (number or whole text)."""

    kind: Literal["number", "text", "place"]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a computed list: heading, figure or table."""

    bookmark: str
    level: int
    number: str
    text: str


def plain_text(content: Iterable[Inline]) -> str:
    """The words a reader sees after accepting all changes; without footnotes."""
    return "".join(
        inline.text
        for inline in content
        if isinstance(inline, Run | Link | Reference)
        and inline.mark != "deleted"
        and not (isinstance(inline, Reference) and inline.page)
    )


def anchored(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with a bookmark at every heading and caption that a list can name.

    One without its own gets it from its words and those of the headings above it, never
    from its position: the name stays when something is added before it.
    """
    names = _Names()
    return tuple(names.anchored(block) for block in blocks)


class _Names:
    """Derives bookmarks; remembers the headings above and the names given."""

    def __init__(self) -> None:
        self.above: dict[int, str] = {}
        self.given: Counter[str] = Counter()

    def anchored(self, block: Block) -> Block:
        if isinstance(block, Heading):
            words = plain_text(block.content)
            over = [text for level, text in sorted(self.above.items()) if level < block.level]
            self.above = dict(enumerate(over)) | {block.level: words}
            if not block.bookmark and block.mark != "deleted":
                return replace(block, bookmark=self._name("_H", *over, words))
        elif isinstance(block, Caption) and not block.bookmark and block.mark != "deleted":
            return replace(block, bookmark=self._name("_C", block.kind, plain_text(block.content)))
        return block

    def _name(self, prefix: str, *words: str) -> str:
        name = prefix + sha256("\n".join(words).encode()).hexdigest()[:16]
        self.given[name] += 1
        return name if self.given[name] == 1 else f"{name}_{self.given[name]}"


def targets(blocks: Iterable[Block]) -> Mapping[str, Target]:
    """Every bookmark of the document by its name."""
    return dict(_targets(blocks))


def _targets(blocks: Iterable[Block]) -> Iterator[tuple[str, Target]]:
    for block in blocks:
        if isinstance(block, Heading):
            number = block.number
            text = number or plain_text(block.content)
            if block.bookmark:
                yield block.bookmark, Target("number" if number else "text", text)
        elif isinstance(block, Caption) and block.bookmark:
            yield block.bookmark, Target("text", f"{block.kind} {block.number}")
        elif isinstance(block, Paragraph) and block.bookmark:
            yield block.bookmark, Target("place")
        elif isinstance(block, Table):
            yield from _rows(block)


def _rows(table: Table) -> Iterator[tuple[str, Target]]:
    for row in table.rows:
        if row.bookmark:
            yield row.bookmark, Target("place")
        for cell in row.cells:
            for block in cell.content:
                if isinstance(block, Paragraph) and block.bookmark:
                    yield block.bookmark, Target("place")


def entries(blocks: Iterable[Block], of: str, depth: int) -> Iterator[Entry]:
    """The lines of a computed list in document order, without what is deleted."""
    kind = {"figures": "Abbildung", "tables": "Tabelle"}.get(of)
    for block in blocks:
        if not isinstance(block, Heading | Caption) or not block.bookmark:
            continue
        if block.mark == "deleted":
            continue
        if isinstance(block, Heading):
            if kind is None and block.listed and block.level <= depth:
                yield Entry(block.bookmark, block.level, block.number, plain_text(block.content))
        elif block.kind == kind:
            text = f"{block.kind} {block.number}: {plain_text(block.content)}"
            yield Entry(block.bookmark, 1, "", text)
