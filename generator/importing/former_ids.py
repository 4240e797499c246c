"""An outline beside an earlier edition: which elements are the same and keep their IDs, and how sure that is."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from generator.importing.receipt import KeptIdentity
from generator.likeness import HARDLY_CHANGED, RELATED_SHARE, RELATED_WORDS, SAME_WORDING
from generator.match.normal_text import plain
from generator.match.recognised.outline import Outline, OutlineNode
from generator.model.goal import Ziel
from generator.model.strategy import Strategy
from generator.receive.foreign import without_signs
from generator.receive.line_joints import LineJoiner

_WORD = re.compile(r"\w{3,}")
_CROWD = 20
"""A word that more wordings have says nothing; it keeps the search linear."""


class ComparedWording(Struct, frozen=True):
    """One element of either edition: its level, wording, printed number and what it stands below."""

    key: str
    level: str
    text: str
    code: str
    parent: str
    words: frozenset[str] = frozenset()


class FormerIds(Struct):
    """IDs of the earlier edition for elements of the outline, by ``id`` of the node.

    ``replaced`` tells of new elements from which earlier ones they come.
    """

    old: Strategy
    given: dict[int, str] = field(default_factory=dict)
    replaced: dict[int, tuple[str, ...]] = field(default_factory=dict)
    told: list[KeptIdentity] = field(default_factory=list)
    _taken: set[str] = field(default_factory=set)

    @property
    def reserved(self) -> frozenset[str]:
        """All IDs of the earlier edition: none is given to something new."""
        return frozenset(self.old.by_id)

    def titled(self, kinds: Sequence[type], title: str) -> str | None:
        """The ID of a chapter, Handlungsfeld or topic of that title."""
        for element in self.old.elements():
            same = plain(str(getattr(element, "titel", ""))) == plain(title)
            if isinstance(element, tuple(kinds)) and same and element.id not in self._taken:
                self._taken.add(element.id)
                return element.id
        return None


def former_ids(outline: Outline, old: Strategy, joiner: LineJoiner) -> FormerIds:
    """Compare every goal and Empfehlung, by wording first, then by number, then by likeness and place."""
    nodes = {str(id(node)): node for node in (*outline.goals(), *outline.recommendations())}
    new = list(_of_outline(outline, joiner))
    before = list(_of_strategy(old))
    found = FormerIds(old)
    pairs: dict[str, str] = {}
    for step in (_same_wording, _same_number, _alike, _same_place):
        left_new = [one for one in new if one.key not in pairs]
        left_old = [one for one in before if one.key not in pairs.values()]
        for one, other, why, sure in step(left_new, left_old, pairs):
            if one.key not in pairs and other.key not in pairs.values():
                pairs[one.key] = other.key
                found.given[id(nodes[one.key])] = other.key
                found.told.append(KeptIdentity(other.key, why, sure))
    _replaced(found, nodes, new, before, pairs)
    return found


Paired = tuple[ComparedWording, ComparedWording, str, bool]


def _of_outline(outline: Outline, joiner: LineJoiner) -> Iterator[ComparedWording]:
    waiting: list[tuple[OutlineNode, str]] = [(node, "") for node in outline.outside]
    waiting += [(child, "") for top in (*outline.fields, *outline.topics) for child in top.children]
    while waiting:
        node, parent = waiting.pop(0)
        text = plain(without_signs(joiner.joined(line.text for line in node.lines)))
        level = (
            "empfehlung"
            if node.kind == "empfehlung"
            else (node.level.stufe.lower() if node.level else "")
        )
        code = (node.own.code or node.own.number) if node.own else ""
        yield ComparedWording(str(id(node)), level, text, code, parent, words_of(text))
        waiting += [(child, str(id(node))) for child in node.children]


def _of_strategy(strategy: Strategy) -> Iterator[ComparedWording]:
    levels = {s.schluessel: s.name.lower() for s in strategy.kopf.stufen}
    waiting: list[tuple[Ziel, str]] = [(goal, "") for goal in strategy.roots()]
    while waiting:
        goal, parent = waiting.pop(0)
        text = plain(goal.text)
        yield ComparedWording(
            goal.id,
            levels.get(goal.stufe, ""),
            text,
            goal.kuerzel or goal.id,
            parent,
            words_of(text),
        )
        waiting += [(child, goal.id) for child in goal.kinder]
    for one in strategy.recommendations():
        text = plain(one.text)
        yield ComparedWording(one.id, "empfehlung", text, one.kuerzel or one.id, "", words_of(text))


def words_of(text: str) -> frozenset[str]:
    """The words of a wording that may tell it from others."""
    return frozenset(_WORD.findall(text.lower()))


def _same_wording(
    new: Sequence[ComparedWording], old: Sequence[ComparedWording], pairs: Mapping[str, str]
) -> Iterator[Paired]:
    """Equal words on the same level; of several that are equal the first to the first."""
    by_text: dict[tuple[str, str], list[ComparedWording]] = defaultdict(list)
    for one in old:
        by_text[one.level, one.text].append(one)
    counted = Counter((one.level, one.text) for one in new)
    for one in new:
        same = by_text[one.level, one.text]
        if same:
            number = len(same)
            sure = (
                counted[one.level, one.text] == 1 == number
                or counted[one.level, one.text] == number
            )
            counted[one.level, one.text] -= 1
            yield one, same.pop(0), "gleicher Wortlaut", sure


def _same_number(
    new: Sequence[ComparedWording], old: Sequence[ComparedWording], pairs: Mapping[str, str]
) -> Iterator[Paired]:
    by_code = {(one.level, one.code): one for one in old if one.code}
    for one in new:
        other = by_code.get((one.level, one.code)) if one.code else None
        if other is not None and share(one, other) >= RELATED_SHARE:
            yield one, other, f"gleiche Nummer {one.code}, ähnlicher Wortlaut", True


def _alike(
    new: Sequence[ComparedWording], old: Sequence[ComparedWording], pairs: Mapping[str, str]
) -> Iterator[Paired]:
    """The most alike first; a parent that is the same makes sure."""
    scored = [
        (share(one, other), at, one, other) for at, (one, other) in enumerate(_candidates(new, old))
    ]
    for score, _, one, other in sorted(scored, key=lambda entry: (-entry[0], entry[1])):
        if score >= SAME_WORDING and one.level == other.level:
            same_parent = bool(one.parent) and pairs.get(one.parent) == other.parent
            sure = score >= HARDLY_CHANGED or same_parent
            yield one, other, f"ähnlicher Wortlaut ({score:.0%} der Wörter)", sure


def _same_place(
    new: Sequence[ComparedWording], old: Sequence[ComparedWording], pairs: Mapping[str, str]
) -> Iterator[Paired]:
    """The only one left below the same element, on both sides, where it shares enough words."""
    here: dict[tuple[str, str], list[ComparedWording]] = defaultdict(list)
    there: dict[tuple[str, str], list[ComparedWording]] = defaultdict(list)
    for one in new:
        if one.parent in pairs:
            here[pairs[one.parent], one.level].append(one)
    for one in old:
        there[one.parent, one.level].append(one)
    for place, ones in here.items():
        others = there.get(place, [])
        if len(ones) == len(others) == 1 and share(ones[0], others[0]) >= RELATED_SHARE:
            yield ones[0], others[0], "gleicher Platz, ähnlicher Wortlaut", False


def _candidates(
    new: Iterable[ComparedWording], old: Iterable[ComparedWording]
) -> Iterator[tuple[ComparedWording, ComparedWording]]:
    """Pairs that share a word which few have."""
    by_word: dict[str, list[ComparedWording]] = defaultdict(list)
    for other in old:
        for word in other.words:
            by_word[word].append(other)
    for one in new:
        near = {
            o.key: o
            for word in sorted(one.words)
            if len(by_word[word]) <= _CROWD
            for o in by_word[word]
        }
        for other in near.values():
            yield one, other


def share(one: ComparedWording, other: ComparedWording) -> float:
    """Share of all words of both that both have."""
    every = len(one.words) + len(other.words)
    return 2 * len(one.words & other.words) / every if every else 0.0


def _replaced(
    found: FormerIds,
    nodes: Mapping[str, OutlineNode],
    new: Sequence[ComparedWording],
    old: Sequence[ComparedWording],
    pairs: Mapping[str, str],
) -> None:
    """New ones of which half the words come from one that is gone, or that hold half of several."""
    left_new = [one for one in new if one.key not in pairs]
    left_old = [one for one in old if one.key not in pairs.values()]
    sources: dict[str, list[str]] = defaultdict(list)
    for one, other in _candidates(left_new, left_old):
        common = len(one.words & other.words)
        shorter = min(len(one.words), len(other.words)) or 1
        if (
            common >= RELATED_WORDS
            and common >= RELATED_SHARE * shorter
            and one.level == other.level
        ):
            sources[one.key].append(other.key)
    for key, earlier in sources.items():
        found.replaced[id(nodes[key])] = tuple(earlier)
