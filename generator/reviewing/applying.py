"""Statements that can be written, to the strategy's files; each proven by reading and printing again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from generator.edit.given_files import Files, strategy_in
from generator.edit.rewrite import rewritten
from generator.errors import GeneratorError
from generator.model.review import Statement
from generator.model.strategy import Strategy
from generator.render.documents.chapters.leading_goals import are_listed, leading_goals
from generator.render.formats.docx.printed_map import PrintedMap
from generator.reviewing.draft import ROW, Draft, PrintUnit
from generator.reviewing.edit_proof import WHOLE, Edits, is_text, unproven
from generator.reviewing.reprint import printed
from generator.reviewing.undecided import StandsError, UndecidedError
from generator.reviewing.wanted import Writable, make

NOT_PROVEN = (
    "Nach dem Schreiben stand beim erneuten Lesen und Drucken nicht genau dieser Wortlaut an "
    "seiner Stelle oder auch etwas anderes war verändert; diese Änderung wurde zurückgenommen."
)


class Outcome(Struct, frozen=True):
    """New contents of the files that change, the statements in them, and why others are not."""

    files: dict[str, bytes | None] = field(default_factory=dict)
    taken: tuple[str, ...] = ()
    refused: dict[str, str] = field(default_factory=dict)


def applied(
    folder: Path,
    files: Files,
    strategy: Strategy,
    statements: Iterable[Statement],
    there: Iterable[Statement] = (),
) -> Outcome:
    """All that can be made together; what cannot be proven is left out, the rest is made without it.

    ``there`` are moves that the strategy has already: of rows that come along with another one.
    """
    chosen = [one for one in statements if one.applicable]
    trial = _Trial(folder, files, strategy, Writable(folder, strategy), tuple(there))
    made = trial.make(chosen)
    taken = (one.id for one in chosen if one.id not in made.refused)
    return Outcome(made.files, tuple(sorted(taken)), made.refused)


class _Made(Struct, frozen=True):
    """What came of some statements together: files, and why some of them are not in them."""

    files: dict[str, bytes | None]
    refused: dict[str, str]
    failing: frozenset[str] = frozenset()
    """Those that are in the files but not proven."""


class _Trial(Struct):
    """Makes statements and says which of them fail."""

    folder: Path
    files: Files
    strategy: Strategy
    judge: Writable
    there: tuple[Statement, ...]
    _before: PrintedMap | None = None

    def make(self, chosen: Sequence[Statement]) -> _Made:
        """The files with all of them but those that fail."""
        made = self._attempt(chosen)
        if not made.failing:
            return made
        if len(made.failing) + len(made.refused) < len(chosen):
            rest = self.make([one for one in chosen if one.id not in made.failing])
            why = dict.fromkeys(made.failing, NOT_PROVEN)
            return _Made(
                rest.files, why | rest.refused
            )  # what was refused beside them may stand now
        return self._one_by_one(chosen)

    def _one_by_one(self, chosen: Sequence[Statement]) -> _Made:
        """Where nobody knows which of them is at fault."""
        good: list[Statement] = []
        best = _Made({}, {})
        refused: dict[str, str] = {}
        for one in chosen:
            made = self._attempt([*good, one])
            if one.id in made.failing or one.id in made.refused or made.failing:
                refused[one.id] = made.refused.get(one.id, NOT_PROVEN)
            else:
                good, best = [*good, one], made
        return _Made(best.files, refused)

    def _attempt(self, chosen: Sequence[Statement]) -> _Made:
        """Edit, read again, print again."""
        draft, units, refused = self._draft(chosen)
        wanted = draft.strategy
        if not units:
            return _Made({}, refused)
        try:
            made = rewritten(self.files, wanted)
        except GeneratorError as error:
            if len(units) == 1:
                return _Made({}, refused | dict.fromkeys(units, error.message))
            return _Made({}, refused, frozenset(units))
        after = {n: data for n, data in {**self.files, **made}.items() if data is not None}
        self._before = self._before or self._print(self.strategy)
        there = strategy_in(after)
        edits = replace(edits_of(draft), unlisted=_unlisted(self.strategy, there))
        wrong = unproven(self._before, self._print(there), edits)
        return _Made(made, refused, frozenset(i for i, of in units.items() if of & wrong))

    def _draft(
        self, chosen: Sequence[Statement]
    ) -> tuple[Draft, dict[str, set[PrintUnit]], dict[str, str]]:
        """All of them one on top of the other, what each touched, and why some are not in it."""
        draft = self.judge.together([*chosen, *self.there])
        units: dict[str, set[PrintUnit]] = {}
        refused: dict[str, str] = {}
        for one in chosen:
            draft.touched, before = set(), draft.touched
            try:
                make(draft, one)
                units[one.id] = set(draft.touched)
            except StandsError:  # another of them said the same
                pass
            except UndecidedError as error:
                refused[one.id] = str(error)
            draft.touched |= before
        return draft, units, refused

    def _print(self, strategy: Strategy) -> PrintedMap | None:
        return printed(self.folder, strategy, "strategie", paged=False)


def _unlisted(before: Strategy, after: Strategy) -> set[str]:
    """The goals that contents and overview name before or after only: one wording may take the room."""
    if are_listed(before) == are_listed(after):
        return set()
    return {goal.id for strategy in (before, after) for goal in leading_goals(strategy)}


def edits_of(draft: Draft) -> Edits:
    """What a draft is meant to change of what is printed."""
    before = draft.ground.strategy
    values = {
        (element, name): (getattr(before.by_id[element], name), getattr(record, name))
        for element, name in draft.printed_by
        if element in before.by_id and (record := draft.record(element)) is not None
    }
    texts = {unit: draft.wanted.get(unit, []) for unit in draft.touched if is_text(unit)}
    return Edits(
        {unit: value for unit, value in values.items() if unit[1] in WHOLE},
        texts,
        {element for element, name in draft.touched if name == ROW},
        {
            unit
            for unit in draft.touched
            if not (unit in values and unit[1] in WHOLE) and not is_text(unit)
        },
        {(text.id, f"inhalt {text.stelle}") for text, found in before.markup if found},
        {unit: value for unit, value in values.items() if unit[1] not in WHOLE},
    )
