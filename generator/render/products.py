"""The table of products: which document in which format under which file name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.errors import GeneratorError
from generator.render.templates import template

if TYPE_CHECKING:
    from generator.compare.comparison import Comparison
    from generator.graph.edition import Edition
    from generator.model.strategy import Strategy
    from generator.render.blocks import Document
    from generator.render.documents.context import Context
    from generator.render.documents.telling.telling import Telling


@dataclass(frozen=True)
class Inputs:
    """All that a product may be made from; ``notes`` collects remarks for the user."""

    edition: Edition
    printed: Context | None = None
    """The edition as documents print it, where somebody has made that already."""
    comparison: Comparison | None = None
    digest: str = ""
    pages: str = "off"
    faulty: bool = False
    revision: str | None = None
    notes: list[str] = field(default_factory=list)
    every: bool = False
    """Whether the Synopse and the web page also hold what did not change."""
    cache: Path | None = None

    @property
    def strategy(self) -> Strategy:
        """What the edition says."""
        return self.edition.strategy

    @cached_property
    def told(self) -> Telling | None:
        """The telling of the comparison, where there is one."""
        from generator.render.documents.telling.telling import Telling

        return Telling(self.comparison, self.printed) if self.comparison else None

    @property
    def telling(self) -> Telling:
        """The same for what cannot be without one."""
        assert self.told is not None
        return self.told

    @cached_property
    def context(self) -> Context:
        """The edition as documents print it."""
        from generator.render.documents.context import context_of

        return self.told.edition if self.told else self.printed or context_of(self.edition)


@dataclass(frozen=True)
class Product:
    """One file of the output; ``compares`` says that it needs a predecessor."""

    name: str
    file: str
    title: str
    render: Callable[[Inputs], bytes]
    compares: bool = False
    on_request: bool = False
    """Whether it is made only where it is asked for by name."""


def _strategy_docx(inputs: Inputs) -> bytes:
    from generator.render.formats.docx import encode_with_pages

    return encode_with_pages(
        _strategy_document(inputs), template("kreistag.docx"), inputs, inputs.cache
    )


def _strategy_pdf(inputs: Inputs) -> bytes:
    from generator.render.formats.docx import pdf_with_pages

    return pdf_with_pages(
        _strategy_document(inputs), template("kreistag.docx"), inputs, inputs.cache
    )


def _strategy_document(inputs: Inputs) -> Document:
    from generator.render.documents.strategy import strategy_document

    return strategy_document(
        inputs.context,
        inputs.told,
        digest=inputs.digest,
        faulty=inputs.faulty,
        revision=inputs.revision,
    )


def _redline(inputs: Inputs) -> bytes:
    """Without page numbers: they depend on which of the changes the reader has shown."""
    return _unpaged(_redline_document(inputs), inputs)


def _unpaged(document: Document, inputs: Inputs) -> bytes:
    from generator.render.formats.docx import encode

    return encode(document, template("kreistag.docx"), cache=inputs.cache)


def _redline_document(inputs: Inputs) -> Document:
    from generator.render.documents.redline import redline_document

    fassung = inputs.strategy.kopf.fassung
    return redline_document(
        inputs.telling,
        author=f"{OURS}{fassung.kennung}",
        date=fassung.stand.isoformat(),
        digest=inputs.digest,
        faulty=inputs.faulty,
    )


def _goal_graph(inputs: Inputs) -> bytes:
    from generator.render.formats.svg import encode
    from generator.render.goal_graph import goal_graph

    return encode(goal_graph(inputs.edition)).encode()


def _changes_markdown(inputs: Inputs) -> bytes:
    from generator.render.documents.change_list import list_document
    from generator.render.formats.markdown import encode

    return encode(list_document(inputs.telling), template("dokument.md.j2"))


def _synopsis(inputs: Inputs) -> bytes:
    return _unpaged(_synopsis_document(inputs), inputs)


def _synopsis_document(inputs: Inputs) -> Document:
    from generator.render.documents.synopsis import synopsis_document

    return synopsis_document(
        inputs.telling,
        every=inputs.every,
        digest=inputs.digest,
        faulty=inputs.faulty,
        revision=inputs.revision,
    )


def _changes_html(inputs: Inputs) -> bytes:
    from generator.render.documents.change_page import page_document
    from generator.render.formats.html import encode

    document = page_document(inputs.telling, every=inputs.every, faulty=inputs.faulty)
    return encode(document, template("dokument.html.j2"))


def _changes_json(inputs: Inputs) -> bytes:
    from generator.render.reports.changes_json import encode

    return str(encode(inputs.telling)).encode()


OURS = "Fortschreibung "
"""How the author of our tracked changes begins: what comes back is told apart by it."""

DOCUMENTS: Mapping[str, Callable[[Inputs], Document]] = MappingProxyType(
    {
        "strategie": _strategy_document,
        "synopse": _synopsis_document,
        "aenderungsfassung": _redline_document,
    }
)
"""The Word products by name, before they are encoded."""

PDF = "strategie.pdf"
PRODUCTS = (
    Product("strategie", "strategie.docx", "die Strategie als Word-Dokument", _strategy_docx),
    Product("strategie-pdf", PDF, "die Strategie als PDF", _strategy_pdf, on_request=True),
    Product("zielgraph", "zielgraph.svg", "die Zielhierarchie auf einem Blatt", _goal_graph),
    Product("synopse", "synopse.docx", "bisherige und neue Fassung nebeneinander", _synopsis, True),
    Product(
        "aenderungsfassung",
        "aenderungsfassung.docx",
        "die Strategie mit Word-Änderungsverfolgung",
        _redline,
        True,
    ),
    Product(
        "aenderungen-html",
        "aenderungen.html",
        "die Änderungen für den Browser",
        _changes_html,
        True,
    ),
    Product("aenderungen", "aenderungen.md", "was sich geändert hat", _changes_markdown, True),
    Product("aenderungen-json", "aenderungen.json", "dasselbe für Programme", _changes_json, True),
)


def chosen(names: Iterable[str], pdf: bool = False) -> list[Product]:
    """The products with these names or file names; all but those on request where none is named."""
    wanted = list(names)
    known = {p.name: p for p in PRODUCTS} | {p.file: p for p in PRODUCTS}
    for name in wanted:
        if name not in known:
            raise GeneratorError(
                f"Ein Erzeugnis «{name}» gibt es nicht.",
                f"Es gibt: {', '.join(p.name for p in PRODUCTS)}.",
            )
    picked = {known[name].name for name in wanted}
    picked = picked or {p.name for p in PRODUCTS if not p.on_request}
    return [p for p in PRODUCTS if p.name in picked or (pdf and p.file == PDF)]


def stale_files(written: Iterable[str]) -> tuple[str, ...]:
    """Products that this build left out and that would now be out of date."""
    kept = set(written)
    return tuple(p.file for p in PRODUCTS if p.file not in kept)
