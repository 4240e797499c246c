"""What every part of the strategy document needs: the strategy, its numbers, names and prose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from generator.graph.queries import resolve_count
from generator.model.kinds import kind_of
from generator.model.strategy import Strategy
from generator.render.addresses import addressed
from generator.render.blocks import Block
from generator.render.citation import citations
from generator.render.markdown_blocks import parsed
from generator.render.names import Names
from generator.render.scribe import Scribe

if TYPE_CHECKING:
    from generator.graph.build import Graph
    from generator.graph.edition import Edition
    from generator.graph.numbering import Numbering


@dataclass(frozen=True)
class Profile:
    """What two editions must share so that only what was edited differs between them."""

    appendices: bool = True
    """Whether the registers are printed, so that names in the chapters can lead to them."""
    remarks: bool | None = None
    """Whether editors' remarks are shown; None for those of a draft."""
    beside: Strategy | None = None
    """The edition that this one is compared with: both decide how goals are laid out."""


@dataclass(frozen=True)
class Context:
    """One document in the making; nothing in it changes while blocks are written."""

    edition: Edition
    names: Names
    scribe: Scribe
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
        names = replace(self.names, anchors=frozenset(_anchors(self.edition, profile)))
        scribe = replace(self.scribe, names=names)
        return replace(self, names=names, scribe=scribe, profile=profile)


def context_of(edition: Edition) -> Context:
    """Number and name everything once, before the first block is written."""
    strategy = edition.strategy
    names = Names(strategy, edition.numbering, frozenset(_anchors(edition, Profile())))
    scribe = Scribe(
        names,
        cache(lambda path: resolve_count(edition.graph, path, edition.tallies)),
        citations(strategy.quellen),
        {figure.id: figure for figure in strategy.abbildungen},
        {figure.id: figure for figure in strategy.kennzahlen},
        cache(parsed),  # the proof of what is printed reads every text, and so do the documents
    )
    return Context(edition, names, scribe)


def _anchors(edition: Edition, profile: Profile) -> Iterator[str]:
    """The IDs that get a bookmark in a document."""
    yield from (chapter.id for chapter in edition.numbering.chapters)
    yield from edition.numbering.figures
    left_out = {"text"} if profile.appendices else {"text", "anhang"}
    for element in edition.strategy.elements():
        if kind_of(element).place not in left_out:
            yield element.id
