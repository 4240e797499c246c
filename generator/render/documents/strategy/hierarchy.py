"""The goal hierarchy to compact tables, one a Handlungsfeld, each on one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from generator.model.address import Address
from generator.model.goal import Handlungsfeld, Ziel
from generator.model.level_words import of_goals, overview
from generator.model.strategy import Strategy
from generator.render.blocks import Block, Caption, CellStyle, Heading, Inline, Row, Run, Table
from generator.render.documents.chapters.goal_chapter import outside_title
from generator.render.documents.chapters.goal_tables import id_cell
from generator.render.documents.context import Context
from generator.render.documents.pieces import TEXT_WIDTH, cell, head

COLUMNS = (21.0, TEXT_WIDTH - 57.0, 36.0)
LOOKS: tuple[CellStyle, ...] = ("second", "plain")
"""Lighter than in the chapters: here the first level is only to be told from the second."""
PLACE = "uebersicht"
HEADING = "Zielübersicht"
BELOW = "Darunter"
"""The title over IDs of several levels."""


def hierarchy_blocks(context: Context) -> Iterator[Block]:
    """One table for the goals outside every Handlungsfeld, one for each Handlungsfeld."""
    yield Heading(2, (Run(_heading(context)),))
    grid = _grid(context.strategy)
    for part in context.strategy.ziele.parts:
        if isinstance(part, Handlungsfeld):
            number = context.names.number(part.id)
            place = f" ({number}, {part.id})" if number else f" ({part.id})"
            title = (context.names.link(part.id, part.titel), Run(place))
            address = Address(part.id, "titel", PLACE)
            yield from _overview(context, grid, part.titel, title, part.kinder, address)
        elif part.kinder:
            name = outside_title(context.strategy)
            yield from _overview(context, grid, name, (Run(name),), part.kinder)


def _heading(context: Context) -> str:
    return overview(context.strategy, HEADING)


@dataclass(frozen=True, slots=True)
class _Grid:
    """How the tables look: the levels that share a cell, and the plural of each level."""

    shared: frozenset[str]
    """Levels whose goals stand by their ID in the row of the one above them."""
    plurals: Mapping[str, str]

    def shares(self, above: Ziel | None, goal: Ziel) -> bool:
        """Whether a goal has no row of its own: nothing can stand below it, but it below another."""
        return above is not None and goal.stufe in self.shared and not goal.kinder

    @property
    def columns(self) -> tuple[float, ...]:
        """Two where nothing stands below anything, as then no goal is the lowest of another."""
        return COLUMNS if self.shared else (COLUMNS[0], COLUMNS[1] + COLUMNS[2])


def _grid(strategy: Strategy) -> _Grid:
    kopf = strategy.kopf
    below = {child.stufe for goal in strategy.goals() for child in goal.kinder}
    shared = frozenset(key for key in below if not kopf.children_of(key))
    return _Grid(shared, {s.schluessel: s.mehrzahl for s in kopf.stufen})


def _titles(context: Context, goals: Iterable[Ziel], grid: _Grid) -> Row:
    """What the table of these goals holds: the levels of its rows, and those that share a cell."""
    rows = list(_with_rows(grid, goals))
    titles = ["Kennung", of_goals(context.strategy, rows).one]
    if not grid.shared:
        return head(*titles)
    there = {child.stufe for goal in rows for child in goal.kinder} & grid.shared or grid.shared
    named = [name for key, name in grid.plurals.items() if key in there]
    return head(*titles, named[0] if len(named) == 1 else BELOW)


def _with_rows(grid: _Grid, goals: Iterable[Ziel], above: Ziel | None = None) -> Iterator[Ziel]:
    for goal in goals:
        if not grid.shares(above, goal):
            yield goal
            yield from _with_rows(grid, goal.kinder, goal)


def _overview(
    context: Context,
    grid: _Grid,
    name: str,
    title: tuple[Inline, ...],
    goals: tuple[Ziel, ...],
    address: Address | None = None,
) -> Iterator[Block]:
    rows = list(_rows(context, goals, None, 1, grid))
    kept = [_kept(row) for row in rows[:-1]]
    yield Caption("Tabelle", 0, title, address=address)
    titles = _titles(context, goals, grid)
    yield Table(grid.columns, (titles, *kept, *rows[-1:]), f"{_heading(context)} {name}")


def _rows(
    context: Context, goals: tuple[Ziel, ...], above: Ziel | None, depth: int, grid: _Grid
) -> Iterator[Row]:
    """Rows of goals side by side; those of several levels each under the name of theirs."""
    shown = [goal for goal in goals if not grid.shares(above, goal)]
    several = len({goal.stufe for goal in shown}) > 1
    for stufe, same in groupby(shown, lambda goal: goal.stufe):
        if several:
            title = cell(grid.plurals[stufe], style="total", header=True, span=len(grid.columns))
            yield Row((title,))
        for goal in same:
            yield _row(context, goal, LOOKS[min(depth, len(LOOKS)) - 1], grid)
            yield from _rows(context, goal.kinder, goal, depth + 1, grid)


def _row(context: Context, goal: Ziel, style: CellStyle, grid: _Grid) -> Row:
    """ID and wording, and the IDs of what stands below it without a row of its own."""
    lowest = [child for child in goal.kinder if grid.shares(goal, child)]
    wording = Address(goal.id, "text", PLACE)
    span = len(grid.columns) - 1
    head = id_cell(context, goal, style, PLACE)
    if span == 1 or (goal.kinder and not lowest):  # what stands below it has rows of its own
        return Row((head, cell(goal.text, style=style, span=span, address=wording)))
    links = _links(context, lowest, grid) or [Run("–")]
    return Row((head, cell(goal.text, style=style, address=wording), cell(*links, style=style)))


def _links(context: Context, goals: list[Ziel], grid: _Grid) -> list[Inline]:
    """ "EZ01, EZ02"; where several levels share the column, each behind its name."""
    parts: list[Inline] = []
    for stufe, same in groupby(goals, lambda goal: goal.stufe):
        name = f"{grid.plurals[stufe]}: " if len(grid.shared) > 1 else ""
        before = f"; {name}" if parts else name
        for goal in same:
            parts += [Run(before)] if before else []
            parts.append(context.names.link(goal.id))
            before = ", "
    return parts


def _kept(row: Row) -> Row:
    return replace(row, keep_with_next=True)
