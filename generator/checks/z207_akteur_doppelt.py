"""Geprüft wird, ob ein Akteur bei demselben Ziel oder derselben Empfehlung nur einmal genannt ist.

Steht derselbe Akteur zweimal da, ist entweder ein anderer gemeint, oder eine frühere Änderung wurde
nicht zu Ende geführt. Im Dokument stünde er doppelt.

Beheben: den zweiten Eintrag löschen oder durch den gemeinten Akteur ersetzen.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.goal import Zustaendigkeit

CODE = "Z207"
SEVERITY = Severity.WARNING
TITLE = "Akteur doppelt genannt"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each repeated body."""
    for goal in context.goals:
        yield from _repeated(context, goal.id, "zustaendig", goal.zustaendig)
    for recommendation in context.strategy.recommendations():
        yield from _repeated(context, recommendation.id, "adressaten", recommendation.adressaten)


def _repeated(
    context: CheckContext, identity: str, field: str, bodies: tuple[Zustaendigkeit, ...]
) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, body in enumerate(bodies):
        if body.akteur in seen:
            message = (
                f"{context.called(identity)}: Der Akteur «{body.akteur}» steht zweimal unter "
                f"«{field}». Den zweiten Eintrag löschen oder berichtigen."
            )
            yield context.at_element(CODE, SEVERITY, identity, message, field, index, "akteur")
        seen.add(body.akteur)
