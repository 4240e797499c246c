"""A comparison to the rows of a change list: every change in German words, grouped as the strategy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.compare.approval import ApprovedChange
from generator.compare.changes import Change, Piece
from generator.compare.comparison import Comparison
from generator.compare.description import Describer
from generator.compare.words import Span, marked
from generator.model.goal import Handlungsfeld, Ziel
from generator.model.head import Kapitel
from generator.model.kinds import BY_LIST, BY_RECORD, LEVELS, STRATEGY
from generator.model.recommendation import Empfehlung, Thema
from generator.model.register import Abbildung
from generator.model.text import Prosatext
from generator.model.tree import OUTSIDE, Tree
from generator.render.documents.change_words import approval_words, nature, spelling, what
from generator.render.documents.changed_text import ChangedText, Texts

AS_A_WHOLE = "Die Strategie als Ganzes"
WHOLLY = frozenset({"moved", "reordered", "edition"})
"""Kinds of change in which old and new are told as a whole."""

CONTEXT = 12
"""Words of unchanged prose that are shown before and after a change."""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change as it is told: ``subject`` ("Leitziel LZ07") and ``what`` ("umformuliert").

    ``old`` and ``new`` are None where there is nothing; ``details`` add to a whole element
    what else it says. ``nature`` is redaktionell, inhaltlich or that it is still open.
    """

    section: str
    subject: str
    what: str
    old: str | None
    new: str | None
    nature: str
    approval: str
    source: ApprovedChange = field(repr=False)
    details: tuple[str, ...] = ()
    name: str = ""
    """The subject in short: "LZ07", else the subject itself."""
    key: str = ""
    """The element the change belongs to, "" for prose of no element."""
    spelling: bool = False
    """Only the spelling of bodies differs: ``details`` say all, old and new need not be shown."""
    same_words: bool = False
    """The printed words of a text are the same: ``details`` say what is not."""

    @property
    def title(self) -> str:
        """The row as it is read aloud: "Leitziel LZ07: umformuliert"."""
        return f"{self.subject}: {self.what}"

    @property
    def reason(self) -> str | None:
        """The Begründung, None where there is none yet."""
        return self.source.reason

    def spans(self, *, shortened: bool = False) -> tuple[Span, ...]:
        """Old and new in one with marked words; ``shortened`` leaves out unchanged prose.

        Where a place changed, one place takes the place of the other: no words are marked in it.
        """
        kind = self.source.change.kind
        old, new = self.old or "", self.new or ""
        if kind in WHOLLY:
            return (Span(old, "deleted"), Span(new, "inserted"))
        spans = marked(old, new)
        return shorten(spans) if shortened and kind in ("text", "illustration") else spans


def rows(comparison: Comparison) -> tuple[ChangeRow, ...]:
    """The changes as rows, in document order; words are compared only when a row is printed."""
    return tuple(Teller(comparison).rows())


def by_section(told: tuple[ChangeRow, ...]) -> tuple[tuple[str, tuple[ChangeRow, ...]], ...]:
    """The rows under the heading of their part of the strategy, by its first change."""
    sections: dict[str, list[ChangeRow]] = {}
    for row in told:
        sections.setdefault(row.section, []).append(row)
    return tuple((title, tuple(group)) for title, group in sections.items())


