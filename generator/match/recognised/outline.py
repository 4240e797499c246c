"""The outline of a strategy: chapters, Handlungsfelder, goals with what is said of them, prose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct, field

from generator.match.recognised.profile import LevelSign
from generator.match.recognised.segments import Segment
from generator.receive.foreign import ForeignLine

OutlineKind = Literal["kapitel", "feld", "thema", "ziel", "empfehlung"]


class OutlineNode(Struct, eq=False):
    """One element as it was found; ``own`` is the segment with its wording or title."""

    kind: OutlineKind
    own: Segment | None
    lines: list[ForeignLine] = field(default_factory=list)
    group: Segment | None = None
    fields: list[Segment] = field(default_factory=list)
    before: list[Segment] = field(default_factory=list)
    after: list[Segment] = field(default_factory=list)
    children: list[OutlineNode] = field(default_factory=list)
    name: str = ""
    """Its title, where no segment has one."""

    @property
    def level(self) -> LevelSign | None:
        """Which goal it is."""
        return self.own.level if self.own else None

    def below(self) -> Iterator[OutlineNode]:
        """Itself and all below it, in order."""
        yield self
        for child in self.children:
            yield from child.below()


class Outline(Struct):
    """The whole: chapters with their prose, and the trees of goals and Empfehlungen."""

    chapters: list[OutlineNode] = field(default_factory=list)
    outside: list[OutlineNode] = field(default_factory=list)
    fields: list[OutlineNode] = field(default_factory=list)
    topics: list[OutlineNode] = field(default_factory=list)
    goal_chapter: OutlineNode | None = None
    topic_chapter: OutlineNode | None = None
    empty_groups: list[Segment] = field(default_factory=list)
    """Headings under which a goal was to be expected and none stands."""
    repeated: list[Segment] = field(default_factory=list)
    """Goals that are printed once more, with the same code and wording."""
    strays: list[Segment] = field(default_factory=list)
    """What is said of a goal where there is none."""
    orphans: list[OutlineNode] = field(default_factory=list)
    """Goals that do not stand below one of the level above, where others do."""

    def goals(self) -> Iterator[OutlineNode]:
        """All goals in the order of the source."""
        for top in (*self.outside, *self.fields):
            yield from (node for node in top.below() if node.kind == "ziel")

    def recommendations(self) -> Iterator[OutlineNode]:
        """All Empfehlungen."""
        for topic in self.topics:
            yield from topic.children
