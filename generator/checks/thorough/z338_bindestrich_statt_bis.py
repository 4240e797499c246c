"""Geprüft wird, ob zwischen zwei Zahlen, die eine Spanne bezeichnen, ein Bindestrich steht: «10-15 Jahre», «S. 10-14»,
«in den Jahren 2017-2027». Dort gehört der längere Strich hin (–), ohne Leerzeichen. Zu allen Stellen gibt es einen
Hinweis.

Titel von Gesetzen und Programmen («Programm 2017-2027»), Telefonnummern, Aktenzeichen und Datumsangaben zählen nicht:
Gemeldet wird nur, wo davor oder dahinter steht, was eine Spanne ist.

Beheben: den Bindestrich durch – ersetzen (10–15) oder «bis» schreiben.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.checks.uses import Use, finding, is_own, listed, uses
from generator.finding import Finding, Severity

CODE = "Z338"
SEVERITY = Severity.HINT
TITLE = "Bindestrich statt Bis-Strich"

_SPAN = r"(?<![\w./,-])(\d{1,4}(?:[.,]\d+)?)( ?)-\2(\d{1,4}(?:[.,]\d+)?)(?![\w/-]|[.,]\d)"
_COUNTED = (
    r"\s?(?:%|€|°C|Prozent|Jahren?|Uhr|Euro|km|Kilometern?|m²?\b|Metern?|Stunden?|Minuten|Tagen?|Wochen|Monaten?|Personen"
    r"|Kindern?|Jugendlichen?|Plätzen?|Menschen|Teilnehm\w+|Einwohner\w*|Grad|Mio\.|Millionen|Mal|Mitarbeite\w+|Familien"
    r"|Einheiten|Wohnungen|Schüler\w*|Fällen?|Stellen|Gruppen|Kommunen|Gemeinden)(?!\w)"
)
_LISTED = r"(?<!\w)(?:S\.|Seiten?|Klassen?|Klassenstufen?|Nrn?\.|Nummern|Kapiteln?|Punkten?|§§|zwischen|Altersgruppe)\s*$"
_YEARS = r"(?:\b(?:von|zwischen|Jahren?|Jahre|Zeitraum|Zeitraums|Förderperiode|Förderzeitraum|Laufzeit|Schuljahren?|Haushaltsjahren?))\s+\(?$"
_YEAR = r"(?:19|20)\d\d"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for all places, at the first."""
    spans = dict.fromkeys(match[0] for match in re.finditer(_SPAN, context.vocabulary.words))
    found = [
        use
        for span in spans
        for use in uses(context, span, rf"(?<![\w./,-]){re.escape(span)}(?![\w/-]|[.,]\d)")
    ]
    if " - " in context.corpus.text:
        found += _apart(context)
    found = [use for use in found if is_own(use.source) and _is_span(context, use)]
    if found:
        first = found[0].words
        right = re.sub(r"\s?-\s?", "–", first)
        message = (
            f"Zwischen Zahlen steht ein Bindestrich statt des längeren Strichs {listed(context, found)}, etwa in "
            f"«{first}». «{right}» oder «bis» schreiben."
        )
        yield finding(context, CODE, SEVERITY, found[0], message)


def _apart(context: CheckContext) -> Iterator[Use]:
    """Spans with a space on either side."""
    for source, place in context.corpus.find(" - "):
        text = context.plain.own(source)
        near = (
            m
            for m in re.compile(_SPAN).finditer(text, max(0, place - 8), place + 12)
            if m.start() < place < m.end()
        )
        if match := next(near, None):
            yield Use(match[0], source, match.start())


def _is_span(context: CheckContext, use: Use) -> bool:
    """Whether the first number is the smaller one, and the words around speak of a span."""
    text = context.plain.of(use.source)
    match = re.compile(_SPAN).match(text, use.offset)
    if match is None or _value(match[1]) >= _value(match[3]):
        return False
    before = text[max(0, use.offset - 24) : use.offset]
    if re.fullmatch(_YEAR, match[1]) and re.fullmatch(_YEAR, match[3]):
        return bool(re.search(_YEARS, before))
    return bool(re.search(_LISTED, before) or re.compile(_COUNTED).match(text, match.end()))


def _value(number: str) -> float:
    return float(number.replace(".", "").replace(",", "."))
