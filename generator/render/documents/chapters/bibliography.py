"""The works cited to the bibliography, one bookmarked paragraph a work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.address import Address
from generator.model.register import Quelle
from generator.render.blocks import Block, Heading, Paragraph, Run
from generator.render.citation import bibliography_order, entry, short_forms
from generator.render.documents.context import Context
from generator.render.documents.page_room import on_new_page
from generator.render.short_citations import NO_TITLE

MOST = 1.2
"""Pages that it may take so that it runs on behind the last chapter."""


def bibliography_blocks(context: Context) -> Iterator[Block]:
    """Sorted as German registers are; says what it means that a title is not given."""
    works = bibliography_order(context.strategy.quellen)
    if not works or "quellenverzeichnis" not in context.parts:
        return
    room = MOST if context.profile.beside is None else 0.0
    yield from on_new_page(list(_blocks(works)), room)


def _blocks(works: Sequence[Quelle]) -> Iterator[Block]:
    yield Heading(1, (Run("Quellenverzeichnis"),))
    if any(work.urheber and not work.titel for work in works):
        remark = f"Wo „{NO_TITLE}“ steht, liegen nur Urheber und Jahr vor."
        yield Paragraph((Run(remark),), "small")
    forms = short_forms(works)
    for work in works:
        field = next((f for f in ("titel", "urheber") if getattr(work, f)), "adresse")
        address = Address(work.id, field)
        content = entry(work, forms[work.id])
        yield Paragraph(content, "bibliography", bookmark=work.id, address=address)
