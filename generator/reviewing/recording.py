"""A review to the rounds of stellungnahmen.yaml: what is new is added, what was decided stays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from generator.errors import GeneratorError
from generator.model.kinds import OPINIONS
from generator.model.review import ReturnedFile, Review, Statement
from generator.model.stellungnahme import REMARK, Runde, Stellungnahme
from generator.reviewing.opinion_entries import Known, Named, entry_of, state_of

_NUMBER = re.compile(r"S(\d+)")

Rounds = tuple[Runde, ...]


class Ledger(Struct, frozen=True):
    """The rounds with all that a review says, and what of it is new.

    ``links``: ids of statements to those of their entries; ``superseded`` are the entries
    that a newer file of the same round no longer holds.
    """

    rounds: Rounds
    links: Mapping[str, str] = field(default_factory=dict)
    added: tuple[str, ...] = ()
    superseded: tuple[str, ...] = ()


def with_review(rounds: Rounds, review: Review, named: Named) -> Ledger:
    """The same review twice adds nothing; a file of a state not seen before begins a round.

    GeneratorError where a number or ID is given twice: one of both would be lost.
    """
    _refuse_twice("Die Runde", [str(r.runde) for r in rounds])
    _refuse_twice("Die Kennung", [e.id for r in rounds for e in r.stellungnahmen])
    writer = _Writer(rounds, review.files, named)
    for one in review.statements:
        writer.take(one)
    superseded = tuple(writer.supersede(file for file in review.files if file.base != "rejected"))
    return Ledger(writer.rounds(), writer.links, tuple(e.id for e in writer.added), superseded)


def _refuse_twice(what: str, names: Sequence[str]) -> None:
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise GeneratorError(
            f"{what} {twice} steht in {OPINIONS} zweimal.",
            "Eine der beiden umnummerieren, dann noch einmal aufrufen. Geschrieben wurde nichts.",
        )


class _Writer:
    """Rounds by number with their entries by id, both in the order of the file."""

    def __init__(self, rounds: Rounds, files: Sequence[ReturnedFile], named: Named) -> None:
        self.named = named
        self.before = {r.runde for r in rounds}
        self.heads = {r.runde: r for r in rounds}
        self.entries = {r.runde: {e.id: e for e in r.stellungnahmen} for r in rounds}
        self.known = Known(rounds, files, named)
        self.links: dict[str, str] = {}
        self.added: list[Stellungnahme] = []
        self.round_of = {file.file: self._round(file) for file in files}
        numbers = (_NUMBER.fullmatch(e.id) for r in rounds for e in r.stellungnahmen)
        self.last = max((int(found[1]) for found in numbers if found), default=0)

    def _round(self, file: ReturnedFile) -> int:
        """The round of the state that a file was made from."""
        state = state_of(file)
        alike = (n for n, r in self.heads.items() if (r.fassung, r.pruefsumme) == state)
        number = next(alike, max(self.heads, default=0) + 1)
        if number not in self.heads:
            self.heads[number] = Runde(runde=number, fassung=state[0], pruefsumme=state[1])
            self.entries[number] = {}
        return number

    def take(self, one: Statement) -> None:
        """A statement to its entry, a new one where there is none."""
        entry = self.known.find(one)
        if entry is None:
            self.last += 1
            answers = self.links.get(one.reply_to or "")
            entry = entry_of(one, f"S{self.last:03}", self.named(one.file), answers)
            self.entries[self.round_of[one.file]][entry.id] = entry
            self.added.append(entry)
            self.known.add(one, entry)
        self.links[one.id] = entry.id

    def supersede(self, files: Iterable[ReturnedFile]) -> Iterator[str]:
        """Mark what these files held once and do not hold any more; what is there again counts again."""
        there = {identity for taken in self.known.taken.values() for identity in taken}
        for file in files:
            name, entries = self.named(file.file), self.entries[self.round_of[file.file]]
            for entry in [e for e in entries.values() if e.datei == name]:
                marks: dict[str, object] = {"ersetzt_durch": None, "zurueckgezogen": False}
                if entry.id not in there and not entry.superseded:
                    by = self._instead(entry)
                    marks |= {"ersetzt_durch": by} if by else {"zurueckgezogen": True}
                    yield entry.id
                elif entry.id not in self.known.taken[name] or not entry.superseded:
                    continue
                entries[entry.id] = entry.model_copy(update=marks)

    def _instead(self, entry: Stellungnahme) -> str | None:
        """What the same file says now of the same words, or at the same place."""
        alike = (
            new.id
            for new in self.added
            if (new.datei, new.von, new.element) == (entry.datei, entry.von, entry.element)
            and (new.art == REMARK) == (entry.art == REMARK)
            and (new.alt, new.zu) == (entry.alt, entry.zu)
        )
        return next(alike, None)

    def rounds(self) -> Rounds:
        """As they are now; a round without an entry is none, unless it was there before."""
        return tuple(
            head.model_copy(update={"stellungnahmen": tuple(self.entries[number].values())})
            for number, head in self.heads.items()
            if self.entries[number] or number in self.before
        )