def shorten(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Long unchanged stretches cut down to the words next to a change."""
    last = len(spans) - 1
    return tuple(
        Span(_cut(span.text, first=index == 0, last=index == last), "plain")
        if span.mark == "plain"
        else span
        for index, span in enumerate(spans)
    )


def _cut(text: str, *, first: bool, last: bool) -> str:
    words = [match.span() for match in re.finditer(r"\S+", text)]
    if (first and last) or len(words) <= CONTEXT * (1 if first or last else 2) + 2:
        return text
    head, tail = text[: words[CONTEXT - 1][1]], text[words[-CONTEXT][0] :]
    return f"… {tail}" if first else f"{head} …" if last else f"{head} … {tail}"


class Teller:
    """Tells the changes of one comparison, in which it knows the elements of both editions."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.old, self.new = comparison.before.tree, comparison.after.tree
        self.was, self.now = Describer(self.old), Describer(self.new)
        self.body = comparison.new.kopf.koerperschaft
        self.texts = Texts(comparison)

    def rows(self) -> Iterator[ChangeRow]:
        """A row for each change."""
        for approved in self.comparison.changes:
            change = approved.change
            key = self._element(change)
            subject, name = self.subject(change.level, key, change.id)
            sides = self._sides(change)
            yield ChangeRow(
                section=self.section(key),
                subject=subject,
                what=what(change, self.comparison.lineage, self.comparison.succession),
                old=sides.old,
                new=sides.new,
                nature=nature(approved),
                approval=approval_words(approved, self.body),
                source=approved,
                details=(sides.note,) if sides.note else self._details(change),
                name=name,
                key=key or "",
                spelling=bool(spelling(change, self.was, self.now)),
                same_words=sides.same_words,
            )

    def _sides(self, change: Change) -> ChangedText:
        if isinstance(change.after or change.before, Prosatext):
            return self.texts.changed(change)
        return ChangedText(change.old, change.new)

    def _element(self, change: Change) -> str | None:
        """Key of the element a change belongs to; None for prose of no element."""
        if not change.key.startswith("text:"):
            return change.key
        return self.new.keys.get(change.id) or self.old.keys.get(change.id)

    def edition_of(self, key: str) -> tuple[Tree, Describer]:
        """The new edition, for what is gone the old one."""
        return (self.new, self.now) if key in self.new.records else (self.old, self.was)

    def subject(self, level: str, key: str | None, identity: str) -> tuple[str, str]:
        """What a change is about: "Leitziel LZ07", and in short "LZ07"."""
        if key is None:
            return f"Text {identity}", identity
        if key == STRATEGY:
            return "Strategie", "Strategie"
        content, describer = self.edition_of(key)
        record = content.records[key]
        if BY_RECORD[type(record)].shows_id:
            short = getattr(record, "kuerzel", None)
            return describer.named(key) + (f" ({short})" if short else ""), record.id
        if key in self.old.records:  # a renamed one is known by the name it had
            record, describer = self.old.records[key], self.was
        subject = f"{LEVELS[level]} «{describer.name(record)}»"
        return subject, subject

    def section(self, key: str | None) -> str:
        """The heading under which an element stands in a change list."""
        if key is None or key == STRATEGY:
            return AS_A_WHOLE
        content, _ = self.edition_of(key)
        top = key
        while (parent := content.parents[top]) in content.records:
            top = parent
            content, _ = self.edition_of(top)  # where what is above it stands now
        return self._heading(top, parent)

    def sections(self, key: str | None) -> tuple[str, ...]:
        """The headings of the parts in which an element stands now and stood before."""
        found = {self.section(key): None}
        for content in (self.new, self.old):
            if key is not None and key in content.parents:
                top = content.top(key)
                found[self._heading(top, content.parents[top])] = None
        return tuple(found)

    def _heading(self, top: str, parent: str) -> str:
        """The title of the part of the strategy whose highest element is ``top``."""
        content, describer = self.edition_of(top)
        record = content.records[top]
        if parent == OUTSIDE:
            return "Übergreifende Ziele"
        if isinstance(record, Handlungsfeld | Thema):
            prefix = "Empfehlungen, " if isinstance(record, Thema) else ""
            return f"{prefix}{describer.named(top)}: {record.titel}"
        kind = BY_LIST[parent]
        return (
            f"Kapitel «{record.titel}»"
            if isinstance(record, Kapitel)
            else kind.register or kind.plural
        )

    def _details(self, change: Change) -> tuple[str, ...]:
        """What a whole goal or Empfehlung says besides its wording, and what a figure shows."""
        if spelt := spelling(change, self.was, self.now):
            return spelt
        if change.kind == "register":
            return self._last_name(change)
        piece = change.after if isinstance(change.after, Piece) else change.before
        if not isinstance(piece, Piece):
            return ()
        record: Any = piece.record
        describer = self.now if change.after else self.was
        details = []
        if isinstance(record, Ziel | Empfehlung) and record.gruppe:
            details.append(f"Überschrift: {record.gruppe}")
        if isinstance(record, Ziel) and record.zustaendig:
            details.append(f"Zuständigkeit: {describer.bodies(record.zustaendig)}")
        if isinstance(record, Empfehlung) and record.adressaten:
            details.append(f"Adressaten: {describer.bodies(record.adressaten)}")
        if isinstance(record, Abbildung):
            details.append(_stations(record))
        return tuple(details)

    def _last_name(self, change: Change) -> tuple[str, ...]:
        """Until when a renamed body had its name; the name itself is told as the old one."""
        old: Any = self.old.records[change.key]
        new: Any = self.new.records[change.key]
        years = [entry.bis for entry in new.frueher if entry.name == old.name and entry.bis]
        renamed = old.name != new.name and years
        return (f"bis {years[-1]}: {old.name}",) if renamed else ()


def _stations(figure: Abbildung) -> str:
    """A figure in words: "Kreislauf mit 2 Stationen: Planung; Umsetzung"."""
    shape = "Kreislauf" if figure.art == "kreislauf" else "Ablauf"
    told = (s.titel + (f" – {s.text.rstrip('.')}" if s.text else "") for s in figure.stationen)
    return f"{shape} mit {len(figure.stationen)} Stationen: {'; '.join(told)}"
