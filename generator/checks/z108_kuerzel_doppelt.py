"""Geprüft wird, ob jedes Kürzel («kuerzel») nur einmal vergeben ist und keines wie die Kennung eines
anderen Elements lautet; Groß- und Kleinschreibung zählt dabei nicht.

Das Kürzel wird statt der Kennung gedruckt. Tragen es zwei Elemente, weiß niemand, welches ein Verweis
oder ein Verzeichnis meint.

Beheben: einem der beiden ein anderes Kürzel geben oder die Zeile löschen; dann wird die Kennung gedruckt.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity

CODE = "Z108"
SEVERITY = Severity.ERROR
TITLE = "Kürzel doppelt vergeben"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each Kürzel that is also the ID or the Kürzel of an element before it."""
    named = [element for element in context.wordings if element.kuerzel]
    if not named:
        return
    taken = {element.id.lower(): (element.id, "id") for element in context.wordings}
    for element in named:
        short = str(element.kuerzel)
        holder, field = taken.setdefault(short.lower(), (element.id, "kuerzel"))
        if holder == element.id:
            continue
        place = context.positions.of(holder, field)
        message = (
            f"{context.called(element.id)}: Das Kürzel «{short}» ist schon vergeben, zuerst bei "
            f"{context.called(holder)} in {place.file}, Zeile {place.line}. Ein anderes eintragen."
        )
        yield context.at_element(CODE, SEVERITY, element.id, message, "kuerzel")
