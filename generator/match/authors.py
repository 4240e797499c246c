"""Who changed a group of paragraphs with tracking, in the order in which it can have happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.receive.story import Stamp, StoryParagraph, StoryPiece
from generator.render.products import OURS


def ours(stamp: Stamp) -> bool:
    """Whether we set a mark ourselves.

    The Änderungsfassung holds the changes of the Fortschreibung as tracked changes: they count
    as settled, and what a reviewer did stands beside and inside of them.
    """
    return by_us(stamp.author)


def by_us(author: str) -> bool:
    """Whether a mark or a remark of this author is one of our Änderungsfassung."""
    return author.startswith(OURS)


def reviewers(group: tuple[StoryParagraph, ...]) -> tuple[str, ...]:
    """The authors of marks that are not ours, by their first date.

    Who took out what another put in comes behind that one.
    """
    first: dict[str, tuple[str, int]] = {}
    for number, stamp in enumerate(_stamps(group)):
        mark = (stamp.date or "9999", number)
        first[stamp.author] = min(first.get(stamp.author, mark), mark)
    order = sorted(first, key=first.__getitem__)
    for earlier, later in _answers(group):
        if order.index(earlier) > order.index(later):
            order.remove(later)
            order.insert(order.index(earlier) + 1, later)
    return tuple(order)


def dates(group: tuple[StoryParagraph, ...]) -> dict[str, str]:
    """The last date of each author."""
    last: dict[str, str] = {}
    for stamp in _stamps(group):
        if stamp.date:
            last[stamp.author] = max(last.get(stamp.author, ""), stamp.date)
    return last


def _stamps(group: tuple[StoryParagraph, ...]) -> Iterator[Stamp]:
    for it in _marked(group):
        for stamp in (it.inserted, it.deleted):
            if stamp is not None and not ours(stamp):
                yield stamp


def _marked(group: tuple[StoryParagraph, ...]) -> Iterable[StoryParagraph | StoryPiece]:
    for paragraph in group:
        yield paragraph
        yield from paragraph.pieces


def _answers(group: tuple[StoryParagraph, ...]) -> Iterator[tuple[str, str]]:
    """(who put in, who took out) of what two people changed."""
    for it in _marked(group):
        put, taken = it.inserted, it.deleted
        if put and taken and put.author != taken.author and not (ours(put) or ours(taken)):
            yield put.author, taken.author
