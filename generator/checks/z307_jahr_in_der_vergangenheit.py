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
_YEAR = re.compile(rf"(?<![\d,§])(?:19|20)\d\d{_END}")
_UNTIL = rf"(?:\s?[-–—/]\s?|\s?bis\s)((?:19|20)\d\d{_END})|[-–/](\d\d{_END})"
"""How a span goes on behind its first year, as it stands in the titles of plans."""
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
        year = next(_past(element.text, now), None)
        if year is not None:
            message = (
                f"{context.called(element.id)} nennt das Jahr {year}, die Fassung hat den Stand "
                f"{now}. Den Wortlaut erneuern oder «pruefen: …» mit der offenen Frage eintragen."
            )
            yield context.at_element(CODE, SEVERITY, element.id, message, "text")


def _past(text: str, now: int) -> Iterator[str]:
    """The years before ``now`` that are meant; of a span that in which it ends: "2026" of "2025/26"."""
    done = 0
    for match in _YEAR.finditer(text):
        if match.start() < done or int(match[0]) >= now:
            continue
        year = match[0]
        if span := re.compile(_UNTIL).match(text, match.end()):
            done = span.end()
            year = max(year, span[1] or year[:2] + span[2])
        before = text[: match.start()][-60:]
        if int(year) < now and not re.search(_DATED, before):
            yield year
