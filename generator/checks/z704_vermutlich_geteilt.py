"""Geprüft wird, ob neue Ziele und Empfehlungen Wörter von entfallenen oder gekürzten übernehmen oder ob
untergeordnete Ziele zu ihnen gewechselt sind; fast derselbe Wortlaut fällt auch auf einer anderen
Stufe auf. Gefragt wird auch, wo unter einer Kennung etwas anderes zu stehen scheint: vertauschte Ziele,
Handlungsfelder, Kapitel und Einträge der Verzeichnisse, auch leicht veränderte, und Ziele oder
Kennzahlen, die kein Wort mehr mit dem Bisherigen gemeinsam haben.

Eine Kennung wird nie neu vergeben; was aus einem Ziel geworden ist, sagt allein die Angabe
«ersetzt». Ist sie eingetragen, steht in der Synopse «geteilt in …» oder «zusammengelegt aus …». Das
Programm fragt nur und nimmt nichts an.

Beheben: trifft die Vermutung zu, «ersetzt: […]» eintragen, wie die Meldung es nennt. Trifft sie
nicht zu, ist nichts zu tun; der Hinweis lässt sich unter «abweichungen» in strategy.yaml mit Grund
anerkennen.

Diese Regel vergleicht mit der Vorgängerfassung. Ihre Befunde zeigen deshalb «strategie diff» und
«strategie build»; «strategie check» nur mit «--strict», ohne sie zu werten.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.questions import question

CODE = "Z704"
SEVERITY = Severity.HINT
TITLE = "Vermutlich geteilt, zusammengelegt oder übernommen"
COMPARES = True


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each hint at a split, merge or re-used wording, at the element that would say it."""
    for hint in context.comparison.hints if context.comparison else ():
        yield context.at_element(CODE, SEVERITY, hint.heirs[0], question(hint, context.both))
