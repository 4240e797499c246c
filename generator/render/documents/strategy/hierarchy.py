"""The goal hierarchy to compact tables, one a Handlungsfeld, each on one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.model.address import Address
from generator.model.goal import Ziel
from generator.render.blocks import Block, Caption, CellStyle, Heading, Inline, Row, Run, Table
from generator.render.documents.chapters.goal_tables import id_cell
from generator.render.documents.context import Context
from generator.render.documents.pieces import TEXT_WIDTH, cell, head

COLUMNS = (21.0, TEXT_WIDTH - 57.0, 36.0)
LOOKS: tuple[CellStyle, ...] = ("second", "plain")
"""Lighter than in the chapters: here the first level is only to be told from the second."""
PLACE = "uebersicht"
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
        address = Address(feld.id, "titel", PLACE)
        yield from _overview(context, feld.titel, title, feld.kinder, address)


def _overview(
    context: Context,
    name: str,
    title: tuple[Inline, ...],
    goals: tuple[Ziel, ...],
    address: Address | None = None,
) -> Iterator[Block]:
    kopf = context.strategy.kopf
    leaves = frozenset(s.schluessel for s in kopf.stufen if not kopf.children_of(s.schluessel))
    rows = [row for goal in goals for row in _rows(context, goal, 1, leaves)]
    titles = head("Kennung", "Ziel", kopf.stufen[-1].mehrzahl)
    kept = [_kept(row) for row in rows[:-1]]
    yield Caption("Tabelle", 0, title, address=address)
    yield Table(COLUMNS, (titles, *kept, *rows[-1:]), f"Zielübersicht {name}")


def _rows(context: Context, goal: Ziel, depth: int, leaves: frozenset[str]) -> Iterator[Row]:
    """A row for each goal above the lowest level; those of the lowest by ID in their parent's."""
    lowest = [child for child in goal.kinder if child.stufe in leaves]
    style = LOOKS[min(depth, len(LOOKS)) - 1]
    head = id_cell(context, goal, style, PLACE)
    wording = Address(goal.id, "text", PLACE)
    if goal.kinder and not lowest:  # what stands below it has rows of its own
        yield Row((head, cell(goal.text, style=style, span=2, address=wording)))
    else:
        links = cell(*_links(context, [child.id for child in lowest]), style=style)
        yield Row((head, cell(goal.text, style=style, address=wording), links))
    for child in goal.kinder:
        if child.stufe not in leaves:
            yield from _rows(context, child, depth + 1, leaves)


def _links(context: Context, identities: list[str]) -> list[Inline]:
    parts: list[Inline] = []
    for identity in identities:
        parts += [Run(", ")] if parts else []
        parts.append(context.names.link(identity))
    return parts or [Run("–")]


def _kept(row: Row) -> Row:
    return replace(row, keep_with_next=True)
