"""Geprüft wird die Gegenrichtung: ob es die Ziele dieser Strategie noch gibt, auf die ein anderer Plan mit
«verweise_auf» zeigt. Das geht, wo jeder der beiden Pläne den anderen unter «plaene» mit seinem Ordner
nennt.

Fällt hier ein Ziel weg oder bekommt eine andere Kennung, verliert dort ein Vorhaben das Ziel, unter dem
es gefördert wird. Wer dieses Ziel streicht, soll das wissen.

Beheben: mit denen sprechen, die den anderen Plan führen; dort den Verweis umhängen oder löschen. War die
Änderung hier ein Versehen, die Kennung wiederherstellen.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity

CODE = "Z352"
SEVERITY = Severity.WARNING
TITLE = "Anderer Plan verweist auf ein Ziel, das es nicht gibt"
AFTER = frozenset({"Z004", "Z017"})


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each goal of another plan that names one of ours that there is not."""
    if context.gaps:
        return
    ours = {goal.id for goal in context.goals}
    for plan in context.edition.neighbours:
        for goal in plan.verweisende:
            for target in goal.dient:
                if target not in ours:
                    message = (
                        f"{context.called(plan.plan)}: {goal.genannt} verweist auf «{target}»; hier gibt "
                        f"es das nicht.{context.near(target, ours) or ' Dort den Verweis umhängen oder löschen.'}"
                    )
                    yield context.at_element(CODE, SEVERITY, plan.plan, message, "ordner")
