"""Geprüft wird, ob ein Text den Wert einer verzeichneten Kennzahl mit ihrer Einheit von Hand enthält:
«870 €», obwohl es {{ kennzahl.armutsschwelle }} gibt. Gesucht wird nur nach Werten mit mindestens
drei Ziffern oder mit Nachkommastellen; «2 Jahre» kann vieles meinen.

Wird die Kennzahl erneuert, bleibt der getippte Wert stehen, und das Dokument nennt zwei Zahlen.

Beheben: statt der Zahl die Kennzahl einsetzen. Ist etwas anderes gemeint, das zufällig denselben Wert
hat, kann der Hinweis stehen bleiben.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.checks.corpus import Prose
from generator.finding import Finding, Severity

CODE = "Z405"
SEVERITY = Severity.HINT
TITLE = "Kennzahl von Hand eingetragen"

_VALUE = re.compile(r"(?<![\d.,])(\d[\d.]*(?:,\d+)?)[\s\u00a0\u202f]*$")


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each typed value; searches for units, whose number is small."""
    known: dict[tuple[str, str], str] = {}
    for number in context.strategy.kennzahlen:
        telling = "," in number.wert or sum(c.isdigit() for c in number.wert) >= 3
        if number.einheit and telling:
            known.setdefault((number.wert, number.einheit), number.id)
    for unit in {unit for _, unit in known}:
        for source, place in context.places(unit):
            if not isinstance(source, Prose):
                continue  # wordings are printed as adopted, nothing is inserted there
            text = source.raw
            begin = max(0, place - 20)
            match = _VALUE.search(text[begin:place])
            if match and (identity := known.get((match[1], unit))):
                message = (
                    f"{context.called(source.id)}: «{match[1]} {unit}» ist der Wert der Kennzahl "
                    f"{identity}. Statt der Zahl {{{{ kennzahl.{identity} }}}} schreiben."
                )
                yield context.at_text(CODE, SEVERITY, source, begin + match.start(1), message)
