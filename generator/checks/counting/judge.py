"""The claims of all texts against the counts of the graph: those of another number, excused or not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from generator.checks.check_context import CheckContext
from generator.checks.corpus import CorpusSource, PrintedLabel, Prose, text_of
from generator.checks.counting.claims import Claim, Name, claims, shortened
from generator.checks.counting.excuses import Excuse
from generator.checks.counting.naming import Naming
from generator.checks.counting.sentences import sentence_at
from generator.graph.build import ROOT
from generator.graph.queries import ancestors, descendants, goals_of, recommendations_to

if TYPE_CHECKING:
    from generator.checks.counting.wholes import Wholes

_ALWAYS = (
    Name("handlungsfeld", "Handlungsfeld", "Handlungsfelder"),
    Name("empfehlung", "Empfehlung", "Empfehlungen"),
)
_POINTS_BACK = re.compile(
    r"[*_]*(?:Es|Er|Sie|Dies\w*|D(?:as|em|er|ie|azu|arin|arunter|aneben|ort|avon)|Hier\w*|Ih[rmn]\w*)\b"
)


class Mismatch(Struct, frozen=True):
    """A claim (its places count from the begin of ``source``) whose number is not that of all.

    ``about`` is the element it may be about: one named beside it, or its own. ``whole``: it
    says that it counts all, or there are not so many; else it may mean a part.
    """

    source: CorpusSource
    claim: Claim
    about: str = ""
    whole: bool = False

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
        self.total = context.edition.tallies.get(ROOT) or Counter[str]()
        kopf = context.strategy.kopf
        names = [*_ALWAYS, *(Name(s.schluessel, s.name, s.mehrzahl) for s in kopf.stufen)]
        self.names = (*names, *shortened(names))
        self.editions = Counter((f.edition, f.level) for f in (context.former or {}).values())
        each = "|".join(re.escape(name.stem) for name in self.names)
        # "unter jedem Leitziel", "je Handlungsfeld", "im Durchschnitt"
        self.each = re.compile(rf"\b(?:[Jj]ede[mrsn]?|[Jj]e|[Pp]ro)\s+(?:{each})|[Dd]urchschnitt")

    @cached_property
    def wholes(self) -> Wholes:
        """What tells a claim of all from one of some; few strategies have any to tell apart."""
        from generator.checks.counting.wholes import Wholes

        return Wholes(self.context, (word for name in self.names for word in name.forms))

    def mismatches(self) -> Iterator[Mismatch]:
        """Each claim with another number than all there are, with its excuse if it has one."""
        met = [name for name in self.names if self.context.vocabulary.holds(name.stem)]
        for found in claims(self.context.corpus.text, met):
            if found.number != self.total[found.kind]:
                source, begin = self.context.corpus.source_at(found.start)
                claim = replace(found, start=found.start - begin, end=found.end - begin)
                yield self._judged(source, claim)

    def count(self, node: str, kind: str) -> int:
        """How many of a kind stand below an element, or how many a body carries."""
        if node in self.context.edition.tallies:
            return self.context.edition.tallies[node][kind]
        graph = self.context.graph
        if node not in graph or graph.nodes[node]["kind"] != "akteur":
            return 0
        carried = (*goals_of(graph, node), *recommendations_to(graph, node))
        return sum(graph.nodes[goal]["kind"] == kind for goal in carried)

    def _judged(self, source: CorpusSource, claim: Claim) -> Mismatch:
        excuse = claim.excuse or self._excused_by_place(source, claim)
        if excuse:
            return Mismatch(source, replace(claim, excuse=excuse))
        text, begin = text_of(source), _begin(source)
        start, end = sentence_at(text, claim.start, begin)
        sentence = text[start:end]
        clause = self.wholes.clause(text, claim, (start, end))
        before = _pointed_at(text, start, begin)
        named = self.naming.named(sentence) or self.naming.named(before)
        if self.each.search(text, start, claim.start):
            excuse = Excuse.AVERAGE
        elif self._true_of(named, claim, sentence):
            excuse = Excuse.NAMED
        elif self.wholes.others(clause) or self.wholes.about_others(before):
            excuse = Excuse.OTHERS
        else:
            excuse = self._explained(claim, sentence)
        whole = self.wholes.counts_all(claim, clause, self.total[claim.kind])
        parts = (node for node in named if node in self.context.edition.tallies)
        about = next((node for node in parts if self.count(node, claim.kind)), source.id)
        return Mismatch(source, replace(claim, excuse=excuse), about, whole)

    def _explained(self, claim: Claim, sentence: str) -> Excuse | None:
        """Whether the sentence also gives the number of all, or that of the edition it names."""
        total = self.total[claim.kind]
        own = (name for name in self.names if name.kind == claim.kind)
        if claim.number < total and (
            any(said.number == total for said in claims(sentence, own))
            or re.search(rf"\{{\{{\s*anzahl\.{claim.kind}\s*\}}\}}", sentence)
        ):
            return Excuse.PART
        name = self.context.kind_name(claim.kind).lower()
        for (edition, level), count in self.editions.items():
            there = edition in sentence or re.search(rf"\b{re.escape(edition[:4])}\b", sentence)
            if level in (claim.kind, name) and count == claim.number and there:
                return Excuse.EARLIER
        return None

    def _excused_by_place(self, source: CorpusSource, claim: Claim) -> Excuse | None:
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
        nodes = chain((identity,), ancestors(graph, identity), descendants(graph, identity))
        return any(self.count(node, claim.kind) == claim.number for node in nodes)

    def _true_of(self, named: list[str], claim: Claim, sentence: str) -> bool:
        """Whether the number is that of one of the named, of all of them, or of all Handlungsfelder."""
        if any(self.count(node, claim.kind) == claim.number for node in named):
            return True
        parts = [node for node in named if node in self.context.edition.tallies]
        sums = [parts] if len(parts) > 1 else []
        sums += [self.naming.fields] if "Handlungsfelder" in sentence and claim.number else []
        return any(sum(self.count(n, claim.kind) for n in nodes) == claim.number for nodes in sums)


def _pointed_at(text: str, start: int, begin: int) -> str:
    """The sentence before the one that starts there, if that points back to it; else nothing."""
    if not _POINTS_BACK.match(text, start) or start <= begin:
        return ""
    before = text[:start].rstrip()
    if "\n\n" in text[len(before) : start]:
        return ""
    return text[slice(*sentence_at(text, len(before) - 1, begin))]


def _begin(source: CorpusSource) -> int:
    """Where the text of a file begins after its front matter."""
    return source.body_start if isinstance(source, Prose) else 0


def _quoted(text: str, place: int) -> bool:
    """Whether the place is inside ``{{ … }}``."""
    begin = max(0, place - 400)
    return text.rfind("{{", begin, place) > text.rfind("}}", begin, place)
