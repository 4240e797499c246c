"""Geprüft wird bei Entwürfen, ob jede Änderung gegenüber der Vorgängerfassung in changes.yaml
eingestuft (redaktionell oder inhaltlich) und begründet ist.

Die Begründung steht in der Synopse neben der Änderung. Fehlt sie, wird ohne sie beraten,
und die Änderung gilt als noch nicht eingestuft. Der Text eines neuen oder entfallenen Elements
braucht keine eigene Begründung, ebenso wenig, was nur die Schreibweise einer Stelle oder die Angaben
zur Fassung betrifft. Ein Eintrag, in dem einstufung oder begruendung noch fehlt, ist ein offener Punkt;
ohne begruendung gilt auch seine Einstufung noch nicht.

Beheben: in changes.yaml unter «aenderungen» einen Eintrag mit id, art, einstufung und begruendung
ergänzen; die Meldung nennt id und art. Haben mehrere Änderungen einen Grund, genügt ein Eintrag:
«id: [EZ01, EZ02]», «art: [verschoben, umformuliert]».

Diese Regel vergleicht mit der Vorgängerfassung. Ihre Befunde zeigen deshalb «strategie diff» und
«strategie build»; «strategie check» nur mit «--strict», ohne sie zu werten.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.change_kinds import CHANGES, explained

CODE = "Z701"
SEVERITY = Severity.HINT
TITLE = "Änderung ohne Begründung"
COMPARES = True


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each change of a draft without a reason, and for each reason begun."""
    if context.strategy.kopf.fassung.status != "entwurf":
        return
    begun = {
        about: index
        for index, reason in reversed(tuple(enumerate(context.strategy.aenderungen)))
        if not reason.settled
        for about in explained(reason)
    }
    open_ones: dict[int, None] = {}
    for entry in context.judged_changes:
        if entry.reasoned and entry.editorial is not None:
            continue
        if (entry.change.id, entry.change.kind) in begun:
            open_ones[begun[entry.change.id, entry.change.kind]] = None
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
    for index in open_ones:
        yield _unsettled(context, index)


def _unsettled(context: CheckContext, index: int) -> Finding:
    """The entry that was begun: one finding, however many changes it is about."""
    reason = context.strategy.aenderungen[index]
    missing = [name for name in ("einstufung", "begruendung") if getattr(reason, name) is None]
    message = (
        f"{', '.join(map(context.both, reason.id))}: Der Eintrag ({', '.join(reason.art)}) ist noch offen. Darin "
        f"{' und '.join(missing)} ergänzen."
    )
    return context.at_reason(CODE, SEVERITY, index, message)
