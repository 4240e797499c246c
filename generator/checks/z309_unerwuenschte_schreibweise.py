"""Geprüft wird, ob eine Schreibweise vorkommt, die das Haus nicht will. Die Liste steht in strategy.yaml
unter «schreibweisen», links die unerwünschte, rechts die richtige Form: «Internetauftrittes:
Internetauftritts». Gesucht wird in Zielen, Empfehlungen, Überschriften, Verzeichnissen und Texten,
nach ganzen Wörtern und mit genauer Groß- und Kleinschreibung. Gekennzeichnete Zitate
({{ zitat("…") }}) und gedruckte Schreibweisen («wortlaut») bleiben unberührt.

So bleiben Tippfehler, die einmal gefunden wurden, und veraltete Bezeichnungen draußen, auch wenn
jemand alte Textbausteine einfügt.

Beheben: die richtige Form einsetzen. Ist die Liste zu streng, den Eintrag in strategy.yaml ändern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import Context
from generator.checks.corpus import text_of
from generator.finding import Finding, Severity
from generator.model.prose import tokens

CODE = "Z309"
SEVERITY = Severity.WARNING
TITLE = "Unerwünschte Schreibweise"

Field = tuple[str, tuple[str | int, ...], str]
"""ID of an element, path of a field in it, its text."""


def check(context: Context) -> Iterator[Finding]:
    """One finding for each place of each unwanted spelling."""
    spellings = context.strategy.kopf.schreibweisen
    if not spellings:
        return
    fields = tuple(_fields(context))
    everything = "\n".join(text for _, _, text in fields)
    for wrong, right in spellings.items():
        listed = wrong in everything
        if not (listed or context.vocabulary.holds(wrong)):
            continue
        pattern = re.compile(rf"(?<!\w){_flexible(wrong)}(?!\w)")
        for source, offset in context.corpus.matches(wrong, pattern):
            if not _quoted(text_of(source), offset):
                message = _message(context, source.id, wrong, right)
                yield context.at_source(CODE, SEVERITY, source, offset, message)
        for identity, path, text in fields if listed else ():
            if wrong in text and pattern.search(text):
                message = _message(context, identity, wrong, right)
                yield context.at_element(CODE, SEVERITY, identity, message, *path)


def _quoted(text: str, offset: int) -> bool:
    """Whether the place is in a marked quotation."""
    return any(t.start <= offset < t.end for t in tokens(text) if t.kind == "zitat")


def _flexible(wrong: str) -> str:
    """A pattern in which every space may be a line break."""
    return r"\s+".join(re.escape(part) for part in wrong.split())


def _message(context: Context, identity: str, wrong: str, right: str) -> str:
    return f"{context.called(identity)}: Statt «{wrong}» wird «{right}» geschrieben. Berichtigen."


def _fields(context: Context) -> Iterator[Field]:
    strategy = context.strategy
    for element in context.wordings:
        if element.gruppe:
            yield element.id, ("gruppe",), element.gruppe
    for titled in (*strategy.kopf.kapitel, *context.fields, *strategy.plaene):
        yield titled.id, ("titel",), titled.titel
    for actor in strategy.akteure:
        yield actor.id, ("name",), actor.name
    for number in strategy.kennzahlen:
        yield number.id, ("bezeichnung",), number.bezeichnung
    for source in strategy.quellen:
        yield source.id, ("urheber",), source.urheber
        yield source.id, ("titel",), source.titel or ""
    for figure in strategy.abbildungen:
        yield figure.id, ("titel",), figure.titel
        for index, station in enumerate(figure.stationen):
            yield figure.id, ("stationen", index), f"{station.titel}\n{station.text or ''}"
