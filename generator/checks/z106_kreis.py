"""Geprüft wird, ob Angaben zu sich selbst zurückführen: ein Akteur, der über «teil_von» oder
«nachfolger» zu sich selbst führt, ein Ziel, das über «ersetzt» sich selbst ersetzt, ein Verweis auf
das eigene Element.

Wer A zu einem Teil von B und B zu einem Teil von A macht, hat eine der beiden Angaben verwechselt.
Zuständigkeiten lassen sich dann nicht zusammenfassen, und die Zuordnung im Dokument wäre falsch.

Beheben: an einer der gemeldeten Stellen die Angabe löschen oder berichtigen.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.graph.queries import cycles
from generator.model.kinds import Relation

CODE = "Z106"
SEVERITY = Severity.ERROR
TITLE = "Angaben führen zu sich selbst zurück"

_FIELDS: dict[Relation, str] = {
    "part_of": "teil_von",
    "succeeded_by": "nachfolger",
    "replaces": "ersetzt",
}


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each group of elements that lead to each other, at the first of a way round."""
    for art, field in _FIELDS.items():
        for ring in cycles(context.graph, art):
            way = " → ".join([*ring, ring[0]])
            message = (
                f"{context.called(ring[0])}: «{field}» führt zu sich selbst zurück ({way}). "
                "An einer dieser Stellen die Angabe löschen oder berichtigen."
            )
            yield context.at_element(CODE, SEVERITY, ring[0], message, field)
    for goal in context.goals:
        if goal.id in goal.flankiert_von:
            message = (
                f"{context.called(goal.id)}: «flankiert_von» verweist auf das eigene Element. "
                "Die Kennung löschen oder berichtigen."
            )
            yield context.at_element(CODE, SEVERITY, goal.id, message, "flankiert_von")
