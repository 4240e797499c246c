"""The telling of a Fortschreibung to the list of its changes that a merge request shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from generator.questions import question
from generator.render.blocks import Block, Document, Inline, Item, Listing, Paragraph, Run
from generator.render.documents.change_front import bodies_table, counts_table, renumbered
from generator.render.documents.pieces import bullets, heading, sentence
from generator.render.documents.telling.impact_words import counted_sentence
from generator.render.documents.telling.teller import Telling
from generator.render.documents.telling.told import ToldChange, by_section


def list_document(telling: Telling) -> Document:
    """Summary, what hangs together, questions to the editors, then every change."""
    title = f"Änderungen: {telling.summary.title}"
    return Document(title, (*_front(telling, title), *_changes(telling)), cover=False)


def _front(telling: Telling, title: str) -> Iterator[Block]:
    head = telling.summary
    yield heading(1, title)
    yield sentence(f"{head.old} → {head.new}")
    yield heading(2, "Worüber zu entscheiden ist")
    if head.verdicts:
        verdicts = (Item((Run(v.sentence),), _listed(v.named)) for v in head.verdicts)
        yield Listing(tuple(verdicts))
    yield sentence(head.closing)
    yield sentence(f"{head.numbers}.")
    yield counts_table(head)
    yield from renumbered(telling)
    if telling.bodies:
        yield heading(2, "Welche Stellen betroffen sind")
        yield sentence(counted_sentence(telling.tasks))
        yield bodies_table(telling, "; ")
    questions = tuple(map(question, telling.comparison.hints))
    for said, title in (
        (telling.reaches, "Was mit den Änderungen zusammenhängt"),
        (questions, "Fragen an die Redaktion"),
    ):
        if listing := _listed(said):
            yield heading(2, title)
            yield listing


def _changes(telling: Telling) -> Iterator[Block]:
    for section, changes in by_section(telling.changes):
        yield heading(2, section)
        for change in changes:
            yield from _change(change)


def _change(change: ToldChange) -> Iterator[Block]:
    yield heading(3, change.title)
    yield sentence(f"{change.nature} · Zustimmung: {change.approval}")
    words = change.words
    if words.old is not None and not change.spelling:
        yield sentence("Entfallen:" if words.new is None else "Bisher:")
        yield from _quoted(change, "deleted")
    if words.new is not None and not change.spelling:
        yield sentence("Neu:")
        yield from _quoted(change, "inserted")
    if listing := _listed(words.details):
        yield listing
    if change.reason:
        yield sentence(f"Begründung: {change.reason}")


def _quoted(change: ToldChange, mark: Literal["deleted", "inserted"]) -> Iterator[Block]:
    """The text of one edition, a line a paragraph; words that the other does not have are marked."""
    words = change.words
    text = (words.old if mark == "deleted" else words.new) or ""
    runs = [Run(text)]
    if words.old is not None and words.new is not None and not change.replaces:
        shown = (span for span in change.spans if span.mark in ("plain", mark))
        runs = [Run(span.text, mark=span.mark) for span in shown]
    lines: list[list[Inline]] = [[]]
    for run in runs:
        for index, line in enumerate(run.text.split("\n")):
            lines += [[]] if index else []
            lines[-1].append(Run(line, mark=run.mark))
    for content in lines:
        if any(isinstance(part, Run) and part.text.strip() for part in content):
            yield Paragraph(tuple(content), "quote")


def _listed(sentences: tuple[str, ...]) -> Listing | None:
    return bullets(sentences) if sentences else None
