"""Geprüft wird zweierlei: ob jede Abkürzung, die in einem Ziel, einer Empfehlung oder einem Text steht,
im Verzeichnis der Abkürzungen erklärt ist, und ob jede erklärte Abkürzung auch vorkommt. Das
Verzeichnis steht in strategy.yaml unter «abkuerzungen»: «SGB: Sozialgesetzbuch».

Als Abkürzung gilt ein Wort mit mindestens zwei Großbuchstaben, das mit einem endet (ÖPNV, BuT,
ThürSchulG). Römische Zahlen (SGB XII), Kennungen, Eigennamen wie «YouTube» und was alle kennen (EU,
GmbH, PDF) zählen nicht, und auch nicht, was an der ersten Stelle daneben erklärt ist («des
Schienenpersonennahverkehrs (SPNV)»). Je Abkürzung gibt es einen Hinweis, an der ersten Stelle.

Das Dokument druckt das Verzeichnis vor dem ersten Kapitel. Wer eine Vorlage liest, ohne vom Fach zu
sein, schlägt dort nach; eine Abkürzung ohne Eintrag findet er nicht.

Beheben: die Abkürzung mit ihrer Bedeutung eintragen oder im Text ausschreiben. Einen Eintrag, den
niemand mehr braucht, löschen.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.checks.corpus import PrintedLabel, Prose, text_of
from generator.finding import Finding, Severity
from generator.model.abbreviations import abbreviations, explained_at, used
from generator.model.prose_markup import tokens

CODE = "Z312"
SEVERITY = Severity.HINT
TITLE = "Abkürzung nicht erklärt oder nicht verwendet"
AFTER = frozenset({"Z017"})

_EVERYONE_KNOWS = frozenset(
    ("BRD", "CD", "DDR", "DIN", "DVD", "EU", "EDV", "GmbH", "gGmbH", "ISO", "IT", "PC", "PDF", "TV", "USA")
)  # fmt: skip


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each abbreviation without an entry, then for each entry without a use."""
    registered = context.strategy.kopf.abkuerzungen
    told = _EVERYONE_KNOWS.union(registered)
    corpus, markup = context.corpus, _Markup()
    met = frozenset(short for short, _ in abbreviations(context.vocabulary.words))
    for short, place in abbreviations("" if met <= told else corpus.text):
        if short in told:
            continue
        source, start = corpus.source_at(place)
        if isinstance(source, Prose) and markup.holds(source, place - start):
            continue
        if isinstance(source, PrintedLabel):  # of a name or title the text says more
            continue
        told |= {short}
        if explained_at(corpus.text, place, short):
            continue
        message = (
            f"{context.called(source.id)}: Die Abkürzung «{short}» ist nicht erklärt. In strategy.yaml "
            f"unter «abkuerzungen» eintragen («{short}: …») oder im Text ausschreiben."
        )
        yield context.at_source(CODE, SEVERITY, source, place - start, message)
    yield from _never_used(context, met)


class _Markup:
    """Where the texts hold no prose: front matter, and markup with the IDs in it and quotations."""

    def __init__(self) -> None:
        self._spans: dict[int, list[tuple[int, int]]] = {}

    def holds(self, prose: Prose, offset: int) -> bool:
        """Whether a place is of those; the markup of a text is looked for once."""
        if offset < prose.body_start:
            return True
        if id(prose) not in self._spans:
            self._spans[id(prose)] = [(t.start, t.end) for t in tokens(text_of(prose))]
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
