"""The value of a key or list item to what has to be replaced where it is one word, or none yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from generator.edit.emitter import Emitter, indented
from generator.edit.form import Entries, Value, shape
from generator.edit.nodes import YamlGroup, YamlItem, YamlNode
from generator.edit.scalars import ScalarSpot, respelled_scalar
from generator.edit.source import BREAKS, FileText, Splice
from generator.model.base import Record

_COMMENT = re.compile(r"[ \t]+#[^\r\n]*")


class ValueEdits(Struct, frozen=True):
    """Replaces single values of one file; what is new is written by ``emitter``."""

    source: FileText
    emitter: Emitter

    def single(
        self,
        group: YamlGroup,
        node: YamlNode,
        key: str,
        was: Value,
        value: Value,
        owner: type[Record] | None,
    ) -> Splice:
        """A value that is written as one word, although it may be a list or an entry.

        ``key`` is that of the value, or of the list of which it is an item; ``owner`` the
        record which has that key.
        """
        if isinstance(value, list) and len(value) == 1 == len(was):
            was, value = was[0], value[0]
        word = shape(owner, key).word
        if isinstance(value, Entries) and list(value.stated) == [word]:
            was, value = was.values[word], value.values[word]
        if isinstance(value, list | Entries):
            return Splice(node.start, node.end, self.emitter.braces(value, owner, key, key))
        source = self.source
        spot = ScalarSpot(
            column=source.column(group.start),
            start=source.column(node.start),
            key=key if group.is_map else "",
            flow=group.flow,
            newline=source.newline,
            behind="" if group.flow else _comment(source.text, node.end),
        )
        spelled = source.text[node.start : node.end]
        return Splice(node.start, node.end, respelled_scalar(spelled, was, value, spot))

    def filled(
        self, group: YamlGroup, item: YamlItem, key: str, new: Entries, kind: str
    ) -> Iterator[Splice]:
        """A key that had no value; ``kind`` as in Habits."""
        value = new.values[key]
        if group.flow:
            text = self.emitter.brace_pair(key, value, new.record, kind)
            yield Splice(item.start, item.end, text)
            return
        source, column = self.source, self.source.column(group.start)
        first, *rest = self.emitter.pair(key, value, new.record, kind, column)
        head = first[FileText(first).colon(0) :]
        colon, start = source.colon(item.start), item.node.start
        if item.explicit:
            yield Splice(item.start, item.end, first)
        elif "#" in source.text[colon:start]:  # a comment stands between
            yield Splice(start, item.end, head.strip())
        else:
            yield Splice(colon, item.end, head)
        if rest:
            yield source.lines_at(source.next_line(item.end), indented(rest, column))


def _comment(text: str, end: int) -> str:
    """The comment in the line in which a value ends."""
    found = _COMMENT.match(text, end)
    return found[0] if found and text[end - 1] not in BREAKS else ""
