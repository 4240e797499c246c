"""The summary of a Fortschreibung to what stands above its changes, whatever shows them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.german import counted
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
from generator.render.documents.pieces import (
    LANDSCAPE_WIDTH,
    cell,
    head,
    heading,
    number_cell,
    sentence,
)
from generator.render.documents.telling.impact_words import NO_BODY, BodyRow, counted_sentence
from generator.render.documents.telling.summary import Summary, Verdict
from generator.render.documents.telling.teller import Telling
from generator.render.text_width import width

HEAD_SIZE, PADDING, LEAST = 3.53, 5.0, 25.0
"""Millimetres: of the type in a head row, around it, and of a column with a count."""
MOST_NUMBERS = 100
"""Goals named that are only counted otherwise; of more the rest is counted."""


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


def bodies(telling: Telling, *, bold: bool = False, between: str = "") -> Iterator[Block]:
    """The bodies that are concerned, with a line for each change, or that there is none."""
    if telling.bodies:
        said = Run(counted_sentence(telling.tasks), bold=bold)
        yield Paragraph((said,), keep_with_next=True)
        yield bodies_table(telling, between)
    else:
        yield sentence(NO_BODY)


def renumbered(telling: Telling) -> Iterator[Block]:
    """The goals that only have another number, so that who looks for an old one finds it."""
    found = telling.renumbered
    if not found:
        return
    named = "; ".join(f"{subject.shown} ({subject.number})" for subject in found[:MOST_NUMBERS])
    rest = len(found) - MOST_NUMBERS
    more = f" und {counted(rest, 'weiteres Element', 'weitere Elemente')}" if rest > 0 else ""
    yield heading(2, "Welche Nummern ändern sich?")
    yield sentence(
        f"Nur anders gezählt wird: {named}{more}. Das ist keine Änderung der Strategie; die Kennung bleibt."
    )


def bodies_table(telling: Telling, between: str = "") -> Table:
    """A row for each body, with a line for each change or, ``between`` them, in one."""
    rows = (
        Row((cell(body.name, header=True), number_cell(str(body.before)),
             number_cell(str(body.after)), _changes(body, between)))
        for body in telling.bodies
    )  # fmt: skip
    tasks = telling.tasks
    counts = (f"{tasks.many} bisher", f"{tasks.many} neu")
    titles = head("Stelle", *counts, "Was sich ändert", numbers=counts)
    longest = max(width(word, HEAD_SIZE, bold=True) for word in tasks.many.split())
    count = max(LEAST, round(longest + PADDING, 1))
    widths = (80.0, count, count, LANDSCAPE_WIDTH - 80.0 - 2 * count)
    summary = f"Betroffene Stellen mit ihren {tasks.to_many} bisher und neu"
    return Table(widths, (titles, *rows), summary)


def _changes(body: BodyRow, between: str) -> Cell:
    lines = (between.join(body.changes),) if between else body.changes
    return Cell(tuple(Paragraph((Run(line),), "cell") for line in lines))
