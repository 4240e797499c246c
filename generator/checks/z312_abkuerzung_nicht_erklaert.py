"""Geprüft wird zweierlei: ob jede Abkürzung, die in einem Ziel, einer Empfehlung oder einem Text steht,
im Verzeichnis der Abkürzungen erklärt ist, und ob jede erklärte Abkürzung auch vorkommt. Das
Verzeichnis steht in strategy.yaml unter «abkuerzungen»: «SGB: Sozialgesetzbuch».

Als Abkürzung gilt ein Wort mit mindestens zwei Großbuchstaben, das mit einem endet (ÖPNV, BuT,
ThürSchulG). Es zählen nicht: römische Zahlen (SGB XII), Kennungen, Adressen, Einheiten (MW, CO2), Parteien,
was alle kennen (EU, GmbH, PKW, PDF), Eigennamen («YouTube», «RadNETZ», «KLIMOPASS») und Wörter in
Großbuchstaben, wie sie in Überschriften oder zur Betonung stehen («WIR GESTALTEN ZUKUNFT»).

Auch Anführungen («(FGSV 2003)»), Normen («VDI 2067») und ein Verzeichnis der Literatur zählen nicht. Was ein
eigenes Kapitel «Abkürzungen» oder «Glossar» nennt, gilt als erklärt.

Erklärt ist eine Abkürzung auch, wo das Gemeinte daneben steht («des Schienenpersonennahverkehrs (SPNV)»,
«MIV (motorisierter Individualverkehr)»), und von dort an im ganzen Dokument. Je Abkürzung gibt es einen
Hinweis, an der Stelle, die zuerst gedruckt wird; er sagt, wie oft sie vorkommt.

Das Dokument druckt das Verzeichnis vor dem ersten Kapitel. Wer eine Vorlage liest, ohne vom Fach zu
sein, schlägt dort nach; eine Abkürzung ohne Eintrag findet er nicht.

Beheben: die Abkürzung mit ihrer Bedeutung eintragen oder im Text ausschreiben. Einen Eintrag, den
niemand mehr braucht, löschen.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct, field

from generator.checks.chapter_titles import LISTS, WORKS, chapters_titled
from generator.checks.check_context import CheckContext
from generator.checks.corpus import CorpusSource, PrintedLabel, Prose, text_of
from generator.checks.short_words import abbreviations
from generator.finding import Finding, Severity
from generator.graph.numbering import places_in_print_order
from generator.model.abbreviations import used
from generator.model.kinds import printed_id
from generator.model.prose_markup import tokens

CODE = "Z312"
SEVERITY = Severity.HINT
TITLE = "Abkürzung nicht erklärt oder nicht verwendet"
AFTER = frozenset({"Z017"})

_WORD = r"[^\W\d_]+"
_NO_PROSE = r"(?s:```.*?```)|`[^`\n]*`|\]\([^)\n]*\)|<[^<>\n]*>|https?://\S+|\{[^{}\n]*\}"
"""Code, addresses and HTML."""


class _Met(Struct):
    """Where an abbreviation stands that is in no register; ``short`` is its first spelling."""

    short: str
    places: list[int] = field(default_factory=list)
    explained: list[int] = field(default_factory=list)


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each abbreviation without an entry, then for each entry without a use."""
    told = frozenset(short.upper() for short in context.strategy.kopf.abkuerzungen)
    met = frozenset(short for short, _ in abbreviations(context.vocabulary.words))
    if any(short.upper() not in told for short in met):
        rank = _Ranks(context)
        for one in _unregistered(context, told):
            if found := _finding(context, one, rank):
                yield found
    yield from _never_used(context, met)


def _unregistered(context: CheckContext, told: frozenset[str]) -> Iterator[_Met]:
    """The abbreviations of the texts and wordings that no entry explains, with all their places."""
    # Most strategies have none: the patterns of these modules are made only where there are some.
    from generator.checks.explained_words import explained_at
    from generator.checks.short_words_aside import stands_aside
    from generator.checks.stressed_words import ordinary, shouted

    corpus, markup = context.corpus, _Markup()
    words = frozenset(re.findall(_WORD, context.vocabulary.words))
    found: dict[str, _Met] = {}
    codes = frozenset(re.sub(r"[-. ]?\d.*", "", printed_id(g)) for g in context.goals if g.kuerzel)
    lists = chapters_titled(context, LISTS)
    told |= _listed(context, lists)
    unread = lists | chapters_titled(context, WORKS)
    for short, place in abbreviations(corpus.text):
        key = short.upper()
        if key in told or (short == key and ordinary(short, words)):
            continue
        source, start = corpus.source_at(place)
        if isinstance(source, Prose) and markup.holds(source, place - start):
            continue
        if source.id in unread or stands_aside(corpus.text, place, short, codes):
            continue
        one = found.setdefault(key, _Met(short))
        if explained_at(corpus.text, place, short):
            one.explained.append(place)
        # Of a name or title the text says more.
        if not isinstance(source, PrintedLabel) and not shouted(corpus.text, place, short):
            one.places.append(place)
    for key, one in found.items():
        parts = key.split("-")
        if len(parts) < 2 or (found.keys().isdisjoint(parts) and not told.issuperset(parts)):
            yield one


