"""What is typed against what the document prints: no word may be lost on the way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from generator.model.print_gap import PrintGap, PrintProof
from generator.render.blocks import Block, Caption, Heading
from generator.render.documents.context import Context
from generator.render.proof.gaps import Blind, gaps
from generator.render.proof.listed_goals import unlisted
from generator.render.proof.printed import lines
from generator.render.proof.printed_fields import field_gaps
from generator.render.targets import accepted_text

TextSources = Mapping[tuple[str, str], tuple[str, int]]
"""(ID, "vor" or "nach") of a text -> its raw file, and where the text begins in it."""


def proof(
    context: Context, document: Callable[[Context], Iterable[Block]], sources: TextSources
) -> PrintProof:
    """What a document of a strategy shows, and every place where it does not print what was typed.

    A text that belongs to no element is printed nowhere; that is a finding of its own (Z305).
    """
    context = replace(context, scribe=Blind.of(context.scribe))
    blocks = list(document(context))
    return _shown(blocks, _gaps(context, blocks, sources))


def _gaps(context: Context, blocks: list[Block], sources: TextSources) -> tuple[PrintGap, ...]:
    strategy = context.strategy
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


def _shown(blocks: Iterable[Block], found: tuple[PrintGap, ...]) -> PrintProof:
    headings = [block for block in blocks if isinstance(block, Heading)]
    captions = [block.kind for block in blocks if isinstance(block, Caption)]
    return PrintProof(
        found,
        {h.number: accepted_text(h.content) for h in headings if h.number},
        captions.count("Abbildung"),
        captions.count("Tabelle"),
        tuple(accepted_text(heading.content) for heading in headings if heading.level == 1),
    )
