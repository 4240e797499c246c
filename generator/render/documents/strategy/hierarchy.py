"""The goal hierarchy to compact tables, one a Handlungsfeld, each on one page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.goal import Ziel
from generator.render.blocks import Block, Caption, CellStyle, Heading, Inline, Row, Run, Table
from generator.render.documents.strategy.context import TEXT_WIDTH, Context, cell
from generator.render.documents.strategy.tables import STYLES

ID_WIDTH, BELOW_WIDTH, ACTORS_WIDTH = 15.0, 26.0, 42.0
COLUMNS = (ID_WIDTH, TEXT_WIDTH - ID_WIDTH - BELOW_WIDTH - ACTORS_WIDTH, BELOW_WIDTH, ACTORS_WIDTH)
OVERARCHING = "Ziele außerhalb der Handlungsfelder"


def hierarchy_blocks(context: Context) -> Iterator[Block]:
    """One table for the goals outside every Handlungsfeld, one for each Handlungsfeld."""
    yield Heading(2, (Run("Zielübersicht"),))
    outside = context.strategy.ziele.uebergreifend.kinder
    if outside:
        yield from _overview(context, OVERARCHING, (Run(OVERARCHING),), outside)
    for feld in context.strategy.ziele.handlungsfelder:
        number = context.names.number(feld.id)
        place = f" ({number}, {feld.id})" if number else f" ({feld.id})"
        title = (context.names.link(feld.id, feld.titel), Run(place))
        yield from _overview(context, feld.titel, title, feld.kinder)


def _overview(
    context: Context, name: str, title: tuple[Inline, ...], goals: tuple[Ziel, ...]
) -> Iterator[Block]:
    rows = [row for goal in goals for row in _rows(context, goal, 1)]
    lowest = context.strategy.kopf.stufen[-1].mehrzahl
    titles = ("Kennung", "Ziel", lowest, "Zuständig")
    head = Row(tuple(cell(t, style="head", header=True) for t in titles), header=True)
    kept = [_kept(row) for row in rows[:-1]]
    yield Caption("Tabelle", 0, title)
    yield Table(COLUMNS, (head, *kept, *rows[-1:]), f"Zielübersicht {name}")


def _rows(context: Context, goal: Ziel, depth: int) -> Iterator[Row]:
    """A row for each goal above the lowest level; those of the lowest stand by ID in their parent's."""
    lowest = [child for child in goal.kinder if not context.strategy.kopf.children_of(child.stufe)]
    style: CellStyle = STYLES[min(depth, 3) - 1]
    yield Row(
        (
            cell(context.names.link(goal.id), style=style, header=True),
            cell(goal.text, style=style),
            cell(*_links(context, [child.id for child in lowest]), style=style),
            cell(*_bodies(context, goal, lowest), style=style),
        )
    )
    for child in goal.kinder:
        if child not in lowest:
            yield from _rows(context, child, depth + 1)


def _links(context: Context, identities: list[str]) -> list[Inline]:
    parts: list[Inline] = []
    for identity in identities:
        parts += [Run(", ")] if parts else []
        parts.append(context.names.link(identity))
    return parts or [Run("–")]


def _bodies(context: Context, goal: Ziel, lowest: list[Ziel]) -> list[Inline]:
    """The bodies of the goal and of its results, each once, by their short names."""
    entries = [entry for holder in (goal, *lowest) for entry in holder.zustaendig]
    names = dict.fromkeys(_short(context, entry.akteur) for entry in entries)
    return [Run("; ".join(names) or "–")]


def _short(context: Context, identity: str) -> str:
    actor = context.strategy.by_id.get(identity)
    return getattr(actor, "kurz", None) or context.names.label(identity)


def _kept(row: Row) -> Row:
    return Row(row.cells, row.header, row.bookmark, keep_with_next=True)
