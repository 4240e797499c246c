"""Geprüft wird, ob es zu jedem Eintrag in changes.yaml eine Änderung gegenüber der Vorgängerfassung gibt.

Ein Eintrag ohne Änderung ist meist übrig geblieben, nachdem die Änderung zurückgenommen wurde, oder
nennt die falsche Art. Seine Begründung erscheint nirgends. Nennt ein Eintrag mehrere Kennungen und
Arten, muss nicht jede Art bei jeder Kennung vorkommen, aber jede bei einer.

Beheben: den Eintrag löschen oder Kennung und Art berichtigen; die Meldung sagt, was sich bei dem
Element stattdessen geändert hat.

Diese Regel vergleicht mit der Vorgängerfassung. Ihre Befunde zeigen deshalb «strategie diff» und
«strategie build»; «strategie check» nur mit «--strict», ohne sie zu werten.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.change_kinds import CHANGES, CHANGES_BY_WORD
from generator.model.register import Aenderungsgrund

CODE = "Z702"
SEVERITY = Severity.WARNING
TITLE = "Begründung ohne Änderung"
COMPARES = True


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each part of a reason that belongs to no change; unknown kinds are Z602."""
    comparison = context.comparison
    if comparison is None or not context.judges_reasons:
        return
    happened: dict[str, dict[str, None]] = {}
    for entry in comparison.changes:
        happened.setdefault(entry.change.id, {})[entry.change.kind] = None
    former = comparison.old.kopf.fassung.kennung
    for index, reason in enumerate(context.strategy.aenderungen):
        for identity, word, way in _idle(reason, happened):
            found = happened.get(identity, {})
            others = ", ".join(CHANGES[other].word for other in found)
            what = f"; geändert ist: {others}" if found else ""
            message = (
                f"{context.called(identity)}: Begründet ist «{word}», doch so hat es sich gegenüber "
                f"der Fassung {former} nicht geändert{what}. Den Eintrag löschen oder berichtigen."
            )
            yield context.at_reason(CODE, SEVERITY, index, message, *way, about=identity)


def _idle(
    reason: Aenderungsgrund, happened: Mapping[str, Collection[str]]
) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
    """IDs of an entry to which nothing it names happened, then kinds that happened to none of
    its IDs: (ID, kinds in its words, where it says so).

    Of lists not every ID need have undergone every kind.
    """
    kinds = {word: CHANGES_BY_WORD.get(word.lower()) for word in reason.art}
    if None in kinds.values():
        return
    busy = [i for i in reason.id if any(kind in happened.get(i, ()) for kind in kinds.values())]
    for k, identity in enumerate(reason.id):
        if identity not in busy:
            yield identity, ", ".join(reason.art), ("id", k)
    for k, (word, kind) in enumerate(kinds.items()):
        if busy and not any(kind in happened[identity] for identity in busy):
            yield busy[0], word, ("art", k)
