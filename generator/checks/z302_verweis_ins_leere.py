"""Geprüft wird, ob jeder Verweis etwas trifft: «flankiert_von», «bezug» und «ersetzt» in den
YAML-Dateien; [[PZ06]], ![[ABB1]], {{ anzahl.leitziele }} und {{ kennzahl.armutsquote }} in den
Texten. «ersetzt» darf Kennungen früherer Fassungen nennen. Gemeldet wird auch, was in doppelten
geschweiften Klammern steht und keine dieser Formen hat, und ein Wort hinter einer Anzahl
({{ anzahl.leitziele, "Leitziel" }}), das nicht bezeichnet, was gezählt wird.

Ein Verweis ins Leere lässt sich nicht drucken; im Dokument stünde eine Lücke oder der Verweis im
Rohzustand.

Beheben: die Kennung berichtigen; die Meldung nennt die ähnlichste bekannte. Wurde das Ziel eines
Verweises gestrichen, den Verweis mit streichen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.checks.check_context import CheckContext
from generator.checks.misused_markup import misused
from generator.finding import Finding, Severity
from generator.graph.queries import resolve_count
from generator.model.counted_nouns import chosen, forms
from generator.model.goal import Ziel
from generator.model.kinds import COUNTED
from generator.model.prose_markup import Token
from generator.model.recommendation import Empfehlung

CODE = "Z302"
SEVERITY = Severity.ERROR
TITLE = "Verweis ins Leere"
AFTER = frozenset({"Z004", "Z017"})


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each reference that leads nowhere."""
    if context.gaps:
        return
    places = _Targets(context)
    plans = (_named(context, e, "bezug", places.plans, "Eine Planung") for e in context.wordings)
    found = (finding for findings in plans for finding in findings)
    yield from context.unless_missing(found, context.strategy.plaene, "Das Register «plaene»")
    for element in context.wordings:
        yield from _named(context, element, "ersetzt", places.replaceable, "Ein früheres Element")
        if isinstance(element, Ziel):
            yield from _named(context, element, "flankiert_von", places.sections, "Ein Element")
    yield from _in_texts(context, places.mistake)
    unknown = _in_texts(context, places.unknown_number)
    yield from context.unless_missing(unknown, context.strategy.kennzahlen, "key_figures.yaml")


def _in_texts(context: CheckContext, mistake: Callable[[Token], str]) -> Iterator[Finding]:
    return (context.at_text(CODE, SEVERITY, *place) for place in misused(context, mistake))


def _named(
    context: CheckContext,
    element: Ziel | Empfehlung,
    field: str,
    known: frozenset[str] | None,
    what: str,
) -> Iterator[Finding]:
    """What a field of an element names and ``known`` does not hold (None: not known what is)."""
    if known is None:
        return
    for index, target in enumerate(getattr(element, field)):
        if target not in known:
            message = (
                f"{context.called(element.id)}: {what} «{target}» gibt es nicht (bei «{field}»)."
                f"{context.near(target, known) or ' Die Kennung berichtigen oder löschen.'}"
            )
            yield context.at_element(CODE, SEVERITY, element.id, message, field, index)


class _Targets:
    """What references of each kind may name."""

    def __init__(self, context: CheckContext) -> None:
        self.context = context
        strategy = context.strategy
        self.sections = context.sections
        self.uncountable: dict[str, bool] = {}
        self.figures = frozenset(figure.id for figure in strategy.abbildungen)
        self.referable = self.sections | self.figures
        self.numbers = frozenset(number.id for number in strategy.kennzahlen)
        self.plans = frozenset(plan.id for plan in strategy.plaene)
        former = context.former
        self.replaceable = None if former is None else frozenset((*former, *self.sections))

    def mistake(self, token: Token) -> str:
        """What is wrong with a piece of markup; empty if nothing is."""
        word = token.argument
        if token.kind == "verweis" and word not in self.referable:
            return f"Der Verweis [[{word}]] trifft kein Element.{self._advice(word)}"
        if token.kind == "abbildung" and word not in self.figures:
            near = self.context.near(word, self.figures)
            return f"Die Abbildung ![[{word}]] gibt es in figures.yaml nicht.{near}"
        if token.kind == "anzahl" and self._unknown_count(word):
            return f"«anzahl.{word}» lässt sich nicht zählen.{self._countable(word)}"
        if token.kind == "anzahl" and token.detail:
            return self._noun(token)
        if token.kind == "unbekannt":
            return (
                f"«{{{{ {word} }}}}» ist nicht bekannt. Möglich sind {{{{ anzahl.… }}}}, "
                '{{ kennzahl.… }} und {{ zitat("…") }}.'
            )
        return ""

    def _noun(self, token: Token) -> str:
        """What is wrong with the noun behind a number; empty if nothing is."""
        kopf = self.context.strategy.kopf
        if chosen(kopf, token.argument, token.detail):
            return ""
        known = dict.fromkeys(word for pair in forms(kopf, token.argument) for word in pair)
        return (
            f"«{token.detail}» ist keine Form dessen, was hier gezählt wird "
            f"({', '.join(known)}). Eine davon schreiben oder beide Formen eines anderen Wortes: "
            f'{{{{ anzahl.{token.argument}, "…", "…" }}}}.'
        )

    def unknown_number(self, token: Token) -> str:
        """What is wrong with a key figure that is inserted; empty if nothing is."""
        word = token.argument
        if token.kind != "kennzahl" or word in self.numbers:
            return ""
        near = self.context.near(word, self.numbers)
        return f"Die Kennzahl «{word}» gibt es in key_figures.yaml nicht.{near}"

    def _unknown_count(self, path: str) -> bool:
        context = self.context
        if path not in self.uncountable:
            value = resolve_count(context.graph, path, context.edition.tallies)
            self.uncountable[path] = value is None
        return self.uncountable[path]

    def _advice(self, word: str) -> str:
        if word in self.numbers:
            return f" Eine Kennzahl wird mit {{{{ kennzahl.{word} }}}} eingesetzt."
        if any(source.id == word for source in self.context.strategy.quellen):
            return f" Eine Quelle wird mit [@{word}] angeführt."
        if before := (self.context.former or {}).get(word):
            return (
                f" «{word}» stand bis zur Fassung {before.edition} in der Strategie. Auf das verweisen, was "
                "an seine Stelle getreten ist, oder den Verweis löschen."
            )
        return self.context.near(word, self.referable)

    def _countable(self, path: str) -> str:
        element, dot, key = path.rpartition(".")
        graph = self.context.graph
        if element and element not in graph:
            return self.context.near(element, self.sections)
        keys = ["handlungsfelder", *graph.graph["stufen"], "empfehlungen"]
        near = self.context.near(key, keys if element else {*keys, *COUNTED})
        return near or f" Möglich sind: {', '.join(f'{element}{dot}{k}' for k in keys)}."
