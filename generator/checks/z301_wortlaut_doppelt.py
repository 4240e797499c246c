"""Geprüft wird, ob zwei Ziele oder Empfehlungen denselben Wortlaut haben. Groß- und Kleinschreibung,
Leerzeichen und der Punkt am Ende zählen dabei nicht. Was an vielen Stellen steht («Kein neuer Sachstand.»), ist ein Befund.

Gleicher Wortlaut an zwei Stellen ist oft beim Kopieren stehen geblieben. Ist er gewollt, lässt sich
später nicht unterscheiden, zu welchem der beiden Ziele ein Umsetzungsstand gehört.

Beheben: den Wortlaut an einer Stelle so fassen, dass der Unterschied zu erkennen ist, oder eines
der beiden Ziele streichen und auf das andere verweisen. Ist die Wiederholung so beschlossen, die
Abweichung in strategy.yaml mit Grund anerkennen.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.german import counted

CODE = "Z301"
SEVERITY = Severity.WARNING
TITLE = "Gleicher Wortlaut an zwei Stellen"

_NAMED = 5
"""Of more places only so many are named."""


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each wording that stands again, at the second place.

    Where the house has accepted some, each place is told alone: an accepted finding names its element.
    """
    excepted = any(entry.regel == CODE for entry in context.strategy.kopf.abweichungen)
    same: dict[str, list[str]] = {}
    for element in context.wordings:
        same.setdefault(element.text.lower().rstrip(" .!"), []).append(element.id)
    for first, *others in same.values():
        for told in ([other] for other in others) if excepted else filter(None, [others]):
            yield context.at_element(CODE, SEVERITY, told[0], _told(context, first, told), "text")


def _told(context: CheckContext, first: str, others: list[str]) -> str:
    lead = f"{context.called(others[0])} hat denselben Wortlaut wie {context.called(first)}"
    if not others[1:]:
        return f"{lead}. Den Unterschied benennen oder eines der beiden streichen."
    names = ", ".join(others[1 : 1 + _NAMED])
    rest = len(others) - 1 - _NAMED
    more = f" und {counted(rest, 'weiteres', 'weitere')}" if rest > 0 else ""
    return f"{lead}; ebenso {names}{more}. Die Unterschiede benennen oder bis auf eines alle streichen."
