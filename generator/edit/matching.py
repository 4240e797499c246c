"""Two lists of what a file says to the pairs of items that are the same one, before and after."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any

from generator.compare.order import unmoved
from generator.edit.form import Entries, Value

Pairs = dict[int, int]
"""Index in the new list -> index in the old one."""


def matched(old: Sequence[Value], new: Sequence[Value]) -> Pairs:
    """Which new item is which old one; elements by their ID, all else by what it says."""
    if all(isinstance(value, Entries) and value.name for value in (*old, *new)):
        places = {value.name: at for at, value in enumerate(old)}
        pairs = {at: places[v.name] for at, v in enumerate(new) if v.name in places}
        _with_other_id(old, new, pairs)
        return pairs
    pairs = _same(old, new)
    _alike(old, new, pairs)
    _between(old, new, pairs)
    return pairs


def staying(pairs: Pairs) -> Pairs:
    """The pairs that can stay where they are while the others move around them."""
    kept = unmoved([pairs[at] for at in sorted(pairs)])
    return {at: before for at, before in pairs.items() if before in kept}


def _with_other_id(old: Sequence[Entries], new: Sequence[Entries], pairs: Pairs) -> None:
    """Elements that are called otherwise and have changed in nothing else."""
    for at, value in enumerate(new):
        if at not in pairs:
            taken = set(pairs.values())
            left = [
                k for k, other in enumerate(old) if k not in taken and _same_but_id(other, value)
            ]
            _pair(pairs, at, left)


def _same_but_id(old: Entries, new: Entries) -> bool:
    return old.values | {"id": ""} == new.values | {"id": ""}


def _same(old: Sequence[Value], new: Sequence[Value]) -> Pairs:
    """Equal ones, first those in one order, then any that changed their place."""
    before, after = [_token(v) for v in old], [_token(v) for v in new]
    pairs: Pairs = {}
    for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        pairs |= {block.b + k: block.a + k for k in range(block.size)}
    for at, token in enumerate(after):
        if at not in pairs:
            left = [k for k, other in enumerate(before) if other == token]
            _pair(pairs, at, [k for k in left if k not in pairs.values()])
    return pairs


def _alike(old: Sequence[Value], new: Sequence[Value], pairs: Pairs) -> None:
    """Entries that begin with the same word; of several the one that has most in common."""
    for at, value in enumerate(new):
        if at in pairs or not isinstance(value, Entries):
            continue
        taken = set(pairs.values())
        left = [k for k, other in enumerate(old) if k not in taken and _begins(other, value)]
        _pair(pairs, at, sorted(left, key=lambda k: -_common(old[k], value)))


def _between(old: Sequence[Value], new: Sequence[Value], pairs: Pairs) -> None:
    """What is left between two neighbours that stay, in order: it was rewritten."""
    kept = staying(pairs)
    bounds = sorted((k, at) for at, k in kept.items())
    edges = [(-1, -1), *bounds, (len(old), len(new))]
    for (old_start, new_start), (old_end, new_end) in pairwise(edges):
        taken = set(pairs.values())
        before = [k for k in range(old_start + 1, old_end) if k not in taken]
        after = [at for at in range(new_start + 1, new_end) if at not in pairs]
        for k, at in zip(before, after, strict=False):
            if isinstance(old[k], Entries) == isinstance(new[at], Entries) and not _named(new[at]):
                pairs[at] = k


def _pair(pairs: Pairs, at: int, candidates: Sequence[int]) -> None:
    if candidates:
        pairs[at] = candidates[0]


def _named(value: Value) -> bool:
    return isinstance(value, Entries) and bool(value.name)


def _begins(old: Value, new: Entries) -> bool:
    return (
        isinstance(old, Entries)
        and old.name == new.name
        and next(iter(old.values.items()), None) == next(iter(new.values.items()), None)
    )


def _common(old: Entries, new: Entries) -> int:
    return sum(old.values.get(key) == value for key, value in new.values.items())


def _token(value: Value) -> Any:
    return repr(value)
