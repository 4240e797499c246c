"""A strategy to the document that the Kreistag receives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.model.strategy import Strategy
from generator.render.blocks import Block, Caption, Document
from generator.render.documents.strategy.appendices import appendix_blocks
from generator.render.documents.strategy.bibliography import bibliography_blocks
from generator.render.documents.strategy.chapters import chapter_blocks
from generator.render.documents.strategy.context import (
    NEUTRAL,
    WHOLE,
    Context,
    Profile,
    context_of,
)
from generator.render.documents.strategy.front import contents, cover_fields, imprint, status
from generator.render.documents.strategy.overview import overview_blocks

if TYPE_CHECKING:
    from generator.graph.build import Graph

__all__ = ["NEUTRAL", "WHOLE", "Profile", "strategy_document"]


def strategy_document(
    strategy: Strategy,
    graph: Graph,
    comparison: Any = None,
    *,
    digest: str = "",
    faulty: bool = False,
    revision: str | None = None,
    profile: Profile = WHOLE,
) -> Document:
    """The whole strategy; ``comparison`` with its predecessor fills "Auf einen Blick".

    ``digest`` and ``revision`` become document properties; ``faulty`` marks every page of
    a strategy that was built in spite of errors.
    """
    context = context_of(strategy, graph, comparison, profile)
    kopf = strategy.kopf
    mark = "Entwurf" if context.draft else ""
    properties = {"Fassung": kopf.fassung.kennung, "Prüfsumme": digest, "Revision": revision or ""}
    fields = cover_fields(kopf)
    return Document(
        title=f"{kopf.titel} – {kopf.fassung.bezeichnung}",
        subject=status(kopf.fassung),
        blocks=tuple(_blocks(context)),
        fields=fields | {"entwurf": "Enthält Fehler" if faulty else mark},
        properties={name: value for name, value in properties.items() if value},
        date=kopf.fassung.stand.isoformat(),
        draft="Enthält Fehler" if faulty else mark,
        tracked=context.draft,
        product="strategie",
    )


def _blocks(context: Context) -> Iterator[Block]:
    """The parts in print order; the appendices are made first, as the front lists their tables."""
    appendices = list(_numbered(appendix_blocks(context))) if context.profile.appendices else []
    if context.profile.front:
        yield from imprint(context)
        yield from overview_blocks(context)
        yield from contents(context, any(isinstance(block, Caption) for block in appendices))
    yield from chapter_blocks(context)
    yield from bibliography_blocks(context)
    yield from appendices


def _numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """Count the tables that have a caption."""
    count = 0
    for block in blocks:
        if isinstance(block, Caption) and block.kind == "Tabelle":
            count += 1
            block = replace(block, number=count)
        yield block
