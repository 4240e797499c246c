"""The responsibilities of the graph to a matrix: bodies by goals of the first level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec.structs import replace

from generator.graph.queries import matrix
from generator.model.address import Address
from generator.model.german import dative_plural, listed
from generator.model.goal import Ziel
from generator.model.kinds import printed_id
from generator.model.level_words import of_goals
from generator.model.stufe import Stufe
from generator.render.blocks import (
    Block,
    Caption,
    Cell,
    Heading,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
)
from generator.render.citation import sort_key
from generator.render.documents.chapters.goal_tables import id_cell
from generator.render.documents.context import Context
from generator.render.documents.pieces import LANDSCAPE_WIDTH, cell, head, number_cell

MOST_COLUMNS = 16
"""Goals side by side on a landscape page; more of them go to a further table."""
NAME_WIDTH, WIDEST_NAME, SUM_WIDTH = 76.0, 92.0, 17.0
COLUMN_WIDTH = 11.0
"""Of one goal in mm, where there is room for names on one line beside it."""
NONE = "–"
PLACE = "matrix"
Cells = dict[tuple[str, str], list[str]]


def matrix_blocks(context: Context) -> Iterator[Block]:
    """On landscape pages; each table holds only the bodies that its goals name."""
    cells = matrix(context.graph)
    if not cells:
        return
    goals = list(_columns(context, cells))
    parts = [goals[i : i + MOST_COLUMNS] for i in range(0, len(goals), MOST_COLUMNS)]
    named = _named_bodies(context, cells)
    yield Section("landscape")
    yield Heading(2, (Run("Zuständigkeitsmatrix"),))
    yield Paragraph((Run(_explanation(context, goals, cells)),), keep_with_next=True)
    for part in parts:
        first, last = printed_id(part[0]), printed_id(part[-1])
        span = f"{first} bis {last}" if len(part) > 1 else first
        rows = _rows(context, part, named, cells)
        if rows:
            levels = _levels(context, part)
            ordered = listed([dative_plural(level.mehrzahl) for level in levels])
            yield Caption("Tabelle", 0, (Run(f"Stellen nach {ordered}: {span}"),))
            named_here = listed([level.mehrzahl for level in levels])
            yield _table(context, part, rows, f"Stellen und {named_here} {span}")
            yield from _titles(part)
    yield Section("portrait")


def _titles(part: Sequence[Ziel]) -> Iterator[Block]:
    """What the columns are called, as they have room for an ID only."""
    titles = [f"{printed_id(goal)}: {goal.titel}" for goal in part if goal.titel]
    if titles:
        yield Paragraph((Run("; ".join(titles)),), "small")


def _columns(context: Context, cells: Cells) -> Iterator[Ziel]:
    """The goals of the first level; those of a level under which nobody has a task would be empty."""
    with_tasks = {goal for _, goal in cells}
    levels = {goal.stufe for goal in context.strategy.roots() if goal.id in with_tasks}
    return (goal for goal in context.strategy.roots() if goal.stufe in levels)


def _explanation(context: Context, goals: Sequence[Ziel], cells: Cells) -> str:
    """What the numbers count: what stands below the goals of the columns, or those themselves."""
    strategy = context.strategy
    above = _levels(context, goals)
    tops = {goal.id for goal in goals}
    counted = {identity for found in cells.values() for identity in found}
    tasks = of_goals(strategy, (goal for goal in strategy.goals() if goal.id in counted))
    if counted <= tops:
        said = f"Eine 1 heißt, dass die Stelle zuständig ist{_or_part(context)}"
        return f"{said}; „{NONE}“ heißt: nicht zuständig."
    columns = listed([level.noun.respective for level in above], "oder")
    where = f"unter {columns}" if counted.isdisjoint(tops) else f"bei {columns} und darunter"
    none = "für keines" if tasks.only_goals else "dort nicht zuständig"
    return (
        f"Die Zahlen nennen, für wie viele {tasks.many} {where} eine Stelle "
        f"zuständig ist{_or_part(context)}; „{NONE}“ heißt: {none}."
    )


def _or_part(context: Context) -> str:
    """Who only takes part is counted too, and that is said where there is somebody."""
    bodies = (body for goal in context.strategy.goals() for body in goal.zustaendig)
    return " oder mitwirkt" if any(body.rolle == "mitwirkung" for body in bodies) else ""


def _levels(context: Context, goals: Sequence[Ziel]) -> list[Stufe]:
    there = {goal.stufe for goal in goals}
    return [stufe for stufe in context.strategy.kopf.stufen if stufe.schluessel in there]


def _named_bodies(context: Context, cells: Cells) -> dict[str, list[str]]:
    """Goal of the first level -> the bodies responsible for something below it."""
    named: dict[str, list[str]] = {}
    for body, goal in cells:
        named.setdefault(goal, []).append(body)
    return named


def _rows(
    context: Context, part: Sequence[Ziel], named: dict[str, list[str]], cells: Cells
) -> list[Row]:
    bodies = dict.fromkeys(body for goal in part for body in named.get(goal.id, ()))
    ordered = sorted(bodies, key=lambda body: sort_key(context.names.label(body)))
    return [_row(context, body, part, cells) for body in ordered]


def _row(context: Context, body: str, part: Sequence[Ziel], cells: Cells) -> Row:
    counts = [len(cells.get((body, goal.id), ())) for goal in part]
    shown = [_shown(count) for count in counts]
    address = Address(body, "name", PLACE) if body in context.strategy.by_id else None
    name = cell(context.names.link(body), header=True, address=address)
    total = replace(cell(Run(str(sum(counts)), bold=True)), align="right")
    return Row((name, *shown, total))


@lru_cache(maxsize=256)
def _shown(count: int) -> Cell:
    """One cell for each number: a large matrix has tens of thousands, most of them empty."""
    return number_cell(str(count) if count else NONE)


def _table(context: Context, part: Sequence[Ziel], rows: list[Row], summary: str) -> Table:
    numbers = context.numbering.goals
    titles = [id_cell(context, goal, "head", PLACE, numbers.get(goal.id)) for goal in part]
    aligned = (replace(title, align="right") for title in titles)
    (first,) = head("Stelle").cells
    top = Row((first, *aligned, number_cell("Summe", "head")), header=True)
    left = LANDSCAPE_WIDTH - SUM_WIDTH - COLUMN_WIDTH * len(part)
    name = min(max(left, NAME_WIDTH), WIDEST_NAME)
    width = round((LANDSCAPE_WIDTH - name - SUM_WIDTH) / max(len(part), 8), 2)
    columns = (name, *(width for _ in part), SUM_WIDTH)
    return Table(columns, (top, *rows), summary, style="matrix")
