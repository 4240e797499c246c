"""One wording printed in several places: the same edit in several of them is one statement."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from msgspec.structs import replace

from generator.match.word_merge import edits, tokens
from generator.model.address import Address
from generator.model.review import Statement

_EDITED = ("reworded", "text", "responsibility", "addressee")


def once(statements: Iterable[Statement]) -> list[Statement]:
    """Statements of one file; of equal ones the one at the main place, with the signs of all."""
    kept: dict[Hashable, Statement] = {}
    for number, one in enumerate(statements):
        key: Hashable = number
        if one.address is not None and one.kind in _EDITED:
            key = (whose(one.address), one.footnote, one.author, one.tracked, edit_of(one))
        before = kept.get(key)
        kept[key] = one if before is None else _both(before, one)
    return list(kept.values())


def whose(address: Address) -> tuple[Hashable, ...]:
    """Element, field and place of a wording, wherever it is printed."""
    return address.element, address.field, main_place(address), address.index


def main_place(address: Address) -> str:
    """The place of the wording itself, whose further print an address may be."""
    place = address.place.partition(" ")[0]
    return place if place in ("vor", "nach") else ""


def edit_of(one: Statement) -> tuple[Hashable, ...]:
    """Which words gave way to which: the number before a heading is only in some of its prints."""
    old, new = one.meant
    before = tokens(old)
    made = edits(before, tokens(new))
    return tuple((tuple(before[e.start : e.end]), e.words) for e in made)


def _both(one: Statement, other: Statement) -> Statement:
    main = other if other.address and other.address.main and not _is_main(one) else one
    return replace(
        main,
        position=min(one.position, other.position),
        inserted=one.inserted + other.inserted,
        deleted=one.deleted + other.deleted,
    )


def _is_main(one: Statement) -> bool:
    return one.address is not None and one.address.main
