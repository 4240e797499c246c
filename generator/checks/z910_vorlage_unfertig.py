"""Geprüft wird, ob in der Vorlage (council.yaml) steht, was nur das Haus weiß: Vorlagen-Nr., Einreicher,
Federführung, Aktenzeichen, Termine der Beratungsfolge, Begründung, Alternativen, finanzielle Auswirkungen,
die weiteren Prüfungen, soweit die Form des Hauses sie vorsieht («felder»).

Was fehlt, steht in der Vorlage als «[noch einzutragen: …]», und jede Seite trägt den Vermerk «Noch nicht
fertig».

Beheben: die Angabe eintragen. Hat das Haus ein Feld nicht, es in «felder» weglassen.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.kinds import COUNCIL

CODE = "Z910"
SEVERITY = Severity.WARNING
TITLE = "Vorlage noch nicht fertig"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each thing that only people know and nobody has filled in."""
    if COUNCIL not in context.positions.files:
        return
    from generator.model.council_gaps import gaps

    for key, name, path in gaps(context.strategy.ratsvorlage):
        message = f"Vorlage, {name}: Das ist noch einzutragen ({COUNCIL}, «{'.'.join(str(p) for p in path if not isinstance(p, int))}»)."
        yield Finding(CODE, SEVERITY, message, context.positions.at(COUNCIL, *path), key)
