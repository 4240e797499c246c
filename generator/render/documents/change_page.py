"""The telling of a Fortschreibung to the page that shows and filters its changes on a screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.model.change_kinds import CHANGES
from generator.model.koerperschaft import ADMINISTRATION, UNRULED
from generator.render.blocks import (
    Block,
    Document,
    Group,
    Heading,
    Inline,
    Item,
    Listing,
    Paragraph,
    Run,
)
from generator.render.documents.change_front import (
    bodies,
    counts_table,
    editions,
    named,
    renumbered,
)
from generator.render.documents.edition_words import mark
from generator.render.documents.pieces import bullets, heading, sentence
from generator.render.documents.telling.marked import MarkedPart, MarkedParts
from generator.render.documents.telling.teller import Telling
from generator.render.documents.telling.told import ToldChange, ToldElement, by_section
from generator.render.filtering import Choice, Filter

LEGEND = (
    "Durchgestrichen ist, was entfällt; fett und unterstrichen ist, was neu ist. Von längeren Texten "
    "steht nur die Umgebung der Änderung da, „…“ bezeichnet die Auslassung."
)
NO_REASON, UNCHANGED = "noch keine Begründung", "unverändert"
EDITORIAL = "redaktionell"


def page_document(telling: Telling, *, every: bool = False, faulty: bool = False) -> Document:
    """Summary, filter and changes; with ``every`` the unchanged elements stand there as well."""
    told = telling.elements if every else telling.changed
    title = f"Änderungen: {telling.summary.title}"
    kopf = telling.comparison.new.kopf
    blocks = (*_front(telling, title, told), *_list(telling, told), *_imprint(kopf.hinweise))
    return Document(title, blocks, draft=mark(kopf.fassung, faulty), cover=False)


def _front(telling: Telling, title: str, told: tuple[ToldElement, ...]) -> Iterator[Block]:
    head = telling.summary
    yield heading(1, title)
    yield editions(head)
    yield heading(2, "Was ist zu entscheiden?")
    targets = frozenset(element.subject.id for element in told)
    for verdict in head.verdicts:
        yield sentence(verdict.sentence)
        links = named(verdict, targets)
        yield from [Listing(tuple(Item((link,)) for link in links))] if links else ()
    yield sentence(head.closing)
    yield sentence(f"{head.numbers}.")
    yield Paragraph((Run("Anzahlen bisher und neu", bold=True),), keep_with_next=True)
    yield counts_table(head)
    yield from renumbered(telling)
    yield heading(2, "Welche Stellen sind betroffen?")
    yield from bodies(telling, bold=True)
    if telling.reaches:
        yield heading(2, "Was hängt mit den Änderungen zusammen?")
        yield bullets(telling.reaches)


def _list(telling: Telling, told: tuple[ToldElement, ...]) -> Iterator[Block]:
    if told:
        yield _filter(telling, told)
    for section, elements in by_section(told):
        yield heading(2, section)
        for element in elements:
            yield from _articles(element)


def _imprint(remarks: tuple[str, ...]) -> Iterator[Block]:
    yield heading(2, "Zu dieser Seite")
    yield from map(sentence, (LEGEND, *remarks))


def _filter(telling: Telling, told: tuple[ToldElement, ...]) -> Filter:
    """Only what occurs can be asked for; parts by the strategy, then those something only left."""
    changes = [change for element in told for change in element.changes]
    kinds = {c.source.change.kind: CHANGES[c.source.change.kind].label for c in changes}
    if any(not element.changes for element in told):
        kinds |= {"unchanged": UNCHANGED}
    bodies = dict.fromkeys(body for element in told for body in element.bodies)
    parts = dict.fromkeys(element.subject.section for element in told)
    parts.update(dict.fromkeys(part for element in told for part in element.subject.sections))
    approvals = {change.source.approval for change in changes}
    found: dict[str, tuple[str, dict[str, str]]] = {
        "art": ("Art der Änderung", _sorted(kinds)),
        "stelle": ("Stelle", _sorted({body: _name(telling, body) for body in bodies})),
        "teil": ("Handlungsfeld oder Teil", {part: part for part in parts}),
        "zustimmung": ("Zustimmung", {k: w for k, w in _approvals(telling) if k in approvals}),
    }
    choices = (
        Choice(label, tuple((_facet(name, key), words) for key, words in answers.items()))
        for name, (label, answers) in found.items()
    )
    return Filter(
        "Änderungen filtern",
        tuple(choices),
        without=(EDITORIAL, "redaktionelle Änderungen ausblenden"),
        reset="Alle Änderungen zeigen",
        entries="Einträgen",
        skip="Zu den Änderungen springen",
    )


def _approvals(telling: Telling) -> Iterator[tuple[str, str]]:
    """In the order in which a reader may ask for them; who decides, where that can be several."""
    deciding = telling.comparison.new.kopf.deciding
    for entry in deciding:
        yield entry.key, "Beschluss vorgesehen" + (f": {entry.name}" if len(deciding) > 1 else "")
    yield from ((UNRULED, "nicht geregelt"), (ADMINISTRATION, "ohne Beschluss"))


def _sorted(words: dict[str, str]) -> dict[str, str]:
    return dict(sorted(words.items(), key=lambda pair: pair[1].lower()))


def _name(telling: Telling, body: str) -> str:
    sides = (telling.comparison.new, telling.comparison.old)
    record: Any = next((side.by_id[body] for side in sides if body in side.by_id), None)
    return getattr(record, "name", body)


def _facet(name: str, value: str) -> str:
    """One word: what separates the words of a title separates facets, too."""
    return f"{name}:{'_'.join(value.split())}"


def _articles(element: ToldElement) -> Iterator[Group]:
    subject = element.subject
    facets = [_facet("stelle", body) for body in element.bodies]
    facets += [_facet("teil", part) for part in dict.fromkeys(subject.sections)]
    for index, (change, old, new) in enumerate(element.shown()):
        title = f"{subject.title}: {change.what if change else UNCHANGED}"
        sides = (Group(_side("Bisherige Fassung", old)), Group(_side("Neue Fassung", new)))
        content = (
            Heading(3, (Run(title),), bookmark=None if index else subject.id),
            *([_about(change)] if change else ()),
            Group(sides, beside=True),
            *([_reason(change)] if change else ()),
        )
        yield Group(content, (*_kinds(change), *facets))


def _kinds(change: ToldChange | None) -> Iterator[str]:
    if change is None:
        yield _facet("art", "unchanged")
        return
    yield _facet("art", change.source.change.kind)
    yield _facet("zustimmung", change.source.approval)
    if change.source.editorial:
        yield EDITORIAL


def _about(change: ToldChange) -> Paragraph:
    return Paragraph((Run(f"{change.nature} · Zustimmung: {change.approval}"),), "small")


def _reason(change: ToldChange) -> Paragraph:
    return Paragraph((Run("Begründung:", bold=True), Run(f" {change.reason or NO_REASON}")))


def _side(title: str, parts: MarkedParts) -> tuple[Block, ...]:
    return (heading(4, title), *(map(_paragraph, parts) if parts else (sentence("–"),)))


def _paragraph(part: MarkedPart) -> Paragraph:
    label: list[Inline] = [Run(f"{part.label}: ", italic=True)] if part.label else []
    return Paragraph((*label, *(Run(span.text, mark=span.mark) for span in part.spans)))
