"""Statements that can be written, to the strategy's files; each proven by reading and printing again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from generator.edit.given_files import Files, strategy_in
from generator.edit.rewrite import NewContents, rewritten
from generator.errors import GeneratorError
from generator.match.verdicts import wording
from generator.match.word_merge import merged
from generator.model.review import Statement
from generator.model.strategy import Strategy
from generator.render.formats.docx.printed_map import PrintedMap
from generator.reviewing.edit_proof import Edits, unproven
from generator.reviewing.reprint import printed
from generator.reviewing.wordings import WordedField, with_wordings

NOT_PROVEN = (
    "Nach dem Schreiben stand beim erneuten Lesen und Drucken nicht genau dieser Wortlaut an "
    "seiner Stelle oder auch etwas anderes war verändert; diese Änderung wurde zurückgenommen."
)
BESIDE = "Passt nicht zu einer Änderung desselben Wortlauts, die eben übernommen wurde."


@dataclass(frozen=True)
class Outcome:
    """New contents of the files that change, the statements in them, and why others are not."""

    files: dict[str, bytes | None] = field(default_factory=dict)
    taken: tuple[str, ...] = ()
    refused: dict[str, str] = field(default_factory=dict)


def applied(
    folder: Path, files: Files, strategy: Strategy, statements: Iterable[Statement]
) -> Outcome:
    """All that can be made together; what cannot be proven is left out, the rest is made without it."""
    plan = _Plan(strategy)
    for one in statements:
        if one.applicable:
            plan.add(one)
    trial = _Trial(folder, files, strategy, plan.edits)
    written, failing = trial.make(frozenset(plan.edits))
    refused = plan.refused | {one.id: why for e, why in failing.items() for one in plan.made[e]}
    kept = [one.id for e, made in plan.made.items() if e not in failing for one in made]
    return Outcome(written, tuple(sorted(kept)), refused)


class _Plan:
    """The wordings that come of all statements, one made on top of the other."""

    def __init__(self, strategy: Strategy) -> None:
        self.strategy = strategy
        self.edits: dict[WordedField, tuple[str, str]] = {}
        self.made: dict[WordedField, list[Statement]] = {}
        self.refused: dict[str, str] = {}

    def add(self, one: Statement) -> None:
        """Put a change on top of those before it, which must be found in the result all the same."""
        address = one.address
        before = wording(self.strategy, address) if address else None
        if address is None or before is None:
            return
        field = address.element, address.field
        _, now = self.edits.get(field, (before, before))
        new = merged(*one.meant, now)
        made = self.made.get(field, [])
        if new is None or any(merged(*it.meant, new) != new for it in made):
            self.refused[one.id] = BESIDE
            return
        self.edits[field] = before, new
        self.made[field] = [*made, one]


Failing = dict[WordedField, str]
"""What could not be edited, and why."""


@dataclass
class _Trial:
    """Makes edits and says which of them fail."""

    folder: Path
    files: Files
    strategy: Strategy
    edits: Edits
    _before: PrintedMap | None = None

    def make(self, fields: frozenset[WordedField]) -> tuple[NewContents, Failing]:
        """The files with all edits but those that fail."""
        if not fields:
            return {}, {}
        made, failing = self._attempt(fields)
        if not failing:
            return made, {}
        if len(failing) < len(fields):
            made, more = self.make(fields - failing.keys())
            return made, failing | more
        return self._one_by_one(fields) if len(fields) > 1 else ({}, failing)

    def _one_by_one(self, fields: frozenset[WordedField]) -> tuple[NewContents, Failing]:
        """Where nobody knows which of them is at fault."""
        good: frozenset[WordedField] = frozenset()
        made: NewContents = {}
        wrong: Failing = {}
        for one in sorted(fields):
            found, failing = self._attempt(good | {one})
            wrong |= failing and {one: failing.get(one, NOT_PROVEN)}
            if not failing:
                good, made = good | {one}, found
        return made, wrong

    def _attempt(self, fields: frozenset[WordedField]) -> tuple[NewContents, Failing]:
        """Edit, read again, print again."""
        edits = {one: self.edits[one] for one in fields}
        wanted = with_wordings(self.strategy, {e: new for e, (_, new) in edits.items()})
        try:
            made = rewritten(self.files, wanted)
        except GeneratorError as error:
            return {}, dict.fromkeys(fields, error.message)
        after = {n: data for n, data in {**self.files, **made}.items() if data is not None}
        self._before = self._before or self._print(self.strategy)
        wrong = unproven(self._before, self._print(strategy_in(after)), edits)
        return made, dict.fromkeys(wrong, NOT_PROVEN)

    def _print(self, strategy: Strategy) -> PrintedMap | None:
        return printed(self.folder, strategy, "strategie", paged=False)
