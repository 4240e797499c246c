"""The registered abbreviations that the document uses to a list with their meanings."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.abbreviations import used
from generator.render.blocks import Block, Row, Table
from generator.render.citation import sort_key
from generator.render.documents.context import Context
from generator.render.documents.pieces import TEXT_WIDTH, cell, head, heading

WHOLE = 25
"""Up to so many stand on one page together."""


def abbreviation_blocks(context: Context) -> Iterator[Block]:
    """A table of the abbreviations that occur; nothing where none does."""
    expansions = context.strategy.kopf.abkuerzungen
    found = sorted(used(expansions, context.strategy), key=sort_key)
    if not found:
        return
    whole = len(found) <= WHOLE
    rows = [
        Row(
            (cell(short, header=True), cell(expansions[short])),
            keep_with_next=whole and short != found[-1],
        )
        for short in found
    ]
    yield heading(1, "Abkürzungen")
    yield Table(
        (35.0, TEXT_WIDTH - 35.0),
        (head("Abkürzung", "Bedeutung"), *rows),
        "Abkürzungen und ihre Bedeutung",
    )
