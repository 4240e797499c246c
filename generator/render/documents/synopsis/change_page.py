"""The Synopse as a page for a screen: the same entries, to be filtered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.model.change_kinds import CHANGES
from generator.model.koerperschaft import ADMINISTRATION, UNRULED
from generator.render.blocks import Block, Document, Group, Heading, Paragraph, Run
from generator.render.documents.edition_words import mark
from generator.render.documents.pieces import bullets, heading
from generator.render.documents.synopsis import EDITORIAL as EDITORIAL_PART
from generator.render.documents.synopsis import REGISTERS
from generator.render.documents.synopsis.front import counts_blocks, front_blocks
from generator.render.documents.synopsis.goal_heading import goal_heading
from generator.render.documents.synopsis.synopsis_entries import (
    SynopsisEntry,
    by_section,
    entries,
    parts,
)
from generator.render.documents.synopsis.synopsis_wordings import (
    NOTHING,
    UNCHANGED,
    explained,
    what_happened,
    wordings,
)
from generator.render.documents.telling.teller import Telling
from generator.render.documents.telling.told import ToldElement
from generator.render.documents.telling.vote_words import quoted
from generator.render.filtering import Choice, Filter

EDITORIAL = "redaktionell"


def page_document(telling: Telling, *, every: bool = False, faulty: bool = False) -> Document:
    """Summary, filter and changes; with ``every`` the unchanged elements stand there as well."""
    told = telling.elements if every else telling.changed
    found = entries(telling, told)
    kopf = telling.comparison.new.kopf
    blocks = (
        *front_blocks(telling, found, pages=False),
        *counts_blocks(telling, every=every),
        *_reaches(telling),
        *([_filter(telling, told)] if told else ()),
        *_list(telling, found),
    )
    title = f"Änderungen: {telling.summary.title}"
    return Document(title, blocks, draft=mark(kopf.fassung, faulty), cover=False)


def _reaches(telling: Telling) -> Iterator[Block]:
    if telling.reaches:
        yield heading(2, "Was hängt mit den Änderungen zusammen?")
        yield bullets(map(quoted, telling.reaches))


def _list(telling: Telling, found: tuple[SynopsisEntry, ...]) -> Iterator[Block]:
    """By Handlungsfeld and Leitziel, then what is editorial and what stands in registers."""
    close, editorial, registers = parts(found)
    for title, groups in by_section(close):
        yield heading(2, quoted(title))
        for key, group in groups:
            if key is None:
                yield from (_article(telling, entry, 3) for entry in group)
                continue
            below = (_article(telling, entry, 4) for entry in group)
            yield Group((goal_heading(telling, key), *below))
    for title, rest in ((EDITORIAL_PART, editorial), (REGISTERS, registers)):
        if rest:
            yield heading(2, f"Teil B: {title}")
            yield from (_article(telling, entry, 3) for entry in rest)


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


def _article(telling: Telling, entry: SynopsisEntry, level: int) -> Group:
    """One entry; references to any of its elements find it."""
    *others, last = (element.subject for element in entry.elements)
    named = ", ".join(quoted(subject.title) for subject in (*others, last))
    said = what_happened(entry) if entry.changes else UNCHANGED
    content: tuple[Block, ...] = (
        Heading(level, (Run(f"{named}: {said}"),), bookmark=last.id, listed=False),
        *_about(entry),
        *_sides(telling, entry, level + 1),
        *(explained(entry, telling.comparison.new.kopf) if entry.changes else ()),
    )
    return Group(content, tuple(dict.fromkeys(_facets(entry))))


def _facets(entry: SynopsisEntry) -> Iterator[str]:
    for change in entry.changes:
        yield _facet("art", change.source.change.kind)
        yield _facet("zustimmung", change.source.approval)
    if not entry.changes:
        yield _facet("art", "unchanged")
    if entry.editorial:
        yield EDITORIAL
    for element in entry.elements:
        yield from (_facet("stelle", body) for body in element.bodies)
        yield from (_facet("teil", part) for part in element.subject.sections)


def _about(entry: SynopsisEntry) -> Iterator[Paragraph]:
    """What kind of change, and who has to agree by which rule."""
    if entry.changes:
        natures = dict.fromkeys(change.nature for change in entry.changes)
        approvals = dict.fromkeys(change.approval for change in entry.changes)
        said = f"{', '.join(natures)} · Zustimmung: {'; '.join(approvals)}"
        yield Paragraph((Run(said),), "small")


def _sides(telling: Telling, entry: SynopsisEntry, level: int) -> Iterator[Group]:
    """What belongs together stands beside each other, the first with its titles."""
    titles = ("Bisherige Fassung", "Neue Fassung")
    for piece in wordings(entry, telling.comparison):
        sides = zip(titles, (piece.old, piece.new), strict=True)
        yield Group(tuple(_column(title, side, level) for title, side in sides), beside=True)
        titles = ("", "")


def _column(title: str, lines: tuple[Paragraph, ...], level: int) -> Group:
    shown: list[Block] = [heading(level, title)] if title else []
    shown += map(_text, lines or (Paragraph((Run(NOTHING),)),))
    return Group(tuple(shown))


def _text(line: Paragraph) -> Paragraph:
    return Paragraph(line.content, bookmark=line.bookmark, address=line.address)
