"""Geprüft wird, ob zwei Ziele oder Empfehlungen denselben Wortlaut haben. Groß- und Kleinschreibung,
Leerzeichen und der Punkt am Ende zählen dabei nicht.

Gleicher Wortlaut an zwei Stellen ist oft beim Kopieren stehen geblieben. Ist er gewollt, lässt sich
später nicht unterscheiden, zu welchem der beiden Ziele ein Umsetzungsstand gehört.

Beheben: den Wortlaut an einer Stelle so fassen, dass der Unterschied zu erkennen ist, oder eines
der beiden Ziele streichen und auf das andere verweisen. Ist die Wiederholung so beschlossen, die
Abweichung in strategy.yaml mit Grund anerkennen.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity

CODE = "Z301"
SEVERITY = Severity.WARNING
TITLE = "Gleicher Wortlaut an zwei Stellen"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each wording that stood before."""
    first: dict[str, str] = {}
    for element in context.wordings:
        key = element.text.lower().rstrip(" .!")
        other = first.setdefault(key, element.id)
        if other != element.id:
            message = (
                f"{context.called(element.id)} hat denselben Wortlaut wie {context.called(other)}. "
                "Den Unterschied benennen oder eines der beiden streichen."
            )
            yield context.at_element(CODE, SEVERITY, element.id, message, "text")
