"""A strategy to the map of what one of its Word products prints."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from generator.checking import sound
from generator.errors import GeneratorError
from generator.graph.edition import Edition
from generator.model.strategy import Strategy
from generator.pipeline import digest
from generator.read.editions import edition_names, origin_of
from generator.read.neighbours import neighbours
from generator.render.documents.context import context_of
from generator.render.entries import anchored
from generator.render.formats.docx.printed_map import PrintedMap, find
from generator.render.inputs import Inputs
from generator.render.products import DOCUMENTS
from generator.render.targets import targets
from generator.render.templates import template

if TYPE_CHECKING:
    from generator.compare.comparison import Comparison


def printed(folder: Path, strategy: Strategy, product: str, paged: bool) -> PrintedMap | None:
    """What ``product`` prints; ``paged``: with the words around page numbers, whatever these are.

    None where it cannot be printed: nothing to compare with, a template that lacks something.
    """
    from generator.render.formats.docx import encode

    try:
        edition = Edition(strategy, neighbours(folder, strategy))
        comparison = _comparison(folder, edition)
        if comparison is None and product != "strategie":
            return None
        inputs = Inputs(context_of(edition), comparison, digest=digest(strategy))
        document = DOCUMENTS[product](inputs)
        pages = dict.fromkeys(targets(anchored(document.blocks)), 1) if paged else None
        data = encode(document, template("kreistag.docx"), pages, raster=False)
    except GeneratorError:
        return None
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return find({name: archive.read(name) for name in archive.namelist()})


def _comparison(folder: Path, edition: Edition) -> Comparison | None:
    """With the predecessor, where that is at hand."""
    from generator.compare.comparison import compare

    before = edition.strategy.kopf.fassung.vorgaenger
    if before is None or before not in edition_names(folder):
        return None
    return compare(Edition(sound(origin_of(before, folder), before)[1]), edition)
