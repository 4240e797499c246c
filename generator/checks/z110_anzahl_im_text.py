"""Geprüft wird jede Anzahl, die im Text steht: «13 kommunale Leitziele», «dreiundzwanzig
Prozessziele», «16 Empfehlungen», als Ziffer oder Wort, in jeder Beugung, auch über einen
Zeilenwechsel hinweg. Sie muss zu dem passen, was goals.yaml und recommendations.yaml enthalten.

Gerade diese Zahlen bleiben stehen, wenn ein Ziel hinzukommt oder wegfällt. In der gedruckten
Fassung von 2018 nennt Kapitel 6 deshalb 13 Leitziele und 23 Prozessziele, die Tabellen zeigen
12 und 24.

Als richtig gilt die Anzahl in der ganzen Strategie. Im Text eines Elements (HF2.md, LZ03.md)
gelten auch die Anzahlen in diesem Element, in dem, was darunter steht, und in dem, was darüber
steht. In jedem Text gilt die Anzahl eines Elements, das derselbe Satz nennt: als [[HF2]], mit
seiner Kennung oder mit seinem Titel; beginnt der Satz mit «Es», «Dieses», «Dazu» oder ähnlich,
auch eines aus dem Satz davor. Nennt der Satz eine frühere Fassung, gilt deren Anzahl.

Ein Fehler ist eine Anzahl nur, wo der Satz alle meint («umfasst», «insgesamt», «gegliedert in»,
«die 15 Maßnahmen dieses Programms», «13 Leitziele wurden erarbeitet», die Überschrift einer Liste) oder wo
es so viele nicht gibt und nichts anderes als die Strategie gemeint ist. Solange noch Handlungsfelder leer sind, ist
eine Anzahl, die es erst werden soll, ein Hinweis. Kann ein Teil gemeint sein («drei Maßnahmen sind umgesetzt», «zwei Ziele
standen im Vordergrund») oder spricht der Satz von einem früheren Jahr, ist der Befund ein Hinweis.
Nicht geprüft werden Teile, die sich zu erkennen geben («drei der Leitziele», «die ersten drei
Leitziele», «von 15 Maßnahmen laufen zwölf Maßnahmen»), die Ziele anderer («17 Ziele der Agenda
2030»), Spannen («zwei bis fünf»), Schätzungen («rund 60»), Angaben mit «je», Jahreszahlen und
Nummern von Kapiteln. «ein Leitziel» zählt nur mit «nur», «genau» oder «einziges» als Anzahl.

Beheben: statt der Zahl {{ anzahl.leitziele }} schreiben, für ein Handlungsfeld
{{ anzahl.HF2.leitziele }}; dann stimmt sie immer. Eine Zahl, die mit Absicht anders lautet, etwa
aus einer früheren Fassung, als Zitat kennzeichnen: {{ zitat("13 Leitziele") }}. Soll sie ohne
Kennzeichnung stehen bleiben, die Abweichung in strategy.yaml unter «abweichungen» mit Grund
eintragen. Im Wortlaut von Zielen und Empfehlungen ist der Befund eine Warnung, weil «drei
Maßnahmen» dort auch etwas anderes meinen kann.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.checks.corpus import Prose
from generator.checks.counting.judge import Judge, Mismatch
from generator.finding import Finding, Severity
from generator.model.kinds import COUNTED, STRATEGY
from generator.model.sample_texts import BEGIN

CODE = "Z110"
SEVERITY = Severity.ERROR
TITLE = "Anzahl im Text widerspricht der Gliederung"
AFTER = frozenset({"Z017"})

_BY_HAND = "Die Zahl berichtigen oder ohne Zahl formulieren."
_PART = " Ist nur ein Teil gemeint, ist nichts zu tun."


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each number that no count of the strategy makes true."""
    if context.lost or all(goal.text.startswith(BEGIN) for goal in context.goals):
        return  # the goals are not read, or not written yet
    judge = Judge(context)
    for found in judge.mismatches():
        none_yet = not found.whole and not judge.total[found.claim.kind]
        if found.claim.excuse is None and not none_yet:
            # Elsewhere than in prose nothing is inserted, and the wording may be adopted.
            severity = SEVERITY if isinstance(found.source, Prose) else Severity.WARNING
            severity = severity if found.whole else Severity.HINT
            message = _message(judge, found)
            yield context.at_source(CODE, severity, found.source, found.claim.start, message)


def _message(judge: Judge, found: Mismatch) -> str:
    context, kind = judge.context, found.claim.kind
    own = judge.count(found.about, kind)
    place = f", davon {own} in {found.about}" if own else ""
    key = next((key for key, of in COUNTED.items() if of == kind), kind)
    path = f"{found.about}.{key}" if own else key
    advice = (
        f"Statt der Zahl {{{{ anzahl.{path} }}}} schreiben; ein gewolltes Zitat als "
        f'{{{{ zitat("{found.words}") }}}}.'
    )
    return (
        f"{context.called(found.source.id or STRATEGY)}: Im Text steht «{found.words}», die Strategie "
        f"enthält {context.counted(judge.total[kind], kind)}{place}. "
        f"{advice if isinstance(found.source, Prose) else _BY_HAND}{'' if found.whole else _PART}"
    )
