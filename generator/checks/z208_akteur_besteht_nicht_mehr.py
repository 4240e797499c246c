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

from generator.checks.context import Context
from generator.finding import Finding, Severity
from generator.graph.queries import living_heirs
from generator.model.goal import Zustaendigkeit
from generator.model.register import Akteur

CODE = "Z208"
SEVERITY = Severity.WARNING
TITLE = "Akteur besteht nicht mehr"
AFTER = frozenset({"Z106", "Z202"})


def check(context: Context) -> Iterator[Finding]:
    """One finding for each goal and Empfehlung that names a body which exists no more."""
    actors = context.strategy.akteure
    advice = {actor.id: _advice(context, actor) for actor in actors if not actor.besteht}
    for goal in context.goals:
        yield from _named(context, advice, goal.id, "zustaendig", goal.zustaendig)
    for recommendation in context.strategy.recommendations():
        yield from _named(
            context, advice, recommendation.id, "adressaten", recommendation.adressaten
        )


def _named(
    context: Context,
    advice: dict[str, str],
    identity: str,
    field: str,
    bodies: tuple[Zustaendigkeit, ...],
) -> Iterator[Finding]:
    for index, body in enumerate(bodies):
        if body.akteur in advice:
            message = (
                f"{context.called(identity)}: {advice[body.akteur].format(field=f'«{field}»')}"
            )
            yield context.at_element(CODE, SEVERITY, identity, message, field, index, "akteur")


def _advice(context: Context, actor: Akteur) -> str:
    """What became of the body, and what to write instead; ``{field}`` is still open."""
    ended = f" (bis {actor.bis})" if actor.bis else ""
    heirs = living_heirs(context.graph, actor.id)
    if not heirs:
        task = "eine Stelle eintragen, die diese Aufgabe übernimmt."
    elif len(heirs) == 1:
        task = f"den Nachfolger eintragen: {heirs[0]}."
    else:
        task = f"einen der Nachfolger eintragen: {' oder '.join(heirs)}."
    return f"Den Akteur {actor.id} gibt es nicht mehr{ended}. Unter {{field}} {task}"
