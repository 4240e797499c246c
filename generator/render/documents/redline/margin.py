"""Marked blocks to the same with what stands at their margin, and which marks are editorial only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from generator.render.blocks import (
    Block,
    Caption,
    Figure,
    Heading,
    Inline,
    Item,
    Listing,
    Paragraph,
    Run,
    Table,
)
from generator.render.documents.redline.margin_places import MarginPlaces, owner, owner_of_row
from generator.render.documents.together.copies import MOVED, runs_joined
from generator.render.visitor import bookmark_of, rebuilt, texts


class MarginTexts(Struct, frozen=True):
    """What is to be said of elements, by ID; each line is a paragraph of a remark.

    ``former`` is what else of a moved one was other than it is, ``reasons`` tells of each change
    why and who decides, and ``prose`` the same of the text that belongs to an element.
    ``editorial`` are those of which no change touches the meaning, ``harmless`` whether none does.
    """

    editorial: Set[str]
    former: Mapping[str, tuple[str, ...]]
    reasons: Mapping[str, tuple[str, ...]]
    prose: Mapping[str, tuple[str, ...]]
    harmless: bool = False

    def hands(self, author: str) -> tuple[str, str]:
        """Whose changes that touch the meaning are, and whose the editorial ones."""
        editors = f"{author} (redaktionell)"
        return (editors if self.harmless else author), editors

    def shown(self, author: str) -> tuple[str, ...]:
        """Which of them a reader meets."""
        return self.hands(author)[: 2 if self.editorial else 1]


def with_margin(blocks: Iterable[Block], told: MarginTexts, rest: str) -> Iterator[Block]:
    """The remarks at their places; what has none stands at the first block, below ``rest``."""
    if not (told.reasons or told.prose):
        yield from (_remarked(block, told, {}) for block in blocks)
        return
    there = tuple(blocks)
    places = MarginPlaces(there)
    said: dict[Any, list[str]] = {}
    lost: list[str] = []
    for name, lines in told.reasons.items():
        said.setdefault(places.element(name), []).extend(lines)
    for name, lines in told.prose.items():
        said.setdefault(places.prose(name), []).extend(lines)
    lost = said.pop(None, [])
    if lost and there:
        said.setdefault((0, None), []).extend((rest, *lost))
    for number, block in enumerate(there):
        mine = {row: lines for (at, row), lines in said.items() if at == number}
        yield _remarked(block, told, mine)


def _remarked(block: Block, told: MarginTexts, said: Mapping[int | None, list[str]]) -> Block:
    """A block, of a table each row, with its remark; ``said`` is by row, None for the block."""
    if isinstance(block, Table):
        rows = tuple(
            _with(row, owner_of_row(block, row), told, said.get(at, ()), named=bool(row.bookmark))
            for at, row in enumerate(block.rows)
        )
        same = all(one is other for one, other in zip(rows, block.rows, strict=True))
        return block if same else replace(block, rows=rows)
    if not isinstance(block, Paragraph | Heading | Listing | Figure | Caption):
        return block
    named = isinstance(block, Heading) or bool(bookmark_of(block)) or block.note == MOVED
    named = named and not _only_moved_label(block)
    remarked: Block = _with(block, owner(block), told, said.get(None, ()), named=named)
    return remarked


def _only_moved_label(block: Block) -> bool:
    """Whether the heading right below says all that is to be said of it."""
    label = isinstance(block, Paragraph) and block.style == "goal_label"
    return label and not any(_changed(block))


def _with(holder: Any, whose: str, told: MarginTexts, lines: Iterable[str], *, named: bool) -> Any:
    """Of what moved only what has a name of its own says so, not each row or paragraph below it."""
    moved = holder.note if named else ""
    note = "\n".join((*_moved(holder, moved, whose, told), *lines))
    editorial = whose in told.editorial
    if not (note or holder.note or editorial):
        return holder
    settled = _settled(holder, _comes(holder)) if holder.note else holder
    return replace(settled, note=note, editorial=editorial)


def _comes(holder: Any) -> bool:
    first = holder.items[0] if isinstance(holder, Listing) else holder
    return bool(first.mark == "inserted")


def _settled(part: Any, comes: bool) -> Any:
    """Its words in one; of what ``comes`` without the words that went on the way: they stand in neither edition here.

    Struck inside of what comes, LibreOffice keeps them when all is accepted.
    """
    if isinstance(part, Paragraph | Heading | Caption | Item):
        part = replace(part, content=tuple(runs_joined(_there(part.content, comes))))
    return rebuilt(part, lambda inner: _settled(inner, comes))


def _there(content: Iterable[Inline], comes: bool) -> Iterator[Inline]:
    for inline in content:
        if not isinstance(inline, Run) or not inline.own:
            yield inline
        elif not (comes and inline.mark == "deleted"):
            yield replace(inline, mark="plain", own=False)


def _moved(holder: Any, note: str, whose: str, told: MarginTexts) -> Iterator[str]:
    """Where it went or came from, and there what was other before."""
    if not note:
        return
    yield f"{note[0].upper()}{note[1:]}."
    if _comes(holder):
        yield from told.former.get(whose) or _changed(holder)


def _changed(block: Any) -> Iterator[str]:
    """The words of a moved paragraph that are other ones now."""
    for content in texts([block]):
        changed = list(_replaced(content))
        if changed:
            yield f"Dabei geändert: {'; '.join(changed)}."


def _replaced(content: Iterable[Inline]) -> Iterator[str]:
    """„alt“ zu „neu“, or what only came or went, in the order of the text."""
    gone = ""
    for inline in (*content, None):
        own = inline if isinstance(inline, Run) and inline.own else None
        if own and own.mark == "deleted":
            gone += own.text
            continue
        if own and own.text.strip():
            new = f"„{own.text.strip()}“"
            yield f"„{gone.strip()}“ zu {new}" if gone.strip() else f"{new} neu"
        elif gone.strip():
            yield f"„{gone.strip()}“ entfallen"
        gone = ""
