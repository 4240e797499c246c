"""Where each element, field and word of a strategy stands; travels beside the model."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from msgspec import Struct, field

from generator.finding import Position
from generator.read.places import Places
from generator.read.texts import SourceText
from generator.read.yaml_nodes import YamlMap, locate


class Positions(Struct, frozen=True, dict=True):
    """Finds places on demand in the parsed trees (by shown file name) and the raw texts.

    Nothing is computed before a finding asks for it. ``files`` maps the short name
    ("goals.yaml") to the shown one ("strategy/goals.yaml"), ``maps`` holds all mappings of
    the files that define elements.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    trees: Mapping[str, YamlMap] = field(default_factory=dict)
    maps: Mapping[str, Sequence[YamlMap]] = field(default_factory=dict)
    texts: Mapping[tuple[str, str], SourceText] = field(default_factory=dict)

    @cached_property
    def _lines(self) -> dict[str, Places]:
        """The places in each text; where its lines begin is looked for once it is asked."""
        return {source.file: Places(source.file, source.raw) for source in self.texts.values()}

    @cached_property
    def _by_id(self) -> dict[str, list[tuple[str, YamlMap]]]:
        result: dict[str, list[tuple[str, YamlMap]]] = {}
        for file, maps in self.maps.items():
            for mapping in maps:
                identity = mapping.get("id")
                if type(identity) is str and "regel" not in mapping:  # an acceptance defines none
                    result.setdefault(identity, []).append((file, mapping))
        return result

    def all(self, identity: str) -> list[Position]:
        """Every place where that ID is given (more than one: a duplicate)."""
        found = self._by_id.get(identity, [])
        return [Position(file, *m.values_at.get("id", m.at)) for file, m in found]

    def of(self, identity: str, *path: str | int) -> Position:
        """The value at ``path`` inside an element, or of what exists of the way to it."""
        if identity in self._by_id:
            file, mapping = self._by_id[identity][0]
            if not path:
                return Position(file, *mapping.values_at.get("id", mapping.at))
            return Position(file, *locate(mapping, path))
        return self.of_text(identity) or self.at("strategy.yaml")

    def at(self, name: str, *path: str | int) -> Position:
        """The value at ``path`` in the file ``name``; the file's start where that is unknown."""
        shown = self.files.get(name, name)
        tree = self.trees.get(shown)
        return Position(shown, *(locate(tree, path) if tree is not None else (1, 1)))

    def key(self, name: str, *path: str) -> Position:
        """The key (not the value) at ``path`` in the file ``name``."""
        shown = self.files.get(name, name)
        node: Any = self.trees.get(shown)
        for step in path[:-1]:
            node = node.get(step) if isinstance(node, YamlMap) else None
        at = node.keys_at.get(path[-1]) if isinstance(node, YamlMap) else None
        return Position(shown, *at) if at else self.at(name, *path[:-1])

    def of_text(self, identity: str, stelle: str = "vor", offset: int = 0) -> Position | None:
        """A place in a text file, ``offset`` counting characters of the raw file."""
        source = self.texts.get((identity, stelle)) or self.texts.get((identity, "nach"))
        if source is None:
            return None
        return self._lines[source.file].at(max(offset, source.body_start))
