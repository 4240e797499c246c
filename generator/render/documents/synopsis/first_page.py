"""The summary of a comparison to the first page of a Synopse: what is to be decided, and whom it concerns."""

from __future__ import annotations

from collections.abc import Iterator

from generator.render.blocks import Block, Paragraph, Row, Run, Table
from generator.render.documents.change_front import bodies, editions, named, renumbered
from generator.render.documents.pieces import bullets, cell, head, heading, sentence
from generator.render.documents.telling.summary import Summary, Verdict
from generator.render.documents.telling.teller import Telling
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
    summary = telling.summary
    yield heading(1, "Synopse")
    yield Paragraph((Run(summary.title, bold=True),))
    yield editions(summary)
    yield heading(2, "Was ist zu entscheiden?")
    for verdict in summary.verdicts:
        yield from _verdict(verdict, targets)
    yield sentence(summary.closing)
    yield heading(2, "Wie viele sind es?")
    yield sentence(f"{summary.numbers}.")
    yield _counts(summary)
    yield from renumbered(telling)
    yield heading(2, "Welche Stellen sind betroffen?")
    yield from bodies(telling)
    yield from _reaches(telling.reaches)
    yield from _imprint(telling, every)


def _verdict(verdict: Verdict, targets: frozenset[str]) -> Iterator[Block]:
    yield Paragraph((Run(verdict.sentence),), keep_with_next=bool(verdict.named))
    if not verdict.named:
        return
    joined = [part for link in named(verdict, targets)[:MOST_NAMES] for part in (Run("; "), link)]
    rest = len(verdict.named) - MOST_NAMES
    more = Run(" und ein weiteres Element" if rest == 1 else f" und {rest} weitere Elemente")
    yield Paragraph((*joined[1:], *((more,) if rest > 0 else ())))


def _counts(summary: Summary) -> Table:
    """A column for each count: the page is wide, and the table stays low and on one page."""
    titles = ("Fassung", *(count.label for count in summary.counts))
    before = (cell(str(count.old)) for count in summary.counts)
    after = (cell(str(count.new)) for count in summary.counts)
    lines = (
        Row((cell("bisher", header=True), *before), keep_with_next=True),
        Row((cell("neu", header=True), *after)),
    )
    columns = [width(title, HEAD_SIZE, bold=True) + PADDING for title in titles]
    return Table(tuple(columns), (head(*titles), *lines), "Anzahlen bisher und neu")


def _reaches(sentences: tuple[str, ...]) -> Iterator[Block]:
    if not sentences:
        return
    yield heading(2, "Was hängt mit den Änderungen zusammen?")
    yield bullets(sentences[:MOST_REACHES])
    if len(sentences) > MOST_REACHES:
        rest = len(sentences) - MOST_REACHES
        more = "ein weiteres Element" if rest == 1 else f"{rest} weitere Elemente"
        yield sentence(f"Dazu kommt {more}; aenderungen.html nennt alle.")


def _imprint(telling: Telling, every: bool) -> Iterator[Block]:
    yield heading(2, "Zu diesem Dokument")
    yield Paragraph((Run(f"{LEGEND} {WITH_UNCHANGED if every else CHANGED_ONLY}"),), "small")
    for remark in telling.comparison.new.kopf.hinweise:
        yield Paragraph((Run(remark),), "small")
