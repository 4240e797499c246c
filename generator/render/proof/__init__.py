"""What is typed against what its blocks print: no word may be lost on the way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from generator.model.print_gap import PrintGap
from generator.model.strategy import Strategy
from generator.render.documents.strategy import document_and_context
from generator.render.proof.fields import field_gaps
from generator.render.proof.gaps import gaps

if TYPE_CHECKING:
    from generator.graph.build import Graph

Sources = Mapping[tuple[str, str], tuple[str, int]]
"""(ID, "vor" or "nach") of a text -> its raw file, and where the text begins in it."""


def print_gaps(strategy: Strategy, graph: Graph, sources: Sources) -> tuple[PrintGap, ...]:
    """Every place of a strategy where its document does not print what was typed."""
    document, context = document_and_context(strategy, graph)
    found = list(field_gaps(strategy, document.blocks))
    for text in strategy.texte:
        if source := sources.get((text.id, text.stelle)):
            found += gaps(context.scribe, text, *source)
    return tuple(found)
