"""Key figures, plans and programmes referred to, to the tables of the appendix."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.graph.queries import sources
from generator.model.address import Address
from generator.model.head import Bezugsrahmen
from generator.model.level_words import RECOMMENDATIONS, of_goals
from generator.model.register import Kennzahl, Planung
from generator.render.blocks import (
    Block,
    Caption,
    Heading,
    Inline,
    Item,
    Listing,
    Paragraph,
    Row,
    Run,
    Table,
)
from generator.render.citation import german_date, sort_key
from generator.render.documents.context import Context
from generator.render.documents.pieces import TEXT_WIDTH, cell, head
from generator.render.documents.strategy_document.served_goals import served_blocks
from generator.render.scribe import printed
from generator.render.table_columns import widths


def key_figure_blocks(context: Context) -> Iterator[Block]:
    """Name, value, date and area, origin; in the order of the register."""
    figures = context.strategy.kennzahlen
    if not figures:
        return
    yield Heading(2, (Run("Kennzahlen"),))
    yield Caption("Tabelle", 0, (Run("Kennzahlen mit Stichtag und Herkunft"),))
    rows = [_key_figure(context, figure) for figure in figures]
    titles = ("Kennzahl", "Wert", "Stichtag, Gebiet", "Herkunft")
    yield _fitted((head(*titles), *rows), "Je Zeile eine Kennzahl: Wert, Stichtag und Herkunft")


def _fitted(rows: Sequence[Row], summary: str) -> Table:
    """A table whose columns are as wide as their texts need; no word is wider than its column."""
    columns = list(zip(*(row.cells for row in rows), strict=True))
    return Table(widths(columns, TEXT_WIDTH), tuple(rows), summary, fitted=True)


def plan_blocks(context: Context) -> Iterator[Block]:
    """The plans and reports that goals and Empfehlungen refer to."""
    plans = sorted(context.strategy.plaene, key=lambda plan: sort_key(plan.titel))
    if not plans:
        return
    yield Heading(2, (Run("Planungen und Berichte"),))
    goals = [goal for goal in context.strategy.goals() if goal.bezug or goal.verweise_auf]
    others = () if goals else (RECOMMENDATIONS,)
    who = of_goals(context.strategy, goals, *others).many
    yield Caption("Tabelle", 0, (Run(f"Planungen und Berichte, auf die sich {who} beziehen"),))
    rows = [_plan(context, plan) for plan in plans]
    titles = ("Planung oder Bericht", "Stand", "Bezug in")
    yield _fitted((head(*titles), *rows), "Je Zeile eine Planung: Stand, und wo sie genannt ist")
    yield from served_blocks(context)


def frame_blocks(context: Context) -> Iterator[Block]:
    """The programmes that the strategy as a whole takes up."""
    frames = context.strategy.kopf.bezugsrahmen
    if not frames:
        return
    yield Heading(2, (Run("Bezugsrahmen"),))
    for frame in frames:
        yield from _frame(frame, of_goals(context.strategy).to_many)


def _key_figure(context: Context, figure: Kennzahl) -> Row:
    def of(field: str) -> Address:
        return Address(figure.id, field)

    date = ", ".join(part for part in (figure.stichtag, figure.gebiet) if part)
    day = "gebiet" if figure.gebiet and not figure.stichtag else "stichtag"
    origin = "quelle" if figure.quelle in context.scribe.citations else "herkunft"
    return Row(
        (
            cell(figure.bezeichnung, header=True, address=of("bezeichnung")),
            cell(printed(figure), address=of("wert")),
            cell(date or "nicht angegeben", address=of(day)),
            cell(*_origin(context, figure), address=of(origin)),
        ),
        bookmark=figure.id,
    )


def _origin(context: Context, figure: Kennzahl) -> Iterator[Inline]:
    """Where the value comes from, and the section that uses it."""
    known = figure.quelle in context.scribe.citations
    if figure.quelle and known:
        yield context.names.link(figure.quelle, context.scribe.citations[figure.quelle])
    elif figure.herkunft:
        yield Run(figure.herkunft)
    if figure.abschnitt:
        before = "; siehe " if known or figure.herkunft else "siehe "
        yield Run(before)
        yield context.names.link(figure.abschnitt)
        yield from context.names.page(figure.abschnitt)
    elif not known and not figure.herkunft:
        yield Run("nicht angegeben")


def _plan(context: Context, plan: Planung) -> Row:
    references: list[Inline] = []
    for identity in sources(context.graph, plan.id, "plan"):
        references += [Run("; ")] if references else []
        references += [*context.names.titled(identity), *context.names.page(identity)]
    return Row(
        (
            cell(plan.titel, header=True, address=Address(plan.id, "titel")),
            cell(plan.stand or "nicht angegeben", address=Address(plan.id, "stand")),
            cell(*(references or [Run("nur im Text")])),
        ),
        bookmark=plan.id,
    )


def _frame(frame: Bezugsrahmen, goals: str) -> Iterator[Block]:
    adopted = (
        f" (beschlossen am {german_date(frame.beschlossen_am)})" if frame.beschlossen_am else ""
    )
    text = f"Die Strategie als Ganzes nimmt Bezug auf: {frame.titel}{adopted}."
    more = f" Aufgegriffen werden diese Ziele, ohne sie einzelnen {goals} der Strategie zuzuordnen:"
    taken = tuple(
        Item((Run(goal),), address=Address(frame.id, "ziele", index=index))
        for index, goal in enumerate(frame.ziele)
    )
    yield Paragraph(
        (Run(text + (more if taken else "")),),
        bookmark=frame.id,
        keep_with_next=bool(taken),
        address=Address(frame.id, "titel"),
    )
    if taken:
        yield Listing(taken)


REGISTER_PARTS: Mapping[str, Callable[[Context], Iterator[Block]]] = {
    "kennzahlen": key_figure_blocks,
    "planungen": plan_blocks,
    "bezugsrahmen": frame_blocks,
}
"""Parts of the document that list a register, to what prints them, in their order."""
