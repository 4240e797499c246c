"""The table of products: which document in which format under which file name."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.errors import GeneratorError
from generator.model.strategy import Strategy


@dataclass(frozen=True)
class Inputs:
    """All that a product may be made from; ``notes`` collects remarks for the user."""

    strategy: Strategy
    graph: Any
    comparison: Any = None
    digest: str = ""
    pages: str = "off"
    faulty: bool = False
    revision: str | None = None
    notes: list[str] = field(default_factory=list)
    cache: Path | None = None


@dataclass(frozen=True)
class Product:
    """One file of the output; ``compares`` says that it needs a predecessor."""

    name: str
    file: str
    title: str
    render: Callable[[Inputs], bytes]
    compares: bool = False


def templates_folder() -> Path:
    """The house's templates: beside the program in a checkout, inside it when installed."""
    package = Path(__file__).parents[1]
    beside = package.parent / "templates"
    return beside if beside.is_dir() else package / "_templates"


def _strategy_docx(inputs: Inputs) -> bytes:
    from generator.render.documents.strategy import strategy_document
    from generator.render.formats.docx import encode_with_pages

    document = strategy_document(
        inputs.strategy,
        inputs.graph,
        inputs.comparison,
        digest=inputs.digest,
        faulty=inputs.faulty,
        revision=inputs.revision,
    )
    return encode_with_pages(document, templates_folder() / "kreistag.docx", inputs, inputs.cache)


def _goal_graph(inputs: Inputs) -> bytes:
    from generator.render.formats.svg import encode
    from generator.render.goal_graph import goal_graph

    return encode(goal_graph(inputs.strategy)).encode()


def _changes_markdown(inputs: Inputs) -> bytes:
    from generator.render.formats.markdown_changes import encode

    return str(encode(inputs.comparison)).encode()


def _changes_json(inputs: Inputs) -> bytes:
    from generator.render.formats.json_changes import encode

    return str(encode(inputs.comparison)).encode()


PRODUCTS = (
    Product("strategie", "strategie.docx", "die Strategie als Word-Dokument", _strategy_docx),
    Product("zielgraph", "zielgraph.svg", "die Zielhierarchie auf einem Blatt", _goal_graph),
    Product("aenderungen", "aenderungen.md", "was sich geändert hat", _changes_markdown, True),
    Product("aenderungen-json", "aenderungen.json", "dasselbe für Programme", _changes_json, True),
)


def chosen(names: Iterable[str]) -> list[Product]:
    """The products with these names or file names; all where none is named."""
    wanted = list(names)
    known = {p.name: p for p in PRODUCTS} | {p.file: p for p in PRODUCTS}
    for name in wanted:
        if name not in known:
            raise GeneratorError(
                f"Ein Erzeugnis «{name}» gibt es nicht.",
                f"Es gibt: {', '.join(p.name for p in PRODUCTS)}.",
            )
    picked = {known[name].name for name in wanted}
    return [p for p in PRODUCTS if not picked or p.name in picked]


def stale_files(written: Iterable[str]) -> tuple[str, ...]:
    """Products that this build left out and that would now be out of date."""
    kept = set(written)
    return tuple(p.file for p in PRODUCTS if p.file not in kept)
