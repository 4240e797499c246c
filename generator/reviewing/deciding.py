"""What is decided in stellungnahmen.yaml, to the statements of a review and to what of them is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from generator.match.statements import kind_of
from generator.match.verdicts import with_verdicts
from generator.model.review import Review, Statement
from generator.model.stellungnahme import Runde, Stellungnahme
from generator.model.strategy import Strategy
from generator.reviewing.opinion_entries import Named, known

Entries = Mapping[str, Stellungnahme]
"""By their IDs."""

REJECTED = "Abgelehnt ({})."
THERE_ALL_THE_SAME = "Abgelehnt ({}), steht aber schon in der Strategie. Soll es dort nicht stehen, von Hand zurücknehmen."
SUPERSEDED = "Überholt ({}): In einer neueren Datei steht dort etwas anderes oder nichts mehr."
NO_WORDING = "Nur teilweise übernommen ({}), aber unter «fassung» steht kein Wortlaut."
_TAKEN = ("uebernommen", "teilweise")


def with_decisions(
    rounds: Sequence[Runde], named: Named
) -> Callable[[list[Statement]], list[Statement]]:
    """Puts to statements their entry and its decision, and settles conflicts by it.

    Who was rejected is in nobody's way, nor is what is still open in that of what was decided.
    """

    def decided(statements: list[Statement]) -> list[Statement]:
        if not rounds:
            return statements
        entries = known(statements, rounds, named)
        told = [_with_entry(one, entries.get(one.id)) for one in statements]
        decisions = {one.id: one.decision for one in told}
        return [
            replace(one, conflicts=tuple(_in_the_way(one, decisions))) if one.conflicts else one
            for one in told
        ]

    return decided


def _with_entry(one: Statement, entry: Stellungnahme | None) -> Statement:
    if entry is None:
        return one
    decision = "abgelehnt" if entry.superseded else entry.entscheidung
    return replace(one, recorded=entry.id, decision=decision)


def _in_the_way(one: Statement, decisions: Mapping[str, str]) -> Iterable[str]:
    """The other statements on the same words that are wanted as much as this one.

    Of a wording that was decided as a whole, the rest is told when it is written.
    """
    if one.decision == "teilweise":
        return
    for other in one.conflicts:
        decision = decisions[other]
        if one.decision == "uebernommen":
            if decision == "uebernommen":
                yield other
        elif decision != "abgelehnt":
            yield other


def settled(review: Review, entries: Entries) -> Review:
    """What was rejected or is superseded is not to be written, with the reason."""
    return replace(review, statements=tuple(_settled(one, entries) for one in review.statements))


def _settled(one: Statement, entries: Entries) -> Statement:
    if one.decision != "abgelehnt":
        return one
    said = REJECTED
    if entries[one.recorded].superseded:
        said = SUPERSEDED
    elif one.stands:
        said = THERE_ALL_THE_SAME
    return replace(one, applicable=False, why=said.format(one.recorded))


def wanted(
    statements: Iterable[Statement], entries: Entries, strategy: Strategy, *, with_open: bool
) -> list[Statement]:
    """The statements that are to be written, each with the wording that was decided.

    Not all of them can be: see ``applicable`` and ``why``. ``with_open``: also what nobody has
    decided on. Remarks are among them only where a wording was decided that follows from them.
    """
    found = []
    for one in statements:
        entry = entries.get(one.recorded)
        if entry is not None and one.decision in _TAKEN:
            found += _with_wording(one, entry, strategy)
        elif with_open and one.decision == "offen" and one.kind != "comment":
            found.append(one)
    return found


def _with_wording(one: Statement, entry: Stellungnahme, strategy: Strategy) -> list[Statement]:
    if entry.wording is not None:
        kind = kind_of(one.address) if one.kind == "comment" else one.kind
        made = replace(one, kind=kind, new=entry.wording, why=None, note=None, conflicts=())
        return with_verdicts([made], strategy)
    if one.kind == "comment":
        return []
    if one.decision == "teilweise":
        return [replace(one, applicable=False, stands=False, why=NO_WORDING.format(entry.id))]
    return [one]
