"""Geprüft wird, ob in stellungnahmen.yaml jede Kennung nur einmal vergeben ist und ob es gibt, was ein
Eintrag nennt: unter «element» und «bei» ein Element dieser oder einer früheren Fassung, unter
«antwort_auf» und «ersetzt_durch» einen anderen Eintrag der Datei.

Ein Eintrag ohne sein Element steht in der Abwägungstabelle hinter allen anderen, und niemand weiß,
worauf er sich bezog.

Beheben: die Kennung berichtigen; die Meldung nennt die ähnlichste bekannte. Wurde das Element seit dem
Verschicken gelöscht, die Zeile «element: …» löschen und unter «begruendung» sagen, was daraus wurde.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.checks.opinions import at_opinion, opinions
from generator.finding import Finding, Severity
from generator.model.kinds import STRATEGY

CODE = "Z801"
SEVERITY = Severity.WARNING
TITLE = "Stellungnahme nennt Unbekanntes"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each name that is nobody's, and each ID given again."""
    elements = {STRATEGY, *context.strategy.by_id, *context.sections, *(context.former or ())}
    every = list(opinions(context))
    entries = {one.entry.id for one in every}
    seen: set[str] = set()
    for one in every:
        entry = one.entry
        if entry.id in seen:
            message = "Diese Kennung ist schon vergeben. Eine der beiden ändern, zum Beispiel in eine freie Nummer."
            yield at_opinion(context, CODE, SEVERITY, one, message, "id")
        seen.add(entry.id)
        for key in ("element", "bei"):
            name = getattr(entry, key)
            if name is not None and name not in elements:
                near = context.near(name, elements)
                message = f"Ein Element «{name}» gibt es nicht.{near} Die Kennung berichtigen oder die Zeile löschen."
                yield at_opinion(context, CODE, SEVERITY, one, message, key)
        for key in ("antwort_auf", "ersetzt_durch"):
            name = getattr(entry, key)
            if name is not None and (name not in entries or name == entry.id):
                near = context.near(name, entries - {entry.id})
                message = f"Eine andere Stellungnahme «{name}» gibt es nicht.{near} Die Kennung berichtigen."
                yield at_opinion(context, CODE, SEVERITY, one, message, key)
