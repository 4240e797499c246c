"""What a file says and what it is to say to the pieces of its text that have to change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.edit.block_lines import FIRST, BlockLines, GroupPlan
from generator.edit.emitter import Emitter, has_elements, indented
from generator.edit.flows import Flow
from generator.edit.form import Entries, Value
from generator.edit.habits import Habits
from generator.edit.keys import (
    Levels,
    has_levels,
    left_behind,
    place_behind,
    rename,
    renamed_lists,
    shifted_lists,
    unsaid,
)
from generator.edit.matching import matched, staying
from generator.edit.nodes import Scalar, YamlGroup, YamlItem, YamlNode
from generator.edit.origins import FormerPlace, Origins
from generator.edit.source import FileText, Splice
from generator.edit.values import ValueEdits
from generator.model.base import Record

Owner = type[Record] | None


class Sync:
    """One file whose old and wanted content are walked side by side.

    ``kind`` is everywhere the key of the list or mapping that an entry stands in.
    """

    def __init__(
        self,
        source: FileText,
        tree: YamlGroup,
        old: Entries,
        new: Entries,
        habits: Habits,
        levels: Levels,
    ) -> None:
        self.source, self.tree, self.old, self.new = source, tree, old, new
        self.habits, self.levels = habits, levels
        self.origins = Origins(source, tree, old, new)
        self.behind = left_behind(tree, levels)
        self.emitter = Emitter(habits, self._placed, self._placed_in_braces)
        self.values = ValueEdits(source, self.emitter)

    def splices(self) -> list[Splice]:
        """All pieces to be replaced; at one place those of what is inside come first."""
        return list(self._mapping(self.tree, self.old, self.new, ""))

    def _mapping(self, node: YamlGroup, old: Entries, new: Entries, kind: str) -> Iterator[Splice]:
        renamed = renamed_lists(node, old, new, self.levels)
        places = {renamed.get(k, item.key): k for k, item in enumerate(node.items)}
        said = old.values | {key: old.values.get(node.items[k].key) for k, key in renamed.items()}
        shifted = shifted_lists(new, places)
        plan: GroupPlan[Any] = GroupPlan()
        added: dict[str, Any] = {}
        for key in [*new.values, *(key for key in places if key not in new.values)]:
            was, value, index = said.get(key), new.values.get(key), places.get(key)
            if index is None:
                added |= {key: None} if was != value and not unsaid(new, key) else {}
            elif was != value and unsaid(new, key):
                yield from self._dropped(node, index, plan)
            elif value is None and has_levels(new) and key in self.levels.gone:
                plan.gone.add(index)
            else:
                inner = list(self._value(node, index, key, was, new, kind))
                inner += [rename(self.source, node, index, key)] if index in renamed else []
                if key in shifted:
                    added[key] = self._text(node, index, inner)
                    plan.moved.add(index)
                else:
                    yield from inner
        yield from self._added(node, new, kind, plan, places, added)

    def _dropped(self, node: YamlGroup, index: int, plan: GroupPlan[Any]) -> Iterator[Splice]:
        """A key that goes; a list at the top of a file stays as an empty one."""
        item, inside = node.items[index], node.items[index].node
        if node is self.tree and isinstance(inside, YamlGroup) and not inside.is_map:
            yield from self._emptied(item, inside)
            return
        plan.gone.add(index)
        if isinstance(inside, YamlGroup) and not node.flow:
            block = BlockLines(self.source, node)
            start = self.source.colon(item.start)
            notes = self.origins.comments(inside, start, block.tail(index))
            kept = indented(notes, block.column)
            if kept and not (block.inline and index == 0):
                yield self.source.lines_at(self.source.line_start(item.start), kept)

    def _emptied(self, item: YamlItem, inside: YamlGroup) -> Iterator[Splice]:
        """``akteure: []``; comments between the entries stay."""
        if inside.flow and "#" not in self.source.text[inside.start : inside.end]:
            yield Splice(inside.start, inside.end, "[]")
            return
        every = range(len(inside.items))
        plan: GroupPlan[Any] = GroupPlan({k for k in every if not self.origins.goes_on(inside, k)})
        plan.moved.update(set(every) - plan.gone)
        if not inside.flow:
            colon = self.source.colon(item.start)
            yield Splice(colon, colon, " []")
        yield from self._carried_out(inside, plan)

    def _added(
        self,
        node: YamlGroup,
        new: Entries,
        kind: str,
        plan: GroupPlan[Any],
        places: Mapping[str, int],
        added: dict[str, Any],
    ) -> Iterator[Splice]:
        """The keys that are new, each where its siblings have it, and those that go."""
        if node is self.tree and len(plan.out) == len(node.items) and not added:
            added |= dict.fromkeys([key for key, value in new.values.items() if value == []][-1:])
        stays = {key: index for key, index in places.items() if index not in plan.out}
        column = self.source.column(node.start)
        behind: dict[str, int] = {}
        for key, text in added.items():
            behind[key] = place_behind(key, new, kind, stays, behind, self.habits)
            if text is None and node.flow:
                text = self.emitter.brace_pair(key, new.values[key], new.record, kind)
            elif text is None:
                text = self.emitter.pair(key, new.values[key], new.record, kind, column)
            plan.insert(behind[key], text)
        yield from self._carried_out(node, plan)

    def _carried_out(self, group: YamlGroup, plan: GroupPlan[Any]) -> Iterator[Splice]:
        return (Flow if group.flow else BlockLines)(self.source, group).splices(plan)

    def _value(
        self, node: YamlGroup, index: int, key: str, was: Value, new: Entries, kind: str
    ) -> Iterator[Splice]:
        """The value of a key that stays."""
        item, value = node.items[index], new.values.get(key)
        inside = item.node
        empty = not inside.items if isinstance(inside, YamlGroup) else inside.value is None
        if was == value and id(inside) not in self.behind:
            return
        if empty:
            yield from self.values.filled(node, item, key, new, kind)
        elif isinstance(inside, YamlGroup) and inside.is_map and isinstance(value, Entries):
            yield from self._mapping(inside, was, value, key)
        elif isinstance(inside, YamlGroup) and isinstance(value, list):
            yield from self._listing(inside, was, value, new.record, key)
        else:
            yield self.values.single(node, inside, key, was, value, new.record)

    def _listing(
        self, group: YamlGroup, was: Sequence[Value], value: Sequence[Value], owner: Owner, key: str
    ) -> Iterator[Splice]:
        pairs = matched(was, value)
        stays = staying(pairs)
        plan: GroupPlan[Any] = GroupPlan()
        for index in set(range(len(was))) - set(stays.values()):
            leaves = index in pairs.values() or self.origins.goes_on(group, index)
            (plan.moved if leaves else plan.gone).add(index)
        behind = FIRST
        for at, new in enumerate(value):
            if at in stays:
                behind = stays[at]
                yield from self._entry(group, behind, was[behind], new, owner, key)
            else:
                plan.insert(behind, self._piece(group, pairs.get(at), was, new, owner, key))
        yield from self._carried_out(group, plan)

    def _entry(
        self, group: YamlGroup, index: int, was: Value, new: Value, owner: Owner, key: str
    ) -> Iterator[Splice]:
        """An item of a list that stays."""
        node = group.items[index].node
        if was == new and id(node) not in self.behind:
            return
        if isinstance(node, YamlGroup) and isinstance(new, Entries) and not node.bare:
            if self._outgrows(group, node, was, new):
                column = self.source.column(node.start)
                joint = self.source.newline + " " * column
                text = joint.join(self.emitter.pairs(new, key, column))
                yield Splice(node.start, node.end, text)
                return
            yield from self._mapping(node, was, new, key)
        elif isinstance(node, Scalar):
            yield self.values.single(group, node, key, was, new, owner)
        else:
            yield Splice(node.start, node.end, self.emitter.braces(new, owner, key))

    def _outgrows(self, group: YamlGroup, node: YamlNode, was: Entries, new: Entries) -> bool:
        """Whether an entry in braces gets goals below it, and nothing keeps it from being spread out."""
        if group.flow or not isinstance(node, YamlGroup) or not node.flow:
            return False
        line = self.source.text[node.start : self.source.next_line(node.end)]
        grows = any(map(has_elements, new.values.values()))
        return grows and not any(map(has_elements, was.values.values())) and "#" not in line

    def _piece(
        self,
        group: YamlGroup,
        index: int | None,
        was: Sequence[Value],
        new: Value,
        owner: Owner,
        key: str,
    ) -> Any:
        """What is put into a list: lines, in brackets a string."""
        if index is not None and not (isinstance(new, Entries) and new.name):
            inner = list(self._entry(group, index, was[index], new, owner, key))
            return self._text(group, index, inner)
        if group.flow:
            return self.emitter.braces(new, owner, key)
        return self.emitter.item(new, owner, key, self.source.column(group.start))

    def _text(self, group: YamlGroup, index: int, inner: Sequence[Splice]) -> Any:
        return (self.origins.text if group.flow else self.origins.lines)(group, index, inner)

    def _placed(self, element: Entries, kind: str, column: int) -> list[str] | None:
        """The lines of an element that stood elsewhere in the file; None for a new one."""
        origin = self.origins.by_name.get(element.name)
        if origin is None:
            return None
        if self._outgrows(origin.group, origin.node, origin.said, element):
            notes = self.origins.notes(origin.group, origin.index)
            return [*notes, *self.emitter.spread(element, kind, column)]
        return self.origins.lines(origin.group, origin.index, self._inner(origin, element, kind))

    def _placed_in_braces(self, element: Entries, kind: str) -> str | None:
        """The same for a place in brackets; comments keep lines of their own."""
        origin = self.origins.by_name.get(element.name)
        if origin is None:
            return None
        inner = self._inner(origin, element, kind)
        if origin.group.flow:
            return self.origins.text(origin.group, origin.index, inner)
        kept = self.origins.notes(origin.group, origin.index)
        text = self.emitter.new_braces(element, None, kind)
        return "".join(f"{self.source.newline}  {line}" for line in [*kept, text]) if kept else text

    def _inner(self, origin: FormerPlace, element: Entries, kind: str) -> list[Splice]:
        """What changes inside an element that stands elsewhere now."""
        if not isinstance(origin.node, YamlGroup):
            return []
        return list(self._mapping(origin.node, origin.said, element, kind))
