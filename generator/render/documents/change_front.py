"""The summary of a Fortschreibung to what stands above its changes, whatever shows them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.render.blocks import (
    Block,
    Cell,
    Inline,
    LineBreak,
    Paragraph,
    Reference,
    Row,
    Run,
    Table,
)
from generator.render.documents.pieces import LANDSCAPE_WIDTH, cell, head, sentence
from generator.render.documents.telling.impact_words import COUNTED, NO_BODY, BodyRow
from generator.render.documents.telling.summary import Summary, Verdict

BODIES = ("Stelle", "Ziele bisher", "Ziele neu", "Was sich ändert")


def editions(summary: Summary) -> Paragraph:
    """Which two are compared, a line each."""
    former = Run("Bisherige Fassung: ", bold=True), Run(summary.old)
    new = Run("Neue Fassung: ", bold=True), Run(summary.new)
    return Paragraph((*former, LineBreak(), *new))


def named(verdict: Verdict, targets: frozenset[str]) -> list[Inline]:
    """The elements that a verdict names; ``targets`` are those that can be linked to."""
    return [
        Reference(identity, text) if identity in targets else Run(text)
        for text, identity in zip(verdict.named, verdict.ids, strict=True)
    ]


def counts_table(summary: Summary) -> Table:
    """A row for each count."""
    rows = (
        Row((cell(count.label, header=True), cell(str(count.old)), cell(str(count.new))))
        for count in summary.counts
    )
    return Table((60.0, 25.0, 25.0), (head("Anzahl", "bisher", "neu"), *rows), "Anzahlen")


def bodies(found: tuple[BodyRow, ...], *, bold: bool = False) -> Iterator[Block]:
    """The bodies that are concerned, with a line for each change, or that there is none."""
    if found:
        yield Paragraph((Run(COUNTED, bold=bold),), keep_with_next=True)
        yield bodies_table(found)
    else:
        yield sentence(NO_BODY)


def bodies_table(found: tuple[BodyRow, ...], between: str = "") -> Table:
    """A row for each body, with a line for each change or, ``between`` them, in one."""
    rows = (
        Row((cell(body.name, header=True), cell(str(body.before)), cell(str(body.after)),
             _changes(body, between)))
        for body in found
    )  # fmt: skip
    widths = (80.0, 25.0, 25.0, LANDSCAPE_WIDTH - 130.0)
    summary = "Betroffene Stellen mit ihren Zielen bisher und neu"
    return Table(widths, (head(*BODIES), *rows), summary)


def _changes(body: BodyRow, between: str) -> Cell:
    lines = (between.join(body.changes),) if between else body.changes
    return Cell(tuple(Paragraph((Run(line),), "cell") for line in lines))
