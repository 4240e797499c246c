"""Geprüft wird, ob es in progress.yaml gibt, was ein Eintrag nennt: das Element (auch eines einer früheren
Fassung), den Zeitraum, den Stand aus der Skala, die Stelle aus actors.yaml. Auch zweimal vergebene
Namen von Zeiträumen und Ständen und zwei Berichte derselben Stelle mit demselben Datum meldet die Regel.

Ein Bericht mit einem falschen Namen zählt nirgends mit: Er fehlt im Umsetzungsstand, ohne dass es jemand
bemerkt.

Beheben: die Schreibweise berichtigen; die Meldung nennt die ähnlichste bekannte. Fehlt der Zeitraum, ihn
unter «zeitraeume» anlegen. Von zwei gleichen Einträgen einen löschen.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.kinds import PROGRESS

CODE = "Z901"
SEVERITY = Severity.ERROR
TITLE = "Umsetzungsstand nennt Unbekanntes"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each name that is nobody's, and for each that is given again."""
    yield from _elements(context)
    yield from _reports(context)
    yield from _again(context, "skala", "schluessel", "Den Stand")
    yield from _again(context, "zeitraeume", "kennung", "Den Zeitraum")
    yield from _again(context, "angaben", "id", "Angaben zu")
    yield from _twice(context)


def _elements(context: CheckContext) -> Iterator[Finding]:
    """Every entry whose element neither this nor an earlier edition has."""
    if context.former is None and context.strategy.kopf.fassung.vorgaenger is not None:
        return  # it may be one of an edition that cannot be read
    known = {*context.strategy.by_id, *(context.former or ())}
    for name in ("berichte", "angaben", "werte", "versand"):
        for number, entry in enumerate(getattr(context.strategy, name)):
            said = f"Ein Element «{entry.id}» gibt es nicht."
            yield from _named(context, entry.id, known, said, (name, number, "id"))


def _reports(context: CheckContext) -> Iterator[Finding]:
    """Period, state and body of every report."""
    periods = {period.kennung for period in context.strategy.zeitraeume}
    bodies = {body.id for body in context.strategy.akteure}
    for number, entry in enumerate(context.strategy.berichte):
        about = f"Bericht zu {entry.id}"
        for key, known, said in (
            ("zeitraum", periods, "Einen Zeitraum «{}» gibt es unter «zeitraeume» nicht."),
            ("stand", context.reporting.course.states, "Einen Stand «{}» hat die Skala nicht."),
            ("stelle", bodies, "Eine Stelle «{}» gibt es in actors.yaml nicht."),
        ):
            word = getattr(entry, key)
            message = f"{about}: {said.format(word)}"
            yield from _named(context, word, known, message, ("berichte", number, key))


def _named(
    context: CheckContext,
    word: str | None,
    known: Collection[str],
    said: str,
    path: tuple[str | int, ...],
) -> Iterator[Finding]:
    if word is not None and word not in known:
        message = f"{said}{context.near(word, known)} Die Schreibweise berichtigen."
        about = str(getattr(getattr(context.strategy, str(path[0]))[path[1]], "id", PROGRESS))
        yield Finding(CODE, SEVERITY, message, context.positions.at(PROGRESS, *path), about)


def _again(context: CheckContext, name: str, key: str, what: str) -> Iterator[Finding]:
    seen: set[str] = set()
    for number, entry in enumerate(getattr(context.strategy, name)):
        word = getattr(entry, key)
        if word in seen:
            message = f"{what} «{word}» gibt es unter «{name}» schon. Einen der beiden Einträge löschen oder umbenennen."
            place = context.positions.at(PROGRESS, name, number, key)
            yield Finding(CODE, SEVERITY, message, place, word)
        seen.add(word)


def _twice(context: CheckContext) -> Iterator[Finding]:
    """Reports of one body on one element and day: which of them counts is not known."""
    seen: set[tuple[object, ...]] = set()
    for number, entry in enumerate(context.strategy.berichte):
        same = (entry.id, entry.zeitraum, entry.stelle, entry.datum)
        if same in seen:
            message = (
                f"Bericht zu {context.called(entry.id)}: Dieselbe Stelle hat an demselben Tag ({entry.datum}) für "
                f"den Zeitraum {entry.zeitraum} schon berichtet. Einen der beiden Einträge löschen."
            )
            place = context.positions.at(PROGRESS, "berichte", number, "id")
            yield Finding(CODE, SEVERITY, message, place, entry.id)
        seen.add(same)
