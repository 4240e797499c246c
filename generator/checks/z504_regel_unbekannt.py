"""Geprüft wird, ob «schweregrade» und «abweichungen» in strategy.yaml Regeln nennen, die es gibt und die
sich ändern lassen. Was die Regeln Z001 bis Z014 melden, verhindert richtiges Lesen; ihr Schweregrad
steht fest.

Ein Eintrag mit einer falschen Nummer bleibt ohne Wirkung, und wer ihn geschrieben hat, verlässt sich
darauf.

Beheben: die Nummer berichtigen oder den Eintrag löschen; «strategie explain» zeigt alle Regeln.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.checks.registry import codes
from generator.finding import Finding, Severity
from generator.read.catalogue import CODES as READER

CODE = "Z504"
SEVERITY = Severity.ERROR
TITLE = "Unbekannte Regel genannt"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each code that names no rule, or one that cannot be changed."""
    kopf = context.strategy.kopf
    known = codes()
    for code in kopf.schweregrade:
        if code in READER:
            message = f"{code}: Der Schweregrad dieser Regel steht fest. Den Eintrag löschen."
        elif code not in known:
            message = f"{code}: Eine solche Regel gibt es nicht.{context.near(code, known)}"
        else:
            continue
        place = context.positions.key("strategy.yaml", "schweregrade", code)
        yield Finding(CODE, SEVERITY, message, place, code)
    for index, accepted in enumerate(kopf.abweichungen):
        if accepted.regel not in known:
            message = f"{accepted.regel}: Eine solche Regel gibt es nicht (bei «{accepted.id}»)."
            yield context.at_head(
                CODE, SEVERITY, accepted.regel, message, "abweichungen", index, "regel"
            )
