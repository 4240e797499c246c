"""The works cited to the bibliography, one bookmarked paragraph a work."""

from __future__ import annotations

from collections.abc import Iterator

from generator.render.blocks import Block, Heading, PageBreak, Paragraph, Run
from generator.render.citation import NO_TITLE, bibliography_order, entry
from generator.render.documents.strategy.context import Context


def bibliography_blocks(context: Context) -> Iterator[Block]:
    """Sorted as German registers are; says what it means that a title is not given."""
    works = bibliography_order(context.strategy.quellen)
    if not works:
        return
    yield PageBreak()
    yield Heading(1, (Run("Quellenverzeichnis"),))
    if any(work.titel is None for work in works):
        remark = f"Wo „{NO_TITLE}“ steht, liegen nur Urheber und Jahr vor."
        yield Paragraph((Run(remark),), "small")
    for work in works:
        short = context.scribe.short_forms[work.id]
        yield Paragraph(entry(work, short), "bibliography", bookmark=work.id)
