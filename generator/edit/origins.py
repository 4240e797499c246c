"""Where each element of a file stood, and its text where it stands elsewhere afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.edit.blocks import Block
from generator.edit.emitter import indented
from generator.edit.form import Entries, Value
from generator.edit.nodes import Group, Node
from generator.edit.source import Source, Splice, lines_of, spliced


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an element stood: item ``index`` of ``group``, and what it said there."""

    group: Group
    index: int
    said: Entries

    @property
    def node(self) -> Node:
        """Its text."""
        return self.group.items[self.index].node


class Origins:
    """The elements of one file, before and after, by name (see Entries)."""

    def __init__(self, source: Source, tree: Group, old: Entries, new: Entries) -> None:
        self.source = source
        self.by_name = dict(_found(tree, old))
        wanted = set(_names(new))
        self._kept = {(id(o.group), o.index) for name, o in self.by_name.items() if name in wanted}

    def goes_on(self, group: Group, index: int) -> bool:
        """Whether an element of a group stands anywhere afterwards."""
        return (id(group), index) in self._kept

    def text(self, group: Group, index: int, inner: Sequence[Splice]) -> str:
        """An item in brackets with its own changes."""
        item = group.items[index]
        return spliced(self.source.text, inner, item.start, item.end)

    def lines(self, group: Group, index: int, inner: Sequence[Splice]) -> list[str]:
        """An item with its own changes and the comments above it, its dash at column 0."""
        if group.flow:
            first, *rest = lines_of(self.text(group, index, inner))
            return [f"- {first}", *(f"    {line.strip()}" for line in rest)]
        block = Block(self.source, group)
        lead = block.lead(index)
        lines = lines_of(spliced(self.source.text, inner, lead, block.tail(index)))
        if lead == group.items[index].start != self.source.line_start(lead):  # behind something
            return [lines[0], *indented(lines[1:], -block.column)]
        return indented(lines, -block.column)

    def comments(self, group: Group) -> list[str]:
        """The comments right above elements that go together with their whole list."""
        if group.is_map or group.flow:
            return []
        block = Block(self.source, group)
        gone = [k for k in range(len(group.items)) if not self.goes_on(group, k)]
        above = (self.source.text[block.lead(k) : group.items[k].start] for k in gone)
        return [note for text in above for note in notes(lines_of(text))]


def notes(lines: Sequence[str]) -> list[str]:
    """Those of some lines that hold a comment only."""
    return [line.strip() for line in lines if line.strip().startswith("#")]


def _found(node: Node, said: Value) -> Iterator[tuple[str, Origin]]:
    if not isinstance(node, Group):
        return
    if isinstance(said, Entries):
        for item in node.items:
            yield from _found(item.node, said.values.get(item.key))
    elif isinstance(said, list):
        for index, (item, value) in enumerate(zip(node.items, said, strict=False)):
            if isinstance(value, Entries) and value.name:
                yield value.name, Origin(node, index, value)
            yield from _found(item.node, value)


def _names(value: Value) -> Iterator[str]:
    """The names of all elements in a value."""
    if isinstance(value, Entries):
        yield value.name
        for inside in value.values.values():
            yield from _names(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from _names(inside)
