"""Geprüft wird, ob ein Ziel oder eine Empfehlung ein Jahr nennt, das vor dem Stand der Fassung liegt
(«fassung: stand» in strategy.yaml). Nicht gemeint sind das Datum eines Gesetzes oder Beschlusses
(«vom 21.07.2017»), Angaben mit «seit» und «Agenda 2030». Die Regel schweigt, wenn das Element einen
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

_YEAR = re.compile(r"(?<![\d,§])(?:19|20)\d\d(?![\d,]|\.\d)")
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
            if int(match[0]) < now and not re.search(_DATED, before):
                message = (
                    f"{context.called(element.id)} nennt das Jahr {match[0]}, die Fassung hat den Stand "
                    f"{now}. Den Wortlaut erneuern oder «pruefen: …» mit der offenen Frage eintragen."
                )
                yield context.at_element(CODE, SEVERITY, element.id, message, "text")
                break
