"""A comparison to the Synopse: both editions side by side, with reasons and approvals."""

from __future__ import annotations

from generator.compare.comparison import Comparison
from generator.render.blocks import Document, PageBreak, Section
from generator.render.documents.strategy.front import cover_fields, status
from generator.render.documents.synopsis.entries import entries
from generator.render.documents.synopsis.front import front_blocks
from generator.render.documents.synopsis.table import table_blocks

__all__ = ["synopsis_document"]


def synopsis_document(
    comparison: Comparison,
    *,
    every: bool = False,
    digest: str = "",
    faulty: bool = False,
    revision: str | None = None,
) -> Document:
    """Landscape, without a cover; with ``every`` the unchanged elements stand there as well."""
    kopf = comparison.new.kopf
    told = entries(comparison, unchanged=every)
    draft = "Entwurf" if kopf.fassung.status == "entwurf" else ""
    mark = "Enthält Fehler" if faulty else draft
    fields = cover_fields(kopf)
    properties = {
        "Fassung": kopf.fassung.kennung,
        "Vergleich mit": comparison.old.kopf.fassung.kennung,
        "Prüfsumme": digest,
        "Revision": revision or "",
    }
    targets = frozenset(entry.id for entry in told)
    return Document(
        title=f"Synopse: {kopf.titel} – {kopf.fassung.bezeichnung}",
        subject=status(kopf.fassung),
        blocks=(
            Section("landscape"),
            *front_blocks(comparison, targets, every),
            PageBreak(),
            *table_blocks(told, comparison.new),
        ),
        fields=fields | {"kurztitel": f"Synopse: {fields['kurztitel']}", "entwurf": mark},
        properties={name: value for name, value in properties.items() if value},
        date=kopf.fassung.stand.isoformat(),
        draft=mark,
        cover=False,
        tracked=bool(draft),
        product="synopse",
    )
