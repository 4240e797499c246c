"""Statements of several reviewers on one wording: which of them cannot both be made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence

from msgspec.structs import replace

from generator.match.normal_text import plain
from generator.match.repeated_prints import edit_of, whose
from generator.match.word_merge import merged
from generator.model.address import Address
from generator.model.review import Statement

_WORDINGS = (
    "reworded",
    "text",
    "responsibility",
    "addressee",
    "removed",
    "moved",
    "split",
    "merged",
)


Wording = Callable[[Address], str | None]
"""What a wording is in the strategy now, None where that is not known."""


def with_conflicts(statements: Sequence[Statement], now: Wording) -> list[Statement]:
    """Each with the ids of those that change the same words to something else.

    Statements of one file that build on each other (``chain``) are no conflict.
    """
    against: dict[str, list[str]] = defaultdict(list)
    for one, other in _pairs(statements):
        if not _together(one, other, now):
            against[one.id].append(other.id)
            against[other.id].append(one.id)
    return [replace(one, conflicts=tuple(against.get(one.id, ()))) for one in statements]


def _pairs(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Two statements on one wording that were not made one on top of the other."""
    on: dict[Hashable, list[Statement]] = defaultdict(list)
    for one in statements:
        if one.address is not None and one.kind in _WORDINGS:
            on[whose(one.address), one.footnote].append(one)
    for group in on.values():
        for number, other in enumerate(group):
            for one in group[:number]:
                if (one.file, one.chain) != (other.file, other.chain):
                    yield one, other


def _together(one: Statement, other: Statement, now: Wording) -> bool:
    """Whether both can be made, in whatever order, or both make the same."""
    if plain(one.meant[1]) == plain(other.meant[1]):
        return True
    if not one.new or not other.new or _goes_over(one) or _goes_over(other):
        return False
    if _in_other_lines(one, other):
        return False
    text = now(one.address) if one.address else None
    for start in (text, one.meant[0]):
        first, second = _made(start, one, other), _made(start, other, one)
        if first is not None and first == second:
            return True
    return False


def _in_other_lines(one: Statement, other: Statement) -> bool:
    """Whether they change a title otherwise in lines that print more than it, such as its number.

    Once the one is made, the line of the other says what no edition printed.
    """
    titled = one.kind == other.kind == "text"
    differ = plain(one.meant[0]) != plain(other.meant[0])
    return titled and differ and edit_of(one) != edit_of(other)


def _goes_over(one: Statement) -> bool:
    """Whether a wording was moved into another one, so that its own is empty."""
    return one.kind == "moved" and plain(one.old) != plain(one.new)


def _made(text: str | None, *statements: Statement) -> str | None:
    """The text with one change after the other, None where one of them finds other words."""
    for one in statements:
        text = None if text is None else merged(*one.meant, text)
    return text
