"""Geprüft wird, ob die unter «anzahl» in strategy.yaml erklärten Anzahlen mit dem übereinstimmen, was
goals.yaml und recommendations.yaml enthalten.

Die erklärte Anzahl ist eine Gegenprobe: Wer sie einträgt, bemerkt sofort, wenn beim Bearbeiten ein
Ziel verloren geht oder doppelt hineingerät. In der Fassung von 2018 steht dort, was das gedruckte
Kapitel 6 behauptet (13 Leitziele, 23 Prozessziele); gezählt sind es 12 und 24.

Beheben: zuerst klären, welche der beiden Zahlen stimmt, dann entweder die Ziele oder die Zahl
berichtigen. Gibt eine Fassung bewusst wieder, was gedruckt wurde, die Abweichung in strategy.yaml
mit Grund anerkennen; als Kennung dient dabei der Schlüssel der Stufe, etwa «leitziele».
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.graph.queries import resolve_count

CODE = "Z111"
SEVERITY = Severity.ERROR
TITLE = "Erklärte Anzahl stimmt nicht"
AFTER = frozenset({"Z017"})


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each declared count that differs from the hierarchy."""
    if context.lost:
        return
    kopf = context.strategy.kopf
    names = {s.schluessel: s.mehrzahl for s in kopf.stufen}
    for key, declared in kopf.anzahl.items():
        actual = resolve_count(context.graph, key, context.edition.tallies)
        if actual is not None and actual != declared:
            message = (
                f"{names.get(key, key.capitalize())}: Erklärt sind {declared}, gezählt werden "
                f"{actual}. Klären, welche Zahl stimmt, und die Einträge oder die Zahl berichtigen."
            )
            yield context.at_head(CODE, SEVERITY, key, message, "anzahl", key)
