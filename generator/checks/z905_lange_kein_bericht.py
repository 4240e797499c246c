"""Geprüft wird, ob über ein Ziel seit mehr Monaten nicht berichtet wurde, als das Haus zulässt
(«bericht_monate» unter «schwellen» in strategy.yaml, sonst 18), oder noch nie, obwohl es schon so lange
Berichte gibt. Gemessen wird am Stichtag des Zeitraums, über den zuletzt berichtet wurde; «strategie check
--stichtag 2026-11-30» nimmt einen anderen Tag. Wo ein Stand die Berichte beendet und für Ziele, die erst der
Entwurf hat, wird keiner erwartet.

Ein Ziel, von dem niemand mehr spricht, ist meist eines, an dem niemand mehr arbeitet.

Beheben: die zuständige Stelle um einen Bericht bitten. Wird das Ziel nicht weiter verfolgt, das als Stand
melden, mit einem Satz dazu.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity

if TYPE_CHECKING:
    from generator.graph.reporting import Standing

CODE = "Z905"
SEVERITY = Severity.HINT
TITLE = "Lange kein Bericht"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each element of which nobody has spoken for too long."""
    if not context.strategy.berichte:
        return
    told, most = context.reporting, context.strategy.kopf.schwellen.bericht_monate
    begin = min(report.datum for report in context.strategy.berichte)
    for identity, standing in told.standings.items():
        silent = told.course.ended(standing.last) or told.proposed(identity)
        if told.asof is None or silent:
            continue
        if (age := _months(standing, begin, told.asof)) > most:
            what = (
                f"Der letzte Bericht ist vom {standing.last.datum:%d.%m.%Y}"
                if standing.last
                else "Es gibt noch keinen Bericht"
            )
            message = (
                f"{context.called(identity)}: {what}; das sind mehr als {most} Monate ({age}) bis zum "
                f"{told.asof:%d.%m.%Y}. Um einen Bericht bitten oder melden, dass es nicht weiter verfolgt wird."
            )
            yield context.at_element(CODE, SEVERITY, identity, message)


def _months(standing: Standing, begin: date, asof: date) -> int:
    """Whole months since the last report, or since there are any."""
    since = standing.last.datum if standing.last else begin
    return (asof.year - since.year) * 12 + asof.month - since.month - (asof.day < since.day)
