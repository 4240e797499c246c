"""Rows that LibreOffice repeats on a further page and hides from who listens: told there again.

A head row that is repeated is an artifact, and rightly. But the first row of a table of goals is a
whole sentence, and what is printed as one must be read out as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pypdf.generic import ArrayObject, NameObject, NumberObject

from generator.render.formats.pdf.page_content import ARTIFACT, PageContent, Sequence, shown
from generator.render.formats.pdf.tables import heads_columns
from generator.render.formats.pdf.tag_tree import (
    Owned,
    TagElement,
    TagTree,
    below,
    kids,
    kind,
    owned,
)

Pages = Mapping[int, PageContent]
"""The contents by the object number of the page."""


def tell_again(tree: TagTree, pages: Pages, table: TagElement) -> None:
    """Put the first row of a table into it once more, for each further page that repeats it."""
    rows = [row for row in below(table) if kind(row) == "TR"]
    if not rows or heads_columns(rows[0]):
        return
    first = [there for _, there in owned(rows[0])]
    where = {there.page for _, there in owned(table)} - {there.page for there in first}
    wanted = [_shown(pages, there) for there in first] if where else []
    for page in sorted(where):
        found = _repeated(pages[page], wanted) if page in pages else None
        if found:
            numbers = iter(found)
            copy = _copy(tree, rows[0], table, pages[page], numbers)
            _before(tree, table, copy, page)


def _shown(pages: Pages, there: Owned) -> tuple[str, ...]:
    content = pages[there.page]
    for sequence in content.sequences():
        if sequence.number == there.number:
            return shown(content.inside(sequence))
    return ()


def _repeated(content: PageContent, wanted: list[tuple[str, ...]]) -> list[Sequence]:
    """The artifacts that show the same as the row, one after the other; none where there are none."""
    hidden = [s for s in content.sequences() if s.tag == ARTIFACT and s.number is None]
    texts = [shown(content.inside(sequence)) for sequence in hidden]
    for at in range(len(texts) - len(wanted) + 1):
        if texts[at : at + len(wanted)] == wanted:
            return hidden[at : at + len(wanted)]
    return []


def _copy(
    tree: TagTree,
    element: TagElement,
    parent: TagElement,
    content: PageContent,
    parts: Iterator[Sequence],
) -> TagElement:
    """The same elements, owning the artifacts of the page instead."""
    copy = tree.new(kind(element), parent)
    copy[NameObject("/Pg")] = content.page.indirect_reference
    if "/A" in element:
        copy[NameObject("/A")] = element.raw_get("/A")
    copied: list[Any] = []
    for kid in kids(element):
        found = kid.get_object()
        if isinstance(found, NumberObject) or "/MCID" in found:
            sequence = next(parts)
            number = tree.own(content.page, copy)
            content.retag(sequence, kind(element), number)
            copied.append(NumberObject(number))
        elif "/S" in found:
            copied.append(_copy(tree, found, copy, content, parts))
    tree.fill(copy, copied)
    return copy


def _before(tree: TagTree, table: TagElement, row: TagElement, page: int) -> None:
    """Put a row in front of the first one that has something on a page."""
    rows: Iterable[Any] = kids(table)
    placed = ArrayObject()
    waiting = True
    for kid in rows:
        if waiting and any(there.page == page for _, there in owned(kid.get_object())):
            placed.append(row)
            waiting = False
        placed.append(kid)
    tree.fill(table, placed)
