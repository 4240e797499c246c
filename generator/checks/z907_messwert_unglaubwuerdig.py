"""Geprüft wird, ob Ausgangswert, Zielwert und gemessene Werte Zahlen sind («52», «13.964», «33,3») und ob
ein gemessener Wert zu den anderen passt: nicht über 100, wo die Einheit % ist; nicht negativ, wo es kein
anderer ist; nicht ein Vielfaches («wert_faktor» unter «schwellen» in strategy.yaml, sonst 10) aller anderen
Werte derselben Größe; nicht nach dem Stichtag des letzten Zeitraums gemessen; je Stichtag nur einer.

Ein Tippfehler in einer Zahl (520 statt 52) steht sonst als Erfolg im Bericht.

Beheben: den Wert mit der Quelle vergleichen und berichtigen. Stimmt er, mit Grund als Abweichung anerkennen.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.check_context import CheckContext
from generator.checks.progress_entries import at_entry
from generator.finding import Finding, Severity
from generator.model.effects import Messwert, Wirkungsgroesse
from generator.model.quantity import quantity

CODE = "Z907"
SEVERITY = Severity.WARNING
TITLE = "Gemessener Wert nicht glaubwürdig"

_WHOLE = 100
_PER_CENT = ("%", "Prozent")


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each value that is no number, or that the others speak against."""
    for number, figure in enumerate(context.strategy.werte):
        for key in ("start", "ziel"):
            value = getattr(figure, key)
            if value is not None and quantity(value) is None:
                said = f"{figure.groesse}: {_no_number(value)}"
                yield at_entry(context, CODE, SEVERITY, figure.id, said, "werte", number, key)
        for place, measured in enumerate(figure.gemessen):
            if doubt := _doubt(context, figure, place, measured):
                said = f"{figure.groesse} am {measured.stichtag:%d.%m.%Y}: {doubt}"
                path = ("werte", number, "gemessen", place, "wert")
                yield at_entry(context, CODE, SEVERITY, figure.id, said, *path)


def _no_number(value: str) -> str:
    return f"«{value}» ist keine Zahl. Nur die Zahl eintragen, die Einheit unter «einheit»."


def _doubt(context: CheckContext, figure: Wirkungsgroesse, place: int, one: Messwert) -> str:
    """What speaks against a measured value, with what to do; "" where nothing does."""
    value = quantity(one.wert)
    others = [*_stated(figure), *_measured(figure, place)]
    remedy = "Den Wert mit der Quelle vergleichen und berichtigen."
    last = context.reporting.course.current
    if value is None:
        return _no_number(one.wert)
    if figure.einheit in _PER_CENT and not 0 <= value <= _WHOLE:
        return f"{one.wert} % gibt es nicht. {remedy}"
    if value < 0 <= min(others, default=Decimal(-1)):
        return f"{one.wert} ist negativ, die anderen Werte sind es nicht. {remedy}"
    factor = context.strategy.kopf.schwellen.wert_faktor
    if others and abs(value) > factor * max(map(abs, others)) > 0:
        return f"{one.wert} ist mehr als das {factor}-Fache aller anderen Werte. {remedy}"
    if any(other.stichtag == one.stichtag for other in figure.gemessen[:place]):
        return "Für diesen Tag ist schon ein Wert eingetragen. Einen der beiden löschen."
    if last and one.stichtag > last.stichtag:
        return (
            f"Der Tag liegt nach dem letzten Stichtag ({last.stichtag:%d.%m.%Y}). Das Datum berichtigen oder "
            "unter «zeitraeume» den nächsten Zeitraum anlegen."
        )
    return ""


def _stated(figure: Wirkungsgroesse) -> Iterator[Decimal]:
    for text in (figure.start, figure.ziel):
        if text and (value := quantity(text)) is not None:
            yield value


def _measured(figure: Wirkungsgroesse, but: int) -> Iterator[Decimal]:
    for place, measured in enumerate(figure.gemessen):
        if place != but and (value := quantity(measured.wert)) is not None:
            yield value
