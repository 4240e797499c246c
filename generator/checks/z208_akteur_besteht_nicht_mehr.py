"""Geprüft wird, ob ein Akteur, den es nicht mehr gibt, noch für ein Ziel zuständig oder Adressat einer
Empfehlung ist. Mit «nachfolger» ist er in anderen aufgegangen oder aufgeteilt, mit «bis» ohne
Nachfolger aufgelöst.

Wer nicht mehr besteht, setzt nichts um und berichtet nichts. Beim Umbau der Verwaltung wird das
Verzeichnis meist zuerst geändert; die Ziele, für die eine Stelle zuständig war, bleiben leicht stehen.

Beheben: bei dem Ziel oder der Empfehlung die Kennung durch die des Nachfolgers ersetzen, den die Meldung
nennt; nach einer Teilung durch die derjenigen Stelle, die diese Aufgabe übernommen hat. Ohne
Nachfolger eine andere zuständige Stelle eintragen. Heißt die Stelle nur anders, die Angabe
«nachfolger» löschen, «name» ändern und den alten Namen unter «frueher» eintragen.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.graph.queries import living_heirs
from generator.model.goal import Zustaendigkeit
from generator.model.register import Akteur

CODE = "Z208"
SEVERITY = Severity.WARNING
TITLE = "Akteur besteht nicht mehr"
AFTER = frozenset({"Z106", "Z202"})


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each goal and Empfehlung that names a body which exists no more."""
    actors = context.strategy.akteure
    ended = {actor.id: actor for actor in actors if not actor.besteht}
    heirs = {identity: living_heirs(context.graph, identity) for identity in ended}
    for goal in context.goals:
        yield from _named(context, goal.id, "zustaendig", goal.zustaendig, ended, heirs)
    for recommendation in context.strategy.recommendations():
        bodies = recommendation.adressaten
        yield from _named(context, recommendation.id, "adressaten", bodies, ended, heirs)


def _named(
    context: CheckContext,
    identity: str,
    field: str,
    bodies: tuple[Zustaendigkeit, ...],
    ended: dict[str, Akteur],
    heirs: dict[str, list[str]],
) -> Iterator[Finding]:
    there = {body.akteur for body in bodies}
    for index, body in enumerate(bodies):
        if actor := ended.get(body.akteur):
            until = f" (bis {actor.bis})" if actor.bis else ""
            message = (
                f"{context.called(identity)}: Den Akteur {actor.id} gibt es nicht mehr{until}. "
                f"{_advice(field, heirs[actor.id], there)}"
            )
            yield context.at_element(CODE, SEVERITY, identity, message, field, index, "akteur")


def _advice(field: str, heirs: list[str], there: set[str]) -> str:
    """What to write instead; what the goal names already need not be entered."""
    named = " oder ".join(heirs)
    if not heirs:
        return f"Unter «{field}» eine Stelle eintragen, die diese Aufgabe übernimmt."
    if not there.isdisjoint(heirs):
        present = " und ".join(heir for heir in heirs if heir in there)
        return f"Seine Kennung unter «{field}» löschen; als Nachfolger schon genannt: {present}."
    which = "den Nachfolger" if len(heirs) == 1 else "einen der Nachfolger"
    return f"Unter «{field}» {which} eintragen: {named}."
