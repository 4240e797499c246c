"""Geprüft wird, ob jeder Eintrag in changes.yaml ein Element dieser oder einer früheren Fassung nennt und
eine Art der Änderung, die es gibt. Jede Verbindung aus Kennung und Art darf nur einmal vorkommen.
«id» und «art» dürfen Listen sein: Ein Eintrag begründet dann alle genannten Änderungen.

Die Begründungen erscheinen in der Synopse neben der Änderung. Ein Eintrag mit falscher Kennung oder
Art findet seine Änderung nicht, und die Begründung fehlt in der Vorlage.

Beheben: Kennung oder Art berichtigen; die Meldung nennt das ähnlichste bekannte Wort. Wurde die
Änderung zurückgenommen, den Eintrag löschen.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.change_kinds import CHANGES, CHANGES_BY_WORD, explained
from generator.model.kinds import STRATEGY
from generator.model.register import Aenderungsgrund

CODE = "Z602"
SEVERITY = Severity.WARNING
TITLE = "Änderungsgrund ohne Änderung"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each entry that can belong to no change."""
    known = {*context.strategy.by_id, *context.sections, STRATEGY, *(context.former or ())}
    seen: set[tuple[str, str]] = set()
    for index, reason in enumerate(context.strategy.aenderungen):
        unknown = [] if context.former is None else [i for i in reason.id if i not in known]
        for identity in unknown:
            near = context.near(identity, known)
            message = f"{identity}: Eine solche Kennung gibt es nicht und gab es nicht.{near}"
            way = ("id", reason.id.index(identity))
            yield context.at_reason(CODE, SEVERITY, index, message, *way, about=identity)
        for k, word in enumerate(reason.art):
            if word.lower() not in CHANGES_BY_WORD:
                near = context.near(word, CHANGES_BY_WORD) or (
                    f" Möglich sind: {', '.join(CHANGES_BY_WORD)}."
                )
                message = f"{context.both(reason.id[0])}: Die Art der Änderung «{word}» gibt es nicht.{near}"
                yield context.at_reason(CODE, SEVERITY, index, message, "art", k)
        yield from _twice(context, index, reason, seen)


def _twice(
    context: CheckContext, index: int, reason: Aenderungsgrund, seen: set[tuple[str, str]]
) -> Iterator[Finding]:
    """One finding for an entry that gives a second reason for some change; ``seen`` grows."""
    twice: dict[str, list[str]] = {}
    for identity, kind in explained(reason):
        if (identity, kind) in seen:
            twice.setdefault(CHANGES[kind].word if kind in CHANGES else kind, []).append(identity)
        seen.add((identity, kind))
    for word, identities in twice.items():
        named = ", ".join(map(context.both, dict.fromkeys(identities)))
        message = f"{named}: Für «{word}» steht hier ein zweiter Grund. Die beiden zusammenfassen."
        yield context.at_reason(CODE, SEVERITY, index, message, "art", about=identities[0])
