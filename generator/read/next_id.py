"""A tree with an entry that lacks its ID to the next free one of its level."""

from collections.abc import Iterator

from generator.model.identity import FreeIds
from generator.read.yaml_nodes import YamlList, YamlMap

Kind = tuple[str, object]
"""Key of the list an entry stands in, and its level where it is a goal."""


def next_id(tree: YamlMap, path: tuple[str | int, ...], holder: YamlMap) -> str | None:
    """A free ID numbered like those of the siblings of ``holder``; None if they are words."""
    lists = [step for step in path[:-1] if isinstance(step, str)]
    wanted: Kind = (lists[-1] if lists else "", holder.get("stufe"))
    found = list(_entries(tree, ""))
    like = next((i for kind, i in reversed(found) if kind == wanted and i[-1:].isdigit()), None)
    return FreeIds(identity for _, identity in found).next(like) if like else None


def _entries(node: object, key: str) -> Iterator[tuple[Kind, str]]:
    if isinstance(node, YamlMap):
        identity = node.get("id")
        if isinstance(identity, str):
            yield (key, node.get("stufe")), identity
        for below, value in node.items():
            yield from _entries(value, below)
    elif isinstance(node, YamlList):
        for item in node:
            yield from _entries(item, key)
