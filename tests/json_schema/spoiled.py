"""A file of a strategy to copies of it in which the form of one place is wrong, or another that is right."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from random import Random
from typing import Any

Path = tuple[str | int, ...]
VALUES: tuple[Any, ...] = (
    {"x": "y"}, {}, ["Zwei", "Wörter"], [], [{}], [None], "", "  ", None, 3, 0, -1, 3.5, "12", "zwei Wörter",
    "Straße", "2026-11-22", "22.11.2026", "2026", True, "ja", "yes", "Z110", "entwurf", "text", "drucken", "*",
)  # fmt: skip


def places(data: Any, path: Path = ()) -> Iterator[Path]:
    """The way to every value."""
    if path:
        yield path
    steps = data.items() if isinstance(data, dict) else enumerate(data)
    for step, value in steps if isinstance(data, dict | list) else ():
        yield from places(value, (*path, step))


def spoiled(data: Any, seed: int) -> tuple[str, Any]:
    """What was done, and a copy to which it was done."""
    random = Random(seed)
    data = copy.deepcopy(data)
    path = random.choice(list(places(data)))
    holder = data
    for step in path[:-1]:
        holder = holder[step]
    last = path[-1]
    where = "/".join(map(str, path))
    kind = random.choice(("replace", "replace", "rename", "drop", "add", "wrap"))
    if kind == "rename" and isinstance(last, str):
        new = random.choice((last[:-1], last + "x", "kinder", "stufe", "bild", "titel", "name"))
        holder[new] = holder.pop(last)
        return f"{where} heißt {new}", data
    if kind == "drop":
        del holder[last]
        return f"{where} fehlt", data
    if kind == "add" and isinstance(holder[last], dict):
        holder[last]["neu"] = "x"
        return f"{where} hat «neu»", data
    if kind == "wrap":
        value = holder[last]
        holder[last] = value[0] if isinstance(value, list) and value else [value]
        return f"{where} ist {holder[last]!r:.60}", data
    holder[last] = random.choice(VALUES)
    return f"{where} ist {holder[last]!r}", data
