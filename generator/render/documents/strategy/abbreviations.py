"""The registered abbreviations that the document uses to a list with their meanings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.strategy import Strategy
from generator.render.blocks import Block, Heading, Row, Run, Table
from generator.render.citation import sort_key
from generator.render.documents.strategy.context import TEXT_WIDTH, Context, cell


def abbreviation_blocks(context: Context) -> Iterator[Block]:
    """A table of the abbreviations that occur; nothing where none does."""
    expansions = context.strategy.kopf.abkuerzungen
    found = used(expansions, printed_text(context.strategy))
    if not found:
        return
    head = Row((cell("Abkürzung", style="head", header=True),
                cell("Bedeutung", style="head", header=True)), header=True)  # fmt: skip
    rows = [Row((cell(short, header=True), cell(expansions[short]))) for short in found]
    yield Heading(1, (Run("Abkürzungen"),), listed=False)
    yield Table((35.0, TEXT_WIDTH - 35.0), (head, *rows), "Abkürzungen und ihre Bedeutung")


def used(expansions: dict[str, str], text: str) -> list[str]:
    """The abbreviations that stand in ``text`` as whole words, sorted."""
    found = []
    for short in sorted(expansions, key=sort_key):
        # The plain search is fast and settles most; the expression tells SGB from SGBs.
        if short in text and re.search(rf"(?<!\w){re.escape(short)}(?!\w)", text):
            found.append(short)
    return found


def printed_text(strategy: Strategy) -> str:
    """All wording that the document prints, as one text to search in."""
    parts = [text.inhalt for text in strategy.texte]
    parts += [goal.text for goal in strategy.goals()]
    parts += [feld.titel for feld in strategy.ziele.handlungsfelder]
    for thema in strategy.themen:
        parts += [thema.titel, *(empfehlung.text for empfehlung in thema.empfehlungen)]
    parts += [actor.name for actor in strategy.akteure]
    parts += [figure.bezeichnung for figure in strategy.kennzahlen]
    parts += [plan.titel for plan in strategy.plaene]
    return "\n".join(parts)
