"""Segments to the outline of a strategy: which heading, goal and paragraph belongs to what."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from generator.match.recognised.outline import Outline, OutlineNode
from generator.match.recognised.printed_once import PrintedOnce
from generator.match.recognised.profile import ImportProfile
from generator.match.recognised.segments import Segment


class OutlineBuilder:
    """Takes the segments one by one."""

    def __init__(self, profile: ImportProfile, grouped_rank: int | None = None) -> None:
        self.profile = profile
        self._grouped_rank = grouped_rank
        """The level whose goals usually follow a heading inside a Handlungsfeld."""
        self.made = Outline()
        self._rank = {sign.stufe: rank for rank, sign in enumerate(profile.stufen)}
        by_heading = profile.handlungsfelder.art == "ueberschrift"
        self._depth = (profile.handlungsfelder.tiefe or 2) if by_heading else 0
        self._chapter: OutlineNode | None = None
        self._area: OutlineNode | None = None
        self._section: OutlineNode | None = None
        """Below the last heading of that depth: a Handlungsfeld once a goal follows, or a topic."""
        self._stack: list[OutlineNode] = []
        self._last: OutlineNode | None = None
        self._group: Segment | None = None
        self._grouped = False
        self._sharing: tuple[int, OutlineNode | None] | None = None
        """Rank and parent of the elements that stand below the open heading."""
        self._pending: list[Segment] = []
        self._printed = PrintedOnce()

    def outline(self, segments: Iterable[Segment]) -> Outline:
        """The outline of a document."""
        for segment in segments:
            if segment.kind == "heading":
                self._head(segment)
            elif segment.kind == "area":
                self._begin_area(segment)
            elif segment.kind == "level":
                self._element(segment)
            elif segment.kind == "field":
                self._said(segment)
            else:
                self._prose(segment)
        self._end_section()
        return self.made

    def _head(self, segment: Segment) -> None:
        if segment.role in ("liste", "spalten"):
            self._settle_before_group()
        elif self._depth and segment.depth == self._depth:
            self._end_section()
            self._chapter = None if segment.depth == 1 else self._chapter
            self._section = OutlineNode("feld", segment, list(segment.lines))
        elif segment.depth == 1:
            self._end_section()
            self._chapter = OutlineNode("kapitel", segment, list(segment.lines))
            self.made.chapters.append(self._chapter)
        elif 0 < segment.depth < self._depth:
            self._end_section()
            self._in_chapter().before.append(segment)
        else:
            self._subhead(segment)

    def _begin_area(self, segment: Segment) -> None:
        self._end_section()
        self._area = OutlineNode("feld", segment, list(segment.lines))
        self.made.fields.append(self._area)
        self.made.goal_chapter = self.made.goal_chapter or self._in_chapter()

    def _subhead(self, segment: Segment) -> None:
        self._settle_before_group()
        if self._group is not None and not self._grouped:
            self._give_up_group()
            self._settle_all()
        self._group, self._grouped = segment, False

    def _give_up_group(self) -> None:
        """A heading under which no element came is one of the prose."""
        assert self._group is not None
        if self._last is not None or self._area is not None:
            self.made.empty_groups.append(self._group)
        self._pending.insert(0, self._group)

    def _prose(self, segment: Segment) -> None:
        last = self._last
        if last is not None and not self._pending and not last.lines and not last.fields:
            last.lines += segment.lines
        elif last is not None and not self._pending and last.fields and not last.fields[-1].lines:
            last.fields[-1] = replace(last.fields[-1], lines=segment.lines)
        else:
            self._pending.append(segment)

    def _said(self, segment: Segment) -> None:
        if self._last is None or (self._pending and self._group is not None and not self._grouped):
            self.made.strays.append(segment)
            self._pending.append(segment)
            return
        if self._pending:  # prose between a goal and what is said of it is the goal's own
            self._last.before += self._pending
            self._pending = []
        self._last.fields.append(segment)

    def _element(self, segment: Segment) -> None:
        assert segment.level is not None
        if self._is_repeated(segment):
            return
        if segment.level == self.profile.empfehlungen:
            node = OutlineNode("empfehlung", segment, list(segment.lines))
            parent: OutlineNode | None = self._topic()
        else:
            node = OutlineNode("ziel", segment, list(segment.lines))
            parent = self._parent(node)
        self._printed.remember(node)
        self._leave_group(node)
        self._settle_before(node, parent)
        self._share_group(node, parent)
        if parent is None:
            (self._area.children if self._area else self.made.outside).append(node)
        else:
            parent.children.append(node)
        self._last = node

    def _is_repeated(self, segment: Segment) -> bool:
        """Whether it was printed before: at the head of the next page, or in a table of all."""
        known = self._printed.known(segment, self._stack)
        if known is None:
            return False
        if known in self._stack:
            del self._stack[self._stack.index(known) + 1 :]
        self.made.repeated.append(segment)
        self._last = known
        return True

    def _leave_group(self, node: OutlineNode) -> None:
        """A heading that usually stands above lower goals has none where a higher one follows."""
        usual = self._grouped_rank
        if self._group is None or self._grouped or usual is None or node.kind != "ziel":
            return
        if self._rank_of(node) < usual and self._last is not None:
            self._give_up_group()
            self._settle_all()
            self._group = None

    def _share_group(self, node: OutlineNode, parent: OutlineNode | None) -> None:
        """Siblings that follow share the heading above the first of them."""
        if self._group is None:
            return
        own = self._rank_of(node), parent
        if not self._grouped:
            self._sharing, self._grouped = own, True
        if self._sharing == own:
            node.group = self._group
        elif self._sharing is None or own[0] <= self._sharing[0]:
            self._group, self._sharing = None, None

    def _topic(self) -> OutlineNode:
        """The topic that is open: the heading above, else one of the chapter."""
        self._stack = []
        known = self.made.topics[-1] if self.made.topics else None
        heading = self._section
        if (
            heading is not None and heading is self._area
        ):  # goals and Empfehlungen below one heading
            if known is not None and known.own is heading.own:
                return known
            heading = OutlineNode("feld", heading.own, list(heading.lines))
        if heading is not None and heading is not known:
            heading.kind = "thema"
            self.made.topic_chapter = self.made.topic_chapter or self._chapter_of(heading)
            self.made.topics.append(heading)
            return heading
        group = self._group if self._group is not None and self._group.depth else None
        chapter = self._in_chapter()
        self.made.topic_chapter = self.made.topic_chapter or chapter
        if known is None or (group is not None and known.own is not group and not self._depth):
            known = OutlineNode("thema", group, list(group.lines if group else chapter.lines))
            self.made.topics.append(known)
        return known

    def _parent(self, node: OutlineNode) -> OutlineNode | None:
        """The goal of a level above that is still open; None for one of the first level."""
        assert node.level is not None
        rank = self._rank[node.level.stufe]
        self._open_area()
        while self._stack and self._rank_of(self._stack[-1]) >= rank:
            self._stack.pop()
        if node.level.neben:
            self._stack = []
        elif node.level.unter:
            wanted = self._rank.get(node.level.unter, 0)
            while self._stack and self._rank_of(self._stack[-1]) > wanted:
                self._stack.pop()
        parent = self._stack[-1] if self._stack else None
        above = self._rank_of(parent) if parent else -1
        usual = rank - 1 if node.level.unter is None else self._rank.get(node.level.unter, 0)
        if rank and not node.level.neben and above != usual:
            self.made.orphans.append(node)
        self._stack.append(node)
        return parent

    def _rank_of(self, node: OutlineNode) -> int:
        return self._rank.get(node.level.stufe, -1) if node.level else -1

    def _open_area(self) -> None:
        """The heading above becomes a Handlungsfeld once a goal stands below it."""
        if self._section is not None and self._area is not self._section:
            section = self._section
            if section in self.made.topics:
                section = self._section = OutlineNode("feld", section.own, list(section.lines))
            self._area = section
            self.made.goal_chapter = self.made.goal_chapter or self._chapter_of(self._area)
            self.made.fields.append(self._area)
            self._stack = []
        self.made.goal_chapter = self.made.goal_chapter or self._in_chapter()

    def _chapter_of(self, section: OutlineNode) -> OutlineNode:
        """The chapter around a section; where sections are chapters themselves, one for all of them."""
        if self._depth != 1:
            return self._in_chapter()
        name = "Empfehlungen" if section.kind == "thema" else "Handlungsfelder"
        made = OutlineNode("kapitel", None, name=name)
        self.made.chapters.append(made)
        return made

    def _settle_before(self, node: OutlineNode, parent: OutlineNode | None) -> None:
        """Give the prose before an element to the one it belongs to."""
        waiting, self._pending = self._pending, []
        if not waiting:
            return
        if self._group is not None and not self._grouped:
            node.before += waiting
        elif self._last is None and node.kind == "empfehlung":
            self.made.topics[-1].before += waiting
        elif self._last is None:
            (self._area or self._section or self._in_chapter()).before += waiting
        elif self._last is parent and not self._last.fields:
            self._last.before += waiting
        elif self.profile.texte == "vor":
            node.before += waiting
        else:
            self._behind_last(waiting)

    def _settle_before_group(self) -> None:
        """What stands before a heading belongs to what was there, unless that heading is open."""
        if self._pending and not (self._group is not None and not self._grouped):
            self._settle_all()

    def _settle_all(self) -> None:
        waiting, self._pending = self._pending, []
        if self._last is not None:
            self._behind_last(waiting)
        else:
            (self._area or self._section or self._in_chapter()).before += waiting

    def _behind_last(self, waiting: list[Segment]) -> None:
        """Prose behind an element: its own, where goals are headings; else it ends the whole table."""
        assert self._last is not None
        if self.profile.texte == "vor" and self._last.fields and self._stack:
            self._stack[0].after += waiting
        elif self._last.after or self._last.fields:
            self._last.after += waiting
        else:
            self._last.before += waiting

    def _end_section(self) -> None:
        """A new section: no goal is open any more, and what held none is prose of its chapter."""
        if self._group is not None and not self._grouped:
            self._give_up_group()
        if self._pending:
            self._settle_all()
        section = self._section
        if section is not None and section is not self._area and section not in self.made.topics:
            self._give_up_section(section)
        self._stack, self._last = [], None
        self._group, self._grouped, self._sharing = None, False, None
        self._area, self._section = None, None

    def _give_up_section(self, section: OutlineNode) -> None:
        assert section.own is not None
        if self._depth == 1:
            section.kind = "kapitel"
            self.made.chapters.append(section)
        else:
            self._in_chapter().before += [section.own, *section.before]

    def _in_chapter(self) -> OutlineNode:
        """The chapter that is open; text before the first belongs to one without a title."""
        if self._chapter is None:
            self._chapter = OutlineNode("kapitel", None)
            self.made.chapters.append(self._chapter)
        return self._chapter
