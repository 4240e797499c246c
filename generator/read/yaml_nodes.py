"""Mappings and lists that remember where they, their keys and their items stood in the file."""

from typing import Any

Path = tuple[str | int, ...]
"""Keys and indexes from a mapping down to a value."""
Place = tuple[int, int]
"""Line and column from 1."""
Places = dict[str, Place]


class YamlMap(dict[str, Any]):
    """A mapping that knows where it, its keys and its values stand.

    ``start`` and ``end`` count characters of the text, ``spans`` those of key, start and end of its
    value; the end of a nested mapping is its own, not the one of its span.
    """

    __slots__ = ("at", "end", "keys_at", "spans", "start", "values_at")

    def __init__(self, at: Place, start: int = 0) -> None:
        self.at = at
        self.start = self.end = start
        self.keys_at: Places = {}
        self.values_at: Places = {}
        self.spans: dict[str, tuple[int, int, int]] = {}


class YamlList(list[Any]):
    """A list that knows where it and its items stand; see YamlMap."""

    __slots__ = ("at", "end", "items_at", "spans", "start")

    def __init__(self, at: Place, start: int = 0) -> None:
        self.at = at
        self.start = self.end = start
        self.items_at: list[Place] = []
        self.spans: list[tuple[int, int]] = []


def place_of(mark: Any) -> Place:
    """A mark of the parser, which counts from 0."""
    return mark.line + 1, mark.column + 1


def below(node: Any, step: str | int) -> Any:
    """The value under a key or index; None if there is none."""
    inside = (isinstance(node, dict) and step in node) or (
        isinstance(node, list) and isinstance(step, int) and step < len(node)
    )
    return node[step] if inside else None


def locate(tree: Any, path: Path) -> tuple[int, int]:
    """Line and column of the value at a path, or of the nearest value that holds it."""
    at: tuple[int, int] = tree.at
    for step in path:
        if isinstance(tree, YamlMap) and step in tree:
            at = tree.values_at.get(str(step), at)
        elif isinstance(tree, YamlList) and isinstance(step, int) and step < len(tree):
            at = tree.items_at[step]
        else:
            break
        tree = tree[step]
    return at
