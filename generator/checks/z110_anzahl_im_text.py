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
auch eines aus dem Satz davor. Nicht geprüft werden Teile («drei der Leitziele», «die ersten drei
Leitziele», «zwei neue Leitziele»), Spannen («zwei bis fünf»), Schätzungen («rund 60»), Angaben
mit «je», Jahreszahlen und Nummern von Kapiteln. «ein Leitziel» zählt nur mit «nur», «genau» oder
«einziges» als Anzahl.

Beheben: statt der Zahl {{ anzahl.leitziele }} schreiben, für ein Handlungsfeld
{{ anzahl.HF2.leitziele }}; dann stimmt sie immer. Eine Zahl, die mit Absicht anders lautet, etwa
aus einer früheren Fassung, als Zitat kennzeichnen: {{ zitat("13 Leitziele") }}. Soll sie ohne
Kennzeichnung stehen bleiben, die Abweichung in strategy.yaml unter «abweichungen» mit Grund
eintragen. Im Wortlaut von Zielen und Empfehlungen ist der Befund eine Warnung, weil «drei
Maßnahmen» dort auch etwas anderes meinen kann.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from generator.checks.claims import Claim, Counting, countables
from generator.checks.context import Context
from generator.checks.corpus import Label, Prose, text_of
from generator.checks.naming import Naming
from generator.checks.sentences import sentence_at
from generator.finding import Finding, Severity
from generator.graph.build import ROOT
from generator.graph.queries import ancestors, descendants, goals_of, recommendations_to
from generator.model.kinds import COUNTED, STRATEGY

CODE = "Z110"
SEVERITY = Severity.ERROR
TITLE = "Anzahl im Text widerspricht der Gliederung"
AFTER = frozenset({"Z017"})

_ALWAYS = {
    "handlungsfeld": ("Handlungsfeld", "Handlungsfelder"),
    "empfehlung": ("Empfehlung", "Empfehlungen"),
}
_WORD = re.compile(r"[^\W\d_]{4,}")
_BY_HAND = "Die Zahl berichtigen oder ohne Zahl formulieren."
_POINTS_BACK = re.compile(
    r"[*_]*(?:Es|Er|Sie|Dies\w*|D(?:as|em|er|ie|azu|arin|arunter|aneben|ort|avon)|Hier\w*|Ih[rmn]\w*)\b"
)


def check(context: Context) -> Iterator[Finding]:
    """One finding for each number that no count of the strategy makes true."""
    levels = {s.schluessel: (s.name, s.mehrzahl) for s in context.strategy.kopf.stufen}
    judge = _Judge(context, Counting(countables(_ALWAYS | levels), context.vocabulary.holds))
    for found in judge.counting.claims(context.corpus.text):
        source, begin = context.corpus.source_at(found.start)
        if isinstance(source, Label) and source.foreign:
            continue
        claim = replace(found, start=found.start - begin, end=found.end - begin)
        text, prose = text_of(source), isinstance(source, Prose)
        begin = source.body_start if isinstance(source, Prose) else 0
        said = judge.contradiction(source.id, text, claim, begin)
        if said is not None:
            # Elsewhere than in prose nothing is inserted, and the wording may be adopted.
            severity = SEVERITY if prose else Severity.WARNING
            message = f"{said.message} {said.advice if prose else _BY_HAND}"
            yield context.at_source(CODE, severity, source, claim.start, message)


class _Said(NamedTuple):
    """What is wrong with a number, and what to write into prose instead."""

    message: str
    advice: str


