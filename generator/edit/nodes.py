"""The text of a YAML file to its values, each with the place where it begins and ends."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct, field

from generator.edit.source import BREAKS, FileText
from generator.read.yaml_nodes import YamlList, YamlMap
from generator.read.yaml_source import parse_as_written

_SIGN = re.compile(rf"#[^{BREAKS}]*|[-?]")


class Scalar(Struct, frozen=True):
    """A value without parts; where there is none (``value`` None), the place it would have."""

    start: int
    end: int
    value: str | None


class YamlItem(Struct, frozen=True):
    """An entry of a list or mapping: ``start`` is its dash, key or question mark, in flow the value.

    ``end`` is that of its value, ``key`` "" in lists.
    """

    start: int
    node: YamlNode
    key: str = ""
    explicit: bool = False

    @property
    def end(self) -> int:
        """Where its value ends."""
        return self.node.end


class YamlGroup(Struct, frozen=True):
    """A list or mapping; ``flow``: in brackets. ``bare``: a pair in a list in brackets without braces."""

    start: int
    end: int
    flow: bool
    items: list[YamlItem]
    is_map: bool = False
    bare: bool = False
    by_key: dict[str, YamlItem] = field(default_factory=dict)


YamlNode = Scalar | YamlGroup


def parsed(source: FileText) -> YamlGroup:
    """The top mapping of a file that the reader reads without errors."""
    return _group(source, parse_as_written(source.text), flow=False)


def _group(source: FileText, data: YamlMap | YamlList, flow: bool) -> YamlGroup:
    start = data.mark.index
    braced = source.text[start : start + 1] in ("{", "[")
    flow = flow or braced
    is_map = isinstance(data, YamlMap)
    items = list(_pairs(source, data, flow) if is_map else _entries(source, data, flow))
    end = data.end.index if braced or not items else items[-1].end
    by_key = {item.key: item for item in items} if is_map else {}
    return YamlGroup(start, end, flow, items, is_map, flow and not braced, by_key)


def _entries(source: FileText, data: YamlMap | YamlList, flow: bool) -> Iterator[YamlItem]:
    assert isinstance(data, YamlList)
    at = data.mark.index
    for value, start, end in zip(data, data.marks, data.ends, strict=True):
        node = _node(source, value, start.index, end.index, flow)
        dash = node.start if flow else _sign(source, at, node.start, "-")
        yield YamlItem(dash, node)
        at = node.end


def _pairs(source: FileText, data: YamlMap | YamlList, flow: bool) -> Iterator[YamlItem]:
    assert isinstance(data, YamlMap)
    at = data.mark.index
    marks = data.marks
    for key, word, start, end in zip(*(marks[k::4] for k in range(4)), strict=True):
        node = _node(source, data[key], start.index, end.index, flow)
        begins = _sign(source, at, word.index, "?")
        explicit = begins != word.index
        yield YamlItem(begins, node, unicodedata.normalize("NFC", key), explicit)
        at = node.end


def _node(source: FileText, value: object, start: int, end: int, flow: bool) -> YamlNode:
    if isinstance(value, YamlMap | YamlList):
        return _group(source, value, flow)
    # A block scalar ends behind its last line and all blank ones; its text ends before.
    end = start + len(source.text[start:end].rstrip(f"{BREAKS} \t"))
    return Scalar(start, end, None if value is None else str(value))


def _sign(source: FileText, start: int, end: int, sign: str) -> int:
    """The dash or question mark between two values; ``end`` where there is none."""
    for match in _SIGN.finditer(source.text, start, end):
        if match[0] == sign:
            return match.start()
    return end
