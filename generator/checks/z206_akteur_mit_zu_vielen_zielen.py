"""Geprüft wird, ob ein Akteur für einen auffällig großen Teil der Ziele zuständig ist, die eine
Zuständigkeit tragen. Die Schwelle steht in strategy.yaml («schwellen: {akteur_anteil: 50}», in
Prozent); gezählt wird, was beim Akteur selbst steht, nicht bei seinen Teilen, und nicht, woran er
nur mitwirkt («rolle: mitwirkung»). Bei weniger als vier Zielen schweigt die Regel.

Trägt eine Stelle die Hälfte aller Ziele, hängt die Umsetzung der Strategie an ihr.

Beheben: prüfen, ob die Stelle überall wirklich zuständig ist, und Federführung und Mitwirkung
unterscheiden («rolle»). Ist die Verteilung gewollt, kann der Hinweis stehen bleiben, in
strategy.yaml mit Grund anerkannt oder die Schwelle erhöht werden.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.graph.queries import carriers, workload
from generator.model.german import dative_plural, listed

CODE = "Z206"
SEVERITY = Severity.HINT
TITLE = "Akteur mit sehr vielen Aufgaben"

_FEWEST = 4
_BODIES = 3
"""Among fewer one always has a large part."""


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each body at or above the threshold."""
    total = len(carriers(context.graph))
    if total < _FEWEST:
        return
    threshold = context.strategy.kopf.schwellen.akteur_anteil
    levels = [s for s in context.strategy.kopf.stufen if "zustaendigkeit" in s.traegt]
    many = listed([dative_plural(level.mehrzahl) for level in levels])
    bodies = workload(context.graph)
    if len(bodies) < _BODIES:
        return
    for identity, count in bodies.items():
        if count * 100 >= threshold * total:
            message = (
                f"{context.called(identity)} trägt {count} von {total} {many}, das sind "
                f"{round(count * 100 / total)} % (Schwelle: {threshold} %). Prüfen, ob die Stelle überall "
                "zuständig ist und alles leisten kann."
            )
            yield context.at_element(CODE, SEVERITY, identity, message)
