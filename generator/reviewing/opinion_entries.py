"""Statements of a review to entries of stellungnahmen.yaml, and each to the entry that it is already."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from generator.match.normal_text import plain
from generator.model.review import WORDS, Statement
from generator.model.stellungnahme import (
    PARAGRAPH,
    REMARK,
    Runde,
    Stellungnahme,
)
from generator.render.reports.visible import visible

_MINUTE = len("2026-11-24T10:12")

Named = Callable[[str], str]
"""A file as it was given on the command line, to how the entries call it."""
_Key = tuple[str, ...]


def named_from(folder: Path) -> Named:
    """Names of files as seen from the folder around the strategy, wherever the command was called."""
    project = os.path.realpath(folder.resolve().parent)

    def name(file: str) -> str:
        try:
            return Path(os.path.relpath(os.path.realpath(file), project)).as_posix()
        except ValueError:  # Windows: another drive
            return Path(file).as_posix()

    return name


def said(text: str | None) -> str | None:
    """A text as a file holds it: in one paragraph, without signs that nobody sees; None for nothing."""
    lines = (plain(line) for line in (text or "").split("\n"))
    return plain(visible(PARAGRAPH.join(filter(None, lines)))) or None


class Known:
    """The entries there are, to be found again.

    The same mark of the same person is the same entry, in whatever file it comes back; what
    was typed without tracking is known by its file alone.
    """

    def __init__(self, rounds: Iterable[Runde], named: Named) -> None:
        self.named = named
        self.entries: dict[_Key, list[Stellungnahme]] = defaultdict(list)
        self.taken: dict[str, set[str]] = defaultdict(set)
        for round_ in rounds:
            for entry in round_.stellungnahmen:
                self.put(entry)

    def put(self, entry: Stellungnahme) -> None:
        """One more entry that statements may turn out to be."""
        self.entries[_key_of(entry)].append(entry)

    def find(self, one: Statement) -> Stellungnahme | None:
        """The entry that a statement is: of several one of the same element, each once for a file."""
        file = self.named(one.file)
        free = [e for e in self.entries[self._key(one)] if e.id not in self.taken[file]]
        found = next((e for e in free if e.element == one.element), free[0] if free else None)
        if found is not None:
            self.taken[file].add(found.id)
        return found

    def _key(self, one: Statement) -> _Key:
        return _key_of(entry_of(one, "S0", self.named(one.file)))


def _key_of(entry: Stellungnahme) -> _Key:
    who = (
        (entry.von, entry.datum[:_MINUTE])
        if entry.von and entry.datum
        else (entry.von, entry.datei)
    )
    what = (entry.text,) if entry.art == REMARK else (entry.alt, entry.neu)
    return tuple(word or "" for word in (*who, *what))


def entry_of(one: Statement, identity: str, file: str, answers: str | None = None) -> Stellungnahme:
    """A statement as an entry that nobody has decided on."""
    remark = one.kind == "comment"
    return Stellungnahme(
        id=identity,
        datei=file,
        von=said(one.author),
        datum=said(one.date),
        element=one.element,
        bei=None if one.element else one.after or one.parent,
        art=WORDS[one.kind],
        alt=None if remark else said(one.old),
        neu=None if remark else said(one.new),
        zu=said(one.quote) if remark else None,
        text=said(one.comment) if remark else None,
        antwort_auf=answers,
        entscheidung="offen",
    )


def known(
    statements: Iterable[Statement], rounds: Iterable[Runde], named: Named
) -> dict[str, Stellungnahme]:
    """To the ids of statements the entries that they are."""
    index = Known(rounds, named)
    found = ((one.id, index.find(one)) for one in statements)
    return {identity: entry for identity, entry in found if entry is not None}
