"""The claims of all texts against the counts of the graph: the false ones, excused or not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.checks.check_context import CheckContext
from generator.checks.corpus import PrintedLabel, Prose, Source, text_of
from generator.checks.counting.claims import Claim, Name, claims, shortened
from generator.checks.counting.excuses import Excuse
from generator.checks.counting.naming import Naming
from generator.checks.counting.sentences import sentence_at
from generator.graph.build import ROOT
from generator.graph.queries import ancestors, descendants, goals_of, recommendations_to

_ALWAYS = (
    Name("handlungsfeld", "Handlungsfeld", "Handlungsfelder"),
    Name("empfehlung", "Empfehlung", "Empfehlungen"),
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_POINTS_BACK = re.compile(
    r"[*_]*(?:Es|Er|Sie|Dies\w*|D(?:as|em|er|ie|azu|arin|arunter|aneben|ort|avon)|Hier\w*|Ih[rmn]\w*)\b"
)


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A claim (its places count from the begin of ``source``) whose number is not that of all.

    ``about`` is the element it may be about: one named beside it, or its own.
    """

    source: Source
    claim: Claim
    about: str = ""

    @property
    def words(self) -> str:
        """The claim as printed."""
        said = text_of(self.source)[self.claim.start : self.claim.end]
        return " ".join(said.replace("*", "").split())


class Judge:
    """Compares claims with the counts of the graph."""

    def __init__(self, context: CheckContext) -> None:
        self.context = context
        self.naming = Naming(context)
        self.total = context.tallies.get(ROOT) or Counter[str]()
        kopf = context.strategy.kopf
        names = [*_ALWAYS, *(Name(s.schluessel, s.name, s.mehrzahl) for s in kopf.stufen)]
        self.names = (*names, *shortened(names))
        titles = (frame.titel for frame in kopf.bezugsrahmen)
        self.foreign = {w for title in titles for w in _WORD.findall(title) if w[0].isupper()}
        each = "|".join(re.escape(name.stem) for name in self.names)
        # "unter jedem Leitziel", "je Handlungsfeld", "im Durchschnitt"
        self.each = re.compile(rf"\b(?:[Jj]ede[mrsn]?|[Jj]e|[Pp]ro)\s+(?:{each})|[Dd]urchschnitt")

    def mismatches(self) -> Iterator[Mismatch]:
        """Each claim with another number than all there are, with its excuse if it has one."""
        for found in claims(self.context.corpus.text, self.names):
            if found.number != self.total[found.kind]:
                source, begin = self.context.corpus.source_at(found.start)
                claim = replace(found, start=found.start - begin, end=found.end - begin)
                yield self._judged(source, claim)

    def count(self, node: str, kind: str) -> int:
        """How many of a kind stand below an element, or how many a body carries."""
        if node in self.context.tallies:
            return self.context.tallies[node][kind]
        graph = self.context.graph
        if node not in graph or graph.nodes[node]["kind"] != "akteur":
            return 0
        carried = (*goals_of(graph, node, parts=False), *recommendations_to(graph, node))
        return sum(graph.nodes[goal]["kind"] == kind for goal in carried)

    def _judged(self, source: Source, claim: Claim) -> Mismatch:
        excuse = claim.excuse or self._excused_by_place(source, claim)
        if excuse:
            return Mismatch(source, replace(claim, excuse=excuse))
        text, begin = text_of(source), _begin(source)
        start, end = sentence_at(text, claim.start, begin)
        named = self._named_around(text, start, end, begin)
        if self.each.search(text, start, claim.start):
            excuse = Excuse.AVERAGE
        elif self._true_of(named, claim, text[start:end]):
            excuse = Excuse.NAMED
        elif any(word in self.foreign for word in _WORD.findall(text, claim.end, claim.end + 40)):
            excuse = Excuse.OTHERS  # "17 Ziele der Agenda 2030"
        parts = (node for node in named if node in self.context.tallies)
        about = next((node for node in parts if self.count(node, claim.kind)), source.id)
        return Mismatch(source, replace(claim, excuse=excuse), about)

    def _excused_by_place(self, source: Source, claim: Claim) -> Excuse | None:
        if isinstance(source, PrintedLabel) and source.foreign:
            return Excuse.FOREIGN
        if claim.start < _begin(source):
            return Excuse.FRONT_MATTER
        if _quoted(text_of(source), claim.start):
            return Excuse.QUOTED
        return Excuse.OWN if self._true_here(source.id, claim) else None

    def _true_here(self, identity: str, claim: Claim) -> bool:
        graph = self.context.graph
        if identity not in graph or graph.nodes[identity]["kind"] == "kapitel":
            return False
        nodes = (identity, *ancestors(graph, identity), *descendants(graph, identity))
        return any(self.count(node, claim.kind) == claim.number for node in nodes)

    def _true_of(self, named: list[str], claim: Claim, sentence: str) -> bool:
        """Whether the number is that of one of the named, of all of them, or of all Handlungsfelder."""
        if any(self.count(node, claim.kind) == claim.number for node in named):
            return True
        parts = [node for node in named if node in self.context.tallies]
        sums = [parts] if len(parts) > 1 else []
        sums += [self.naming.fields] if "Handlungsfelder" in sentence and claim.number else []
        return any(sum(self.count(n, claim.kind) for n in nodes) == claim.number for nodes in sums)

    def _named_around(self, text: str, start: int, end: int, begin: int) -> list[str]:
        """The elements that a sentence names, or those of the sentence that it points back to."""
        named = self.naming.named(text[start:end])
        if not named and _POINTS_BACK.match(text, start) and start > begin:
            before = text[:start].rstrip()
            if "\n\n" not in text[len(before) : start]:
                named = self.naming.named(text[slice(*sentence_at(text, len(before) - 1, begin))])
        return named


def _begin(source: Source) -> int:
    """Where the text of a file begins after its front matter."""
    return source.body_start if isinstance(source, Prose) else 0


def _quoted(text: str, place: int) -> bool:
    """Whether the place is inside ``{{ … }}``."""
    begin = max(0, place - 400)
    return text.rfind("{{", begin, place) > text.rfind("}}", begin, place)
