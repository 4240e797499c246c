"""A strategy to its short version: two pages with what it is about, what is decided, what it wants."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.graph.build import ROOT
from generator.model.german import listed
from generator.model.goal import Handlungsfeld, Uebergreifend, Ziel
from generator.model.kinds import printed_id
from generator.render.blocks import (
    Block,
    Document,
    Heading,
    Item,
    Listing,
    PageBreak,
    Paragraph,
    Run,
)
from generator.render.documents.chapters.goal_chapter import outside_title
from generator.render.documents.chapters.leading_goals import are_listed, leading_goals, leads
from generator.render.documents.context import Context
from generator.render.documents.edition_words import cover_fields, mark, status
from generator.render.documents.page_room import fits
from generator.render.documents.pieces import heading, sentence
from generator.render.documents.strategy_document.decision import decision_blocks
from generator.render.documents.strategy_document.news import news_blocks
from generator.render.documents.strategy_document.overview import ABOUT, compact
from generator.render.documents.strategy_document.overview_table import OverviewTable
from generator.render.documents.telling.teller import Telling
from generator.render.names import NBSP

NAME = "Kurzfassung"
MOST_LINES = 41
"""Of the page with the goals; more of them are set in smaller type."""


def short_document(
    context: Context,
    telling: Telling | None = None,
    *,
    digest: str = "",
    faulty: bool = False,
    revision: str | None = None,
) -> Document:
    """Two pages without a cover: the head and the decisions on one, the goals on the other."""
    kopf = context.strategy.kopf
    said = mark(kopf.fassung, faulty)
    properties = {"Fassung": kopf.fassung.kennung, "Prüfsumme": digest, "Revision": revision or ""}
    fields = cover_fields(kopf)
    short = f"{NAME}: {fields['kurztitel']}"
    return Document(
        title=f"{NAME}: {kopf.titel} – {kopf.fassung.bezeichnung}",
        subject=status(kopf.fassung),
        blocks=(*_front(context, telling), PageBreak(), *_second_page(context)),
        fields=fields | {"kurztitel": short, "entwurf": said},
        properties={name: value for name, value in properties.items() if value},
        date=kopf.fassung.stand.isoformat(),
        draft=said,
        cover=False,
        product="kurzfassung",
    )


def _front(context: Context, telling: Telling | None) -> Iterator[Block]:
    kopf = context.strategy.kopf
    yield Heading(1, (Run(f"{NAME}: {kopf.titel}"),), listed=False)
    yield Paragraph((Run(f"{kopf.fassung.bezeichnung}, {status(kopf.fassung)}"),), "lead")
    if kopf.kurzfassung:
        yield compact(ABOUT)
        yield sentence(kopf.kurzfassung)
    yield from decision_blocks(context, telling)
    if telling is not None:
        yield from news_blocks(context, telling)
    for remark in kopf.hinweise:
        yield Paragraph((Run(remark),), "small")


def _second_page(context: Context) -> tuple[Block, ...]:
    """The leading goals in full below their Handlungsfelder; counts alone where they are too many."""
    strategy = context.strategy
    if not (are_listed(strategy) and leading_goals(strategy)):
        return (heading(2, "Handlungsfelder und Ziele"), OverviewTable(context).table())
    roomy = tuple(_goals(context, small=False))
    return roomy if fits(roomy, MOST_LINES) else tuple(_goals(context, small=True))


def _goals(context: Context, *, small: bool) -> Iterator[Block]:
    strategy = context.strategy
    names = {stufe.schluessel: stufe.mehrzahl for stufe in strategy.kopf.stufen}
    leading = dict.fromkeys(names[goal.stufe] for goal in leading_goals(strategy))
    title = f"Handlungsfelder und {listed(list(leading))}"
    yield heading(2, title)
    for part in strategy.ziele.parts:
        yield from _part(context, part, small)
    yield sentence(_closing(context))


def _part(context: Context, part: Handlungsfeld | Uebergreifend, small: bool) -> Iterator[Block]:
    goals = [g for g in part.kinder if leads(context.strategy.kopf, g.stufe)]
    if not goals:
        return
    title = part.titel if isinstance(part, Handlungsfeld) else outside_title(context.strategy)
    yield Heading(3, (Run(title),), listed=False, compact=small)
    yield Listing(tuple(map(_item, goals)), brief=small)


def _item(goal: Ziel) -> Item:
    named = Run(f"{printed_id(goal)}{NBSP}{NBSP}", bold=True)
    title = (Run(f"{goal.titel}. ", bold=True),) if goal.titel else ()
    return Item((named, *title, Run(goal.text)))


def _closing(context: Context) -> str:
    """How much stands below them, and where."""
    kopf, counts = context.strategy.kopf, context.edition.tallies.get(ROOT, Counter())
    leading = {goal.stufe for goal in leading_goals(context.strategy)}
    below = [
        f"{counts[stufe.schluessel]}{NBSP}{stufe.mehrzahl}"
        for stufe in kopf.stufen
        if stufe.schluessel not in leading and counts[stufe.schluessel]
    ]
    told = f"Dazu gehören {listed(below)}. " if below else ""
    return f"{told}Alles im Wortlaut, mit Zuständigkeiten und Begründung: die Strategie selbst."
