"""What every part of the strategy document needs: the strategy, its numbers, names and prose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from generator.graph.queries import resolve_count
from generator.model.address import Address
from generator.model.strategy import Strategy
from generator.render.addresses import addressed
from generator.render.blocks import (
    Block,
    Cell,
    CellStyle,
    Inline,
    Paragraph,
    Run,
)
from generator.render.citation import citations
from generator.render.names import Names
from generator.render.numbering import Numbering, number
from generator.render.prose import Scribe

if TYPE_CHECKING:
    from generator.graph.build import Graph

TEXT_WIDTH = 160.0
"""Width of the text area of an A4 page in mm."""
LANDSCAPE_WIDTH = 247.0


@dataclass(frozen=True)
class Profile:
    """Which parts stand around the chapters, and what else two editions must share.

    A redline goes without what is computed from the rest: it would mark every change twice.
    It lays both editions out alike, so that only what was edited differs between them.
    """

    front: bool = True
    appendices: bool = True
    remarks: bool | None = None
    """Whether editors' remarks are shown; None for those of a draft."""
    beside: Strategy | None = None
    """The edition that this one is compared with: both decide how goals are laid out."""


WHOLE = Profile()
NEUTRAL = Profile(front=False, appendices=False)


@dataclass(frozen=True)
class Context:
    """One document in the making; nothing in it changes while blocks are written."""

    strategy: Strategy
    graph: Graph
    numbering: Numbering
    names: Names
    scribe: Scribe
    profile: Profile
    comparison: Any = None

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


def context_of(
    strategy: Strategy, graph: Graph, comparison: Any = None, profile: Profile = WHOLE
) -> Context:
    """Number and name everything once, before the first block is written."""
    numbering = number(strategy)
    names = Names(strategy, numbering, frozenset(_anchors(strategy, numbering, profile)))
    scribe = Scribe(
        names,
        cache(lambda path: resolve_count(graph, path)),
        citations(strategy.quellen),
        {figure.id: figure for figure in strategy.abbildungen},
        {figure.id: figure for figure in strategy.kennzahlen},
    )
    return Context(strategy, graph, numbering, names, scribe, profile, comparison)


def cell(
    *content: Inline | str,
    style: CellStyle = "plain",
    header: bool = False,
    span: int = 1,
    paragraph: Literal["cell", "cell_label", "cell_id"] = "cell",
    address: Address | None = None,
) -> Cell:
    """A table cell with one paragraph; plain strings become runs."""
    inlines = tuple(Run(part) if isinstance(part, str) else part for part in content)
    return Cell((Paragraph(inlines, paragraph, address=address),), style, header, span)


def _anchors(strategy: Strategy, numbering: Numbering, profile: Profile) -> Iterator[str]:
    """The IDs that get a bookmark in this document."""
    yield from (chapter.id for chapter in numbering.chapters)
    yield from (feld.id for feld in strategy.ziele.handlungsfelder)
    yield from (goal.id for goal in strategy.goals())
    yield from (thema.id for thema in strategy.themen)
    yield from (recommendation.id for recommendation in strategy.recommendations())
    yield from (work.id for work in strategy.quellen)
    yield from numbering.figures
    if profile.appendices:
        yield from (actor.id for actor in strategy.akteure)
        yield from (figure.id for figure in strategy.kennzahlen)
        yield from (plan.id for plan in strategy.plaene)
        yield from (frame.id for frame in strategy.kopf.bezugsrahmen)
