"""What happened to single paragraphs to what happened to rows of tables and moved paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from generator.match.body_lists import BODIES, OF_BODIES
from generator.match.new_places import CELL
from generator.match.normal_text import plain
from generator.match.rearranged import is_element, moved
from generator.match.statements import Found
from generator.model.address import Address
from generator.model.review import Statement

BETWEEN = " | "
"""Between the cells of a row."""


def joined(found: Iterable[Found]) -> list[Statement]:
    """One statement for a row that came or went, and for what was moved."""
    rows = [(_row(group), group[-1].row) for group in _groups(found)]
    rearranged = moved(list(_headings([one for one, _ in rows])))
    return list(_with_bodies(rearranged, {one.position: row for one, row in rows}))


def _headings(statements: Sequence[Statement]) -> Iterator[Statement]:
    """The lines of the heading of a goal that is gone elsewhere as one statement, too."""
    gone = [one.old + BETWEEN for one in statements if one.kind == "removed" and is_element(one)]
    waiting: Statement | None = None
    for one in statements:
        both = f"{plain(waiting.new)}{BETWEEN}{plain(one.new)}" if waiting else ""
        if waiting and _new_beside(waiting, one) and any(g.startswith(both) for g in gone):
            waiting = replace(waiting, new=both, inserted=waiting.inserted + one.inserted)
            continue
        if waiting:
            yield waiting
        waiting = one
    if waiting:
        yield waiting


def _new_beside(one: Statement, other: Statement) -> bool:
    """Whether both are new, by the same person, outside of tables and behind the same."""
    same = (one.author, one.tracked, one.position[0], one.look == CELL)
    also = (other.author, other.tracked, other.position[0], other.look == CELL)
    return same == also and one.look != CELL and one.kind == other.kind == "added"


def _with_bodies(
    statements: Iterable[Statement], rows: Mapping[tuple[int, int], int | None]
) -> Iterator[Statement]:
    """A new row with the new row of its bodies right below it: one statement, a line each."""
    waiting: Statement | None = None
    last: int | None = None
    for one in statements:
        row = rows.get(one.position) if one.kind == "added" else None
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
    if now.kind == "removed" and _heading(last.address, now.address):
        return True
    if now.kind == "added" or now.tracked or now.position[0] != last.position[0] + 1:
        return False
    if one.cell is not None and group[-1].cell is not None:  # a row goes on to the right
        return one.cell >= group[-1].cell
    group = [*group, one]
    if any(f.statement.address and f.statement.address.field == "inhalt" for f in group):
        return False
    *_, before = (f.statement.element for f in group[:-1])
    return before is None or before == now.element


def _heading(one: Address | None, other: Address | None) -> bool:
    """Whether both are lines of the heading of one goal: what it is called, its title, its wording."""
    if one is None or other is None or one.element != other.element:
        return False
    return one.field in ("id", "kuerzel", "titel") and other.field in ("titel", "text")


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
