"""A story to what it is to be compared with: the map inside it, a state of the strategy, or itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.model.review import Base
from generator.receive.story import Story
from generator.render.formats.docx.printed_map import PrintedMap, PrintedParagraph, decode

EDITION, DIGEST = "Fassung", "Prüfsumme"
_PRODUCTS = {"Vorgänger": "aenderungsfassung", "Vergleich mit": "synopse"}
"""A document property that only one product has, to the name of that product."""


@dataclass(frozen=True, slots=True)
class Source:
    """A state of the strategy that a file may have been made from.

    ``print_as`` makes the map of a product (by its name) from it. A ``sealed`` edition never
    changes: its name alone tells that it is the one.
    """

    edition: str
    digest: str
    sealed: bool
    print_as: Callable[[str], PrintedMap | None]


@dataclass(frozen=True, slots=True)
class Basis:
    """What was printed. ``rejected``: it only tells whose a paragraph is, for whoever printed it.

    ``made`` is the digest of text and notes as we wrote them, "" where that is not known.
    """

    kind: Base
    printed: tuple[PrintedParagraph, ...]
    edition: str
    digest: str
    ours: bool
    made: str = ""


def basis(story: Story, sources: Sequence[Source]) -> Basis:
    """The map in the file; else the source with its digest or sealed under its edition's name."""
    found = None if story.printed is None else decode(story.printed)
    if found is not None:
        return Basis("map", found.paragraphs, found.edition, found.digest, True, found.content)
    edition, digest = story.properties.get(EDITION, ""), story.properties.get(DIGEST, "")
    product = next((p for name, p in _PRODUCTS.items() if name in story.properties), "strategie")
    source = _source(edition, digest, sources)
    printed = None if source is None else source.print_as(product)
    if printed is not None:
        return Basis("source", printed.paragraphs, edition, digest, True)
    now = sources[0].print_as("strategie") if sources else None
    return Basis("rejected", now.paragraphs if now else (), edition, digest, bool(edition))


def _source(edition: str, digest: str, sources: Sequence[Source]) -> Source | None:
    same = (source for source in sources if digest and source.digest == digest)
    named = (source for source in sources if source.sealed and source.edition == edition)
    return next(same, None) or next(named, None)
