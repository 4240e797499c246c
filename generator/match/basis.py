"""A story to what it is to be compared with: the map inside it, a state of the strategy, or itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from generator.model.review import Base
from generator.receive.story import Story
from generator.render.formats.docx.printed_map import PrintedMap, PrintedParagraph, decode

EDITION, DIGEST = "Fassung", "Prüfsumme"
_PRODUCTS = {"Vorgänger": "aenderungsfassung", "Vergleich mit": "synopse"}
"""A document property that only one product has, to the name of that product."""


class PrintedState(Struct, frozen=True):
    """A state of the strategy that a file may have been made from.

    ``print_as`` makes the map of a product (by its name) from it, with or without words for
    pages. A ``sealed`` edition never changes: its name alone tells that it is the one.
    """

    edition: str
    digest: str
    sealed: bool
    print_as: Callable[[str, bool], PrintedMap | None]


class Basis(Struct, frozen=True):
    """What was printed. ``rejected``: it only tells whose a paragraph is, for whoever printed it.

    ``made`` is the digest of text and notes as we wrote them, "" where that is not known;
    ``frame`` is what headers and footers printed, None where that is not known.
    """

    kind: Base
    printed: tuple[PrintedParagraph, ...]
    edition: str
    digest: str
    ours: bool
    made: str = ""
    frame: tuple[str, ...] | None = None


def basis(story: Story, sources: Iterable[PrintedState]) -> Basis:
    """The map in the file; else the source with its digest or sealed under its edition's name.

    ``sources`` are asked for one after the other, the strategy as it is now first.
    """
    found = None if story.printed is None else decode(story.printed)
    if found is not None:
        about = (found.edition, found.digest, True, found.content, found.frame or None)
        return Basis("map", found.paragraphs, *about)
    edition, digest = story.properties.get(EDITION, ""), story.properties.get(DIGEST, "")
    product = next((p for name, p in _PRODUCTS.items() if name in story.properties), "strategie")
    now: PrintedState | None = None
    for source in sources:
        now = now or source
        if not (digest or edition):  # made by someone else: there is nothing to look for
            break
        if (digest and source.digest == digest) or (source.sealed and source.edition == edition):
            printed = source.print_as(product, story.paged)
            if printed is not None:
                frame = printed.frame or None
                return Basis("source", printed.paragraphs, edition, digest, True, "", frame)
    paragraphs = () if now is None else _paragraphs(now.print_as("strategie", story.paged))
    return Basis("rejected", paragraphs, edition, digest, bool(edition))


def _paragraphs(printed: PrintedMap | None) -> tuple[PrintedParagraph, ...]:
    return () if printed is None else printed.paragraphs
