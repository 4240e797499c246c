"""Counts and bodies concerned to the tables that stand above the changes."""

from __future__ import annotations

from generator.render.blocks import Cell, Paragraph, Row, Run, Table
from generator.render.documents.pieces import LANDSCAPE_WIDTH, cell, head
from generator.render.documents.telling.impact_words import BodyRow
from generator.render.documents.telling.summary import Summary

BODIES = ("Stelle", "Ziele bisher", "Ziele neu", "Was sich ändert")


def counts_table(summary: Summary) -> Table:
    """A row for each count."""
    rows = (
        Row((cell(count.label, header=True), cell(str(count.old)), cell(str(count.new))))
        for count in summary.counts
    )
    return Table((60.0, 25.0, 25.0), (head("Anzahl", "bisher", "neu"), *rows), "Anzahlen")


def bodies_table(bodies: tuple[BodyRow, ...], between: str = "") -> Table:
    """A row for each body, with a line for each change or, ``between`` them, in one."""
    rows = (
        Row((cell(body.name, header=True), cell(str(body.before)), cell(str(body.after)),
             _changes(body, between)))
        for body in bodies
    )  # fmt: skip
    widths = (80.0, 25.0, 25.0, LANDSCAPE_WIDTH - 130.0)
    summary = "Betroffene Stellen mit ihren Zielen bisher und neu"
    return Table(widths, (head(*BODIES), *rows), summary)


def _changes(body: BodyRow, between: str) -> Cell:
    lines = (between.join(body.changes),) if between else body.changes
    return Cell(tuple(Paragraph((Run(line),), "cell") for line in lines))
