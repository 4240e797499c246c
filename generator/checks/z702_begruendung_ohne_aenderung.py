"""Geprüft wird, ob es zu jedem Eintrag in changes.yaml eine Änderung gegenüber der Vorgängerfassung gibt.

Ein Eintrag ohne Änderung ist meist übrig geblieben, nachdem die Änderung zurückgenommen wurde, oder
nennt die falsche Art. Seine Begründung erscheint nirgends.

Beheben: den Eintrag löschen oder Kennung und Art berichtigen; die Meldung sagt, was sich bei dem
Element stattdessen geändert hat.

Diese Regel vergleicht mit der Vorgängerfassung. Ihre Befunde zeigen deshalb «strategie diff» und
«strategie build», nicht «strategie check».
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.change_kinds import CHANGES, CHANGES_BY_WORD

CODE = "Z702"
SEVERITY = Severity.WARNING
TITLE = "Begründung ohne Änderung"
COMPARES = True


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each reason that belongs to no change; unknown kinds are Z602."""
    comparison = context.comparison
    if comparison is None or not context.judges_reasons:
        return
    happened: dict[str, dict[str, None]] = {}
    for entry in comparison.changes:
        happened.setdefault(entry.change.id, {})[entry.change.kind] = None
    former = comparison.old.kopf.fassung.kennung
    for index, reason in enumerate(context.strategy.aenderungen):
        kind, found = CHANGES_BY_WORD.get(reason.art.lower()), happened.get(reason.id, {})
        if kind is None or kind in found:
            continue
        what = (
            f"; geändert ist: {', '.join(CHANGES[other].word for other in found)}" if found else ""
        )
        message = (
            f"{context.called(reason.id)}: Begründet ist «{reason.art}», doch so hat es sich gegenüber "
            f"der Fassung {former} nicht geändert{what}. Den Eintrag löschen oder berichtigen."
        )
        yield context.at_reason(CODE, SEVERITY, index, message, "id")
