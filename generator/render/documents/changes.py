"""A comparison to the rows of a change list: every change in German words, grouped as the strategy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.compare.approval import ApprovedChange, editorial_by_itself
from generator.compare.changes import Change, Piece
from generator.compare.comparison import Comparison
from generator.compare.content import CROSS_CUTTING, STRATEGY, Table, table
from generator.compare.description import Describer
from generator.compare.words import Span, marked
from generator.model.goal import Handlungsfeld, Ziel, Zustaendigkeit
from generator.model.head import Kapitel, Koerperschaft
from generator.model.kinds import KIND_LABELS, LEVELS
from generator.model.recommendation import Empfehlung, Thema
from generator.model.register import Abbildung

NOUNS = {
    "grouping": "Überschrift",
    "responsibility": "Zuständigkeit",
    "addressee": "Adressaten",
    "link": "Verweis",
    "review": "Prüfvermerk",
    "text": "Text",
}
"""Kinds of change to something that an element may have or not, so that it can be new or gone."""

REGISTERS = {
    "bezugsrahmen": "Bezugsrahmen",
    "abbildungen": "Abbildungen",
    "kennzahlen": "Kennzahlen",
    "akteure": "Akteure",
    "quellen": "Quellen und Planungen",
    "plaene": "Quellen und Planungen",
}
WITH_ID = (Ziel, Empfehlung, Handlungsfeld, Thema, Abbildung)
GROUPS = frozenset({"kapitel", "handlungsfeld", "thema"})
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
    spelling: bool = False
    """Only the spelling of bodies differs: ``details`` say all, old and new need not be shown."""

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
    return tuple(_Teller(comparison).rows())


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


class _Teller:
    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.old, self.new = table(comparison.old), table(comparison.new)
        self.was, self.now = Describer(self.old), Describer(self.new)
        self.body = comparison.new.kopf.koerperschaft

    def rows(self) -> Iterator[ChangeRow]:
        for approved in self.comparison.changes:
            change = approved.change
            key = self._element(change)
            subject, name = self._subject(change, key)
            yield ChangeRow(
                section=self._section(key),
                subject=subject,
                what=_what(change),
                old=change.old,
                new=change.new,
                nature=nature(approved),
                approval=approval_words(approved, self.body),
                source=approved,
                details=self._details(change),
                name=name,
                spelling=bool(_spelling(change, self.was, self.now)),
            )

    def _element(self, change: Change) -> str | None:
        """Key of the element a change belongs to; None for prose of no element."""
        if not change.key.startswith("text:"):
            return change.key
        return self.new.owners.get(change.id) or self.old.owners.get(change.id)

    def _in(self, key: str) -> tuple[Table, Describer]:
        return (self.new, self.now) if key in self.new.records else (self.old, self.was)

    def _subject(self, change: Change, key: str | None) -> tuple[str, str]:
        if key is None:
            return f"Text {change.id}", change.id
        if key == STRATEGY:
            return "Strategie", "Strategie"
        content, describer = self._in(key)
        record = content.records[key]
        if isinstance(record, WITH_ID):
            short = getattr(record, "kuerzel", None)
            return describer.named(key) + (f" ({short})" if short else ""), record.id
        if key in self.old.records:  # a renamed one is known by the name it had
            record, describer = self.old.records[key], self.was
        subject = f"{LEVELS[change.level]} «{describer.name(record)}»"
        return subject, subject

    def _section(self, key: str | None) -> str:
        if key is None or key == STRATEGY:
            return AS_A_WHOLE
        content, describer = self._in(key)
        top = key
        while (parent := content.parents[top]) in content.records:
            top = parent
            content, describer = self._in(top)
        record = content.records[top]
        if parent == CROSS_CUTTING:
            return "Übergreifende Ziele"
        if isinstance(record, Handlungsfeld | Thema):
            prefix = "Empfehlungen, " if isinstance(record, Thema) else ""
            return f"{prefix}{describer.named(top)}: {record.titel}"
        return f"Kapitel «{record.titel}»" if isinstance(record, Kapitel) else REGISTERS[parent]

    def _details(self, change: Change) -> tuple[str, ...]:
        """What a whole goal or Empfehlung says besides its wording."""
        if spelling := _spelling(change, self.was, self.now):
            return spelling
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
        if isinstance(record, Ziel | Empfehlung) and record.ersetzt:
            details.append(f"Ersetzt: {', '.join(record.ersetzt)}")
        return tuple(details)


def nature(approved: ApprovedChange) -> str:
    """Whether a change is redaktionell or inhaltlich, as far as somebody said so."""
    if approved.editorial is None:
        return "noch nicht eingestuft"
    return "redaktionell" if approved.editorial else "inhaltlich"


def approval_words(approved: ApprovedChange, body: Koerperschaft) -> str:
    """Who has to agree, and where that is laid down."""
    words = {
        "kreistag": body.kreistag,
        "verwaltung": "Verwaltung",
        "ungeregelt": "nicht geregelt",
    }[approved.approval]
    return f"{words} (nach {approved.ground})" if approved.ground else words


def _what(change: Change) -> str:
    if change.kind in ("responsibility", "addressee") and editorial_by_itself(change):
        return f"Schreibweise der {'Zuständigkeit' if change.kind == 'responsibility' else 'Adressaten'}"
    if change.kind == "register":
        return "umbenannt" if "name" in _fields(change) else "Angaben geändert"
    noun = _noun(change)
    if noun is None:
        return KIND_LABELS[change.kind]
    if change.old is None:
        return f"{noun} neu"
    return f"{noun} entfallen" if change.new is None else f"{noun} geändert"


def _noun(change: Change) -> str | None:
    match change.kind, _fields(change):
        case "grouping", ["kuerzel"]:
            return "Kürzel"
        case "grouping", _ if change.level == "kapitel":
            return "Gliederung"
        case "text", ["hinweise"]:
            return "Hinweise zur Herkunft"
        case "text", _:
            if change.key.endswith(":nach"):
                return "Text am Ende" if change.level in GROUPS else "Text hinter der Tabelle"
            return "Text" if change.level == "kapitel" else "einleitender Text"
    return NOUNS.get(change.kind)


def _fields(change: Change) -> list[str]:
    return [name for name, _ in change.after] if isinstance(change.after, tuple) else []


def _spelling(change: Change, was: Describer, now: Describer) -> tuple[str, ...]:
    """Each body that is only spelt differently: "«Bildungskoordinator» → «Bildungskoordination»"."""
    if change.kind not in ("responsibility", "addressee") or not editorial_by_itself(change):
        return ()
    pairs = zip(_entries(change.before), _entries(change.after), strict=True)
    shown = ((was.bodies((old,)), now.bodies((new,))) for old, new in pairs if old != new)
    return tuple(f"«{old}» → «{new}»" for old, new in shown if old != new)


def _entries(side: Any) -> Iterator[Zustaendigkeit]:
    for _, entries in side:
        yield from entries
