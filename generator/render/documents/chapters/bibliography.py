"""The works cited to the bibliography, one bookmarked paragraph a work."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.address import Address
from generator.render.blocks import Block, Heading, PageBreak, Paragraph, Run
from generator.render.citation import NO_TITLE, bibliography_order, entry, short_forms
from generator.render.documents.context import Context


def bibliography_blocks(context: Context) -> Iterator[Block]:
    """Sorted as German registers are; says what it means that a title is not given."""
    works = bibliography_order(context.strategy.quellen)
    if not works or "quellenverzeichnis" not in context.parts:
        return
    yield PageBreak()
    yield Heading(1, (Run("Quellenverzeichnis"),))
    if any(work.titel is None for work in works):
        remark = f"Wo „{NO_TITLE}“ steht, liegen nur Urheber und Jahr vor."
        yield Paragraph((Run(remark),), "small")
    forms = short_forms(works)
    for work in works:
        address = Address(work.id, "titel" if work.titel else "urheber")
        content = entry(work, forms[work.id])
        yield Paragraph(content, "bibliography", bookmark=work.id, address=address)
