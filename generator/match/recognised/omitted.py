"""Chapters that a program counts and lists anew: taken out before anything is recognised."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from msgspec.structs import replace

from generator.match.recognised.segments import heading_of, numbered
from generator.receive.foreign import AsideLine, ForeignDocument, Passage

COMPUTED = (
    "Inhalt",
    "Inhaltsverzeichnis",
    "Auf einen Blick",
    "Übersichten und Register",
    "Abbildungen und Tabellen",
    "Abbildungsverzeichnis",
    "Tabellenverzeichnis",
)
"""Headings over contents, lists and counts, in our own documents and in those of others."""

_PAGE = re.compile(r"\s\d{1,4}\s*$")


def omitted(document: ForeignDocument, titles: Container[str]) -> ForeignDocument:
    """The document without these chapters, whose lines are asides."""
    kept: list[Passage] = []
    gone: list[AsideLine] = []
    inside: tuple[int, str] | None = None
    unstyled = not any(passage.kind == "heading" for passage in document.passages)
    for passage, depth, title in _headed(document.passages):
        guessed = passage.kind != "heading"
        if depth and (inside is None or depth <= inside[0]):
            inside = (depth, title) if title in titles else None
        elif inside is not None and guessed and unstyled and not _listed(passage):
            inside = None
        if inside is None:
            kept.append(passage)
        else:
            gone += [AsideLine(line, f"ausgelassen: «{inside[1]}»") for line in passage.lines]
    if not gone:
        return document
    return replace(document, passages=tuple(kept), asides=(*document.asides, *gone))


def _listed(passage: Passage) -> bool:
    """Whether a passage is of a list of contents: most of its lines end in the number of a page."""
    ended = [line for line in passage.lines if _PAGE.search(line.text)]
    return len(ended) * 2 >= len(passage.lines)


def _headed(passages: Sequence[Passage]) -> Iterator[tuple[Passage, int, str]]:
    """Each passage with its depth and title where it is a heading; depth 0 else."""
    for at, passage in enumerate(passages):
        text = passage.lines[0].text.strip()
        if passage.kind == "heading":
            yield passage, passage.level or 1, numbered(text)[1].strip()
            continue
        head = heading_of(passage, passages[at + 1] if at + 1 < len(passages) else None)
        if head is not None and (head.depth or text in COMPUTED):
            yield passage, head.depth or 1, head.lines[0].text.strip()
        else:
            yield passage, 0, ""
