"""Geprüft wird, ob «verweise_auf» einen Plan nennt, der unter «plaene» in sources.yaml steht, und ein Ziel,
das es in diesem Plan gibt. Das zweite lässt sich nur prüfen, wo beim Plan unter «ordner» der Ordner
seiner Strategie steht und dieser Ordner da ist.

Gefördert wird ein Vorhaben oft nur, wenn es einem Ziel eines Plans dient. Ein Verweis auf ein Ziel, das es
dort nicht gibt oder nicht mehr gibt, fällt sonst erst beim Prüfen des Antrags auf.

Beheben: Plan und Ziel so angeben, wie sie dort heißen; die Meldung nennt die ähnlichste Kennung.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity

CODE = "Z350"
SEVERITY = Severity.ERROR
TITLE = "Verweis auf einen anderen Plan trifft nichts"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each reference whose plan or goal there is not."""
    plans = {plan.id: plan for plan in context.strategy.plaene}
    known = {plan.plan: plan.ziele for plan in context.edition.neighbours if not plan.fehlt}
    for goal in context.goals:
        for index, reference in enumerate(goal.verweise_auf):
            place = ("verweise_auf", index)
            if reference.plan not in plans:
                near = context.near(reference.plan, plans) or " Ihn in sources.yaml anlegen."
                message = f"Den Plan «{reference.plan}» gibt es unter «plaene» nicht.{near}"
                path: tuple[str | int, ...] = (*place, "plan")
            elif reference.ziel not in known.get(reference.plan, {reference.ziel: None}):
                near = context.near(reference.ziel, known[reference.plan])
                title = plans[reference.plan].titel
                advice = near or " Die Kennung von dort angeben oder den Verweis löschen."
                message = f"Im Plan «{title}» gibt es «{reference.ziel}» nicht.{advice}"
                path = (*place, "ziel")
            else:
                continue
            said = f"{context.called(goal.id)}: {message}"
            yield context.at_element(CODE, SEVERITY, goal.id, said, *path)
