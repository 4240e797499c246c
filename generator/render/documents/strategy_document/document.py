"""A strategy to the document that the Kreistag receives."""

from __future__ import annotations

from generator.render.blocks import Document
from generator.render.documents.context import Context
from generator.render.documents.edition_words import cover_fields, mark, status
from generator.render.documents.strategy_document.decision import decision_blocks
from generator.render.documents.strategy_document.news import news_blocks
from generator.render.documents.strategy_document.print_order import document_blocks
from generator.render.documents.telling.teller import Telling


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
    decision = tuple(decision_blocks(context, telling))
    news = tuple(news_blocks(context, telling))
    said = mark(kopf.fassung, faulty)
    properties = {"Fassung": kopf.fassung.kennung, "Prüfsumme": digest, "Revision": revision or ""}
    fields = cover_fields(kopf)
    return Document(
        title=f"{kopf.titel} – {kopf.fassung.bezeichnung}",
        subject=status(kopf.fassung),
        blocks=tuple(document_blocks(context, decision, news)),
        fields=fields | {"entwurf": said},
        properties={name: value for name, value in properties.items() if value},
        date=kopf.fassung.stand.isoformat(),
        draft=said,
        tracked=context.draft,
        product="strategie",
    )