def _listed(context: CheckContext, lists: frozenset[str]) -> frozenset[str]:
    """The abbreviations that a chapter of abbreviations lists."""
    texts = (prose.raw for prose in context.prose if prose.id in lists)
    return frozenset(short.upper() for text in texts for short, _ in abbreviations(text))


def _finding(context: CheckContext, met: _Met, rank: _Ranks) -> Finding | None:
    """What is said of an abbreviation; nothing where it is explained before it is used."""
    if not met.places:
        return None
    first = min(met.places, key=rank)
    source, start = context.corpus.source_at(first)
    name, number = context.called(source.id), len(met.places)
    often = f"; sie steht an {number} Stellen" if number > 1 else ""
    if not met.explained:
        message = (
            f"{name}: Die Abkürzung «{met.short}» ist nicht erklärt{often}. In strategy.yaml "
            f"unter «abkuerzungen» eintragen («{met.short}: …») oder im Text ausschreiben."
        )
    else:
        where = min(met.explained, key=rank)
        if rank(where) <= rank(first):
            return None
        said = context.corpus.source_at(where)[0]
        there = "weiter unten" if said is source else f"bei {context.called(said.id)}"
        message = (
            f"{name}: Die Abkürzung «{met.short}» steht schon hier, erklärt wird sie erst {there}. Die "
            f"Erklärung hierher setzen oder in strategy.yaml unter «abkuerzungen» eintragen («{met.short}: …»)."
        )
    return context.at_source(CODE, SEVERITY, source, first - start, message)


class _Ranks:
    """Places of the corpus to their order in print."""

    def __init__(self, context: CheckContext) -> None:
        places = places_in_print_order(context.strategy, context.edition.numbering.chapters)
        self._order = {place: index for index, place in enumerate(places)}
        self._corpus = context.corpus

    def __call__(self, place: int) -> tuple[int, int]:
        """What is printed nowhere comes last, labels first: what they explain is no riddle."""
        source = self._corpus.source_at(place)[0]
        if isinstance(source, PrintedLabel):
            return -1, place
        return self._order.get(_place(source), sys.maxsize), place


def _place(source: CorpusSource) -> tuple[str, str]:
    return source.id, source.stelle if isinstance(source, Prose) else "vor"


class _Markup:
    """Where the texts hold no prose: front matter, code, addresses, and markup with the IDs in it."""

    def __init__(self) -> None:
        self._spans: dict[int, list[tuple[int, int]]] = {}

    def holds(self, prose: Prose, offset: int) -> bool:
        """Whether a place is of those; the markup of a text is looked for once."""
        if offset < prose.body_start:
            return True
        if id(prose) not in self._spans:
            text = text_of(prose)
            spans = [(t.start, t.end) for t in tokens(text) if t.kind != "anmerkung"]
            spans += [match.span() for match in re.finditer(_NO_PROSE, text)]
            self._spans[id(prose)] = sorted(spans)
        spans = self._spans[id(prose)]
        last = bisect_right(spans, (offset, sys.maxsize)) - 1
        return last >= 0 and offset < spans[last][1]


def _never_used(context: CheckContext, met: frozenset[str]) -> Iterator[Finding]:
    """``met`` are abbreviations that the corpus is known to hold; the others are looked for."""
    doubtful = [short for short in context.strategy.kopf.abkuerzungen if short not in met]
    found = used(doubtful, context.strategy) if doubtful else ()
    for short in doubtful:
        if short not in found:
            message = (
                f"Die Abkürzung «{short}» ist erklärt, kommt aber nirgends vor. Den Eintrag unter "
                "«abkuerzungen» in strategy.yaml löschen oder die Schreibweise angleichen."
            )
            yield context.at_head(CODE, SEVERITY, short, message, "abkuerzungen", short)
