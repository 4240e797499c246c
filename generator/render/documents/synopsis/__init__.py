"""A comparison to the Synopse: both editions side by side, with reasons and approvals."""

from __future__ import annotations

from collections.abc import Iterator

from generator.render.blocks import Block, Document, Heading, Run, Section
from generator.render.documents.edition_words import cover_fields, mark, status
from generator.render.documents.pieces import heading
from generator.render.documents.synopsis.front import counts_blocks, front_blocks
from generator.render.documents.synopsis.goal_heading import goal_heading
from generator.render.documents.synopsis.synopsis_entries import (
    SynopsisEntry,
    by_section,
    entries,
    parts,
)
from generator.render.documents.synopsis.synopsis_rows import columns, tables
from generator.render.documents.telling.teller import Telling
from generator.render.documents.telling.vote_words import quoted

__all__ = ["synopsis_document"]

EDITORIAL, REGISTERS = "Redaktionelle Änderungen", "Verzeichnisse"


def synopsis_document(
    telling: Telling,
    *,
    every: bool = False,
    pages: bool = False,
    digest: str = "",
    faulty: bool = False,
    revision: str | None = None,
) -> Document:
    """Landscape, no cover; with ``every`` unchanged elements too; ``pages``: whether those are known."""
    kopf = telling.comparison.new.kopf
    said = mark(kopf.fassung, faulty)
    fields = cover_fields(kopf)
    properties = {
        "Fassung": kopf.fassung.kennung,
        "Vergleich mit": telling.comparison.old.kopf.fassung.kennung,
        **({"Prüfsumme": digest} if digest else {}),
        **({"Revision": revision} if revision else {}),
    }
    found = entries(telling, telling.elements if every else telling.changed)
    return Document(
        title=f"Synopse: {kopf.titel} – {kopf.fassung.bezeichnung}",
        subject=status(kopf.fassung),
        blocks=(
            Section("landscape", narrow=True),
            *front_blocks(telling, found, pages=pages),
            *counts_blocks(telling, every=every),
            *_tables(telling, found),
        ),
        fields=fields | {"kurztitel": f"Synopse: {fields['kurztitel']}", "entwurf": said},
        properties=properties,
        date=kopf.fassung.stand.isoformat(),
        draft=said,
        cover=False,
        tracked=kopf.fassung.status == "entwurf",
        product="synopse",
    )


def _tables(telling: Telling, found: tuple[SynopsisEntry, ...]) -> Iterator[Block]:
    """Teil A by Handlungsfeld and Leitziel, then what is editorial and what stands in registers."""
    if not found:
        return
    sizes = columns(found)
    close, editorial, registers = parts(found)
    if close:
        yield heading(1, "Teil A: Änderungen des Inhalts")
    for title, groups in by_section(close):
        yield Heading(2, (Run(quoted(title)),))
        for key, group in groups:
            if key:
                yield goal_heading(telling, key)
            yield from tables(group, telling.comparison, sizes, title)
    if editorial or registers:
        yield heading(1, "Teil B: Redaktionelles und Verzeichnisse")
    for title, group in ((EDITORIAL, editorial), (REGISTERS, registers)):
        if group:
            yield Heading(2, (Run(title),))
            yield from tables(group, telling.comparison, sizes, title)
