"""The registered abbreviations that the document uses, and its terms, to lists with their meanings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.abbreviations import used
from generator.render.blocks import Block, Heading, Row, Run, Table
from generator.render.citation import sort_key
from generator.render.documents.context import Context
from generator.render.documents.pieces import TEXT_WIDTH, cell, head, heading
from generator.render.text_width import width

SIZE, PADDING, LEAST, MOST = 3.53, 5.0, 30.0, 60.0
"""Millimetres: of the type, around it, and of the column with the words."""
WHOLE = 25
"""Up to so many stand on one page together."""


def abbreviation_blocks(context: Context) -> Iterator[Block]:
    """A table of the abbreviations that occur; nothing where none does."""
    expansions = context.strategy.kopf.abkuerzungen
    found = {short: expansions[short] for short in used(expansions, context.strategy)}
    yield from _explained(heading(2, "Abkürzungen"), "Abkürzung", found)


def glossary_blocks(context: Context) -> Iterator[Block]:
    """A table of the terms that the strategy explains."""
    title = Heading(2, (Run("Glossar"),))
    yield from _explained(title, "Begriff", context.strategy.kopf.glossar)


def _explained(title: Heading, kind: str, found: Mapping[str, str]) -> Iterator[Block]:
    """Each word with its meaning, in alphabetical order; short tables stay on one page."""
    if not found:
        return
    words = sorted(found, key=sort_key)
    whole = len(words) <= WHOLE
    rows = [
        Row(
            (cell(word, header=True), cell(found[word])),
            keep_with_next=whole and word != words[-1],
        )
        for word in words
    ]
    longest = max(width(word, SIZE, bold=True) for word in (kind, *words)) + PADDING
    first = round(min(max(longest, LEAST), MOST), 1)
    yield title
    yield Table(
        (first, TEXT_WIDTH - first),
        (head(kind, "Bedeutung"), *rows),
        f"Je Zeile ein Wort ({kind}) und seine Bedeutung",
        style="matrix",
    )
