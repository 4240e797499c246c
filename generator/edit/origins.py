"""Where each element of a file stood, and its text where it stands elsewhere afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.edit.block_lines import BlockLines
from generator.edit.emitter import indented
from generator.edit.form import Entries, Value
from generator.edit.nodes import Scalar, YamlGroup, YamlNode
from generator.edit.source import BREAKS, FileText, Splice, lines_of, spliced

_COMMENT = re.compile(rf"(?<![^\s])#[^{BREAKS}]*")


class FormerPlace(Struct, frozen=True):
    """Where an element stood: item ``index`` of ``group``, and what it said there."""

    group: YamlGroup
    index: int
    said: Entries

    @property
    def node(self) -> YamlNode:
        """Its text."""
        return self.group.items[self.index].node


class Origins:
    """The elements of one file, before and after, by name (see Entries)."""

    def __init__(self, source: FileText, tree: YamlGroup, old: Entries, new: Entries) -> None:
        self.source = source
        self.by_name = dict(_found(tree, old))
        wanted = set(_names(new))
        self._kept = {(id(o.group), o.index) for name, o in self.by_name.items() if name in wanted}

    def goes_on(self, group: YamlGroup, index: int) -> bool:
        """Whether an element of a group stands anywhere afterwards."""
        return (id(group), index) in self._kept

    def text(self, group: YamlGroup, index: int, inner: Sequence[Splice]) -> str:
        """An item in brackets with its own changes."""
        item = group.items[index]
        return spliced(self.source.text, inner, item.start, item.end)

    def lines(self, group: YamlGroup, index: int, inner: Sequence[Splice]) -> list[str]:
        """An item with its own changes and the comments above it, its dash at column 0."""
        if group.flow:
            first, *rest = lines_of(self.text(group, index, inner))
            return [f"- {first}", *(f"    {line.strip()}" for line in rest)]
        block = BlockLines(self.source, group)
        lead = block.lead(index)
        lines = lines_of(spliced(self.source.text, inner, lead, block.tail(index)))
        if lead == group.items[index].start != self.source.line_start(lead):  # behind something
            return [lines[0], *indented(lines[1:], -block.column)]
        return indented(lines, -block.column)

    def comments(self, group: YamlGroup, start: int, end: int) -> list[str]:
        """The comments of a list that goes, from its key to its end, but those of its items.

        What stands right above an item that goes is kept, above one that goes on it goes along.
        """
        if group.is_map or group.flow:
            return []
        block, last = BlockLines(self.source, group), len(group.items) - 1
        gone = [k for k in range(last + 1) if not self.goes_on(group, k)]
        above = [(block.lead(k), group.items[k].start) for k in gone]
        spans = [(start, block.lead(0)), *above, (block.tail(last), end)]
        return [note for span in spans for note in self._in(*span)]

    def notes(self, group: YamlGroup, index: int) -> list[str]:
        """The comments of an item: those above it and inside, but of elements that go on."""
        block = BlockLines(self.source, group)
        spans: list[tuple[int, int]] = []
        at = self._between(group.items[index].node, block.lead(index), spans)
        spans.append((at, block.tail(index)))
        return [note for span in spans for note in self._in(*span)]

    def _between(self, node: YamlNode, at: int, spans: list[tuple[int, int]]) -> int:
        """Collect what stands between the values of a node from ``at`` on; returns its end."""
        if isinstance(node, Scalar):
            spans.append((at, node.start))
            return node.end
        block = BlockLines(self.source, node)
        for index, item in enumerate(node.items):
            if not self.goes_on(node, index):
                at = self._between(item.node, at, spans)
            else:
                spans.append((at, item.start if node.flow else block.lead(index)))
                at = item.end if node.flow else block.tail(index)
        return at

    def _in(self, start: int, end: int) -> list[str]:
        """The comments between two values."""
        return [match[0].strip() for match in _COMMENT.finditer(self.source.text, start, end)]


def _found(node: YamlNode, said: Value) -> Iterator[tuple[str, FormerPlace]]:
    if not isinstance(node, YamlGroup):
        return
    if isinstance(said, Entries):
        for item in node.items:
            yield from _found(item.node, said.values.get(item.key))
    elif isinstance(said, list):
        for index, (item, value) in enumerate(zip(node.items, said, strict=False)):
            if isinstance(value, Entries) and value.name:
                yield value.name, FormerPlace(node, index, value)
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
