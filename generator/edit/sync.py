"""What a file says and what it is to say to the pieces of its text that have to change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.edit.blocks import FIRST, Block, Plan
from generator.edit.emitter import Emitter, indented
from generator.edit.flows import Flow
from generator.edit.form import Entries, Value, shape
from generator.edit.habits import Habits
from generator.edit.keys import (
    Levels,
    is_no_key,
    place_behind,
    rename,
    renamed_lists,
    shifted_lists,
    unsaid,
)
from generator.edit.matching import matched, staying
from generator.edit.nodes import Group, Item, Node, Scalar
from generator.edit.origins import Origin, Origins, notes
from generator.edit.scalars import Spot, respelled_scalar
from generator.edit.source import Source, Splice
from generator.model.base import Record

Owner = type[Record] | None


class Sync:
    """One file whose old and wanted content are walked side by side.

    ``kind`` is everywhere the key of the list or mapping that an entry stands in.
    """

    def __init__(
        self,
        source: Source,
        tree: Group,
        old: Entries,
        new: Entries,
        habits: Habits,
        levels: Levels,
    ) -> None:
        self.source, self.tree, self.old, self.new = source, tree, old, new
        self.habits, self.levels = habits, levels
        self.origins = Origins(source, tree, old, new)
        self.emitter = Emitter(habits, self._placed, self._placed_in_braces)

    def splices(self) -> list[Splice]:
        """All pieces to be replaced; at one place those of what is inside come first."""
        return list(self._mapping(self.tree, self.old, self.new, ""))

    def _mapping(self, node: Group, old: Entries, new: Entries, kind: str) -> Iterator[Splice]:
        renamed = renamed_lists(node, old, new, self.levels)
        yield from (rename(self.source, node, index, key) for index, key in renamed.items())
        places = {renamed.get(k, item.key): k for k, item in enumerate(node.items)}
        said = old.values | {key: old.values.get(node.items[k].key) for k, key in renamed.items()}
        shifted = shifted_lists(new, places)
        plan: Plan[Any] = Plan()
        added: dict[str, Any] = {}
        for key in [*new.values, *(key for key in places if key not in new.values)]:
            was, value, index = said.get(key), new.values.get(key), places.get(key)
            if index is None:
                added |= {key: None} if was != value and not unsaid(new, key) else {}
            elif key in shifted:
                inner = list(self._value(node, index, key, was, new, kind)) if was != value else []
                added[key] = self._text(node, index, inner)
                plan.moved.add(index)
            elif was != value and unsaid(new, key):
                yield from self._dropped(node, index, plan)
            elif was != value:
                yield from self._value(node, index, key, was, new, kind)
            elif value is None and is_no_key(new, key, self.levels):
                plan.gone.add(index)
        yield from self._added(node, new, kind, plan, places, added)

    def _dropped(self, node: Group, index: int, plan: Plan[Any]) -> Iterator[Splice]:
        """A key that goes; a list at the top of a file stays as an empty one."""
        item, inside = node.items[index], node.items[index].node
        if node is self.tree and isinstance(inside, Group) and not inside.is_map:
            yield from self._emptied(item, inside)
            return
        plan.gone.add(index)
        if isinstance(inside, Group) and not node.flow:
            block = Block(self.source, node)
            kept = indented(self.origins.comments(inside), block.column)
            if kept and not (block.inline and index == 0):
                yield self.source.lines_at(self.source.line_start(item.start), kept)

    def _emptied(self, item: Item, inside: Group) -> Iterator[Splice]:
        """``akteure: []``; comments between the entries stay."""
        if inside.flow:
            yield Splice(inside.start, inside.end, "[]")
            return
        colon = self.source.colon(item.start)
        yield Splice(colon, colon, " []")
        every = range(len(inside.items))
        plan: Plan[list[str]] = Plan({k for k in every if not self.origins.goes_on(inside, k)})
        plan.moved.update(set(every) - plan.gone)
        yield from Block(self.source, inside).splices(plan)

    def _added(
        self,
        node: Group,
        new: Entries,
        kind: str,
        plan: Plan[Any],
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

    def _carried_out(self, group: Group, plan: Plan[Any]) -> Iterator[Splice]:
        return (Flow if group.flow else Block)(self.source, group).splices(plan)

    def _value(
        self, node: Group, index: int, key: str, was: Value, new: Entries, kind: str
    ) -> Iterator[Splice]:
        """The value of a key that stays."""
        item, value = node.items[index], new.values[key]
        inside = item.node
        empty = not inside.items if isinstance(inside, Group) else inside.value is None
        if empty:
            yield from self._filled(node, item, key, new, kind)
        elif isinstance(inside, Group) and inside.is_map and isinstance(value, Entries):
            yield from self._mapping(inside, was, value, key)
        elif isinstance(inside, Group) and isinstance(value, list):
            yield from self._listing(inside, was, value, new.record, key)
        else:
            yield self._single(node, inside, key, was, value, new.record)

    def _single(
        self, node: Group, inside: Node, key: str, was: Value, value: Value, owner: Owner
    ) -> Splice:
        """A value written as one word, although it may be a list or an entry."""
        if isinstance(value, list) and len(value) == 1 == len(was):
            was, value = was[0], value[0]
        word = shape(owner, key).word
        if isinstance(value, Entries) and list(value.stated) == [word]:
            was, value = was.values[word], value.values[word]
        if isinstance(value, list | Entries):
            return Splice(inside.start, inside.end, self.emitter.braces(value, owner, key, key))
        source = self.source
        start = source.column(inside.start)
        under = key if node.is_map else ""
        spot = Spot(source.column(node.start), start, under, node.flow, source.newline)
        spelled = source.text[inside.start : inside.end]
        return Splice(inside.start, inside.end, respelled_scalar(spelled, was, value, spot))

    def _filled(
        self, node: Group, item: Item, key: str, new: Entries, kind: str
    ) -> Iterator[Splice]:
        """A key that had no value."""
        if node.flow:
            text = self.emitter.brace_pair(key, new.values[key], new.record, kind)
            yield Splice(item.start, item.end, text)
            return
        column = self.source.column(node.start)
        first, *rest = self.emitter.pair(key, new.values[key], new.record, kind, column)
        if item.explicit:
            yield Splice(item.start, item.end, first)
        else:
            head = first[Source(first).colon(0) :]
            colon, start = self.source.colon(item.start), item.node.start
            if "#" in self.source.text[colon:start]:  # a comment stands between
                yield Splice(start, item.end, head.strip())
            else:
                yield Splice(colon, item.end, head)
        if rest:
            yield self.source.lines_at(self.source.next_line(item.end), indented(rest, column))

    def _listing(
        self, group: Group, was: Sequence[Value], value: Sequence[Value], owner: Owner, key: str
    ) -> Iterator[Splice]:
        pairs = matched(was, value)
        stays = staying(pairs)
        plan: Plan[Any] = Plan()
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
        self, group: Group, index: int, was: Value, new: Value, owner: Owner, key: str
    ) -> Iterator[Splice]:
        """An item of a list that stays."""
        node = group.items[index].node
        if was == new:
            return
        if isinstance(node, Group) and isinstance(new, Entries) and not node.bare:
            yield from self._mapping(node, was, new, key)
        elif isinstance(node, Scalar):
            yield self._single(group, node, key, was, new, owner)
        else:
            yield Splice(node.start, node.end, self.emitter.braces(new, owner, key))

    def _piece(
        self,
        group: Group,
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

    def _text(self, group: Group, index: int, inner: Sequence[Splice]) -> Any:
        return (self.origins.text if group.flow else self.origins.lines)(group, index, inner)

    def _placed(self, element: Entries, kind: str) -> list[str] | None:
        """The lines of an element that stood elsewhere in the file; None for a new one."""
        origin = self.origins.by_name.get(element.name)
        if origin is None:
            return None
        return self.origins.lines(origin.group, origin.index, self._inner(origin, element, kind))

    def _placed_in_braces(self, element: Entries, kind: str) -> str | None:
        """The same for a place in brackets; comments keep lines of their own."""
        origin = self.origins.by_name.get(element.name)
        if origin is None:
            return None
        inner = self._inner(origin, element, kind)
        if origin.group.flow:
            return self.origins.text(origin.group, origin.index, inner)
        kept = notes(self.origins.lines(origin.group, origin.index, inner))
        text = self.emitter.new_braces(element, None, kind)
        return "".join(f"{self.source.newline}  {line}" for line in [*kept, text]) if kept else text

    def _inner(self, origin: Origin, element: Entries, kind: str) -> list[Splice]:
        """What changes inside an element that stands elsewhere now."""
        if not isinstance(origin.node, Group) or origin.said == element:
            return []
        return list(self._mapping(origin.node, origin.said, element, kind))
