"""Geprüft wird, ob jede Kennung unter «zustaendig», «adressaten», «teil_von» und «nachfolger» in
actors.yaml steht.

Eine unbekannte Kennung ist meist ein Tippfehler. Die Stelle fehlte sonst in der Übersicht, wer
wofür zuständig ist, ohne dass es jemand bemerkt.

Beheben: die Kennung berichtigen; die Meldung nennt die ähnlichste bekannte. Ist die Stelle neu, sie
zuerst in actors.yaml mit Kennung, Name und Art eintragen.
"""

from collections.abc import Iterator

from generator.checks.context import Context
from generator.finding import Finding, Severity
from generator.model.goal import Zustaendigkeit

CODE = "Z202"
SEVERITY = Severity.ERROR
TITLE = "Unbekannter Akteur"


def check(context: Context) -> Iterator[Finding]:
    """One finding for each ID of a body that the register does not hold."""
    if context.gaps:
        return
    strategy = context.strategy
    known = {actor.id for actor in strategy.akteure}
    for goal in context.goals:
        yield from _bodies(context, known, goal.id, "zustaendig", goal.zustaendig)
    for recommendation in strategy.recommendations():
        bodies = recommendation.adressaten
        yield from _bodies(context, known, recommendation.id, "adressaten", bodies)
    for actor in strategy.akteure:
        for field, body in (("teil_von", actor.teil_von), ("nachfolger", actor.nachfolger)):
            if body is not None and body not in known:
                yield _finding(context, known, actor.id, body, field)


def _bodies(
    context: Context,
    known: set[str],
    identity: str,
    field: str,
    bodies: tuple[Zustaendigkeit, ...],
) -> Iterator[Finding]:
    for index, body in enumerate(bodies):
        if body.akteur not in known:
            yield _finding(context, known, identity, body.akteur, field, index, "akteur")


def _finding(
    context: Context, known: set[str], identity: str, body: str, *path: str | int
) -> Finding:
    near = context.near(body, sorted(known)) or " Sie dort eintragen oder die Kennung berichtigen."
    message = f"{context.called(identity)}: Den Akteur «{body}» gibt es in actors.yaml nicht.{near}"
    return context.at_element(CODE, SEVERITY, identity, message, *path)
