"""One change and one element as they are told, each with both wordings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TypeVar

from msgspec import Struct

from generator.compare.approval import ApprovedChange
from generator.compare.changes import Change
from generator.compare.words import Span, marked
from generator.model.change_kinds import CHANGES
from generator.model.partly_compared import PartlyCompared
from generator.model.text import Prosatext
from generator.render.documents.telling.changed_prose import ChangedText
from generator.render.documents.telling.marked import (
    MarkedParts,
    aside,
    plain,
    shorten,
    side,
    whole,
)
from generator.render.documents.telling.side_by_side import SidePiece, joint, pieces_of
from generator.render.documents.telling.subject import Subject
from generator.render.documents.telling.succession_words import RENAMED
from generator.render.documents.telling.what import of_title

WHOLLY = frozenset({"moved", "reordered", "edition"})
"""Kinds of change in which old and new are told as a whole."""
SHORTENED = frozenset({"text", "illustration"})
SPEAK_FOR_THEMSELVES = frozenset({"added", "removed", "reworded", "text", "edition", "levels"})
"""Kinds of change that show by themselves what element they are about."""
LABELLED = frozenset({"grouping", "responsibility", "addressee", "review"})
"""Kinds of change to a value that is not the wording itself: their noun stands in front."""


class ToldChange(PartlyCompared, frozen=True, dict=True):
    """One change as it is told: ``what`` ("umformuliert") happened to its subject.

    ``nature`` is redaktionell, inhaltlich or that it is still open; ``reason`` is None where there
    is none yet. ``says`` finds the words: those of a text have to be printed first, and who counts
    changes does not need them.
    """

    beside = frozenset({"says"})

    source: ApprovedChange
    subject: Subject
    what: str
    nature: str
    approval: str
    reason: str | None
    says: Callable[[], ChangedText]
    spelling: bool = False
    """Only the spelling of bodies differs: ``details`` say all, old and new need not be shown."""

    @cached_property
    def words(self) -> ChangedText:
        """What stood there and stands there now."""
        return self.says()

    @property
    def title(self) -> str:
        """The change as it is read aloud: "Leitziel LZ07: umformuliert"."""
        return f"{self.subject.title}: {self.what}"

    @property
    def editing_title(self) -> str:
        """The same with the ID of what is printed by its Kürzel: for who writes reasons."""
        return f"{self.subject.editing}: {self.what}"

    @property
    def replaces(self) -> bool:
        """Whether one place takes that of another, so that no words are marked in either."""
        return self.source.change.kind in WHOLLY

    @property
    def speaks_for_itself(self) -> bool:
        """Whether it shows what element it is about; a new name is the old one's other side."""
        change = self.source.change
        speaks = change.kind in SPEAK_FOR_THEMSELVES and not of_title(change)
        return speaks or self.what == RENAMED

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Old and new in one with marked words; long unchanged prose is left out."""
        old, new = self.words.old or "", self.words.new or ""
        if self.replaces:
            return (Span(old, "deleted"), Span(new, "inserted"))
        spans = joint(self.words.units) or marked(old, new)
        return shorten(spans) if self.source.change.kind in SHORTENED else spans

    @cached_property
    def pieces(self) -> tuple[SidePiece, ...]:
        """The same in pieces that stand beside each other: those of a text, else one."""
        if self.words.units and not self.words.same_words:
            notes = tuple(map(aside, self.words.details))
            return (*pieces_of(self.words.units), *((SidePiece((), notes),) if notes else ()))
        return (SidePiece(*self.sides),)

    @property
    def one_sided(self) -> bool:
        """Whether there was nothing, or is nothing now, so that no words need a mark."""
        return self.words.old is None or self.words.new is None

    @cached_property
    def sides(self) -> tuple[MarkedParts, MarkedParts]:
        """Both wordings side by side, changed words marked."""
        change, words = self.source.change, self.words
        details = plain(*words.details)
        if words.same_words:
            return details, details
        label = _label(change)
        if words.old is None or words.new is None:
            return (
                whole(words.old, "deleted", label, words.details),
                whole(words.new, "inserted", label, words.details),
            )
        notes = details if isinstance(change.after, Prosatext) else ()
        new = side(self.spans, "inserted", label)
        return side(self.spans, "deleted", label), (*new, *notes)


class ToldElement(Struct, frozen=True):
    """An element with all that happened to it, its wording first; nothing where it is unchanged.

    ``bodies`` are the IDs of those responsible for it, or addressed by it, in either
    edition; ``wording`` is what it says in each, for changes that do not show it.
    """

    subject: Subject
    changes: tuple[ToldChange, ...]
    bodies: tuple[str, ...]
    wording: tuple[MarkedParts, MarkedParts]


T = TypeVar("T", ToldChange, ToldElement)


def by_section(told: Iterable[T]) -> tuple[tuple[str, tuple[T, ...]], ...]:
    """Under the heading of their part of the strategy, by the first of each."""
    sections: dict[str, list[T]] = {}
    for entry in told:
        sections.setdefault(entry.subject.section, []).append(entry)
    return tuple((title, tuple(group)) for title, group in sections.items())


def _label(change: Change) -> str:
    """A Kürzel or a chapter's numbering carries its own name and is no Überschrift."""
    if change.kind in ("moved", "reordered"):
        return "Platz"
    if of_title(change):
        return "Titel"
    other = change.kind == "grouping" and "gruppe" not in change.fields
    return CHANGES[change.kind].noun if change.kind in LABELLED and not other else ""
