"""A comparison to the Synopse: both editions side by side, with reasons and approvals."""

from __future__ import annotations

from generator.render.blocks import Document, PageBreak, Section
from generator.render.documents.edition_words import cover_fields, mark, status
from generator.render.documents.synopsis.first_page import front_blocks
from generator.render.documents.synopsis.table import table_blocks
from generator.render.documents.telling.teller import Telling

__all__ = ["synopsis_document"]


def synopsis_document(
    telling: Telling,
    *,
    every: bool = False,
    digest: str = "",
    faulty: bool = False,
    revision: str | None = None,
) -> Document:
    """Landscape, without a cover; with ``every`` the unchanged elements stand there as well."""
    comparison = telling.comparison
    kopf = comparison.new.kopf
    told = telling.elements if every else telling.changed
    said = mark(kopf.fassung, faulty)
    fields = cover_fields(kopf)
    properties = {
        "Fassung": kopf.fassung.kennung,
        "Vergleich mit": comparison.old.kopf.fassung.kennung,
        "Prüfsumme": digest,
        "Revision": revision or "",
    }
    targets = frozenset(element.subject.id for element in told)
    return Document(
        title=f"Synopse: {kopf.titel} – {kopf.fassung.bezeichnung}",
        subject=status(kopf.fassung),
        blocks=(
            Section("landscape"),
            *front_blocks(telling, targets, every),
            PageBreak(),
            *table_blocks(told, comparison.new),
        ),
        fields=fields | {"kurztitel": f"Synopse: {fields['kurztitel']}", "entwurf": said},
        properties={name: value for name, value in properties.items() if value},
        date=kopf.fassung.stand.isoformat(),
        draft=said,
        cover=False,
        tracked=kopf.fassung.status == "entwurf",
        product="synopse",
    )
