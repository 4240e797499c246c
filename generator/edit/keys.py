"""The keys of a mapping: which only change their name, which go, and where a new one stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from msgspec import Struct, field

from generator.compare.order import unmoved
from generator.edit.block_lines import FIRST
from generator.edit.form import Entries, Value, written_fields
from generator.edit.habits import Habits
from generator.edit.nodes import YamlGroup
from generator.edit.source import FileText, Splice

KeyIndexes = Mapping[str, int]
"""Key -> index of its item."""


class Levels(Struct, frozen=True):
    """The keys under which goals are listed no more, and what they are called now if anything."""

    gone: frozenset[str] = frozenset()
    renamed: Mapping[str, str] = field(default_factory=dict)


def unsaid(new: Entries, key: str) -> bool:
    """Whether a file leaves a key out: it has nothing to say, or only what goes without saying."""
    value = new.values.get(key)
    if value is None or value == []:
        return True
    return not value.stated if isinstance(value, Entries) else key in new.default


def has_levels(new: Entries) -> bool:
    """Whether the entry may hold goals under keys the county chooses."""
    return new.record is not None and "kinder" in new.record.model_fields


def renamed_lists(node: YamlGroup, old: Entries, new: Entries, levels: Levels) -> dict[int, str]:
    """Lists of goals that only change their key, by index: their level is called otherwise now."""
    found: dict[int, str] = {}
    for index, item in enumerate(node.items if has_levels(new) else ()):
        if item.key in new.values or _is_field(new, item.key):
            continue
        inside = _own_names(old.values.get(item.key))
        taken = {*node.by_key, *found.values()}
        shared = {k: len(inside & _own_names(new.values[k])) for k in new.levels if k not in taken}
        target = max(shared, key=lambda k: shared[k], default="")
        if not shared.get(target):
            target = "" if inside else levels.renamed.get(item.key, "")
        if target and target not in taken:
            found[index] = target
    return found


def left_behind(tree: YamlGroup, levels: Levels) -> set[int]:
    """Groups with an empty list of a level there is no more somewhere inside, by ``id``."""
    found: set[int] = set()
    for item in tree.items if levels.gone else ():
        if isinstance(item.node, YamlGroup) and item.node.items:
            found |= left_behind(item.node, levels)
            inside = id(item.node) in found
        else:
            inside = item.key in levels.gone
        if inside:
            found.add(id(tree))
    return found


def rename(source: FileText, node: YamlGroup, index: int, key: str) -> Splice:
    """Another name in place of a key, in the quotes it had."""
    item = node.items[index]
    at = source.text.index(item.key, item.start, item.node.start)
    return Splice(at, at + len(item.key), key)


def shifted_lists(new: Entries, places: KeyIndexes) -> set[str]:
    """Lists of goals that change their place among the lists of their element."""
    keys = [key for key in new.levels if key in places]
    kept = unmoved([places[key] for key in keys])
    return {key for key in keys if places[key] not in kept}


def place_behind(
    key: str, new: Entries, kind: str, stays: KeyIndexes, added: KeyIndexes, habits: Habits
) -> int:
    """Index of the item behind which a new key stands; ``added``: those of keys added before it."""
    usual = list(new.values)
    if key in new.levels:
        return _list_behind(key, new, stays, added)
    if new.record is None and list(stays) == sorted(stays, key=_sorted_as):
        earlier = {k for k in stays if _sorted_as(k) < _sorted_as(key)}
    else:
        earlier = habits.before(kind, key, usual)
    return max((index for k, index in stays.items() if k in earlier), default=FIRST)


def _list_behind(key: str, new: Entries, stays: KeyIndexes, added: KeyIndexes) -> int:
    """The same for a list of goals, whose place among the other lists counts."""
    at = new.levels.index(key)
    before = [k for k in new.levels[:at] if k in stays or k in added]
    if before:
        return added[before[-1]] if before[-1] in added else stays[before[-1]]
    after = [stays[k] for k in new.levels[at:] if k in stays]
    return max((i for i in stays.values() if not after or i < min(after)), default=FIRST)


def _is_field(new: Entries, key: str) -> bool:
    return new.record is not None and key in written_fields(new.record)


def _own_names(value: Value) -> set[str]:
    """The names of the elements of a list."""
    return {v.name for v in value if isinstance(v, Entries)} if isinstance(value, list) else set()


def _sorted_as(key: str) -> str:
    return unicodedata.normalize("NFKD", key).casefold()
