"""Geprüft wird, ob jede anerkannte Abweichung in strategy.yaml («abweichungen») noch einen Befund trifft.

Eine Abweichung ohne Anlass ist meist ein gutes Zeichen: Der Fehler ist behoben. Bliebe der Eintrag
stehen, würde er einen neuen Fehler an derselben Stelle unbemerkt anerkennen.

Beheben: den Eintrag unter «abweichungen» löschen. Kam der Befund mit einer anderen Regel oder
Kennung wieder, den Eintrag berichtigen. Was die Regeln Z001 bis Z014 melden, verhindert richtiges
Lesen und lässt sich nicht anerkennen; solche Einträge meldet diese Regel ebenfalls. Nicht beurteilt
werden Einträge zu Z701 bis Z704, denn deren Befunde kennt nur der Vergleich mit der
Vorgängerfassung.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.checks.registry import rules
from generator.finding import Finding, Severity
from generator.read.catalogue import CODES as READER
from generator.read.catalogue import STRUCTURE

CODE = "Z601"
SEVERITY = Severity.WARNING
TITLE = "Anerkannte Abweichung ohne Anlass"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each acceptance that no finding needs."""
    errors = {finding.rule for finding in context.found if finding.severity is Severity.ERROR}
    if not errors.isdisjoint(STRUCTURE):
        return  # what was not read cannot deviate
    untold = {rule.code for rule in rules() if rule.compares or not errors.isdisjoint(rule.after)}
    there: dict[tuple[str, str], list[str]] = {}
    for finding in context.found:
        there.setdefault((finding.rule, finding.id or ""), []).append(finding.message)
    for index, accepted in enumerate(context.strategy.kopf.abweichungen):
        if accepted.regel in READER:
            message = (
                f"{context.both(accepted.id)}: Was Regel {accepted.regel} meldet, lässt sich nicht anerkennen. "
                "Den Fehler beheben und den Eintrag unter «abweichungen» löschen."
            )
        elif accepted.regel in untold:  # by a comparison, or until other mistakes are mended
            continue
        elif not any(map(accepted.covers, there.get((accepted.regel, accepted.id), ()))):
            where = f" bei «{accepted.stelle}»" if accepted.stelle else ""
            message = (
                f"{context.both(accepted.id)}: Die anerkannte Abweichung von Regel {accepted.regel}{where} kommt nicht "
                "mehr vor. Den Eintrag unter «abweichungen» löschen."
            )
        else:
            continue
        yield context.at_head(CODE, SEVERITY, accepted.id, message, "abweichungen", index)
