"""Geprüft wird, ob jede Kennung unter «zustaendig», «adressaten», «teil_von» und «nachfolger» in
actors.yaml steht.

Eine unbekannte Kennung ist meist ein Tippfehler. Die Stelle fehlte sonst in der Übersicht, wer
wofür zuständig ist, ohne dass es jemand bemerkt.

Beheben: die Kennung berichtigen; die Meldung nennt die ähnlichste bekannte. Ist die Stelle neu, sie
zuerst in actors.yaml mit Kennung, Name und Art eintragen.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.read.alike import once

CODE = "Z202"
SEVERITY = Severity.ERROR
TITLE = "Unbekannter Akteur"
AFTER = frozenset({"Z004", "Z017"})


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each ID of a body that the register does not hold."""
    if not context.gaps:
        found = once(_unknown(context), context.strategy.kopf.abweichungen)
        yield from context.unless_missing(found, context.strategy.akteure, "actors.yaml")


def _unknown(context: CheckContext) -> Iterator[Finding]:
    strategy = context.strategy
    known = {actor.id for actor in strategy.akteure}
    for goal in context.goals:
        for index, body in enumerate(goal.zustaendig):
            if body.akteur not in known:
                place = ("zustaendig", index, "akteur")
                yield _finding(context, known, goal.id, body.akteur, *place)
    for recommendation in strategy.recommendations():
        for index, body in enumerate(recommendation.adressaten):
            if body.akteur not in known:
                place = ("adressaten", index, "akteur")
                yield _finding(context, known, recommendation.id, body.akteur, *place)
    for actor in strategy.akteure:
        if actor.teil_von is not None and actor.teil_von not in known:
            yield _finding(context, known, actor.id, actor.teil_von, "teil_von")
        for index, heir in enumerate(actor.nachfolger):
            if heir not in known:
                yield _finding(context, known, actor.id, heir, "nachfolger", index)


def _finding(
    context: CheckContext, known: set[str], identity: str, body: str, *path: str | int
) -> Finding:
    near = context.near(body, sorted(known)) or " Sie dort eintragen oder die Kennung berichtigen."
    message = f"{context.called(identity)}: Den Akteur «{body}» gibt es in actors.yaml nicht.{near}"
    return context.at_element(CODE, SEVERITY, identity, message, *path)
