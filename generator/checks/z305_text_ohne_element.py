"""Geprüft wird, ob zu jeder Datei im Ordner texts ein Element gehört, das einen eigenen Platz im Dokument
hat: ein Kapitel, ein Handlungsfeld, ein Ziel, ein Thema oder eine Empfehlung. Die Datei heißt wie
dessen Kennung.

Ein Text ohne Element wird nicht gedruckt. Das geschieht leicht, wenn eine Kennung geändert oder ein
Ziel gestrichen wurde.

Beheben: die Datei nach der richtigen Kennung benennen (Groß- und Kleinschreibung beachten) oder
löschen. Die Meldung nennt die ähnlichste bekannte Kennung.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.read.catalogue import STRUCTURE

CODE = "Z305"
SEVERITY = Severity.ERROR
TITLE = "Text ohne Element"
AFTER = STRUCTURE | {"Z101"}


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each text file that belongs to nothing."""
    if context.gaps:
        return
    for prose in context.prose:
        if prose.id in context.sections:
            continue
        if prose.id in context.graph:
            why = f"Zu {context.called(prose.id)} wird kein Text gedruckt."
        else:
            why = f"Ein Element mit dieser Kennung gibt es nicht.{context.near(prose.id, context.sections)}"
        message = f"{prose.id}: {why} Die Datei umbenennen oder löschen."
        yield context.at_text(CODE, SEVERITY, prose, 0, message)
