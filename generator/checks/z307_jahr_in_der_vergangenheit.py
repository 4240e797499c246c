"""Geprüft wird, ob ein Ziel oder eine Empfehlung ein Jahr nennt, das vor dem Stand der Fassung liegt
(«fassung: stand» in strategy.yaml). Nicht gemeint sind das Datum eines Gesetzes oder Beschlusses
(«vom 21.07.2017»), Angaben mit «seit», «Agenda 2030» und ein Zeitraum, der noch läuft («2017-2027»,
«2024 bis 2030», «2025/26»). Die Regel schweigt, wenn das Element einen
Prüfvermerk («pruefen») trägt.

Ein Ziel, dessen Frist abgelaufen ist, oder ein Verweis auf einen Plan für ein vergangenes Jahr muss
in der Fortschreibung erneuert, gestrichen oder begründet werden.

Beheben: die Jahreszahl mit der zuständigen Stelle klären und den Wortlaut ändern. Solange das offen
ist, beim Element «pruefen: …» mit der offenen Frage eintragen; der Vermerk erscheint im Entwurf.
"""

import re
from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity

CODE = "Z307"
SEVERITY = Severity.WARNING
TITLE = "Jahr in der Vergangenheit"

_END = r"(?!\d|[.,]\d)"
_YEAR = re.compile(
    rf"(?<![\d,§])(?P<first>(?:19|20)\d\d){_END}"
    rf"(?:(?:\s?[-–—/]\s?|\s?bis\s)(?P<last>(?:19|20)\d\d{_END})|[-–/](?P<short>\d\d{_END}))?"
)
"""A year or a span of them, as it stands in the titles of plans."""
_DATED = (
    r"(?:\b(?:vom|[Ss]eit|[Ss]tand|Agenda|Gesetz\w*|\w*gesetz\w*|\w*ordnung|\w*richtlinie|Beschluss\w*|Urteil\w*|SGB)"
    r"\W+(?:[\w.]+\W+){0,3}(?:\d{1,2}\.\s?){0,2})$"
)


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each element that names a past year."""
    now = context.strategy.kopf.fassung.stand.year
    for element in context.wordings:
        if element.pruefen or not ("19" in element.text or "20" in element.text):
            continue
        for match in _YEAR.finditer(element.text):
            before = element.text[: match.start()][-60:]
            year = _last(match)
            if int(year) < now and not re.search(_DATED, before):
                message = (
                    f"{context.called(element.id)} nennt das Jahr {year}, die Fassung hat den Stand "
                    f"{now}. Den Wortlaut erneuern oder «pruefen: …» mit der offenen Frage eintragen."
                )
                yield context.at_element(CODE, SEVERITY, element.id, message, "text")
                break


def _last(span: re.Match[str]) -> str:
    """The year in which a span ends: "2026" of "2025/26"."""
    last = span["last"] or span["short"] or span["first"]
    return span["first"][: 4 - len(last)] + last