class _Judge:
    """Compares claims with the counts of the graph."""

    def __init__(self, context: Context, counting: Counting) -> None:
        self.context = context
        self.counting = counting
        self.total = context.tallies.get(ROOT) or Counter[str]()
        above = context.strategy.ziele.uebergreifend.kinder
        self.outside = Counter(goal.stufe for goal in above)
        for goal in above:
            self.outside += context.tallies.get(goal.id) or Counter[str]()
        frames = context.strategy.kopf.bezugsrahmen
        self.foreign = {w for f in frames for w in _WORD.findall(f.titel) if w[0].isupper()}

    @cached_property
    def naming(self) -> Naming:
        """Made for the first count that is not that of all."""
        return Naming(self.context)

    @cached_property
    def each(self) -> re.Pattern[str]:
        """An average: "unter jedem Leitziel", "je Handlungsfeld", "im Durchschnitt"."""
        names = "|".join(re.escape(name.stem) for name in self.counting.names)
        return re.compile(rf"\b(?:[Jj]ede[mrsn]?|[Jj]e|[Pp]ro)\s+(?:{names})|[Dd]urchschnitt")

    def contradiction(self, identity: str, text: str, claim: Claim, begin: int) -> _Said | None:
        """What to say about a claim that is not true; None for a true one."""
        if claim.number == self.total[claim.kind] or claim.start < begin:
            return None
        if _quoted(text, claim.start) or self._true_here(identity, claim):
            return None
        start, end = sentence_at(text, claim.start, begin)
        if self.each.search(text, start, claim.start):  # an average says nothing of all
            return None
        named = self._named_around(text, start, end, begin)
        sentence = text[start:end]
        if self._true_of(named, claim, sentence) or self._about_others(text, claim.end):
            return None
        parts = (node for node in named if node in self.context.tallies)
        counted = (node for node in parts if self._count(node, claim.kind))
        return self._said(identity, next(counted, identity), text, claim)

    def _true_of(self, named: list[str], claim: Claim, sentence: str) -> bool:
        """Whether the number is that of one of the named, of all of them, or of all Handlungsfelder."""
        if any(self._count(node, claim.kind) == claim.number for node in named):
            return True
        parts = [self._count(node, claim.kind) for node in named if node in self.context.tallies]
        inside = self.total[claim.kind] - self.outside[claim.kind]
        of_fields = "Handlungsfelder" in sentence and claim.number == inside
        return of_fields or (len(parts) > 1 and claim.number == sum(parts))

    def _count(self, node: str, kind: str) -> int:
        if node in self.context.tallies:
            return self.context.tallies[node][kind]
        graph = self.context.graph
        if node not in graph or graph.nodes[node]["kind"] != "akteur":
            return 0
        carried = (*goals_of(graph, node, parts=False), *recommendations_to(graph, node))
        return sum(graph.nodes[goal]["kind"] == kind for goal in carried)

    def _true_here(self, identity: str, claim: Claim) -> bool:
        graph = self.context.graph
        if identity not in graph or graph.nodes[identity]["kind"] == "kapitel":
            return False
        nodes = (identity, *ancestors(graph, identity), *descendants(graph, identity))
        return any(self._count(node, claim.kind) == claim.number for node in nodes)

    def _named_around(self, text: str, start: int, end: int, begin: int) -> list[str]:
        """The elements that a sentence names, or those of the sentence that it points back to."""
        named = self.naming.named(text[start:end])
        if not named and _POINTS_BACK.match(text, start) and start > begin:
            before = text[:start].rstrip()
            if "\n\n" not in text[len(before) : start]:
                named = self.naming.named(text[slice(*sentence_at(text, len(before) - 1, begin))])
        return named

    def _about_others(self, text: str, end: int) -> bool:
        """Whether a programme follows whose goals are not ours: "17 Ziele der Agenda 2030"."""
        return any(word in self.foreign for word in _WORD.findall(text, end, end + 40))

    def _said(self, identity: str, owner: str, text: str, claim: Claim) -> _Said:
        """``owner`` is what the claim may be about: an element named beside it, or its own."""
        printed = " ".join(text[claim.start : claim.end].replace("*", "").split())
        key = next((k for k, kind in COUNTED.items() if kind == claim.kind), claim.kind)
        own = self._count(owner, claim.kind)
        place = f", davon {own} in {owner}" if own else ""
        path = f"{owner}.{key}" if own else key
        return _Said(
            f"{self.context.called(identity or STRATEGY)}: Im Text steht «{printed}», die Strategie enthält "
            f"{self.total[claim.kind]} {self.context.plural(claim.kind)}{place}.",
            f"Statt der Zahl {{{{ anzahl.{path} }}}} schreiben; ein gewolltes Zitat als "
            f'{{{{ zitat("{printed}") }}}}.',
        )


def _quoted(text: str, place: int) -> bool:
    """Whether the place is inside ``{{ … }}``."""
    begin = max(0, place - 400)
    return text.rfind("{{", begin, place) > text.rfind("}}", begin, place)
