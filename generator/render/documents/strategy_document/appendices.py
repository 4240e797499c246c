"""The overviews and registers behind the chapters, computed from graph and registers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.model.level_words import REGISTERS, of_everything
from generator.render.blocks import Block, Caption, Contents, Heading, Run
from generator.render.documents.context import Context
from generator.render.documents.page_room import on_new_page
from generator.render.documents.pieces import sentence
from generator.render.documents.strategy_document.abbreviation_list import (
    glossary_blocks,
)
from generator.render.documents.strategy_document.hierarchy import hierarchy_blocks
from generator.render.documents.strategy_document.matrix import matrix_blocks
from generator.render.documents.strategy_document.registers import REGISTER_PARTS
from generator.render.documents.strategy_document.responsibilities import responsibility_blocks

MOST = 1.0
"""Pages that all of them may take together so that they run on."""
APPENDICES: Mapping[str, Callable[[Context], Iterator[Block]]] = {
    "uebersicht": hierarchy_blocks,
    "zustaendigkeitsmatrix": matrix_blocks,
    "stellenverzeichnis": responsibility_blocks,
    **REGISTER_PARTS,
    "glossar": glossary_blocks,
}
"""Parts of the document to what prints them, in their order."""
LISTS = ("abbildungsverzeichnis", "tabellenverzeichnis")
"""The parts that list what the others and the chapters hold, behind them."""


def appendix_blocks(context: Context) -> Iterator[Block]:
    """All computed overviews under one heading; no heading over nothing."""
    blocks = [
        block
        for part, make in APPENDICES.items()
        if part in context.parts
        for block in make(context)
    ]
    blocks += _lists(context, {block.kind for block in blocks if isinstance(block, Caption)})
    if not blocks:
        return
    sources = of_everything(context.strategy, REGISTERS).to_many
    said = (
        f"Die folgenden Übersichten sind aus den {sources} dieser Fassung errechnet. Sie fügen "
        "ihnen nichts hinzu und sind nicht Teil eines Beschlusses."
    )
    title = Heading(1, (Run("Übersichten und Register"),))
    yield from on_new_page([title, sentence(said), *blocks], MOST)


def _lists(context: Context, kinds: set[str]) -> Iterator[Block]:
    """Where to find figures and the tables that have a caption; ``kinds`` are those of captions here."""
    drawn = "Abbildung" in kinds or bool(context.numbering.figures)
    figures = drawn and LISTS[0] in context.parts
    tables = "Tabelle" in kinds and LISTS[1] in context.parts
    words = [word for word, there in (("Abbildungen", figures), ("Tabellen", tables)) if there]
    if words:
        yield Heading(2, (Run(" und ".join(words)),))
    if figures:
        yield Contents("figures")
    if tables:
        yield Contents("tables")
