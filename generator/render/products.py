"""The table of products: which document in which format under which file name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from generator.errors import GeneratorError
from generator.render import encodings
from generator.render.encodings import Made
from generator.render.inputs import Inputs

if TYPE_CHECKING:
    from generator.render.blocks import Document
    from generator.render.documents.telling.teller import Telling
    from generator.render.drawing import Drawing


Need = Literal["nothing", "predecessor", "opinions", "paper", "reports"]
"""What a product is made of besides the strategy: ``opinions`` are Stellungnahmen, ``paper`` is
council.yaml, ``reports`` are those on the implementation.
"""


class Product(Struct, frozen=True):
    """One file of the output."""

    name: str
    file: str
    title: str
    make: Callable[[Inputs], Made]
    needs: Need = "nothing"
    more: Callable[[Inputs], Mapping[str, Made]] = lambda _: {}
    """Further files of it, by name, as far as the strategy needs them."""
    on_request: bool = False
    """Whether it is made only where it is asked for by name."""


D = TypeVar("D")


def _of(
    document: Callable[[Inputs], D], form: Callable[[D, Inputs], Made]
) -> Callable[[Inputs], Made]:
    """A document in a format."""
    return lambda inputs: form(document(inputs), inputs)


# documents


def _strategy(inputs: Inputs) -> Document:
    from generator.render.documents.strategy_document.document import strategy_document

    return strategy_document(
        inputs.context,
        inputs.telling if inputs.compared else None,
        digest=inputs.digest,
        faulty=inputs.faulty,
        revision=inputs.revision,
    )


def _short(inputs: Inputs) -> Document:
    from generator.render.documents.strategy_document.short_version import short_document

    return short_document(
        inputs.context,
        inputs.telling if inputs.compared else None,
        digest=inputs.digest,
        faulty=inputs.faulty,
        revision=inputs.revision,
    )


def _numbered(inputs: Inputs) -> Document:
    return replace(_strategy(inputs), numbered_lines=True)


def _redline(inputs: Inputs) -> Document:
    from generator.render.documents.redline import redline_document

    fassung = inputs.context.strategy.kopf.fassung
    return redline_document(
        inputs.comparison,
        inputs.former,
        inputs.context,
        author=f"{OURS}vom {fassung.stand:%d.%m.%Y}",
        date=fassung.stand.isoformat(),
        digest=inputs.digest,
        faulty=inputs.faulty,
        telling=inputs.telling if inputs.remarks else None,
    )


def _synopsis(inputs: Inputs) -> Document:
    from generator.render.documents.synopsis import synopsis_document

    return synopsis_document(
        inputs.telling,
        every=inputs.every,
        pages=_has_pages(inputs),
        digest=inputs.digest,
        faulty=inputs.faulty,
        revision=inputs.revision,
    )


def _has_pages(inputs: Inputs) -> bool:
    """Whether page numbers are wanted and there is what counts them."""
    if inputs.pages == "off":
        return False
    from generator.render.formats.docx.libreoffice import find_program

    return find_program() is not None


def _page(inputs: Inputs) -> Document:
    from generator.render.documents.synopsis.change_page import page_document

    return page_document(inputs.telling, every=inputs.every, faulty=inputs.faulty)


def _list(inputs: Inputs) -> Document:
    from generator.render.documents.change_list import list_document

    return list_document(inputs.telling)


def _weighing(inputs: Inputs) -> Document:
    from generator.render.documents.weighing import weighing_document

    return weighing_document(
        inputs.context, digest=inputs.digest, faulty=inputs.faulty, revision=inputs.revision
    )


def _council(inputs: Inputs) -> Document:
    from generator.render.documents.council_paper import council_document

    return council_document(
        inputs.context,
        inputs.telling if inputs.compared else None,
        digest=inputs.digest,
        faulty=inputs.faulty,
        revision=inputs.revision,
    )


def _implementation(inputs: Inputs) -> Document:
    from generator.render.documents.implementation import implementation_document

    return implementation_document(
        inputs.context,
        inputs.reported,
        digest=inputs.digest,
        faulty=inputs.faulty,
        revision=inputs.revision,
    )


def _opinions(inputs: Inputs) -> Document:
    from generator.render.documents.opinion_list import opinion_list

    return opinion_list(inputs.context)


def _sheets(inputs: Inputs) -> Mapping[str, Made]:
    """A sheet for each Handlungsfeld where one A3 sheet cannot hold them all."""
    from generator.render.goal_graph import field_graphs

    found = field_graphs(inputs.context.edition)
    return {f"zielgraph-{name}.svg": encodings.svg(one, inputs) for name, one in found.items()}


def _goals(inputs: Inputs) -> Drawing:
    from generator.render.goal_graph import goal_graph

    return goal_graph(inputs.context.edition)


def _telling(inputs: Inputs) -> Telling:
    return inputs.telling


OURS = "Fortschreibung "
"""How the author of our tracked changes begins: what comes back is told apart by it."""

DOCUMENTS: Mapping[str, Callable[[Inputs], Document]] = MappingProxyType(
    {
        "strategie": _strategy,
        "synopse": _synopsis,
        "aenderungsfassung": _redline,
    }
)
"""The Word products by name, before they are encoded."""

PRODUCTS = (
    Product("strategie", "strategie.docx", "die Strategie als Word-Dokument",
            _of(_strategy, encodings.word_with_pages)),
    Product("strategie-pdf", "strategie.pdf", "die Strategie als PDF",
            _of(_strategy, encodings.pdf), on_request=True),
    Product("strategie-zeilennummern", "strategie-zeilennummern.docx",
            "dasselbe mit Zeilennummern am Rand", _of(_numbered, encodings.word_with_pages), on_request=True),
    Product("strategie-zeilennummern-pdf", "strategie-zeilennummern.pdf", "dasselbe als PDF",
            _of(_numbered, encodings.pdf), on_request=True),
    Product("strategie-html", "strategie.html", "die Strategie für den Browser",
            _of(_strategy, encodings.html)),
    Product("kurzfassung", "kurzfassung.docx", "die Strategie auf zwei Seiten",
            _of(_short, encodings.word)),
    Product("zielgraph", "zielgraph.svg", "die Zielhierarchie", _of(_goals, encodings.svg),
            more=_sheets),
    Product("synopse", "synopse.docx", "bisherige und neue Fassung nebeneinander",
            _of(_synopsis, encodings.word_with_pages), needs="predecessor"),
    Product("synopse-pdf", "synopse.pdf", "dasselbe als PDF",
            _of(_synopsis, encodings.pdf), needs="predecessor", on_request=True),
    Product("synopse-html", "synopse.html", "dasselbe für den Browser",
            _of(_synopsis, encodings.html), needs="predecessor"),
    Product("aenderungsfassung", "aenderungsfassung.docx",
            "die Strategie mit Word-Änderungsverfolgung", _of(_redline, encodings.word), needs="predecessor"),
    Product("aenderungen-html", "aenderungen.html", "die Änderungen für den Browser",
            _of(_page, encodings.html), needs="predecessor"),
    Product("aenderungen", "aenderungen.md", "was sich geändert hat",
            _of(_list, encodings.markdown), needs="predecessor"),
    Product("aenderungen-json", "aenderungen.json", "dasselbe für Programme",
            _of(_telling, encodings.json), needs="predecessor"),
    Product("abwaegung", "abwaegung.docx", "die Abwägungstabelle zu den Stellungnahmen",
            _of(_weighing, encodings.word), needs="opinions"),
    Product("abwaegung-html", "abwaegung.html", "dasselbe für den Browser",
            _of(_weighing, encodings.html), needs="opinions"),
    Product("abwaegung-csv", "abwaegung.csv", "die Stellungnahmen als Tabelle für Excel",
            _of(_opinions, encodings.csv), needs="opinions"),
    Product("beschlussvorlage", "beschlussvorlage.docx", "die Vorlage für das Gremium",
            _of(_council, encodings.word), needs="paper"),
    Product("beschlussvorlage-text", "beschlussvorlage.txt", "dieselben Felder zum Einfügen",
            _of(_council, encodings.text), needs="paper"),
    Product("umsetzungsstand", "umsetzungsstand.docx", "was aus den Zielen wurde",
            _of(_implementation, encodings.word), needs="reports"),
    Product("umsetzungsstand-html", "umsetzungsstand.html", "dasselbe für den Browser",
            _of(_implementation, encodings.html), needs="reports"),
)  # fmt: skip


EXTRACT = "auszug-"


def extract_of(name: str) -> Product:
    """The extract of the body in the name; GeneratorError where it is made if there is none."""
    name = name.removesuffix(".docx")
    make = _of(lambda inputs: _extract(inputs, name.removeprefix(EXTRACT)), encodings.word)
    return Product(name, f"{name}.docx", "was eine Stelle betrifft", make)


def _extract(inputs: Inputs, actor: str) -> Document:
    from generator.render.documents.body_extract import extract_document

    bodies = {body.id: body for body in inputs.context.strategy.akteure}
    if actor not in bodies:
        raise GeneratorError(
            f"Eine Stelle «{actor}» gibt es in actors.yaml nicht.",
            f"Es gibt: {', '.join(bodies)}." if bodies else "Das Verzeichnis ist leer.",
        )
    return extract_document(
        inputs.context,
        bodies[actor],
        digest=inputs.digest,
        faulty=inputs.faulty,
        revision=inputs.revision,
    )
