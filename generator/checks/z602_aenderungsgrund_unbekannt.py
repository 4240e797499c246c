"""Geprüft wird, ob jeder Eintrag in changes.yaml ein Element dieser oder einer früheren Fassung nennt und
eine Art der Änderung, die es gibt. Jede Verbindung aus Kennung und Art darf nur einmal vorkommen.

Die Begründungen erscheinen in der Synopse neben der Änderung. Ein Eintrag mit falscher Kennung oder
Art findet seine Änderung nicht, und die Begründung fehlt in der Vorlage.

Beheben: Kennung oder Art berichtigen; die Meldung nennt das ähnlichste bekannte Wort. Wurde die
Änderung zurückgenommen, den Eintrag löschen.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.change_kinds import CHANGES_BY_WORD
from generator.model.kinds import STRATEGY

CODE = "Z602"
SEVERITY = Severity.WARNING
TITLE = "Änderungsgrund ohne Änderung"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each entry that can belong to no change."""
    known = {*context.strategy.by_id, *context.sections, STRATEGY, *(context.former or ())}
    seen: set[tuple[str, str]] = set()
    for index, reason in enumerate(context.strategy.aenderungen):
        if context.former is not None and reason.id not in known:
            near = context.near(reason.id, known)
            message = f"{reason.id}: Eine solche Kennung gibt es nicht und gab es nicht.{near}"
            yield context.at_reason(CODE, SEVERITY, index, message, "id")
        if reason.art not in CHANGES_BY_WORD:
            near = context.near(reason.art, CHANGES_BY_WORD) or (
                f" Möglich sind: {', '.join(CHANGES_BY_WORD)}."
            )
            message = f"{reason.id}: Die Art der Änderung «{reason.art}» gibt es nicht.{near}"
            yield context.at_reason(CODE, SEVERITY, index, message, "art")
        if (reason.id, reason.art) in seen:
            message = f"{reason.id}: Für «{reason.art}» steht hier ein zweiter Grund. Die beiden zusammenfassen."
            yield context.at_reason(CODE, SEVERITY, index, message, "art")
        seen.add((reason.id, reason.art))
