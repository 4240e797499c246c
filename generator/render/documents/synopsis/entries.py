"""A comparison to the entries of a Synopse: both wordings side by side with marked words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from generator.compare.changes import Change
from generator.compare.comparison import Comparison
from generator.compare.description import Describer
from generator.compare.order import document_order
from generator.compare.words import Mark, Span
from generator.model.change_kinds import CHANGES
from generator.model.kinds import STRATEGY
from generator.model.text import Prosatext
from generator.model.tree import Tree, identity
from generator.render.documents.change_words import RENAMED
from generator.render.documents.changes import ChangeRow, Teller

UNCHANGED = "unchanged"
LABELS = {
    "moved": "Platz",
    "reordered": "Platz",
    "grouping": "Überschrift",
    "responsibility": "Zuständigkeit",
    "addressee": "Adressaten",
    "review": "Prüfvermerk",
}
"""What stands in front of a value that is not the wording itself."""

SPEAK_FOR_THEMSELVES = frozenset({"added", "removed", "reworded", "text", "edition", "levels"})
"""Kinds of change whose row shows by itself what element it is about."""

NO_REASON = "noch keine Begründung"
SHORTENED = frozenset({"text", "illustration"})


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of one side; the label is not part of the wording."""

    spans: tuple[Span, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a change to an element, or an element that did not change.

    ``old`` and ``new`` are empty where there is nothing; ``bodies`` are the IDs of those
    responsible for the element, or addressed by it, in either edition.
    """

    id: str
    subject: str
    section: str
    what: str
    nature: str
    approval: str
    reason: str
    old: tuple[Part, ...]
    new: tuple[Part, ...]
    kind: str
    decided_by: str = ""
    editorial: bool = False
    bodies: tuple[str, ...] = ()
    first: bool = True
    """Whether it is the first row of its element."""
    sections: tuple[str, ...] = ()
    """The parts of the strategy in which the element stands or stood."""

    @property
    def kind_label(self) -> str:
        """The kind of change in words: "umformuliert"."""
        return CHANGES[self.kind].label if self.kind in CHANGES else "unverändert"


def entries(comparison: Comparison, *, unchanged: bool = False) -> tuple[Entry, ...]:
    """In the order of the document; with ``unchanged`` also the elements that stayed as they are."""
    return tuple(_Writer(comparison).entries(unchanged))


def by_section(told: Iterable[Entry]) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """The entries under the heading of their part of the strategy, by its first entry."""
    sections: dict[str, list[Entry]] = {}
    for entry in told:
        sections.setdefault(entry.section, []).append(entry)
    return tuple((title, tuple(group)) for title, group in sections.items())


@dataclass
class _Writer:
    comparison: Comparison
    teller: Teller = field(init=False)

    def __post_init__(self) -> None:
        self.teller = Teller(self.comparison)

    def entries(self, unchanged: bool) -> Iterator[Entry]:
        groups: dict[str, list[ChangeRow]] = {}
        for row in self.teller.rows():
            groups.setdefault(row.key or row.source.change.key, []).append(row)
        for step in document_order(self.teller.old, self.teller.new) if unchanged else ():
            if not isinstance(step, str):
                continue
            if step in groups:
                yield from self._group(step, groups.pop(step))
            elif step != STRATEGY:
                yield self._unchanged(step)
        for key, rows in groups.items():
            yield from self._group(key, rows)

    def _group(self, key: str, rows: list[ChangeRow]) -> Iterator[Entry]:
        """The rows of one element, its wording first; where no row tells it, the first one does."""
        rows = sorted(rows, key=lambda row: row.source.change.kind != "reworded")
        silent = not any(_speaks_for_itself(row) for row in rows)
        bodies = self._bodies(key)
        for index, row in enumerate(rows):
            entry = replace(self._entry(row), bodies=bodies, first=index == 0)
            if silent and index == 0:
                entry = replace(
                    entry,
                    old=(*self._wording(self.teller.old, self.teller.was, key), *entry.old),
                    new=(*self._wording(self.teller.new, self.teller.now, key), *entry.new),
                )
            yield entry

    def _wording(self, content: Tree, describer: Describer, key: str) -> tuple[Part, ...]:
        record: Any = content.records.get(key)
        if record is None:
            return ()
        return (Part((Span(describer.name(record), "plain"),)),)

    def _entry(self, row: ChangeRow) -> Entry:
        old, new = self._sides(row)
        return Entry(
            id=row.source.change.id,
            subject=row.subject,
            section=row.section,
            what=row.what,
            nature=row.nature,
            approval=row.approval,
            reason=row.reason or NO_REASON,
            old=old,
            new=new,
            kind=row.source.change.kind,
            decided_by=row.source.approval,
            editorial=bool(row.source.editorial),
            sections=self.teller.sections(row.key or None),
        )

    def _sides(self, row: ChangeRow) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
        change = row.source.change
        label = _label(change)
        if isinstance(change.after or change.before, Prosatext):
            return self._text(row)
        if row.old is None or row.new is None:
            return (
                _parts(_all(row.old, "deleted"), label, row.details, "deleted"),
                _parts(_all(row.new, "inserted"), label, row.details, "inserted"),
            )
        spans = row.spans(shortened=change.kind in SHORTENED)
        return _side(spans, "deleted", label), _side(spans, "inserted", label)

    def _text(self, row: ChangeRow) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
        """Prose as it is printed, cut down to what stands around the changes."""
        notes = tuple(Part((Span(detail, "plain"),)) for detail in row.details)
        if row.same_words:
            return notes, notes
        if row.old is None or row.new is None:
            return (
                _side(_all(row.old, "deleted"), "deleted"),
                _side(_all(row.new, "inserted"), "inserted"),
            )
        spans = row.spans(shortened=True)
        return _side(spans, "deleted"), (*_side(spans, "inserted"), *notes)

    def _unchanged(self, key: str) -> Entry:
        content, describer = self.teller.edition_of(key)
        record = content.records[key]
        subject, _ = self.teller.subject(content.level(key), key, identity(key))
        text = (Part((Span(describer.headline(record), "plain"),)),)
        return Entry(
            id=identity(key),
            subject=subject,
            section=self.teller.section(key),
            what="unverändert",
            nature="",
            approval="",
            reason="",
            old=text,
            new=text,
            kind=UNCHANGED,
            bodies=self._bodies(key),
            sections=self.teller.sections(key),
        )

    def _bodies(self, key: str) -> tuple[str, ...]:
        """Responsible or addressed bodies of both editions; a body is concerned by itself."""
        found: dict[str, None] = {}
        for content in (self.teller.old, self.teller.new):
            found.update(dict.fromkeys(_concerned(content, key)))
        return tuple(found)


def _label(change: Change) -> str:
    """A Kürzel or a chapter's numbering carries its own name and is no Überschrift."""
    fields = [name for name, _ in change.after] if isinstance(change.after, tuple) else []
    if change.kind == "grouping" and "gruppe" not in fields:
        return ""
    return LABELS.get(change.kind, "")


def _concerned(content: Tree, key: str) -> Iterator[str]:
    """The bodies at an element, or at the nearest goal above it that has some."""
    at: str | None = key
    while at is not None and at in content.records:
        record = content.records[at]
        if content.level(at) == "akteur":
            yield record.id
        bodies = getattr(record, "zustaendig", ()) or getattr(record, "adressaten", ())
        if bodies:
            yield from (body.akteur for body in bodies)
            return
        at = content.parents[at] if at in content.children else None


def _speaks_for_itself(row: ChangeRow) -> bool:
    """A row that shows by itself what element it is about; a new name is the old one's other side."""
    return row.source.change.kind in SPEAK_FOR_THEMSELVES or row.what == RENAMED


def _all(text: str | None, mark: Mark) -> tuple[Span, ...]:
    return (Span(text, mark),) if text else ()


def _parts(
    spans: tuple[Span, ...], label: str, details: tuple[str, ...], mark: Mark
) -> tuple[Part, ...]:
    if not spans:
        return ()
    more = tuple(Part((Span(detail, mark),)) for detail in details)
    return (*_side(spans, mark, label), *more)


def _side(spans: tuple[Span, ...], mark: Mark, label: str = "") -> tuple[Part, ...]:
    """The paragraphs of one side: what both have, and what only this one has."""
    paragraphs: list[list[Span]] = [[]]
    for span in _seen(span for span in spans if span.mark in ("plain", mark)):
        lines = span.text.split("\n")
        for index, line in enumerate(lines):
            if index and paragraphs[-1]:
                paragraphs.append([])
            if line.strip() or (line and paragraphs[-1]):
                paragraphs[-1].append(Span(line, span.mark))
    filled = [tuple(spans) for spans in paragraphs if any(span.text.strip() for span in spans)]
    return tuple(Part(spans, "" if index else label) for index, spans in enumerate(filled))


def _seen(spans: Iterable[Span]) -> list[Span]:
    """A bold comma cannot be seen: punctuation alone is marked with the word it stands at."""
    result: list[Span] = []
    for span in spans:
        last = result[-1] if result else None
        if span.mark == "plain" and last and last.mark != "plain" and _lonely(last.text):
            word = re.match(r"\w*", span.text)
            if word and word[0]:  # an opening quotation mark
                result[-1] = Span(last.text + word[0], last.mark)
                span = Span(span.text[word.end() :], "plain")
        elif span.mark != "plain" and _lonely(span.text) and last and last.mark == "plain":
            word = re.search(r"\w+$", last.text)
            if word:
                result[-1] = Span(last.text[: word.start()], "plain")
                span = Span(word[0] + span.text, span.mark)
        result.append(span)
    return [span for span in result if span.text]


def _lonely(text: str) -> bool:
    return not any(character.isalnum() for character in text)
