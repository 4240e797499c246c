"""Geprüft wird, ob in stellungnahmen.yaml jede abgelehnte Stellungnahme eine Begründung hat.

Die Abwägungstabelle sagt dem Gremium und denen, die sich die Mühe gemacht haben, warum etwas nicht
übernommen wurde. Eine leere Spalte sieht aus, als hätte niemand abgewogen.

Beheben: unter «begruendung» einen Satz eintragen. Gilt er für mehrere, darf er mehrmals dastehen.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.checks.opinions import at_opinion, opinions
from generator.finding import Finding, Severity

CODE = "Z803"
SEVERITY = Severity.WARNING
TITLE = "Ablehnung ohne Begründung"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each rejection without a reason; what is superseded needs none."""
    for one in opinions(context):
        entry = one.entry
        rejected = entry.entscheidung == "abgelehnt" and not entry.superseded
        if rejected and entry.begruendung is None:
            message = "Abgelehnt, aber ohne Begründung. Unter «begruendung» einen Satz eintragen."
            yield at_opinion(context, CODE, SEVERITY, one, message, "entscheidung")
