"""Geprüft wird, in welcher Form Frauen und Männer genannt werden: als Paarform («Bürgerinnen und Bürger»), mit
Stern, Doppelpunkt, Unterstrich, großem I, Schrägstrich, Klammer oder Mittelpunkt («Bürger:innen»). Zitate, Namen
von Stellen und Werke anderer zählen nicht.

Was das Haus will, steht in strategy.yaml: «geschlechterform: paarform», «stern», «doppelpunkt», «neutral» oder
«ohne Vorgabe». Schließt die Wahl Zeichen im Wort aus (paarform, neutral), ist jedes ein Fehler; bei stern und
doppelpunkt sind andere Zeichen eine Warnung. Eine Paarform, wo das Haus eine andere Form will, ist ein Hinweis.
Ohne diese Zeile gibt es einen Hinweis, wenn mehrere Formen vorkommen; mit «ohne Vorgabe» keinen.

Texte aus mehreren Ämtern bringen ihre Formen mit. Gemischt sehen sie nach Versehen aus, und in manchen
Häusern sind Zeichen im Wort durch Dienstanweisung ausgeschlossen.

Beheben: überall die Form des Hauses schreiben. Die Meldung nennt je Form, wie oft und wo sie steht.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.checks.gender_forms import NAMES, PAIRED, SIGNS, pairs, signs
from generator.checks.uses import Use, finding, listed
from generator.finding import Finding, Severity

CODE = "Z334"
SEVERITY = Severity.HINT
TITLE = "Geschlechterform gemischt oder nicht die des Hauses"

_FREE = "ohne Vorgabe"
_WANTED = {
    PAIRED: "Paarformen schreiben («Bürgerinnen und Bürger»)",
    "stern": "den Stern schreiben («Bürger*innen»)",
    "doppelpunkt": "den Doppelpunkt schreiben («Bürger:innen»)",
    "neutral": "ein Wort schreiben, das alle meint («Einwohnerschaft», «Mitwirkende»)",
}


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each form that the house does not want; without a choice one for all."""
    wanted = context.strategy.kopf.geschlechterform
    if wanted == _FREE:
        return
    found = signs(context)
    if wanted is None:
        yield from _mixed(context, found)
        return
    if wanted != PAIRED and (paired := pairs(context)):
        found[PAIRED] = paired
    for form, places in found.items():
        if form != wanted:
            message = (
                f"Das Haus will «geschlechterform: {wanted}»; {_told(context, form, places)}. "
                f"Dort {_WANTED[wanted]}."
            )
            yield finding(context, CODE, _severity(wanted, form), places[0], message)


def _severity(wanted: str, form: str) -> Severity:
    if form == PAIRED:
        return Severity.HINT
    return Severity.WARNING if wanted in SIGNS else Severity.ERROR


def _mixed(context: CheckContext, found: dict[str, list[Use]]) -> Iterator[Finding]:
    if not found:
        return
    if paired := pairs(context):
        found[PAIRED] = paired
    if len(found) > 1:
        rarest = min(found.values(), key=len)
        told = "; ".join(_told(context, form, places) for form, places in found.items())
        message = (
            f"Frauen und Männer werden verschieden genannt: {told}. Eine Form wählen und in strategy.yaml "
            "festhalten («geschlechterform: …»)."
        )
        yield finding(context, CODE, SEVERITY, rarest[0], message)


def _told(context: CheckContext, form: str, places: list[Use]) -> str:
    """ "mit Stern 3-mal (lage.md:8, fazit.md:2), etwa «Bürger*innen»"."""
    return f"{NAMES[form]} {listed(context, places)}, etwa «{' '.join(places[0].words.split())}»"
