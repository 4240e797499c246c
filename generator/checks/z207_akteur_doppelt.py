"""Geprüft wird, ob ein Akteur bei demselben Ziel oder derselben Empfehlung nur einmal genannt ist.

Steht derselbe Akteur zweimal da, ist entweder ein anderer gemeint, oder eine frühere Änderung wurde
nicht zu Ende geführt. Im Dokument stünde er doppelt.

Beheben: den zweiten Eintrag löschen oder durch den gemeinten Akteur ersetzen.
"""

from collections.abc import Iterator

from generator.checks.context import Context
from generator.finding import Finding, Severity
from generator.model.goal import Ziel

CODE = "Z207"
SEVERITY = Severity.WARNING
TITLE = "Akteur doppelt genannt"


def check(context: Context) -> Iterator[Finding]:
    """One finding for each repeated body."""
    for element in context.wordings:
        is_goal = isinstance(element, Ziel)
        field = "zustaendig" if is_goal else "adressaten"
        seen: set[str] = set()
        for index, body in enumerate(element.zustaendig if is_goal else element.adressaten):
            if body.akteur in seen:
                message = (
                    f"{context.called(element.id)}: Der Akteur «{body.akteur}» steht zweimal unter "
                    f"«{field}». Den zweiten Eintrag löschen oder berichtigen."
                )
                yield context.at_element(CODE, SEVERITY, element.id, message, field, index, "akteur")
            seen.add(body.akteur)
