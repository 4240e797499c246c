"""Geprüft wird bei Entwürfen, ob jede Änderung gegenüber der Vorgängerfassung in changes.yaml
eingestuft (redaktionell oder inhaltlich) und begründet ist.

Die Begründung steht in der Synopse neben der Änderung. Fehlt sie, wird ohne sie beraten,
und die Änderung gilt als noch nicht eingestuft. Der Text eines neuen oder entfallenen Elements
braucht keine eigene Begründung, ebenso wenig, was nur die Schreibweise einer Stelle oder die Angaben
zur Fassung betrifft.

Beheben: in changes.yaml unter «aenderungen» einen Eintrag mit id, art, einstufung und begruendung
ergänzen; die Meldung nennt id und art.

Diese Regel vergleicht mit der Vorgängerfassung. Ihre Befunde zeigen deshalb «strategie diff» und
«strategie build», nicht «strategie check».
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.change_kinds import CHANGES

CODE = "Z701"
SEVERITY = Severity.HINT
TITLE = "Änderung ohne Begründung"
COMPARES = True


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each change of a draft that nobody classified yet."""
    if context.strategy.kopf.fassung.status != "entwurf":
        return
    for entry in context.judged_changes:
        if entry.reason is not None:
            continue
        change, word = entry.change, CHANGES[entry.change.kind].word
        message = (
            f"{context.called(change.id)} ist geändert ({word}), aber nicht begründet. In "
            f"changes.yaml einen Eintrag «id: {change.id}, art: {word}» mit einstufung und "
            "begruendung ergänzen."
        )
        if change.after is None:
            place = context.positions.at("changes.yaml")
            yield Finding(CODE, SEVERITY, message, place, change.id)
        else:
            yield context.at_element(CODE, SEVERITY, change.id, message)
