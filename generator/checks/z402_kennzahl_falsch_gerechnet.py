"""Geprüft wird, ob Kennzahlen, die auseinander folgen, zueinander passen. «rechnung: {anteil: a, von: b}»
sagt, dass der Wert a von b in Prozent ist; verglichen wird mit so vielen Nachkommastellen, wie
gedruckt sind (30 von 227 sind 13,2 %). «hoechstens: b» sagt, dass der Wert nicht größer sein kann
als der von b.

Ein Rechenfehler in einer gedruckten Zahl beschädigt das Vertrauen in alle anderen. Oft wurde nur
einer der beteiligten Werte erneuert.

Beheben: die drei Werte mit der Quelle vergleichen und den falschen berichtigen.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.quantity import decimals, quantity
from generator.model.register import Kennzahl

CODE = "Z402"
SEVERITY = Severity.ERROR
TITLE = "Kennzahl falsch gerechnet"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each value that contradicts those it follows from."""
    values = {number.id: quantity(number.wert) for number in context.strategy.kennzahlen}
    printed = {number.id: number.gedruckt for number in context.strategy.kennzahlen}
    for number in context.strategy.kennzahlen:
        value, share = values[number.id], number.rechnung
        if value is None:
            continue
        if share:
            part, whole = values.get(share.anteil), values.get(share.von)
            if part is not None and whole and not _equal(number, value, part * 100 / whole):
                exact = f"{part * 100 / whole:.{decimals(number.wert)}f}".replace(".", ",")
                message = (
                    f"{context.called(number.id)}: {printed[share.anteil]} von {printed[share.von]} sind "
                    f"{exact} %, eingetragen ist {number.gedruckt}. Die Werte vergleichen."
                )
                yield context.at_element(CODE, SEVERITY, number.id, message, "wert")
        limit = values.get(number.hoechstens or "")
        if limit is not None and value > limit:
            message = (
                f"{context.called(number.id)}: {number.gedruckt} ist mehr als "
                f"{printed[number.hoechstens or '']} ({number.hoechstens}). Die Werte vergleichen."
            )
            yield context.at_element(CODE, SEVERITY, number.id, message, "wert")


def _equal(number: Kennzahl, value: Decimal, exact: Decimal) -> bool:
    """Equal at the printed number of decimals; both ways to round a half are right."""
    return abs(value - exact) * 2 <= Decimal(10) ** -decimals(number.wert)
