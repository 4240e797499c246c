"""Geprüft wird, ob jede Kennung nur einmal vergeben ist; Groß- und Kleinschreibung zählt dabei nicht.

Die Kennung verbindet ein Element mit seinem Text, mit Verweisen und mit früheren Fassungen. Tragen
zwei Elemente dieselbe, ist nicht zu erkennen, welches gemeint ist. Aus Kennungen werden außerdem
Textmarken in Word und Dateinamen; beide unterscheiden «EZ05» und «ez05» nicht.

Beheben: dem neueren Element eine andere Kennung geben. Die Meldung nennt die nächste freie und jede
Stelle, an der die Kennung steht. Eine Kennung, die schon in einer früheren Fassung stand, behält
das Element, das sie dort hatte.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.identity import FreeIds

CODE = "Z101"
SEVERITY = Severity.ERROR
TITLE = "Kennung doppelt vergeben"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each place of an ID but the first."""
    spellings: dict[str, list[str]] = {}
    for element in context.elements:
        spellings.setdefault(element.id.lower(), []).append(element.id)
    duplicates = [ids for ids in spellings.values() if len(ids) > 1]
    free = FreeIds([*spellings, *(context.former or ())] if duplicates else [])
    for ids in duplicates:
        yield from _duplicates(context, ids, free)


def _duplicates(context: CheckContext, ids: list[str], free: FreeIds) -> Iterator[Finding]:
    places = [(i, place) for i in dict.fromkeys(ids) for place in context.positions.all(i)]
    first, first_place = places[0]
    for identity, place in places[1:]:
        same = (
            "" if identity == first else f" als «{first}» (Groß- und Kleinschreibung zählt nicht)"
        )
        message = (
            f"{identity}: Diese Kennung ist schon vergeben{same}, zuerst in {first_place.file}, "
            f"Zeile {first_place.line}. Eine andere eintragen; nächste freie Kennung: "
            f"{free.next(identity)}."
        )
        yield Finding(CODE, SEVERITY, message, place, identity)
