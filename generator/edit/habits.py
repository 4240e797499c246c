"""How a file is written, learned from what stands in it: for new entries that look like their siblings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TypeVar

from msgspec import Struct, field

from generator.edit.nodes import Scalar, YamlGroup, YamlItem
from generator.edit.source import BREAKS, FileText

T = TypeVar("T")

_FLOW = frozenset(
    ("stufen", "beschlussregeln", "kapitel", "stationen", "rechnung", "frueher", "zustaendig", "adressaten",
     "schwellen")
)  # fmt: skip
"""What the shipped files write on one line in braces."""
_SENTENCES = ("", " ")
"""Under what the quotes of all running text are counted."""


class Habits(Struct):
    """What was counted in one file; ``kind`` is the key of the list or mapping an entry stands in.

    ``quote``: what running text is put in where nothing was learned ("" for nothing).
    """

    quote: str = ""
    quotes: dict[tuple[str, str], Counter[str]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    flow_maps: dict[str, Counter[bool]] = field(default_factory=lambda: defaultdict(Counter))
    flow_lists: dict[str, Counter[bool]] = field(default_factory=lambda: defaultdict(Counter))
    orders: dict[str, list[list[str]]] = field(default_factory=lambda: defaultdict(list))
    offsets: Counter[int] = field(default_factory=Counter)
    steps: Counter[int] = field(default_factory=Counter)

    @property
    def offset(self) -> int:
        """Columns from a key to the dashes of its list."""
        return _most(self.offsets, 2)

    @property
    def step(self) -> int:
        """Columns from a key to the keys of its mapping."""
        return _most(self.steps, 2)

    def in_braces(self, kind: str) -> bool:
        """Whether entries of a kind are written on one line."""
        return _most(self.flow_maps.get(kind), kind in _FLOW)

    def in_brackets(self, key: str) -> bool:
        """Whether the list under a key is written on one line."""
        return _most(self.flow_lists.get(key), True)

    def quoted(self, kind: str, key: str, prose: bool) -> str:
        """The quotes a text is put in without need, or "" for none."""
        unquoted = bool(self.quotes) and not any(c['"'] + c["'"] for c in self.quotes.values())
        usual = _most(self.quotes.get(_SENTENCES), "" if unquoted else self.quote)
        return _most(self.quotes.get((kind, key)), usual if prose else "")

    def before(self, kind: str, key: str, usual: Sequence[str]) -> set[str]:
        """The keys that stand before a key, as a sibling has it, else as in ``usual``."""
        known = (keys for keys in reversed(self.orders.get(kind, [])) if key in keys)
        keys = next(known, usual)
        return set(keys[: keys.index(key)]) if key in keys else set(keys)

    def ordered(self, kind: str, usual: Sequence[str]) -> list[str]:
        """The keys of a new entry in the order of the sibling most like it."""
        siblings = self.orders.get(kind, [])
        like = max(siblings, key=lambda keys: len(set(keys) & set(usual)), default=[])
        result = [key for key in like if key in usual]
        for at, key in enumerate(usual):
            if key not in result:
                behind = [result.index(k) for k in usual[:at]]
                result.insert(max(behind, default=-1) + 1, key)
        return result


def learned(source: FileText, tree: YamlGroup, quote: str = "") -> Habits:
    """The habits of a file."""
    habits = Habits(quote)
    _learn(habits, source, tree, "")
    return habits


def _learn(habits: Habits, source: FileText, group: YamlGroup, kind: str) -> None:
    if group.is_map:
        habits.orders[kind].append([item.key for item in group.items])
        habits.flow_maps[kind][group.flow] += 1
    for item in group.items:
        below = item.key if group.is_map else kind
        if isinstance(item.node, YamlGroup):
            if group.is_map and item.node.items:
                _learn_layout(habits, source, item, item.node)
            _learn(habits, source, item.node, below)
        else:
            _learn_quotes(habits, source, item.node, kind, item.key)


def _learn_layout(habits: Habits, source: FileText, item: YamlItem, group: YamlGroup) -> None:
    if not group.is_map:
        habits.flow_lists[item.key][group.flow] += 1
    if not group.flow:
        indent = source.column(group.items[0].start) - source.column(item.start)
        (habits.steps if group.is_map else habits.offsets)[indent] += 1


def _learn_quotes(habits: Habits, source: FileText, node: Scalar, kind: str, key: str) -> None:
    spelled = source.text[node.start : node.end]
    if spelled and spelled[0] not in "|>" and not any(sign in spelled for sign in BREAKS):
        quote = spelled[0] if spelled[0] in "\"'" else ""
        habits.quotes[kind, key][quote] += 1
        if " " in spelled:
            habits.quotes[_SENTENCES][quote] += 1


def _most(counted: Counter[T] | None, usual: T) -> T:
    return counted.most_common(1)[0][0] if counted else usual
