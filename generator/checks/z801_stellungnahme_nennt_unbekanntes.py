"""Geprüft wird, ob in stellungnahmen.yaml jede Kennung nur einmal vergeben ist und ob es gibt, was ein
Eintrag nennt: unter «element» und «bei» ein Element dieser oder einer früheren Fassung, unter
«antwort_auf» und «ersetzt_durch» einen anderen Eintrag der Datei, unter «stellen» einen Namen oder eine
Datei, wie sie in einem Eintrag stehen.

Ein Eintrag ohne sein Element steht in der Abwägungstabelle hinter allen anderen, und niemand weiß,
worauf er sich bezog. Steht unter «stellen» ein Name falsch, druckt die Tabelle den Namen statt der Stelle.

Beheben: die Kennung berichtigen; die Meldung nennt die ähnlichste bekannte. Wurde das Element seit dem
Verschicken gelöscht, die Zeile «element: …» löschen und unter «begruendung» sagen, was daraus wurde.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from generator.checks.check_context import CheckContext
from generator.checks.opinions import ABOUT, Opinion, at_opinion, opinions
from generator.finding import Finding, Severity
from generator.model.kinds import OPINIONS, STRATEGY

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
        if one.entry.id in seen:
            message = "Diese Kennung ist schon vergeben. Eine der beiden ändern, zum Beispiel in eine freie Nummer."
            yield at_opinion(context, CODE, SEVERITY, one, message, "id")
        seen.add(one.entry.id)
        yield from _unknown(context, one, ("element", "bei"), elements, "Ein Element")
        others = entries - {one.entry.id}
        keys = ("antwort_auf", "ersetzt_durch")
        yield from _unknown(context, one, keys, others, "Eine andere Stellungnahme")
    yield from _strangers(context, every)


def _unknown(
    context: CheckContext, one: Opinion, keys: Iterable[str], known: Set[str], what: str
) -> Iterator[Finding]:
    for key in keys:
        name = getattr(one.entry, key)
        if name is not None and name not in known:
            near = context.near(name, known)
            message = f"{what} «{name}» gibt es nicht.{near} Die Kennung berichtigen oder die Zeile löschen."
            yield at_opinion(context, CODE, SEVERITY, one, message, key)


def _strangers(context: CheckContext, every: Iterable[Opinion]) -> Iterator[Finding]:
    """Names and files for which a Stelle is named, and which no entry has."""
    known = {name for one in every for name in (one.entry.von, one.entry.datei) if name}
    for place, round_ in enumerate(context.strategy.runden):
        for name in round_.stellen:
            if name not in known:
                message = (
                    f"«{name}» steht unter «stellen», aber in keiner Stellungnahme als Name oder Datei."
                    f"{context.near(name, known)} Die Schreibweise berichtigen oder die Angabe löschen."
                )
                at = context.positions.at(OPINIONS, "runden", place, "stellen", name)
                yield Finding(CODE, SEVERITY, message, at, ABOUT)
