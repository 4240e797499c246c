"""What every part of the strategy document needs: the strategy, its numbers, names and prose."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from generator.graph.queries import resolve_count
from generator.model.kinds import kind_of
from generator.model.parts import HOMES, printed_parts
from generator.model.strategy import Strategy
from generator.render.addresses import addressed
from generator.render.blocks import Block
from generator.render.citation import citations, full_citations
from generator.render.markdown_blocks import parsed
from generator.render.names import Names
from generator.render.scribe import Scribe

if TYPE_CHECKING:
    from generator.graph.build import Graph
    from generator.graph.edition import Edition
    from generator.graph.numbering import Numbering


class Profile(Struct, frozen=True):
    """What two editions must share so that only what was edited differs between them."""

    appendices: bool = True
    """Whether the registers are printed, so that names in the chapters can lead to them."""
    remarks: bool | None = None
    """Whether editors' remarks are shown; None for those of a draft."""
    beside: Strategy | None = None
    """The edition that this one is compared with: both decide how goals are laid out."""


class Context(Struct, frozen=True):
    """One document in the making; nothing in it changes while blocks are written."""

    edition: Edition
    names: Names
    scribe: Scribe
    parts: frozenset[str]
    """What is printed besides the chapters."""
    profile: Profile = Profile()

    @property
    def strategy(self) -> Strategy:
        """What the edition says."""
        return self.edition.strategy

    @property
    def graph(self) -> Graph:
        """Its graph."""
        return self.edition.graph

    @property
    def numbering(self) -> Numbering:
        """Its printed numbers."""
        return self.edition.numbering

    @property
    def draft(self) -> bool:
        """Whether the edition has not been adopted yet."""
        return self.strategy.kopf.fassung.status == "entwurf"

    @property
    def remarks(self) -> bool:
        """Whether editors' remarks are shown."""
        return self.draft if self.profile.remarks is None else self.profile.remarks

    def text(self, identity: str, stelle: Literal["vor", "nach"], level: int) -> tuple[Block, ...]:
        """The prose before or after an element, below a heading of ``level``."""
        found = self.strategy.texts_by_id.get((identity, stelle))
        return addressed(self.scribe.blocks(found, level), identity, stelle) if found else ()

    def under(self, profile: Profile) -> Context:
        """The same for a document of that profile: only what it prints can be linked to."""
        parts = _parts(self.strategy, profile)
        names = replace(self.names, anchors=frozenset(_anchors(self.edition, parts)))
        cited = _citations(self.strategy, parts)
        scribe = replace(self.scribe, names=names, citations=cited)
        return replace(self, names=names, scribe=scribe, parts=parts, profile=profile)


def context_of(edition: Edition, beside: Context | None = None) -> Context:
    """Number and name everything once, before the first block is written.

    Most texts stay in a Fortschreibung: what ``beside`` has parsed is not parsed again.
    """
    strategy = edition.strategy
    parts = _parts(strategy, Profile())
    names = Names(strategy, edition.numbering, frozenset(_anchors(edition, parts)))
    scribe = Scribe(
        names,
        cache(lambda path: resolve_count(edition.graph, path, edition.tallies)),
        _citations(strategy, parts),
        {figure.id: figure for figure in strategy.abbildungen},
        {figure.id: figure for figure in strategy.kennzahlen},
        # The proof of what is printed reads every text, and so do the documents.
        beside.scribe.parsed if beside else cache(parsed),
    )
    return Context(edition, names, scribe, parts)


def _parts(strategy: Strategy, profile: Profile) -> frozenset[str]:
    """Beside another edition what either prints: its bibliography; what is computed is not compared."""
    if profile.appendices:
        return printed_parts(strategy)
    editions = [strategy, *((profile.beside,) if profile.beside else ())]
    kept = frozenset[str]().union(*map(printed_parts, editions))
    return kept & {HOMES["quelle"]}


def _citations(strategy: Strategy, parts: frozenset[str]) -> dict[str, str]:
    """What footnotes call the works: all that is known where no bibliography says it."""
    form = citations if HOMES["quelle"] in parts else full_citations
    return form(strategy.quellen)


def _anchors(edition: Edition, parts: frozenset[str]) -> Iterator[str]:
    """The IDs that get a bookmark in a document."""
    yield from (chapter.id for chapter in edition.numbering.chapters)
    yield from edition.numbering.figures
    for element in edition.strategy.elements():
        kind = kind_of(element)
        if kind.place != "text" and HOMES.get(kind.key, "") in {"", *parts}:
            yield element.id
