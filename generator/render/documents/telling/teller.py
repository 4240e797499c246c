"""A comparison to all that is said of it: every change, grouped by element and part of the strategy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property, partial
from typing import Any

from msgspec import Struct

from generator.compare.approval import ApprovedChange
from generator.compare.changes import Change, Piece
from generator.compare.comparison import Comparison
from generator.compare.order import document_order
from generator.graph.goal_numbers import goal_numbers
from generator.model.goal import Ziel
from generator.model.kinds import BY_RECORD, STRATEGY
from generator.model.level_words import LevelWords, of_tasks
from generator.model.recommendation import Empfehlung
from generator.model.register import Abbildung
from generator.model.text import Prosatext
from generator.model.tree import Tree
from generator.render.documents.context import Context, context_of
from generator.render.documents.telling.changed_prose import ChangedText, changed_text
from generator.render.documents.telling.impact_words import BodyRow, body_rows, reach_sentences
from generator.render.documents.telling.marked import MarkedParts, plain
from generator.render.documents.telling.progress_words import LastStates, last_states
from generator.render.documents.telling.sides import Both, Sides
from generator.render.documents.telling.subject import Subject, subject
from generator.render.documents.telling.summary import Summary, summary
from generator.render.documents.telling.told import ToldChange, ToldElement
from generator.render.documents.telling.what import (
    approval_words,
    nature,
    of_title,
    reason_words,
    spelling,
    stations,
    what,
)


class Telling(Struct, frozen=True, dict=True):
    """What documents and reports about a Fortschreibung are views of; each part is worded once."""

    comparison: Comparison
    printed: Context | None = None
    """The new edition as its documents print it, where somebody has made that already."""
    printed_before: Context | None = None
    """The same of the former one."""

    @cached_property
    def former(self) -> Context:
        """The former edition as its documents print it."""
        return self.printed_before or context_of(self.comparison.before, self.edition)

    @cached_property
    def edition(self) -> Context:
        """The new edition as its documents print it."""
        return self.printed or context_of(self.comparison.after)

    @cached_property
    def worded(self) -> Sides:
        """The sides of changes as they are written."""
        return Sides(self.comparison.before, self.comparison.after)

    @cached_property
    def changes(self) -> tuple[ToldChange, ...]:
        """Every change, in document order; words are looked for only when they are asked for."""
        return tuple(self._told(approved) for approved in self.comparison.changes)

    @cached_property
    def changed(self) -> tuple[ToldElement, ...]:
        """The elements that changed, by their first change."""
        return tuple(self._element(key, group) for key, group in self._groups().items())

    @cached_property
    def elements(self) -> tuple[ToldElement, ...]:
        """All elements in document order, then what changed besides."""
        return tuple(self._elements())

    @cached_property
    def summary(self) -> Summary:
        """What a councillor reads first."""
        return summary(self.comparison, self.changes)

    @cached_property
    def bodies(self) -> tuple[BodyRow, ...]:
        """The bodies that are newly, no longer or otherwise concerned."""
        return body_rows(self.comparison)

    @cached_property
    def tasks(self) -> LevelWords:
        """What bodies are responsible for."""
        return of_tasks(self.comparison.old, self.comparison.new)

    @cached_property
    def reaches(self) -> tuple[str, ...]:
        """What hangs below or refers to what changed, a sentence each."""
        return reach_sentences(self.comparison, self.subject)

    @cached_property
    def renumbered(self) -> tuple[Subject, ...]:
        """The goals of which only the running number is another, in document order."""
        was, now = (goal_numbers(side) for side in (self.comparison.old, self.comparison.new))
        changed = {element.subject.key for element in self.changed}
        keys = self.worded.new.keys
        counted = (keys[name] for name in now if was.get(name, now[name]) != now[name])
        return tuple(self.subject(key) for key in counted if key not in changed)

    @cached_property
    def states(self) -> LastStates:
        """What was last reported of the goals."""
        return last_states(self.comparison.new, self.comparison.changes)

    @cached_property
    def subject(self) -> Callable[[str], Subject]:
        """What a key of either edition stands for."""
        return cache(partial(subject, self.worded))

    def _told(self, approved: ApprovedChange) -> ToldChange:
        change, comparison = approved.change, self.comparison
        raw = self.worded.of(change)
        spelt = spelling(approved, self.worded.was, self.worded.now)
        return ToldChange(
            source=approved,
            subject=self.subject(self._key(change)),
            what=self.states.gone(
                change, what(approved, raw, comparison.lineage, comparison.succession)
            ),
            nature=nature(approved),
            approval=approval_words(approved, comparison.new.kopf),
            reason=reason_words(approved),
            says=lambda: self._words(change, raw, spelt),
            spelling=bool(spelt),
        )

    def _words(self, change: Change, raw: Both, spelt: tuple[str, ...]) -> ChangedText:
        if isinstance(change.after or change.before, Prosatext):
            return changed_text(change, raw, self.former, self.edition)
        return ChangedText(*raw, (spelt or self._details(change)) + self.states.beside(change))

    def _key(self, change: Change) -> str:
        """Key of the element a change belongs to; prose of no element has one of its own."""
        if not change.key.startswith("text:"):
            return change.key
        sides = self.worded
        return sides.new.keys.get(change.id) or sides.old.keys.get(change.id) or change.key

    def _groups(self) -> dict[str, list[ToldChange]]:
        groups: dict[str, list[ToldChange]] = {}
        for told in self.changes:
            groups.setdefault(self._key(told.source.change), []).append(told)
        return groups

    def _elements(self) -> Iterator[ToldElement]:
        groups = self._groups()
        for step in document_order(self.worded.old, self.worded.new):
            if isinstance(step, str) and (step in groups or step != STRATEGY):
                yield self._element(step, groups.pop(step, []))
        for key, group in groups.items():
            yield self._element(key, group)

    def _element(self, key: str, changes: list[ToldChange]) -> ToldElement:
        old, new = self.worded.old, self.worded.new
        first = sorted(changes, key=lambda told: told.source.change.kind != "reworded")
        bodies = dict.fromkeys(body for tree in (old, new) for body in _concerned(tree, key))
        wording = _wording(old, key, changes), _wording(new, key, changes)
        if not changes:  # where what is below it moved, its record differs and its wording does not
            wording = (wording[1], wording[1])
        return ToldElement(self.subject(key), tuple(first), tuple(bodies), wording)

    def _details(self, change: Change) -> tuple[str, ...]:
        """What a whole goal or Empfehlung says besides its wording, and what a figure shows."""
        sides = self.worded
        if change.kind == "register":
            return _last_name(sides.old.records[change.key], sides.new.records[change.key])
        piece = change.after if isinstance(change.after, Piece) else change.before
        if not isinstance(piece, Piece):
            return ()
        record: Any = piece.record
        describer = sides.now if change.after else sides.was
        details = []
        if group := getattr(record, "gruppe", None):
            details.append(f"Überschrift: {group}")
        for name in ("zustaendig", "adressaten"):
            if bodies := getattr(record, name, ()):
                details.append(f"{record.label(name)}: {describer.bodies(bodies)}")
        if isinstance(record, Abbildung):
            details.append(stations(record))
        return tuple(details)


def _last_name(old: Any, new: Any) -> tuple[str, ...]:
    """Until when a renamed body had its name; the name itself is told as the old one."""
    years = [entry.bis for entry in new.frueher if entry.name == old.name and entry.bis]
    renamed = old.name != new.name and years
    return (f"bis {years[-1]}: {old.name}",) if renamed else ()


def _wording(tree: Tree, key: str, changes: Sequence[ToldChange]) -> MarkedParts:
    """What an element says; its name is enough beside a change of its value or of its title."""
    record = tree.records.get(key)
    if record is None or key == STRATEGY:
        return ()
    kind = BY_RECORD[type(record)]
    short = bool(changes)
    if isinstance(record, Ziel | Empfehlung):
        short = any(of_title(told.source.change) for told in changes)
    said = (kind.name if short or not kind.headline else kind.headline)(record)
    return plain(*said.split("\n"))


def _concerned(tree: Tree, key: str) -> Iterator[str]:
    """The bodies at an element, or at the nearest goal above it that has some."""
    at: str | None = key
    while at is not None and at in tree.records:
        record = tree.records[at]
        if tree.level(at) == "akteur":
            yield record.id
        bodies = getattr(record, "zustaendig", ()) or getattr(record, "adressaten", ())
        if bodies:
            yield from (body.akteur for body in bodies)
            return
        at = tree.parents[at] if at in tree.children else None
