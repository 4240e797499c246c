"""The goal hierarchy to compact tables, one a Handlungsfeld, each on one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.model.address import Address
from generator.model.german import listed
from generator.model.goal import Ziel
from generator.model.level_words import of_goals
from generator.render.blocks import Block, Caption, CellStyle, Heading, Inline, Row, Run, Table
from generator.render.documents.chapters.goal_tables import id_cell, wording_cell
from generator.render.documents.context import Context
from generator.render.documents.pieces import TEXT_WIDTH, cell, head

COLUMNS = (21.0, TEXT_WIDTH - 57.0, 36.0)
LOOKS: tuple[CellStyle, ...] = ("second", "plain")
"""Lighter than in the chapters: here the first level is only to be told from the second."""
PLACE = "uebersicht"
HEADING = "Zielübersicht"


def hierarchy_blocks(context: Context) -> Iterator[Block]:
    """One table for the goals outside every Handlungsfeld, one for each Handlungsfeld."""
    yield Heading(2, (Run(_heading(context)),))
    outside = context.strategy.ziele.uebergreifend.kinder
    grid = _grid(context)
    if outside:
        name = outside_title(context)
        yield from _overview(context, grid, name, (Run(name),), outside)
    for feld in context.strategy.ziele.handlungsfelder:
        number = context.names.number(feld.id)
        place = f" ({number}, {feld.id})" if number else f" ({feld.id})"
        title = (context.names.link(feld.id, feld.titel), Run(place))
        address = Address(feld.id, "titel", PLACE)
        yield from _overview(context, grid, feld.titel, title, feld.kinder, address)


def outside_title(context: Context) -> str:
    """What stands outside every Handlungsfeld, by the names of its levels."""
    outside = context.strategy.ziele.uebergreifend.kinder
    return f"{of_goals(context.strategy, outside).many} außerhalb der Handlungsfelder"


def _heading(context: Context) -> str:
    return of_goals(context.strategy).overview(HEADING)


@dataclass(frozen=True, slots=True)
class _Grid:
    """How the tables look: the levels that share a cell, the columns and their titles."""

    leaves: frozenset[str]
    columns: tuple[float, ...]
    titles: Row


def _grid(context: Context) -> _Grid:
    """Two columns where nothing stands below anything, as then no goal is the lowest of another."""
    strategy = context.strategy
    kopf = strategy.kopf
    leaves = frozenset(s.schluessel for s in kopf.stufen if not kopf.children_of(s.schluessel))
    below = {child.stufe for goal in strategy.goals() for child in goal.kinder} & leaves
    rows = (goal for goal in strategy.goals() if goal.stufe not in below)
    titles = ["Kennung", of_goals(strategy, rows).one]
    if not below:
        return _Grid(leaves, (COLUMNS[0], COLUMNS[1] + COLUMNS[2]), head(*titles))
    titles.append(listed([s.mehrzahl for s in kopf.stufen if s.schluessel in below]))
    return _Grid(leaves, COLUMNS, head(*titles))


def _overview(
    context: Context,
    grid: _Grid,
    name: str,
    title: tuple[Inline, ...],
    goals: tuple[Ziel, ...],
    address: Address | None = None,
) -> Iterator[Block]:
    rows = [row for goal in goals for row in _rows(context, goal, 1, grid)]
    kept = [_kept(row) for row in rows[:-1]]
    yield Caption("Tabelle", 0, title, address=address)
    yield Table(grid.columns, (grid.titles, *kept, *rows[-1:]), f"{_heading(context)} {name}")


def _rows(context: Context, goal: Ziel, depth: int, grid: _Grid) -> Iterator[Row]:
    """A row for each goal above the lowest level; those of the lowest by ID in their parent's."""
    lowest = [child for child in goal.kinder if child.stufe in grid.leaves]
    style = LOOKS[min(depth, len(LOOKS)) - 1]
    head = id_cell(context, goal, style, PLACE)
    span = len(grid.columns) - 1
    if span == 1 or (goal.kinder and not lowest):  # what stands below it has rows of its own
        yield Row((head, wording_cell(goal, style, PLACE, span)))
    else:
        links = cell(*_links(context, [child.id for child in lowest]), style=style)
        yield Row((head, wording_cell(goal, style, PLACE), links))
    for child in goal.kinder:
        if child.stufe not in grid.leaves:
            yield from _rows(context, child, depth + 1, grid)


def _links(context: Context, identities: list[str]) -> list[Inline]:
    parts: list[Inline] = []
    for identity in identities:
        parts += [Run(", ")] if parts else []
        parts.append(context.names.link(identity))
    return parts or [Run("–")]


def _kept(row: Row) -> Row:
    return replace(row, keep_with_next=True)
