"""Turns a reading and its graph into what rules ask: elements by name, prose by place, findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from generator.checks.corpus import Corpus, CorpusSource, PrintedLabel, Prose, corpus
from generator.checks.printed_labels import labels
from generator.checks.vocabulary import Vocabulary, vocabulary
from generator.finding import Finding, Position, Severity
from generator.graph.edition import Edition
from generator.model.base import Element
from generator.model.german import counted
from generator.model.goal import Handlungsfeld, Ziel
from generator.model.kinds import BY_KEY, LEVELS, REGISTERS, STRATEGY, both_ids
from generator.model.print_gap import NOT_PRINTED, PrintGap, PrintProof
from generator.model.recommendation import Empfehlung, Thema
from generator.model.seen import place, seen
from generator.model.strategy import Strategy
from generator.read.placeholders import MISSING
from generator.read.positions import Positions
from generator.read.seals import FormerId
from generator.read.spelling import nearest

if TYPE_CHECKING:
    from generator.checks.plain_texts import PlainTexts
    from generator.compare.approval import ApprovedChange
    from generator.compare.comparison import Comparison
    from generator.graph.build import Graph
    from generator.graph.reporting import Reporting
    from generator.read.picture_files import PictureFiles

PLACEHOLDER = f"{MISSING}_"  # how the IDs begin that the reader puts where one is missing

_SEVERAL, _SUGGESTIONS = 2, 30  # each of these costs a comparison with every known word


class CheckContext(Struct, frozen=True, dict=True):
    """What a rule may look at; ``former`` is None where earlier editions are not known.

    ``comparison`` is that with the predecessor, None where none was made; ``found`` the findings of
    all others, for rules about findings, ``odd``: texts may hold signs that are not what a reader
    sees; ``printout`` what the document shows in print; ``lost``: goals are not read, so counts
    and references miss them; ``not_asked`` the codes of rules whose findings are not known.
    """

    edition: Edition
    positions: Positions
    former: Mapping[str, FormerId] | None = None
    printout: PrintProof = NOT_PRINTED
    found: tuple[Finding, ...] = ()
    comparison: Comparison | None = None
    odd: bool = False
    lost: bool = False
    pictures: PictureFiles | None = None
    not_asked: frozenset[str] = frozenset()
    tracked: bool = False
    """Whether git keeps the file that names persons."""
    asof: date | None = None
    """The day for which a Frist counts as passed; None for the Stichtag of the period reported on."""
    _asked: dict[tuple[str, int], str | None] = field(default_factory=dict)

    @property
    def strategy(self) -> Strategy:
        """What the edition says."""
        return self.edition.strategy

    @property
    def graph(self) -> Graph:
        """Its graph."""
        return self.edition.graph

    @cached_property
    def reporting(self) -> Reporting:
        """Its reports, as seen at the end of the last period with one."""
        from generator.graph.reporting import reporting

        return reporting(self.edition, asof=self.asof, former=self.former)

    # Elements

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """Everything that has an ID, in document order."""
        return tuple(self.strategy.elements())

    @cached_property
    def goals(self) -> tuple[Ziel, ...]:
        """Goals of every level, in document order."""
        return tuple(self.strategy.goals())

    @cached_property
    def fields(self) -> tuple[Handlungsfeld | Thema, ...]:
        """Handlungsfelder and Themen: what groups goals or Empfehlungen under a title."""
        return (*self.strategy.ziele.handlungsfelder, *self.strategy.themen)

    def called(self, identity: str) -> str:
        """How a message names an element: "Prozessziel PZ06", "Akteur jobcenter"."""
        if identity not in self.graph:
            return self._called_before(identity)
        return f"{self.kind_name(self.graph.nodes[identity]['kind'])} {self.both(identity)}"

    def both(self, identity: str) -> str:
        """An ID in a message, behind the Kürzel that is printed in its place: "GE-8 (MA05)"."""
        editions = (self.edition, self.comparison and self.comparison.before)
        found = (edition.strategy.by_id.get(identity) for edition in editions if edition)
        element = next(filter(None, found), None)
        return both_ids(element) if element else identity

    def _called_before(self, identity: str) -> str:
        """How a message names what is gone since the predecessor, and the strategy itself."""
        if self.comparison is None:
            return identity
        former = CheckContext(self.comparison.before, self.positions)
        if identity not in former.graph:
            return LEVELS[STRATEGY] if identity == STRATEGY else identity
        return former.called(identity)

    def kind_name(self, kind: str) -> str:
        """The German name of a kind of node: "Prozessziel", "Handlungsfeld", "Akteur"."""
        return self._level_names.get(kind) or LEVELS.get(kind, kind)

    def plural(self, kind: str) -> str:
        """The German plural of a level, of Handlungsfelder or Empfehlungen."""
        return BY_KEY[kind].plural if kind in BY_KEY else self.strategy.kopf.stufe(kind).mehrzahl

    def counted(self, count: int, kind: str) -> str:
        """A number of elements of a kind: "1 Prüfgröße", "6 Prozessziele"."""
        return counted(count, self.kind_name(kind), self.plural(kind))

    @cached_property
    def _level_names(self) -> dict[str, str]:
        return {s.schluessel: s.name for s in self.strategy.kopf.stufen}

    @cached_property
    def wordings(self) -> tuple[Ziel | Empfehlung, ...]:
        """Everything whose wording is adopted: goals of every level and Empfehlungen."""
        return (*self.goals, *self.strategy.recommendations())

    @cached_property
    def sections(self) -> frozenset[str]:
        """IDs of what has its own place in the document and so its own text."""
        nodes = self.graph.nodes(data=True)
        apart = {register.key for register in REGISTERS} | {"wurzel"}
        unnamed = {"ziele", "empfehlungen"}.difference(c.inhalt for c in self.strategy.kopf.kapitel)
        return frozenset(n for n, data in nodes if data["kind"] not in apart) | unnamed

    @cached_property
    def gaps(self) -> bool:
        """Whether goals are not read or have placeholders for IDs: unknown ones may follow from that."""
        return self.lost or any(
            identity.startswith(PLACEHOLDER) for identity in self.strategy.by_id
        )

    def near(self, word: str, known: Iterable[str]) -> str:
        """The sentence that names the nearest known word, a space in front; empty if none is close."""
        words = list(known)
        key = (word, len(words))
        if key not in self._asked:
            found = nearest(word, words) if len(self._asked) < _SUGGESTIONS else None
            self._asked[key] = found
        return f" Gemeint ist vermutlich «{self._asked[key]}»." if self._asked[key] else ""

    def unless_missing(
        self, found: Iterable[Finding], register: tuple[Element, ...], file: str
    ) -> Iterator[Finding]:
        """What a rule found; one finding for all of it where the whole register is missing."""
        findings = list(found)
        if register or len(findings) < _SEVERAL:
            yield from findings
            return
        message = (
            f"{file} fehlt oder ist leer; {len(findings)} Stellen nennen Einträge daraus, zuerst diese. Die "
            "Datei aus der Sicherung zurückholen oder die Einträge dort anlegen."
        )
        yield replace(findings[0], message=message, id=None)

    # Prose

    @cached_property
    def prose(self) -> tuple[Prose, ...]:
        """All text files."""
        return tuple(self.prose_of(*key) for key in self.positions.texts)

    def prose_of(self, identity: str, stelle: str) -> Prose:
        """One text file as a reader sees it; KeyError where there is none."""
        source = self.positions.texts[identity, stelle]
        raw, start = source.raw, source.body_start
        if self.odd:
            raw = seen(raw, markdown=True)
        if len(raw) != len(source.raw):
            start = len(seen(source.raw[:start], markdown=True))
        return Prose(identity, stelle, raw, start)

    @cached_property
    def corpus(self) -> Corpus:
        """All text files, then all wordings, then all labels."""
        return corpus((*self.prose, *self.wordings, *self.labels))

    @cached_property
    def labels(self) -> tuple[PrintedLabel, ...]:
        """Everything printed that is neither prose nor wording."""
        return tuple(labels(self.strategy, self.wordings))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of the corpus; texts are numbered as its sources."""
        texts = self.corpus.texts
        return vocabulary(texts, len(texts) - len(self.labels))

    @cached_property
    def plain(self) -> PlainTexts:
        """The texts without what in them is no prose."""
        from generator.checks.plain_texts import PlainTexts

        return PlainTexts()

    def places(self, phrase: str) -> Iterator[tuple[CorpusSource, int]]:
        """Where in the corpus a phrase begins."""
        return self.corpus.find(phrase) if self.vocabulary.holds(phrase) else iter(())

    # Changes

    @property
    def judges_reasons(self) -> bool:
        """Whether the comparison is with the edition that changes.yaml was written against."""
        comparison = self.comparison
        before = comparison.old.kopf.fassung.kennung if comparison else ""
        return comparison is not None and before == self.strategy.kopf.fassung.vorgaenger

    @property
    def judged_changes(self) -> tuple[ApprovedChange, ...]:
        """The changes that changes.yaml has to give reasons for."""
        return self.comparison.changes if self.comparison and self.judges_reasons else ()

    # Findings

    def at_reason(
        self,
        rule: str,
        severity: Severity,
        index: int,
        message: str,
        *path: str | int,
        about: str | None = None,
    ) -> Finding:
        """A finding at a field of an entry of changes.yaml, about an element, else its first."""
        place = self.positions.at("changes.yaml", "aenderungen", index, *path)
        return Finding(
            rule, severity, message, place, about or self.strategy.aenderungen[index].id[0]
        )

    def at_element(
        self, rule: str, severity: Severity, identity: str, message: str, *path: str | int
    ) -> Finding:
        """A finding at a value of an element (its ID without ``path``)."""
        return Finding(rule, severity, message, self.positions.of(identity, *path), identity)

    def at_text(
        self, rule: str, severity: Severity, prose: Prose, offset: int, message: str
    ) -> Finding:
        """A finding at a character of a text file as it is seen."""
        source = self.positions.texts.get((prose.id, prose.stelle))
        if source and len(source.raw) != len(prose.raw):
            offset = place(source.raw, offset)
        position = self.positions.of_text(prose.id, prose.stelle, offset)
        return Finding(rule, severity, message, position or Position(prose.id, 1, 1), prose.id)

    def at_source(
        self, rule: str, severity: Severity, source: CorpusSource, offset: int, message: str
    ) -> Finding:
        """A finding at a character of a text file, at the wording of an element or at a label."""
        if isinstance(source, Prose):
            return self.at_text(rule, severity, source, offset, message)
        if not isinstance(source, PrintedLabel):
            return self.at_element(rule, severity, source.id, message, "text")
        if source.id:
            return self.at_element(rule, severity, source.id, message, *source.path)
        return self.at_head(rule, severity, STRATEGY, message, *source.path)

    def at_gap(self, rule: str, severity: Severity, gap: PrintGap, message: str) -> Finding:
        """A finding where a word is typed that is not printed as it should be."""
        said = f"{self.called(gap.id)}: {message}"
        if not gap.stelle:
            return self.at_element(rule, severity, gap.id, said, *gap.path)
        place = self.positions.of_text(gap.id, gap.stelle, gap.offset)
        return Finding(rule, severity, said, place or Position(gap.id, 1, 1), gap.id)

    def at_head(
        self, rule: str, severity: Severity, identity: str | None, message: str, *path: str | int
    ) -> Finding:
        """A finding at a value of strategy.yaml."""
        place = self.positions.at("strategy.yaml", *path)
        return Finding(rule, severity, message, place, identity)
