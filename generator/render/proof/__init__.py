"""What is typed against what the document prints: no word may be lost on the way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from generator.model.print_gap import PrintGap
from generator.render.blocks import Block
from generator.render.documents.context import Context
from generator.render.proof.gaps import Blind, gaps
from generator.render.proof.listed_goals import unlisted
from generator.render.proof.printed import lines
from generator.render.proof.printed_fields import field_gaps

TextSources = Mapping[tuple[str, str], tuple[str, int]]
"""(ID, "vor" or "nach") of a text -> its raw file, and where the text begins in it."""


def print_gaps(
    context: Context, document: Callable[[Context], Iterable[Block]], sources: TextSources
) -> tuple[PrintGap, ...]:
    """Every place of a strategy where a document does not print what was typed.

    A text that belongs to no element is printed nowhere; that is a finding of its own (Z305).
    """
    strategy = context.strategy
    context = replace(context, scribe=Blind.of(context.scribe))
    blocks = list(document(context))
    shown = list(lines(blocks))
    texts: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for address, words in shown:
        if address is not None and address.field == "inhalt":
            texts[address.element, address.place].append(words)
    found = [*field_gaps(strategy, shown), *unlisted(strategy, blocks)]
    for text in strategy.texte:
        key = text.id, text.stelle
        if key in sources and key in texts:
            found += gaps(context.scribe, text, texts[key], *sources[key])
    return tuple(found)
