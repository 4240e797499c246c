"""The overviews and registers behind the chapters, computed from graph and registers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.model.level_words import REGISTERS, of_everything
from generator.render.blocks import Block, Heading, PageBreak, Run
from generator.render.documents.context import Context
from generator.render.documents.pieces import sentence
from generator.render.documents.strategy_document.hierarchy import hierarchy_blocks
from generator.render.documents.strategy_document.matrix import matrix_blocks
from generator.render.documents.strategy_document.registers import REGISTER_PARTS
from generator.render.documents.strategy_document.responsibilities import responsibility_blocks

APPENDICES: Mapping[str, Callable[[Context], Iterator[Block]]] = {
    "uebersicht": hierarchy_blocks,
    "zustaendigkeitsmatrix": matrix_blocks,
    "stellenverzeichnis": responsibility_blocks,
    **REGISTER_PARTS,
}
"""Parts of the document to what prints them, in their order."""


def appendix_blocks(context: Context) -> Iterator[Block]:
    """All computed overviews under one heading; no heading over nothing."""
    blocks = [
        block
        for part, make in APPENDICES.items()
        if part in context.parts
        for block in make(context)
    ]
    if not blocks:
        return
    yield PageBreak()
    yield Heading(1, (Run("Übersichten und Register"),))
    sources = of_everything(context.strategy, REGISTERS).to_many
    yield sentence(
        f"Die folgenden Übersichten sind aus den {sources} dieser Fassung errechnet. Sie fügen "
        "ihnen nichts hinzu und sind nicht Teil eines Beschlusses."
    )
    yield from blocks
