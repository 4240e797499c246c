"""What a reader sees of blocks: words, tables, notes, bookmarks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.render.blocks import (
    Block,
    Caption,
    Cell,
    Footnote,
    Heading,
    Inline,
    Item,
    Link,
    Listing,
    Paragraph,
    Reference,
    Row,
    Run,
    Table,
)


def words(content: Iterable[Inline]) -> str:
    """The running text, without notes and page numbers."""
    return "".join(
        part.text
        for part in content
        if isinstance(part, Run | Link) or (isinstance(part, Reference) and not part.page)
    )


Printing = Heading | Paragraph | Caption | Item


def printing(blocks: Iterable[Block | Cell | Row | Item]) -> Iterator[Printing]:
    """Every paragraph, heading, caption and list item, in order."""
    for block in blocks:
        if isinstance(block, Printing):
            yield block
        if isinstance(block, Listing):
            yield from printing(block.items)
        elif isinstance(block, Item):
            yield from printing([block.below] if block.below else [])
        elif isinstance(block, Table):
            yield from printing(block.rows)
        elif isinstance(block, Row):
            yield from printing(block.cells)
        elif isinstance(block, Cell):
            yield from printing(block.content)


def contents(blocks: Iterable[Block | Cell | Row | Item]) -> Iterator[tuple[Inline, ...]]:
    """The inlines of all that prints, in order."""
    return (block.content for block in printing(blocks))


def inlines(blocks: Iterable[Block]) -> Iterator[Inline]:
    """Every inline, those of the notes too."""
    for content in contents(blocks):
        for part in content:
            yield part
            if isinstance(part, Footnote):
                yield from part.content


def text(blocks: Iterable[Block | Cell | Row | Item]) -> str:
    """All words, a line for each paragraph."""
    return "\n".join(words(content) for content in contents(blocks))


def notes(blocks: Iterable[Block]) -> list[str]:
    """The footnotes in order."""
    return [words(part.content) for part in inlines(blocks) if isinstance(part, Footnote)]


def tables(blocks: Iterable[Block]) -> list[Table]:
    return [block for block in blocks if isinstance(block, Table)]


def rows(table: Table) -> list[list[str]]:
    """The words of each cell of each row."""
    return [[text(cell.content) for cell in row.cells] for row in table.rows]


def headings(blocks: Iterable[Block]) -> list[str]:
    """ "4.1 Titel" of each heading."""
    return [
        f"{block.number} {words(block.content)}".strip()
        for block in blocks
        if isinstance(block, Heading)
    ]


def bookmarks(blocks: Iterable[Block]) -> list[str]:
    found = []
    for block in blocks:
        if isinstance(block, Heading | Paragraph | Caption) and block.bookmark:
            found.append(block.bookmark)
        elif isinstance(block, Table):
            found += [row.bookmark for row in block.rows if row.bookmark]
    return found


def below(blocks: Iterable[Block], title: str) -> list[Block]:
    """The blocks between a heading and the next one of its level or above."""
    taken: list[Block] = []
    level = 0
    for block in blocks:
        if isinstance(block, Heading):
            if level and block.level <= level:
                break
            if not level and words(block.content) == title:
                level = block.level
                continue
        if level:
            taken.append(block)
    return taken
