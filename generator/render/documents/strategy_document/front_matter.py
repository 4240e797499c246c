"""What stands before the chapters: imprint, reading guide, contents."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.head import Kopf
from generator.model.level_words import of_everything
from generator.model.text import Prosatext
from generator.render.blocks import (
    Block,
    Contents,
    LineBreak,
    PageBreak,
    Paragraph,
    Run,
)
from generator.render.citation import german_date
from generator.render.documents.chapters.leading_goals import are_listed
from generator.render.documents.context import Context
from generator.render.documents.edition_words import status
from generator.render.documents.pieces import bullets, heading
from generator.render.documents.strategy_document.abbreviation_list import abbreviation_blocks
from generator.render.documents.strategy_document.reading_guide import guide_blocks
from generator.render.web_links import linked

ORIGINS = {
    "amtlich": "im amtlichen Wortlaut",
    "nacherzaehlt": "nacherzählt, nicht Teil eines Beschlusses",
    "eigener": "für diese Fassung geschrieben",
}


def imprint(context: Context) -> Iterator[Block]:
    """What this document is and where its texts come from."""
    kopf = context.strategy.kopf
    yield heading(1, "Zu diesem Dokument")
    yield Paragraph((Run(f"{kopf.titel}, {kopf.fassung.bezeichnung}", bold=True),), "small")
    yield Paragraph(
        (Run(f"{status(kopf.fassung)}. Stand der Texte: {german_date(kopf.fassung.stand)}."),),
        "small",
    )
    for remark in kopf.hinweise:
        yield Paragraph(linked(remark), "small")
    yield from _provenance(context)
    yield from _publisher(kopf)
    guide = list(guide_blocks(context))
    if guide:
        yield heading(2, "So lesen Sie dieses Dokument")
        yield from guide
    if "abkuerzungen" in context.parts:
        yield from abbreviation_blocks(context)


def _publisher(kopf: Kopf) -> Iterator[Block]:
    """Who publishes it, how to reach them, and whom an obstacle in the document is told."""
    given = kopf.impressum
    yield heading(2, "Impressum")
    publisher = given.herausgeber or kopf.koerperschaft.verwaltung
    lines = [f"Herausgeber: {publisher}", *given.contact]
    joined = [part for line in lines for part in (LineBreak(), *linked(line))][1:]
    yield Paragraph(tuple(joined), "small")
    barrier = given.barrierefreiheit
    if barrier:
        yield Paragraph((Run("Barrierefreiheit: ", bold=True), *linked(barrier)), "small")
    for remark in given.weitere:
        yield Paragraph(linked(remark), "small")


def contents(context: Context) -> Iterator[Block]:
    """The table of contents, on a page of its own."""
    if "inhaltsverzeichnis" in context.parts:
        yield PageBreak()
        yield heading(1, "Inhalt")
        yield Contents("headings", 2, goals=are_listed(context.strategy))


def _provenance(context: Context) -> Iterator[Block]:
    """Which texts are official, retold or new; one sentence where all are alike."""
    kinds: dict[str, list[Prosatext]] = {}
    for text in context.strategy.texte:
        kinds.setdefault(text.wortlaut, []).append(text)
    found = [kind for kind in ORIGINS if kind in kinds]
    explained = of_everything(context.strategy).many
    texts = f"Herkunft der Texte, die {explained} erläutern"
    if len(found) == 1:
        yield Paragraph((Run(f"{texts}: {ORIGINS[found[0]]}."),), "small")
    elif found:
        yield Paragraph((Run(f"{texts}:"),), "small", keep_with_next=True)
        lines = (f"{ORIGINS[kind]}: {_listed(context, kinds[kind])}" for kind in found)
        yield bullets(lines)


def _listed(context: Context, texts: list[Prosatext]) -> str:
    """The elements in print order; from three in a row on, "LZ01 bis LZ03"."""
    order = {element.id: index for index, element in enumerate(context.strategy.elements())}
    wanted = sorted({text.id for text in texts if text.id in order}, key=order.__getitem__)
    every = sorted({text.id for text in context.strategy.texte if text.id in order},
                   key=order.__getitem__)  # fmt: skip
    rank = {identity: index for index, identity in enumerate(every)}
    runs: list[list[str]] = []
    for identity in wanted:
        if runs and rank[identity] == rank[runs[-1][-1]] + 1:
            runs[-1].append(identity)
        else:
            runs.append([identity])
    return ", ".join(_span(context, run) for run in runs)


def _span(context: Context, run: list[str]) -> str:
    names = [context.names.label(identity) for identity in run]
    return f"{names[0]} bis {names[-1]}" if len(run) > 2 else ", ".join(names)
