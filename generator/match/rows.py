"""What happened to single paragraphs to what happened to rows of tables and moved paragraphs."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from generator.likeness import HARDLY_CHANGED
from generator.match.body_lists import BODIES, OF_BODIES
from generator.match.normal_text import plain
from generator.match.placing import LEAST
from generator.match.statements import Found
from generator.model.address import Address
from generator.model.review import Statement

MOST = 20_000
"""Pairs of paragraphs gone and new that are compared word by word."""
BETWEEN = " | "
"""Between the cells of a row."""
_COUNTED = re.compile(r"(?:\b(?:Punkt|Abbildung|Tabelle|Seite) )?\b\d+(?:\.\d+)*\b")
_Key = tuple[str | None, bool, int]
"""Author, whether it was tracked, number of characters."""


def joined(found: Iterable[Found]) -> list[Statement]:
    """One statement for a row that came or went, and for what was moved."""
    return _moved(list(_with_bodies((_row(group), group[-1].row) for group in _groups(found))))


def _with_bodies(rows: Iterable[tuple[Statement, int | None]]) -> Iterator[Statement]:
    """A new row with the new row of its bodies right below it: one statement, a line each."""
    waiting: Statement | None = None
    last: int | None = None
    for one, row in rows:
        if waiting and last is not None and row == last + 1 and _belongs(waiting, one):
            waiting = replace(
                waiting,
                new=f"{waiting.new}\n{one.new}",
                inserted=waiting.inserted + one.inserted,
                deleted=waiting.deleted + one.deleted,
            )
        else:
            if waiting:
                yield waiting
            waiting = one
        last = row
    if waiting:
        yield waiting


def _belongs(row: Statement, bodies: Statement) -> bool:
    """Whether both rows are new, by the same person, and the second names bodies."""
    same = (row.kind, row.author, row.tracked) == (bodies.kind, bodies.author, bodies.tracked)
    return same and row.kind == "added" and bodies.new.startswith(OF_BODIES)


def _of_bodies(one: Found) -> bool:
    """Whether it is one line in a list of bodies, of which the rest of the row knows nothing."""
    address = one.statement.address
    return address is not None and address.field in BODIES and not one.whole


def _groups(found: Iterable[Found]) -> Iterator[list[Found]]:
    """What one person did to the paragraphs of one row, else each by itself.

    Of rows that are gone without a mark only the printed paragraphs are known: those of one
    element that follow each other, with the label before them.
    """
    group: list[Found] = []
    for one in found:
        if group and not _together(group, one):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _together(group: list[Found], one: Found) -> bool:
    last, now = group[-1].statement, one.statement
    same = (last.kind, last.author, last.tracked) == (now.kind, now.author, now.tracked)
    if not same or now.kind not in ("added", "removed"):
        return False
    if _of_bodies(one) and (one.row is not None or _of_bodies(group[0])):
        return False
    if one.row is not None or group[-1].row is not None:
        return one.row == group[-1].row
    if now.kind == "added" or now.tracked or now.position[0] != last.position[0] + 1:
        return False
    if one.cell is not None and group[-1].cell is not None:  # a row goes on to the right
        return one.cell >= group[-1].cell
    group = [*group, one]
    if any(f.statement.address and f.statement.address.field == "inhalt" for f in group):
        return False
    *_, before = (f.statement.element for f in group[:-1])
    return before is None or before == now.element


def _row(group: list[Found]) -> Statement:
    first = group[0].statement
    if len(group) == 1:
        return _single(first, group[0].whole)
    parts = [one.statement for one in group]
    addresses = [part.address for part in parts if part.address is not None]
    wording = next((a for a in addresses if a.field == "text"), None)
    return replace(
        first,
        address=wording or next(iter(addresses), None),
        old=BETWEEN.join(plain(part.old) for part in parts if part.old),
        new=BETWEEN.join(plain(part.new) for part in parts if part.new),
        inserted=sum(part.inserted for part in parts),
        deleted=sum(part.deleted for part in parts),
    )


def _single(one: Statement, whole: bool) -> Statement:
    """A wording that was emptied, a body more or less, unless the whole row came or went."""
    address = one.address
    if whole or address is None or one.kind not in ("added", "removed"):
        return one
    if address.field == "text" and one.kind == "removed":
        return replace(one, kind="reworded")
    if address.field in BODIES:
        return replace(one, kind="responsibility" if address.field == BODIES[0] else "addressee")
    return one


def _moved(statements: list[Statement]) -> list[Statement]:
    """What is gone and new with the same words, by the same person, is one statement.

    The words of a paragraph may have come into another one: then ``new`` is all of that.
    """
    gone: dict[_Key, list[Statement]] = defaultdict(list)
    for one in statements:
        size = len(_masked(one.old))
        if (size >= LEAST or _is_row(one)) and not plain(one.new):
            gone[one.author, one.tracked, size].append(one)
    taken: dict[int, Statement] = {}
    result = []
    for one in statements:
        source = _source(one, gone)
        if source is None:
            result.append(one)
            continue
        taken[id(source)] = _both(source, one)
    moved = [taken.get(id(one), one) for one in result]
    return _changed_on_the_way(moved)


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


def _source(one: Statement, gone: dict[_Key, list[Statement]]) -> Statement | None:
    """What has come there and is gone elsewhere; it is no longer waiting then."""
    if one.kind not in ("added", "reworded", "text"):
        return None
    before, now = _masked(one.old), _masked(one.new)
    more = len(now) - len(before)
    for size in (more, more - 1):  # with or without a space beside it
        waiting = gone.get((one.author, one.tracked, size), [])
        for source in waiting:
            head, found, tail = now.partition(_masked(source.old))
            same = found and before in (plain(f"{head} {tail}"), plain(head + tail))
            if same and not _of_another(source, one):
                waiting.remove(source)
                return source
    return None
