"""What is decided in stellungnahmen.yaml, to the statements of a review and to what of them is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from generator.match.statements import kind_of
from generator.model.review import ReturnedFile, Review, Statement
from generator.model.stellungnahme import Runde, Stellungnahme
from generator.reviewing.opinion_entries import Named, known

DecidedEntries = Mapping[str, Stellungnahme]
"""By their IDs."""

REJECTED = "Abgelehnt ({})."
THERE_ALL_THE_SAME = "Abgelehnt ({}), steht aber schon in der Strategie. Soll es dort nicht stehen, von Hand zurücknehmen."
SUPERSEDED = "Überholt ({}): In einer neueren Datei steht dort etwas anderes oder nichts mehr."
NO_WORDING = "Nur teilweise übernommen ({}), aber unter «fassung» steht kein Wortlaut."
TAKEN = ("uebernommen", "teilweise")
"""The decisions that change the strategy."""


class Decisions:
    """The entries of some rounds, put to the statements that they are.

    ``decided`` works before it is asked what can be written, ``settled`` behind that.
    """

    def __init__(self, rounds: Sequence[Runde], named: Named) -> None:
        self.rounds, self.named = rounds, named
        self.entries = {entry.id: entry for r in rounds for entry in r.stellungnahmen}
        self.said: dict[str, Statement] = {}

    def decided(
        self, statements: list[Statement], files: Sequence[ReturnedFile]
    ) -> list[Statement]:
        """With decision and decided wording, and conflicts as far as they are still open.

        Who was rejected is in nobody's way, nor is what is open in that of what was decided.
        """
        if not self.rounds:
            return statements
        found = known(statements, self.rounds, files, self.named)
        told = [_with_entry(one, found.get(one.id)) for one in statements]
        decisions = {one.id: one.decision for one in told}
        told = [replace(one, conflicts=tuple(_in_the_way(one, decisions))) for one in told]
        self.said = {one.id: one for one in told}
        return [with_wording(one, self.entries) for one in told]

    def settled(self, review: Review) -> Review:
        """Each as its author said it, with whether the decision on it can be written, and why not."""
        return replace(review, statements=tuple(map(self._settled, review.statements)))

    def _settled(self, one: Statement) -> Statement:
        said = self.said.get(one.id)
        if said is None or not one.recorded:
            return one
        entry, refused = self.entries[one.recorded], ""
        if one.decision == "abgelehnt":
            there = THERE_ALL_THE_SAME if one.stands else REJECTED
            refused = SUPERSEDED if entry.superseded else there
        elif one.decision == "teilweise" and not entry.wording and one.kind != "comment":
            refused = NO_WORDING
        why = refused.format(entry.id) or one.why
        return replace(one, kind=said.kind, new=said.new, applicable=why is None, why=why)


def _with_entry(one: Statement, entry: Stellungnahme | None) -> Statement:
    if entry is None:
        return one
    decision = "abgelehnt" if entry.superseded else entry.entscheidung
    return replace(one, recorded=entry.id, decision=decision)


def _in_the_way(one: Statement, decisions: Mapping[str, str]) -> Iterator[str]:
    """The other statements on the same words that are wanted as much as this one.

    Of a wording that was decided as a whole, the rest is told when it is written.
    """
    for other in one.conflicts if one.decision != "teilweise" else ():
        same = ("uebernommen",) if one.decision == "uebernommen" else ("offen", *TAKEN)
        if decisions[other] in same:
            yield other


def with_wording(one: Statement, entries: DecidedEntries) -> Statement:
    """With the wording that was decided in place of the one that its author wanted, if there is one.

    Of a remark it is that of the text which the remark stands at.
    """
    wording = entries[one.recorded].wording if one.recorded else None
    if wording is None:
        return one
    return replace(
        one, kind=kind_of(one.address) if one.kind == "comment" else one.kind, new=wording
    )


def wanted(
    statements: Iterable[Statement], entries: DecidedEntries, *, with_open: bool
) -> list[Statement]:
    """The statements that are to be written, each with the wording that was decided.

    Not all of them can be: see ``applicable`` and ``why``. ``with_open``: also what nobody has
    decided on. Remarks are among them only where a wording was decided that follows from them.
    """
    chosen = (*TAKEN, "offen") if with_open else TAKEN
    found = [with_wording(one, entries) for one in statements if one.decision in chosen]
    return [one for one in found if one.kind != "comment"]
