"""Mappings and lists that remember where they, their keys and their items stood in the file."""

from typing import Any

Steps = tuple[str | int, ...]
"""Keys and indexes from a mapping down to a value."""
LineColumn = tuple[int, int]
"""Line and column from 1."""
KeyPlaces = dict[str, LineColumn]


class YamlMap(dict[str, Any]):
    """A mapping that knows where it, its keys and its values stand.

    ``marks`` holds key, its mark and the marks of the start and end of its value as the parser
    gave them; marks become places when one is asked for, as few ever are. ``end`` is where
    the mapping ends: that of a nested one counts, not the one among ``marks``.
    """

    __slots__ = ("_places", "end", "mark", "marks")

    def __init__(self, mark: Any) -> None:
        self.mark = self.end = mark
        self.marks: list[Any] = []
        self._places: tuple[KeyPlaces, KeyPlaces] | None = None

    @property
    def at(self) -> LineColumn:
        """Where the mapping begins."""
        return place_of(self.mark)

    @property
    def keys_at(self) -> KeyPlaces:
        """Where the keys stand."""
        return self._both()[0]

    @property
    def values_at(self) -> KeyPlaces:
        """Where the values stand."""
        return self._both()[1]

    def _both(self) -> tuple[KeyPlaces, KeyPlaces]:
        if self._places is None:
            keys, marks = self.marks[::4], self.marks
            self._places = (
                dict(zip(keys, map(place_of, marks[1::4]), strict=True)),
                dict(zip(keys, map(place_of, marks[2::4]), strict=True)),
            )
        return self._places


class YamlList(list[Any]):
    """A list that knows where it and its items stand.

    ``marks`` are those of the items' starts, ``ends`` those of their ends (see YamlMap).
    """

    __slots__ = ("_places", "end", "ends", "mark", "marks")

    def __init__(self, mark: Any) -> None:
        self.mark = self.end = mark
        self.marks: list[Any] = []
        self.ends: list[Any] = []
        self._places: list[LineColumn] | None = None

    @property
    def at(self) -> LineColumn:
        """Where the list begins."""
        return place_of(self.mark)

    @property
    def items_at(self) -> list[LineColumn]:
        """Where the items stand."""
        if self._places is None:
            self._places = list(map(place_of, self.marks))
        return self._places


def place_of(mark: Any) -> LineColumn:
    """A mark of the parser, which counts from 0; what is a place already stays."""
    return mark if type(mark) is tuple else (mark.line + 1, mark.column + 1)


def below(node: Any, step: str | int) -> Any:
    """The value under a key or index; None if there is none."""
    inside = (isinstance(node, dict) and step in node) or (
        isinstance(node, list) and isinstance(step, int) and step < len(node)
    )
    return node[step] if inside else None


def locate(tree: Any, path: Steps) -> tuple[int, int]:
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
