"""What a page paints (ISO 32000-1, 14.6): its operations, and the marked content among them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from pypdf import PageObject, PdfWriter
from pypdf.generic import ContentStream, DictionaryObject, NameObject, NumberObject

Operation = tuple[Any, bytes]
"""Operands and operator."""

BEGINS, ENDS = (b"BMC", b"BDC"), b"EMC"
BUILDS = (b"m", b"l", b"c", b"v", b"y", b"h", b"re", b"W", b"W*")
"""What makes a path (8.5.2), up to the operation that paints it."""
PAINTS = (b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*")
SHOWS = (b"Tj", b"TJ", b"'", b'"')
ARTIFACT = "/Artifact"


class Sequence(Struct, frozen=True):
    """Marked content that stands in no other: operations ``begin`` to ``end``, marks included."""

    begin: int
    end: int
    tag: str
    number: int | None
    """By which the structure tree knows it; None for what it does not."""


class PageContent:
    """The operations of a page, read once and written back."""

    def __init__(self, page: PageObject, writer: PdfWriter) -> None:
        self.page, self._writer = page, writer
        contents = page.get_contents()
        self.operations: list[Operation] = [] if contents is None else list(contents.operations)

    def sequences(self) -> Iterator[Sequence]:
        """The outermost marked content, in the order in which it is painted."""
        depth = begin = 0
        for at, (_, operator) in enumerate(self.operations):
            if operator in BEGINS:
                begin = begin if depth else at
                depth += 1
            elif operator == ENDS and depth:
                depth -= 1
                if not depth:
                    yield self._sequence(begin, at)

    def _sequence(self, begin: int, end: int) -> Sequence:
        operands = self.operations[begin][0]
        properties = operands[1] if len(operands) > 1 else None
        number = properties.get("/MCID") if isinstance(properties, DictionaryObject) else None
        return Sequence(begin, end, str(operands[0]), None if number is None else int(number))

    def inside(self, sequence: Sequence) -> list[Operation]:
        """The operations between its marks."""
        return self.operations[sequence.begin + 1 : sequence.end]

    def retag(self, sequence: Sequence, tag: str, number: int) -> None:
        """Let it be known to the structure tree as ``number``."""
        properties = DictionaryObject({NameObject("/MCID"): NumberObject(number)})
        self.operations[sequence.begin] = ([NameObject(f"/{tag}"), properties], b"BDC")

    def mark_lines(self) -> None:
        """Paths that are painted outside of marked content become artifacts: lines and fills are
        decoration (7.1 of ISO 14289-1), and LibreOffice marks only some of them.
        """
        marked: list[Operation] = []
        path: list[Operation] = []
        depth = 0
        for operation in self.operations:
            operator = operation[1]
            depth += (operator in BEGINS) - (operator == ENDS)
            if not depth and operator in BUILDS:
                path.append(operation)
                continue
            drawn = [*path, operation]
            if operator in PAINTS and path:
                drawn = [([NameObject(ARTIFACT)], b"BMC"), *drawn, ([], ENDS)]
            marked += drawn
            path = []
        self.operations = marked + path

    def write(self) -> None:
        """Put the operations back into the page."""
        stream = ContentStream(None, self._writer)
        stream.operations = self.operations
        stream.set_data(stream.get_data())
        self.page.replace_contents(stream.flate_encode())


def shown(operations: list[Operation]) -> tuple[str, ...]:
    """What text operations show, as codes of their fonts; spacing counts as well."""
    return tuple(str(operands) for operands, operator in operations if operator in SHOWS)


def starts(operations: list[Operation]) -> Iterator[tuple[float, float]]:
    """Where lines of text begin, as LibreOffice places them: each in a text object of its own."""
    for operands, operator in operations:
        if operator == b"Td":
            yield float(operands[0]), float(operands[1])
        elif operator == b"Tm":
            yield float(operands[4]), float(operands[5])
