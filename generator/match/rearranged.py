"""What is gone in one place and new in another to one statement: it was moved, or joined."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection

from msgspec.structs import replace

from generator.likeness import HARDLY_CHANGED
from generator.match.body_lists import BODIES
from generator.match.new_places import CELL
from generator.match.normal_text import plain
from generator.match.placing import LEAST
from generator.model.address import Address
from generator.model.review import Statement

MOST = 20_000
"""Pairs of paragraphs gone and new that are compared word by word."""
_COUNTED = re.compile(r"(?:\b(?:Punkt|Abbildung|Tabelle|Seite) )?\b\d+(?:\.\d+)*\b")
_Key = tuple[str | None, bool, int]
"""Author, whether it was tracked, number of characters."""


def moved(statements: list[Statement]) -> list[Statement]:
    """What is gone and new with the same words, by the same person, is one statement.

    The words of a paragraph may have come into another one: then ``new`` is all of that.
    """
    gone: dict[_Key, list[Statement]] = defaultdict(list)
    for one in statements:
        size = len(_masked(one.old))
        if (size >= LEAST or _is_row(one)) and not plain(one.new):
            gone[one.author, one.tracked, size].append(one)
    taken: dict[int, tuple[Statement, int]] = {}
    result = []
    came: dict[int, list[str | None]] = defaultdict(list)  # behind each printed paragraph
    for one in statements:
        place = one.position[0]
        source = _source(one, gone, came[place])
        if came[place] and (one.look == CELL or (source and is_element(source))):
            one = replace(one, after=came[place][-1])
        if source is None:
            result.append(one)
            continue
        taken[id(source)] = _both(source, one), place
        if one.kind == "added" and is_element(source):
            came[place].append(source.element)
    made = {n: _with_element(one, came[place]) for n, (one, place) in taken.items()}
    return _changed_on_the_way([made.get(id(one), one) for one in result])


def _with_element(one: Statement, came: Collection[str | None]) -> Statement:
    """What has gone along with the element whose it is, or with another."""
    along = one.kind == "moved" and not is_element(one) and one.element in came
    return replace(one, after=one.element, to=None) if along else one


def _changed_on_the_way(statements: list[Statement]) -> list[Statement]:
    """Paragraphs of one text that are gone and new with nearly the same words were moved, too."""
    gone = [one for one in statements if one.kind == "removed" and _is_prose(one)]
    come = [one for one in statements if one.kind == "added" and _is_prose(one)]
    if len(gone) * len(come) > MOST:
        return statements
    made: dict[int, Statement | None] = {}
    for one in come:
        alike = (
            (_share(source, one), -number, source)
            for number, source in enumerate(gone)
            if id(source) not in made
            and (source.author, source.tracked) == (one.author, one.tracked)
            and source.element == one.element
        )
        share, _, source = max(alike, default=(0.0, 0, one), key=lambda entry: entry[:2])
        if share >= HARDLY_CHANGED:
            made[id(source)], made[id(one)] = _both(source, one), None
    found = (made.get(id(one), one) for one in statements)
    return [one for one in found if one is not None]


def _is_prose(one: Statement) -> bool:
    return one.address is not None and one.address.field == "inhalt" and one.footnote is None


def _share(one: Statement, other: Statement) -> float:
    """Common words to all words of what is gone and of what is new."""
    words, others = Counter(plain(one.old).split()), Counter(plain(other.new).split())
    every = sum(words.values()) + sum(others.values())
    return 2 * sum((words & others).values()) / every if every else 0.0


def _both(source: Statement, one: Statement) -> Statement:
    """What is gone in one place and has come in another: moved, or joined with what stood beside it."""
    source = replace(
        source,
        inserted=source.inserted + one.inserted,
        deleted=source.deleted + one.deleted,
    )
    if _beside(source.address, one.address) and one.kind == "text":
        pair = [source, one] if _index(source) < _index(one) else [one, source]
        old = "\n".join(part.old for part in pair)
        return replace(source, kind="merged", address=pair[0].address, old=old, new=one.new)
    to = one.address if one.kind == "added" else None
    after = one.after or one.element
    return replace(source, kind="moved", new=one.new, after=after, to=to, beside=one.beside)


def _beside(one: Address | None, other: Address | None) -> bool:
    """Whether two paragraphs of a text follow each other."""
    if one is None or other is None or one.field != "inhalt" or not (one.main and other.main):
        return False
    near = abs((one.index or 0) - (other.index or 0)) == 1
    return near and replace(one, index=0) == replace(other, index=0)


def _index(one: Statement) -> int:
    return (one.address and one.address.index) or 0


def _masked(text: str) -> str:
    """A text without the numbers of what it refers to: LibreOffice counts those in moved text anew."""
    return _COUNTED.sub("#", plain(text))


def _is_row(one: Statement) -> bool:
    """Whether it holds the ID of an element, which says enough however short it is."""
    return one.address is not None and one.address.field in ("id", "kuerzel")


def _of_another(source: Statement, one: Statement) -> bool:
    """Whether it is a body of another element: that one has lost it, this one was given it."""
    address = source.address
    return address is not None and address.field in BODIES and one.element != address.element


def _source(
    one: Statement, gone: dict[_Key, list[Statement]], came: Collection[str | None]
) -> Statement | None:
    """What has come there and is gone elsewhere; it is no longer waiting then.

    ``came`` are the elements that have come to the same place.
    """
    if one.kind not in ("added", "reworded", "text"):
        return None
    before, now = _masked(one.old), _masked(one.new)
    more = len(now) - len(before)
    for size in (more, more - 1):  # with or without a space beside it
        waiting = gone.get((one.author, one.tracked, size), [])
        for source in waiting:
            head, found, tail = now.partition(_masked(source.old))
            same = found and before in (plain(f"{head} {tail}"), plain(head + tail))
            if same and (source.element in came or not _of_another(source, one)):
                waiting.remove(source)
                return source
    return None


def is_element(one: Statement) -> bool:
    """Whether it is the row or the heading of an element, not what stands below that."""
    return one.address is not None and one.address.field in ("id", "kuerzel", "titel", "text")
