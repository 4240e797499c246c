"""A strategy to the document that the Kreistag receives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.render.blocks import Block, Caption, Document
from generator.render.documents.chapters import chapter_blocks
from generator.render.documents.chapters.bibliography import bibliography_blocks
from generator.render.documents.context import Context
from generator.render.documents.edition_words import cover_fields, mark, status
from generator.render.documents.strategy.appendices import appendix_blocks
from generator.render.documents.strategy.front_matter import contents, imprint
from generator.render.documents.strategy.overview import overview_blocks
from generator.render.documents.telling.telling import Telling


def strategy_document(
    context: Context,
    telling: Telling | None = None,
    *,
    digest: str = "",
    faulty: bool = False,
    revision: str | None = None,
) -> Document:
    """The whole strategy; the ``telling`` of what is new fills "Auf einen Blick".

    ``digest`` and ``revision`` become document properties; ``faulty`` marks every page of
    a strategy that was built in spite of errors.
    """
    kopf = context.strategy.kopf
    said = mark(kopf.fassung, faulty)
    properties = {"Fassung": kopf.fassung.kennung, "Prüfsumme": digest, "Revision": revision or ""}
    fields = cover_fields(kopf)
    return Document(
        title=f"{kopf.titel} – {kopf.fassung.bezeichnung}",
        subject=status(kopf.fassung),
        blocks=tuple(document_blocks(context, telling)),
        fields=fields | {"entwurf": said},
        properties={name: value for name, value in properties.items() if value},
        date=kopf.fassung.stand.isoformat(),
        draft=said,
        tracked=context.draft,
        product="strategie",
    )


def document_blocks(context: Context, telling: Telling | None = None) -> Iterator[Block]:
    """The parts in print order; the appendices are made first, as the front lists their tables."""
    appendices = list(_numbered(appendix_blocks(context)))
    yield from imprint(context)
    yield from overview_blocks(context, telling)
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
