"""Statements of a review to entries of stellungnahmen.yaml, and each to the entry that it is already."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from generator.match.normal_text import plain
from generator.model.review import WORDS, ReturnedFile, Statement
from generator.model.stellungnahme import (
    PARAGRAPH,
    REMARK,
    Runde,
    Stellungnahme,
)
from generator.render.reports.visible import visible

_DIGITS = 16
"""So many hex digits of a digest tell the states of a draft apart."""
_MINUTE = len("2026-11-24T10:12")

Named = Callable[[str], str]
"""A file as it was given on the command line, to how the entries call it."""
SentState = tuple[str | None, str | None]
"""Edition, and the first digits of the digest; None where a file does not say it."""
_Key = tuple[str | None, ...]


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


def state_of(file: ReturnedFile) -> SentState:
    """The state of the draft that a file was made from, as its round says it."""
    return file.edition or None, file.digest[:_DIGITS] or None


class Known:
    """The entries there are, to be found again.

    The same mark of the same person is the same entry, in whatever file it comes back; what
    was typed without tracking is known by its file and the state which that was made from.
    """

    def __init__(
        self, rounds: Iterable[Runde], files: Iterable[ReturnedFile], named: Named
    ) -> None:
        self.named = named
        self.states = {file.file: state_of(file) for file in files}
        self.entries: dict[_Key, list[Stellungnahme]] = defaultdict(list)
        self.taken: dict[str, set[str]] = defaultdict(set)
        for one in rounds:
            for entry in one.stellungnahmen:
                self._put(entry, (one.fassung, one.pruefsumme))

    def _put(self, entry: Stellungnahme, state: SentState) -> None:
        self.entries[_key_of(entry, state)].append(entry)

    def find(self, one: Statement) -> Stellungnahme | None:
        """The entry that a statement is: of several one of the same element, each once for a file."""
        file = self.named(one.file)
        key = _key_of(entry_of(one, "S0", file), self.states[one.file])
        free = [e for e in self.entries[key] if e.id not in self.taken[file]]
        found = next((e for e in free if e.element == one.element), free[0] if free else None)
        if found is not None:
            self.taken[file].add(found.id)
        return found

    def add(self, one: Statement, entry: Stellungnahme) -> None:
        """The entry that was made of a statement: other files may hold it as well."""
        self._put(entry, self.states[one.file])
        self.taken[self.named(one.file)].add(entry.id)


def _key_of(entry: Stellungnahme, state: SentState) -> _Key:
    if entry.von and entry.datum:
        who: _Key = (entry.von, entry.datum[:_MINUTE])
    else:
        who = (entry.von, entry.datei, *state)
    return (*who, *((entry.text,) if entry.art == REMARK else (entry.alt, entry.neu)))


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
    statements: Iterable[Statement],
    rounds: Iterable[Runde],
    files: Iterable[ReturnedFile],
    named: Named,
) -> dict[str, Stellungnahme]:
    """To the ids of statements the entries that they are."""
    index = Known(rounds, files, named)
    found = ((one.id, index.find(one)) for one in statements)
    return {identity: entry for identity, entry in found if entry is not None}
