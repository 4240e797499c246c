"""What stands before the chapters: fields of the cover, imprint, contents, lists."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.level_words import of_everything
from generator.model.text import Prosatext
from generator.render.blocks import (
    Block,
    Contents,
    PageBreak,
    Paragraph,
    Run,
)
from generator.render.citation import german_date
from generator.render.documents.context import Context
from generator.render.documents.edition_words import status
from generator.render.documents.pieces import bullets, heading
from generator.render.documents.strategy_document.abbreviation_list import abbreviation_blocks

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
        yield Paragraph((Run(remark),), "small")
    yield from _provenance(context)


def contents(context: Context, tables: bool) -> Iterator[Block]:
    """Table of contents, lists of figures and tables, list of abbreviations."""
    blocks = list(_lists(context, tables))
    if blocks:
        yield PageBreak()
        yield from blocks


def _lists(context: Context, tables: bool) -> Iterator[Block]:
    parts = context.parts
    if "inhaltsverzeichnis" in parts:
        yield heading(1, "Inhalt")
        yield Contents("headings", 3)
    figures = bool(context.numbering.figures) and "abbildungsverzeichnis" in parts
    tables = tables and "tabellenverzeichnis" in parts
    if figures or tables:
        words = [word for word, there in (("Abbildungen", figures), ("Tabellen", tables)) if there]
        yield heading(1, " und ".join(words))
    if figures:
        yield Contents("figures")
    if tables:
        yield Contents("tables")
    if "abkuerzungen" in parts:
        yield from abbreviation_blocks(context)


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
