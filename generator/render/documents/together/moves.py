"""A comparison to what has moved with what stands below it, and what is to be said of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from generator.compare.changes import Change, Place
from generator.compare.comparison import Comparison
from generator.graph.numbering import inside, printed_chapters
from generator.model.address import Address
from generator.model.base import Element
from generator.model.goal import Handlungsfeld
from generator.model.head import Kapitel
from generator.model.kinds import REGISTERS, kind_of, printed_id
from generator.model.recommendation import Thema
from generator.model.strategy import Strategy
from generator.model.tree import OUTSIDE as OUTSIDE_LIST
from generator.model.tree import OUTSIDE_LAST, identity, kind_in
from generator.render.blocks import Block, Heading, Mark, Row, Table

IN_REGISTERS = frozenset(kind.key for kind in REGISTERS)
"""What is not printed where it stands in the file, so that no reader sees it move."""
OUTSIDE = "außerhalb der Handlungsfelder"


class Move(Struct, frozen=True):
    """What contained an element and what contains it now, as it is called, "" for the document;
    ``way`` in full.
    """

    source: str
    target: str
    way: str

    def said(self, mark: Mark) -> str:
        """What to say where it goes or where it comes."""
        if self.source == self.target:
            inside = self.source if self.source == OUTSIDE else f"in {self.source}"
            return f"verschoben {inside}" if self.source else "verschoben"
        if mark == "deleted":
            return f"verschoben nach {self.target}"
        return f"verschoben {'von' if self.source == OUTSIDE else 'aus'} {self.source}"


class Moves(Struct, frozen=True):
    """By ID: what moved, or stands below what did, in the old edition and in the new one.

    ``ways`` are the moves with the names of what moved by each, for a list in front.
    """

    old: Mapping[str, Move] = field(default_factory=dict)
    new: Mapping[str, Move] = field(default_factory=dict)
    ways: Mapping[Move, tuple[str, ...]] = field(default_factory=dict)

    def note(self, owner: str, mark: Mark) -> str:
        """What to say of what belongs to an element; "" where that has not moved.

        What was added to or removed from an element that moved has not moved itself.
        """
        here, there = (self.old, self.new) if mark == "deleted" else (self.new, self.old)
        return here[owner].said(mark) if owner in here and owner in there else ""


def moves(comparison: Comparison) -> Moves:
    """The moves that the comparison tells, and no others."""
    old, new = comparison.old, comparison.new
    moved: dict[str, Move] = {}
    ways: dict[Move, tuple[str, ...]] = {}
    for entry in comparison.changes:
        change = entry.change
        if change.kind in ("moved", "reordered") and kind_in(change.key) not in IN_REGISTERS:
            move = _move(change, old, new)
            moved[change.id] = move
            ways[move] = (*ways.get(move, ()), _called(new, change.id))
    return Moves(_with_all_below(old, moved), _with_all_below(new, moved), ways)


def owner_of(block: Block) -> str:
    """The element that a block belongs to; a row or table may hold several."""
    if isinstance(block, Heading) and block.bookmark:
        return block.bookmark
    owner: str | None = getattr(block, "owner", "")
    if owner is not None:
        return owner
    address: Address | None = getattr(block, "address", None)
    return address.element if address else ""


def row_owner(table: Table, row: Row) -> str:
    """The element that a row belongs to."""
    return row.bookmark or row.owner or table.owner


def stays(block: Block, moved: Mapping[str, Move]) -> bool:
    """Whether a block, or a row of a table, belongs to what has not moved."""
    if isinstance(block, Table):
        return any(row_owner(block, row) not in moved for row in block.rows)
    return owner_of(block) not in moved


def _move(change: Change, old: Strategy, new: Strategy) -> Move:
    before, after = change.before, change.after
    assert isinstance(before, Place)
    assert isinstance(after, Place)
    source, target = _container(before), _container(after)
    if before.parent != after.parent and source == target == OUTSIDE:
        way = f"{'hinter' if after.parent == OUTSIDE_LAST else 'vor'} die Handlungsfelder"
    elif change.kind == "reordered":
        way = f"{_within(new, target)} {_behind(new, after)}".strip()
    elif source == target:
        way = _within(new, target)
    else:
        way = f"von {_called(old, source)} nach {_called(new, target)}"
    if after.stufe and before.stufe != after.stufe:
        levels = {stufe.schluessel: stufe.name for stufe in new.kopf.stufen}
        way += f", nun als {levels.get(after.stufe, after.stufe)}"
    return Move(_called(old, source), _called(new, target), way)


def _container(place: Place) -> str:
    if place.parent in (OUTSIDE_LIST, OUTSIDE_LAST):
        return OUTSIDE
    return identity(place.parent) if ":" in place.parent else ""


def _within(strategy: Strategy, container: str) -> str:
    inside = container not in ("", OUTSIDE)
    return f"innerhalb von {_called(strategy, container)}" if inside else container


def _behind(strategy: Strategy, place: Place) -> str:
    if place.previous is None:
        return "an die erste Stelle"
    return f"hinter {_called(strategy, identity(place.previous))}"


def _called(strategy: Strategy, id_: str) -> str:
    """An element, or what is none ("außerhalb der Handlungsfelder") as it is."""
    element = strategy.by_id.get(id_)
    if isinstance(element, Kapitel | Handlungsfeld | Thema):
        return f"„{element.titel}“"
    return printed_id(element) if element else id_


def _with_all_below(strategy: Strategy, moved: Mapping[str, Move]) -> dict[str, Move]:
    """Whatever stands below something that moved goes the way of the nearest one above it."""
    found: dict[str, Move] = {}

    def walk(elements: Iterable[Element], above: Move | None) -> None:
        for element in elements:
            move = moved.get(element.id, above)
            if move:
                found.setdefault(element.id, move)
            walk(_below(strategy, element), move)

    if moved:
        walk(printed_chapters(strategy), None)
    return found


def _below(strategy: Strategy, element: Element) -> Iterable[Element]:
    if isinstance(element, Kapitel):
        return inside(strategy, element)
    return kind_of(element).below(element)
