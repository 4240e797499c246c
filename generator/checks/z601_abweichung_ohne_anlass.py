"""Geprüft wird, ob jede anerkannte Abweichung in strategy.yaml («abweichungen») noch einen Befund trifft.

Eine Abweichung ohne Anlass ist meist ein gutes Zeichen: Der Fehler ist behoben. Bliebe der Eintrag
stehen, würde er einen neuen Fehler an derselben Stelle unbemerkt anerkennen.

Beheben: den Eintrag unter «abweichungen» löschen. Kam der Befund mit einer anderen Regel oder
Kennung wieder, den Eintrag berichtigen. Was die Regeln Z001 bis Z014 melden, verhindert richtiges
Lesen und lässt sich nicht anerkennen; solche Einträge meldet diese Regel ebenfalls. Nicht beurteilt
werden Einträge zu Regeln, die der Aufruf nicht anwendet: zu denen, die mit der Vorgängerfassung
vergleichen (ab Z701), mit «--schnell» auch zu denen, die alle Texte noch einmal lesen.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
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
    there: dict[tuple[str, str], list[str]] = {}
    for finding in context.found:
        there.setdefault((finding.rule, finding.id or ""), []).append(finding.message)
    for index, accepted in enumerate(context.strategy.kopf.abweichungen):
        if accepted.regel in READER:
            message = (
                f"{context.both(accepted.id)}: Was Regel {accepted.regel} meldet, lässt sich nicht anerkennen. "
                "Den Fehler beheben und den Eintrag unter «abweichungen» löschen."
            )
        elif accepted.regel in context.not_asked:  # what it would find is not known here
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
