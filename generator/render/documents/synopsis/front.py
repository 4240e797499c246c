"""The summary of a comparison to the first page of a Synopse: what is to be decided, and whom it concerns."""

from __future__ import annotations

from collections.abc import Iterator

from generator.render.blocks import (
    Block,
    Cell,
    Heading,
    Item,
    LineBreak,
    Listing,
    Paragraph,
    Reference,
    Row,
    Run,
    Table,
)
from generator.render.documents.pieces import LANDSCAPE_WIDTH, cell
from generator.render.documents.telling.impact_words import COUNTED, NO_BODY, BodyRow
from generator.render.documents.telling.summary import Summary, Verdict
from generator.render.documents.telling.telling import Telling
from generator.render.text_width import width

LEGEND = (
    "So ist die Synopse zu lesen: Links steht die bisherige, daneben die neue Fassung. "
    "Durchgestrichen ist, was entfällt; fett ist, was neu ist; die Spalte „Art der Änderung“ sagt "
    "dasselbe in Worten. Von längeren Texten steht nur die Umgebung der Änderung da, „…“ bezeichnet "
    "die Auslassung."
)
CHANGED_ONLY = "Aufgeführt sind nur die Änderungen."
WITH_UNCHANGED = "Aufgeführt ist jedes Element, Texte jedoch nur, wo sie geändert sind."
MOST_NAMES, MOST_REACHES = 60, 40
"""What is longer is cut with a count: the summary is to stay short enough to be read."""
HEAD_SIZE, PADDING = 3.53, 5.0


def front_blocks(telling: Telling, targets: frozenset[str], every: bool) -> Iterator[Block]:
    """Title, decision, counts, bodies, what hangs together, provenance."""
    head = telling.summary
    yield Heading(1, (Run("Synopse"),), listed=False)
    yield Paragraph((Run(head.title, bold=True),))
    yield Paragraph(
        (
            Run("Bisherige Fassung: ", bold=True),
            Run(head.old),
            LineBreak(),
            Run("Neue Fassung: ", bold=True),
            Run(head.new),
        )
    )
    yield Heading(2, (Run("Was ist zu entscheiden?"),), listed=False)
    for verdict in head.verdicts:
        yield from _verdict(verdict, targets)
    yield Paragraph((Run(head.closing),))
    yield Heading(2, (Run("Wie viele sind es?"),), listed=False)
    yield _counts(head)
    yield Heading(2, (Run("Welche Stellen sind betroffen?"),), listed=False)
    yield from _bodies(telling.bodies)
    yield from _reaches(telling.reaches)
    yield from _imprint(telling, every)


def _verdict(verdict: Verdict, targets: frozenset[str]) -> Iterator[Block]:
    yield Paragraph((Run(verdict.sentence),), keep_with_next=bool(verdict.named))
    named = [
        (Reference(identity, text) if identity in targets else Run(text),)
        for text, identity in zip(verdict.named, verdict.ids, strict=True)
    ]
    if not named:
        return
    joined = [part for content in named[:MOST_NAMES] for part in (Run("; "), *content)]
    rest = len(named) - MOST_NAMES
    more = Run(" und ein weiteres Element" if rest == 1 else f" und {rest} weitere Elemente")
    yield Paragraph((*joined[1:], *((more,) if rest > 0 else ())))


def _counts(head: Summary) -> Table:
    """A column for each count: the page is wide, and the table stays low and on one page."""
    titles = ("Fassung", *(count.label for count in head.counts))
    top = Row(tuple(cell(title, style="head", header=True) for title in titles), header=True)
    before = (cell(str(count.old)) for count in head.counts)
    after = (cell(str(count.new)) for count in head.counts)
    lines = (
        Row((cell("bisher", header=True), *before), keep_with_next=True),
        Row((cell("neu", header=True), *after)),
    )
    columns = [width(title, HEAD_SIZE, bold=True) + PADDING for title in titles]
    return Table(tuple(columns), (top, *lines), "Anzahlen bisher und neu")


def _bodies(found: tuple[BodyRow, ...]) -> Iterator[Block]:
    if not found:
        yield Paragraph((Run(NO_BODY),))
        return
    yield Paragraph((Run(COUNTED),), keep_with_next=True)
    titles = ("Stelle", "Ziele bisher", "Ziele neu", "Was sich ändert")
    top = Row(tuple(cell(title, style="head", header=True) for title in titles), header=True)
    lines = [
        Row(
            (
                cell(body.name, header=True),
                cell(str(body.before)),
                cell(str(body.after)),
                Cell(tuple(Paragraph((Run(text),), "cell") for text in body.changes)),
            )
        )
        for body in found
    ]
    widths = (80.0, 25.0, 25.0, LANDSCAPE_WIDTH - 130.0)
    yield Table(widths, (top, *lines), "Betroffene Stellen mit ihren Zielen bisher und neu")


def _reaches(sentences: tuple[str, ...]) -> Iterator[Block]:
    if not sentences:
        return
    yield Heading(2, (Run("Was hängt mit den Änderungen zusammen?"),), listed=False)
    yield Listing(tuple(Item((Run(text),)) for text in sentences[:MOST_REACHES]))
    if len(sentences) > MOST_REACHES:
        rest = len(sentences) - MOST_REACHES
        more = "ein weiteres Element" if rest == 1 else f"{rest} weitere Elemente"
        yield Paragraph((Run(f"Dazu kommt {more}; aenderungen.html nennt alle."),))


def _imprint(telling: Telling, every: bool) -> Iterator[Block]:
    yield Heading(2, (Run("Zu diesem Dokument"),), listed=False)
    yield Paragraph((Run(f"{LEGEND} {WITH_UNCHANGED if every else CHANGED_ONLY}"),), "small")
    for remark in telling.comparison.new.kopf.hinweise:
        yield Paragraph((Run(remark),), "small")
