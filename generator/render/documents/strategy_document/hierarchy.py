"""The goal hierarchy to compact tables, one a Handlungsfeld, each on one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from generator.model.address import OVERVIEW, Address
from generator.model.goal import Handlungsfeld, Ziel
from generator.model.kinds import printed_id
from generator.model.level_words import of_goals, overview
from generator.render.blocks import Block, Caption, CellStyle, Heading, Inline, Row, Run, Table
from generator.render.documents.chapters.goal_chapter import outside_title
from generator.render.documents.chapters.goal_tables import id_cell, wording_cell
from generator.render.documents.context import Context
from generator.render.documents.pieces import TEXT_WIDTH, cell, head
from generator.render.text_width import width

COLUMNS = (21.0, TEXT_WIDTH - 57.0, 36.0)
MOST_FIRST, ID_SIZE, PADDING = 36.0, 3.0, 4.5
"""Millimetres: of the first column, of the type in it, and around that."""
LOOKS: tuple[CellStyle, ...] = ("second", "plain")
"""Lighter than in the chapters: here the first level is only to be told from the second."""
HEADING = "Zielübersicht"
BELOW = "Darunter"
"""The title over IDs of several levels."""


def hierarchy_blocks(context: Context) -> Iterator[Block]:
    """One table for the goals outside every Handlungsfeld, one for each Handlungsfeld."""
    yield Heading(2, (Run(_heading(context)),))
    overviews = _Overviews(context)
    for part in context.strategy.ziele.parts:
        if isinstance(part, Handlungsfeld):
            number = context.names.number(part.id)
            before = (Run(f"{number} "),) if number else ()
            title = (*before, context.names.link(part.id, part.titel))
            yield Caption("Tabelle", 0, title, address=Address(part.id, "titel", OVERVIEW))
            yield overviews.table(part.titel, part.kinder)
        elif part.kinder:
            name = outside_title(context.strategy)
            yield Caption("Tabelle", 0, (Run(name),))
            yield overviews.table(name, part.kinder)


def _heading(context: Context) -> str:
    return overview(context.strategy, HEADING)


class _Placed(Struct, frozen=True):
    """A goal with a row of its own, the goal above it and how deep it stands, from 1."""

    goal: Ziel
    above: Ziel | None
    depth: int

    @property
    def above_id(self) -> str:
        """The ID of the goal above it, "" for none."""
        return self.above.id if self.above else ""


class _Overviews:
    """Knows what all tables of one strategy have in common.

    ``shared`` are the levels below which nothing can stand: below another goal theirs stand in its
    row by their IDs. Where there are none, the tables have two columns.
    """

    def __init__(self, context: Context) -> None:
        self.context, strategy = context, context.strategy
        kopf = strategy.kopf
        below = {child.stufe for goal in strategy.goals() for child in goal.kinder}
        self.shared = frozenset(key for key in below if not kopf.children_of(key))
        self.plurals = {stufe.schluessel: stufe.mehrzahl for stufe in kopf.stufen}
        self.numbers = context.numbering.goals
        first = self._first_column()
        rest = TEXT_WIDTH - first
        self.columns: tuple[float, ...] = (first, rest - COLUMNS[2], COLUMNS[2])
        if not self.shared:
            self.columns = (first, rest)

    def table(self, name: str, goals: tuple[Ziel, ...]) -> Table:
        """A row for each goal that has one of its own, all of them kept on one page."""
        placed = list(self.placed(goals))
        below = {child.stufe for place in placed for child in self.without_rows(place.goal)}
        named = [plural for key, plural in self.plurals.items() if key in (below or self.shared)]
        titles = ["Kennung", of_goals(self.context.strategy, (p.goal for p in placed)).one]
        titles += [named[0] if len(named) == 1 else BELOW] if self.shared else []
        rows = list(self.rows(placed, len(named) > 1))
        # What stands below a goal of the first level stays with it; a page may begin with the next.
        begins = [row.cells[0].style in (LOOKS[0], "total") for row in rows[1:]]
        kept = [row if new else _kept(row) for row, new in zip(rows, begins, strict=False)]
        summary = f"{_heading(self.context)} {name}"
        return Table(self.columns, (head(*titles), *kept, *rows[-1:]), summary)

    def placed(
        self, goals: Iterable[Ziel], above: Ziel | None = None, depth: int = 1
    ) -> Iterator[_Placed]:
        """Those of the goals, and of all below them, that have a row of their own."""
        for goal in goals:
            if above is None or not self.shares_row(goal):
                yield _Placed(goal, above, depth)
                yield from self.placed(goal.kinder, goal, depth + 1)

    def shares_row(self, goal: Ziel) -> bool:
        """Whether a goal below another stands in its row: nothing can stand below it."""
        return goal.stufe in self.shared and not goal.kinder

    def without_rows(self, above: Ziel) -> list[Ziel]:
        """What stands in the row of a goal."""
        return [goal for goal in above.kinder if self.shares_row(goal)]

    def rows(self, placed: list[_Placed], labelled: bool) -> Iterator[Row]:
        """Where goals of several levels stand side by side, all rows stand under their level's name."""
        levels: dict[str, set[str]] = {}
        for place in placed:
            levels.setdefault(place.above_id, set()).add(place.goal.stufe)
        parted = any(len(found) > 1 for found in levels.values())
        before = None
        for place in placed:
            if parted and before != (place.above_id, place.goal.stufe):
                yield self.title(place)
            before = place.above_id, place.goal.stufe
            yield self.row(place.goal, LOOKS[min(place.depth, len(LOOKS)) - 1], labelled)

    def title(self, place: _Placed) -> Row:
        """The name of a level over its rows: "Maßnahmen", "Maßnahmen zu ZI01"."""
        name = self.plurals[place.goal.stufe]
        said = f"{name} zu {printed_id(place.above)}" if place.above else name
        return Row((cell(said, style="total", header=True, span=len(self.columns)),))

    def row(self, goal: Ziel, style: CellStyle, labelled: bool) -> Row:
        """Number, ID and wording, and the IDs of what stands below it without a row of its own."""
        lowest = self.without_rows(goal)
        span = len(self.columns) - 1
        first = id_cell(self.context, goal, style, OVERVIEW, self._number(goal))
        if span == 1 or (goal.kinder and not lowest):  # what stands below it has rows of its own
            return Row((first, wording_cell(goal, style, OVERVIEW, span)))
        links = self.links(lowest, labelled) or [Run("–")]
        return Row((first, wording_cell(goal, style, OVERVIEW), cell(*links, style=style)))

    def links(self, goals: list[Ziel], labelled: bool) -> list[Inline]:
        """ "EZ01, EZ02"; where several levels share the column, each behind its name."""
        parts: list[Inline] = []
        names = self.context.names
        for stufe, same in groupby(goals, lambda goal: goal.stufe):
            name = f"{self.plurals[stufe]}: " if labelled else ""
            before = ("; " if parts else "") + name
            for goal in same:
                parts += [Run(before)] if before else []
                parts.append(names.link(goal.id, names.short(goal.id)))
                before = ", "
        return parts

    def _number(self, goal: Ziel) -> str | None:
        return self.context.names.called(goal) if goal.id in self.numbers else None

    def _first_column(self) -> float:
        """As wide as its longest ID or number, up to a bound; what is wider goes on in a new line."""
        placed = self.placed(self.context.strategy.roots())
        shown = (text for p in placed for text in (printed_id(p.goal), self._number(p.goal) or ""))
        widest = max((width(text, ID_SIZE, bold=True) for text in shown), default=0.0) + PADDING
        return round(min(max(COLUMNS[0], widest), MOST_FIRST), 1)


def _kept(row: Row) -> Row:
    return replace(row, keep_with_next=True)
