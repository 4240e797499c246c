"""A few paragraphs, what was printed of them and what a reviewer made of them, to statements."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from generator.match.basis import Basis
from generator.match.reviewed import Returned, review
from generator.model.address import Address
from generator.model.review import Base, Review, Statement
from generator.model.strategy import Strategy
from generator.receive.reader import story
from generator.render.formats.docx.printed_map import PrintedParagraph
from generator.reviewing.wanted import Writable
from tests.compare.county import county
from tests.receive.word import package, paragraph, text, write

Print = tuple[str, Address | None] | str | PrintedParagraph
"""Text with whose it is; a text alone is computed."""

WORDING = "Jede Schule hat ein Konzept."
EZ01 = Address("EZ01", "text")


def printed(*prints: Print) -> tuple[PrintedParagraph, ...]:
    """What was printed."""
    return tuple(
        one
        if isinstance(one, PrintedParagraph)
        else PrintedParagraph(one)
        if isinstance(one, str)
        else PrintedParagraph(*one)
        for one in prints
    )


def prose(words: str, index: int) -> tuple[str, Address]:
    """A paragraph of a text."""
    return words, Address("fazit", "inhalt", "vor", index)


def reviewed(
    body: str,
    prints: Sequence[Print],
    strategy: Strategy | None = None,
    base: Base = "map",
    frame: tuple[str, ...] | None = None,
    **parts: str,
) -> Review:
    """The review of one file; ``frame`` is what its headers and footers printed."""
    return reviewed_all([("zurueck.docx", body)], prints, strategy, base, frame, **parts)


def reviewed_all(
    bodies: Sequence[tuple[str, str]],
    prints: Sequence[Print],
    strategy: Strategy | None = None,
    base: Base = "map",
    frame: tuple[str, ...] | None = None,
    **parts: str,
) -> Review:
    """The review of several files of one print."""
    files = []
    with tempfile.TemporaryDirectory() as folder:
        for name, body in bodies:
            read = story(write(Path(folder), package(body, parts), name))
            basis = Basis(base, printed(*prints), "2020", "4f", True, "", frame)
            files.append(Returned(name, read, basis))
    strategy = strategy or county()
    return review(files, strategy, Writable(Path("strategy"), strategy).why)


def only(review: Review) -> Statement:
    """The one statement there is."""
    (statement,) = review.statements
    return statement


def unchanged(prints: Sequence[Print]) -> str:
    """The document as it was printed, without tables."""
    return "".join(paragraph(text(one.text)) for one in printed(*prints))


def row(*cells: str, mark: str = "") -> str:
    """A table row of cells of one paragraph."""
    inner = "".join(f"<w:tc>{cell}</w:tc>" for cell in cells)
    return f"<w:tr><w:trPr>{mark}</w:trPr>{inner}</w:tr>"


def goal(identity: str, words: str, label: str = "Ergebnisziel") -> list[Print]:
    """The print of a goal: label, ID, wording."""
    return [label, (identity, Address(identity, "id")), (words, Address(identity, "text"))]


def goal_row(identity: str, content: str, mark: str = "", label: str = "Ergebnisziel") -> str:
    """The row of a goal with the content of the paragraph that holds its wording."""
    return row(paragraph(text(label)), paragraph(text(identity)), paragraph(content), mark=mark)


def table(*rows: str) -> str:
    """A table."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"
