"""The Word files of what is shipped, each made once for all tests that judge them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.model.strategy import Strategy
from generator.read.editions import origin_of
from generator.read.origin import Folder
from generator.read.reading import read_strategy
from generator.render.blocks import Document
from generator.render.documents.synopsis import synopsis_document
from generator.render.formats.docx import encode
from tests.editions import compare, redline_document, strategy_document, telling
from tests.judges import ROOT

TEMPLATE = ROOT / "templates" / "kreistag.docx"
STRATEGIES = (
    "strategy",
    "strategy/editions/2018",
    "examples/auental",
    "examples/auental/editions/2023",
    "examples/weidenfurt",
    "examples/weidenfurt/editions/2022",
)


def read(folder: Path) -> Strategy:
    strategy = read_strategy(Folder(folder)).strategy
    assert strategy is not None
    return strategy


@cache
def document(folder: str) -> Document:
    """The document as ``strategie build`` makes it, compared with its predecessor."""
    strategy = read(ROOT / folder)
    comparison = None
    before = strategy.kopf.fassung.vorgaenger
    if before is not None:
        old = read_strategy(origin_of(before, ROOT / folder)).strategy
        assert old is not None
        comparison = compare(old, strategy)
    return strategy_document(strategy, comparison)


@cache
def docx(folder: str) -> bytes:
    """Its Word file without page numbers."""
    return encode(document(folder), TEMPLATE)


@cache
def compared(folder: str) -> tuple[Document, Document]:
    """Synopse and Änderungsfassung of a strategy that has a predecessor."""
    new = read(ROOT / folder)
    old = read(ROOT / folder / "editions" / str(new.kopf.fassung.vorgaenger))
    fassung = new.kopf.fassung
    author, date = f"Fortschreibung {fassung.kennung}", fassung.stand.isoformat()
    redline = redline_document(compare(old, new), author=author, date=date, digest="4f2a")
    return synopsis_document(telling(old, new), every=True, digest="4f2a"), redline


@cache
def word_files(folder: str) -> dict[str, bytes]:
    """Each Word product of a strategy by its name, without page numbers."""
    files = {"strategie": docx(folder)}
    if read(ROOT / folder).kopf.fassung.vorgaenger:
        synopsis, redline = compared(folder)
        files["synopse"] = encode(synopsis, TEMPLATE)
        files["aenderungsfassung"] = encode(redline, TEMPLATE)
    return files


def docx_of(folder: Path) -> bytes:
    """The Word file of a strategy anywhere, without a comparison."""
    strategy = read(folder)
    return encode(strategy_document(strategy), TEMPLATE)
