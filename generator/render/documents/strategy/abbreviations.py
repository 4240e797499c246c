"""The registered abbreviations that the document uses to a list with their meanings."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.abbreviations import used
from generator.render.blocks import Block, Heading, Row, Run, Table
from generator.render.citation import sort_key
from generator.render.documents.context import Context
from generator.render.documents.pieces import TEXT_WIDTH, cell

WHOLE = 25
"""Up to so many stand on one page together."""


def abbreviation_blocks(context: Context) -> Iterator[Block]:
    """A table of the abbreviations that occur; nothing where none does."""
    expansions = context.strategy.kopf.abkuerzungen
    found = sorted(used(expansions, context.strategy), key=sort_key)
    if not found:
        return
    head = Row((cell("Abkürzung", style="head", header=True),
                cell("Bedeutung", style="head", header=True)), header=True)  # fmt: skip
    whole = len(found) <= WHOLE
    rows = [
        Row(
            (cell(short, header=True), cell(expansions[short])),
            keep_with_next=whole and short != found[-1],
        )
        for short in found
    ]
    yield Heading(1, (Run("Abkürzungen"),), listed=False)
    yield Table((35.0, TEXT_WIDTH - 35.0), (head, *rows), "Abkürzungen und ihre Bedeutung")
