"""Changes to proposals of what may belong together: goals that were split or merged.

A proposal is a question to the coordinator and never assumed: only ``ersetzt`` in the
strategy makes it a fact.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct, field

from generator.compare.changes import Change, Piece, Place, Side, wording
from generator.compare.lineage import Lineage
from generator.likeness import (
    COMMON_LEAST,
    COMMON_SHARE,
    RELATED_SHARE,
    RELATED_WORDS,
    SAME_WORDING,
    SHORTEST_STEM,
    STEM,
)
from generator.model.goal import Ziel
from generator.model.recommendation import Empfehlung
from generator.model.strategy import Strategy

NamingField = Literal["text", "titel", "name", "bezeichnung"]
"""The fields that say what an element is; of several that it has, the first."""

HintKind = Literal[
    "merge", "split", "successor", "same_wording", "other_level", "part", "absorbed",
    "taken_over", "taken_away", "swapped", "another",
]  # fmt: skip
"""How heirs may come from their sources.

Wordings that went are found in new ones: several in one (merge), one in several (split) or in one
(successor), nearly as it was (same_wording), that also on another level (other_level); what a goal
that stays lost is found in a new one (part), or what went in one that stays (absorbed). Under an ID
stands what another level had, where that is gone (taken_over) or where the ID is new (taken_away),
what another ID had (swapped), or what has no word in common with what stood there (another).
"""

CROWD = 8
"""A word that more lost wordings than this share says nothing; it keeps the search linear."""

_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST_STEM},}}")
_SAY_NOTHING = """
alle allen aller alles andere anderen auch beim bestehen besteht damit dass dazu denen deren dies
diese diesen dieser durch eine einem einen einer eines erfolgt erhalten finden findet gibt haben
ihre ihren ihrer insbesondere jeder jedes kann kreis kreises können landkreis landkreises mehr
mindestens nach nicht nutzen oder sich sind sowie stadt stehen steht unter verband vorhanden weitere
weiter welche werden wird zwischen über
"""
_EMPTY = frozenset(_SAY_NOTHING.split())


class Hint(Struct, frozen=True):
    """``sources`` of the old and ``heirs`` of the new edition that may belong together.

    ``naming`` is the field whose words say so.
    """

    kind: HintKind
    sources: tuple[str, ...]
    heirs: tuple[str, ...]
    naming: NamingField = "text"


class _Wording(Struct):
    """A wording that an element lost or gained; ``whole`` where the element itself came or went."""

    id: str
    key: str
    level: str
    words: frozenset[str]
    """Without those that many elements have in common."""
    whole: bool
    every: frozenset[str] = frozenset()
    parent: str = ""
    matches: list[_Wording] = field(default_factory=list)


def hints(
    changes: Iterable[Change], known: Lineage, common: frozenset[str] = frozenset()
) -> tuple[Hint, ...]:
    """Proposals in the order of the changes; what ``ersetzt`` says already is not asked again.

    ``common`` words count for nothing.

    Compared are the wordings that went with those that came; of another level only what is
    nearly the same. Linear: only wordings that share a word which few have are looked at.
    """
    given = tuple(changes)
    lost = [
        w
        for c in given
        if c.id not in known.heirs and (w := _wording(c, c.before, c.after, common))
    ]
    gained = [
        w
        for c in given
        if c.id not in known.sources and (w := _wording(c, c.after, c.before, common))
    ]
    moved = _moved_below(given)
    by_word = _index(lost)
    gone = {old.key: old for old in lost if old.whole}
    order = {old.key: position for position, old in enumerate(lost)}
    for new in gained:
        found = [old for old in _candidates(new, by_word, moved, gone) if old.whole or new.whole]
        for old in sorted(found, key=lambda old: order[old.key]):
            new.matches.append(old)
            old.matches.append(new)
    return tuple(_proposals(lost, gained))


def _wording(change: Change, said: Side, instead: Side, common: frozenset[str]) -> _Wording | None:
    """What one side of a change says and the other does not; None where that is no wording."""
    if isinstance(said, Piece) and isinstance(said.record, Ziel | Empfehlung):
        words, parent = stems(said.record.text), said.place.parent
        return _Wording(change.id, change.key, change.level, words - common, True, words, parent)
    if change.kind == "reworded":
        words = stems(wording(said)) - stems(wording(instead))
        return _Wording(change.id, change.key, change.level, words - common, False, words)
    return None


def stems(text: str) -> frozenset[str]:
    """What its words begin with, without those that say nothing of the subject."""
    words = (word.lower() for word in _WORD.findall(text))
    return frozenset(word[:STEM] for word in words if word not in _EMPTY)


def common_words(*editions: Strategy) -> frozenset[str]:
    """The stems that so many wordings of an edition have that they tell none from another."""
    found: set[str] = set()
    for edition in editions:
        wordings = [goal.text for goal in edition.goals()]
        wordings += [request.text for request in edition.recommendations()]
        numbers = Counter(stem for text in wordings for stem in stems(text))
        most = max(COMMON_LEAST, COMMON_SHARE * len(wordings))
        found.update(stem for stem, number in numbers.items() if number > most)
    return frozenset(found)


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """Which part of all stems of two wordings both have."""
    return len(one & other) / max(1, len(one | other))


def _moved_below(changes: Iterable[Change]) -> dict[str, Counter[str]]:
    """Key of a new parent -> the old parents its elements came from, with their number."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for change in changes:
        before, after = change.before, change.after
        if change.kind == "moved" and isinstance(before, Place) and isinstance(after, Place):
            found[after.parent][before.parent] += 1
    return found


def _index(lost: Iterable[_Wording]) -> dict[tuple[str, str], list[_Wording]]:
    """(Level, word) -> the wordings of that level, and ("", word) -> those of all levels."""
    by_word: dict[tuple[str, str], list[_Wording]] = defaultdict(list)
    for old in lost:
        for word in old.words:
            by_word[old.level, word].append(old)
            by_word["", word].append(old)
    return {key: group for key, group in by_word.items() if len(group) <= CROWD}


def _candidates(
    new: _Wording,
    by_word: dict[tuple[str, str], list[_Wording]],
    moved: dict[str, Counter[str]],
    gone: dict[str, _Wording],
) -> Iterator[_Wording]:
    """The lost wordings that resemble a gained one, or whose goals went below it."""
    found = _sharing(new, new.level, by_word)
    below = moved.get(new.key, Counter()) if new.whole else Counter()
    for key in below:
        if key in gone and gone[key].level == new.level:
            found[key] = gone[key]
    alike = [o for o in found.values() if o.key in below or _resemble(o.words, new.words)]
    yield from alike
    if new.whole and any(old.whole for old in alike):
        yield from _filling(new, alike, found.values())
    elif new.whole:
        others = _sharing(new, "", by_word).values()
        yield from (o for o in others if o.level != new.level and o.whole and _same(o, new))


def _sharing(
    new: _Wording, level: str, by_word: dict[tuple[str, str], list[_Wording]]
) -> dict[str, _Wording]:
    found: dict[str, _Wording] = {}
    for word in sorted(new.words):
        for old in by_word.get((level, word), ()):
            if old.id != new.id:
                found[old.key] = old
    return found


def _filling(new: _Wording, alike: list[_Wording], found: Iterable[_Wording]) -> Iterator[_Wording]:
    """What went and explains words of a new wording that those it resembles do not have.

    Of a merged goal little may be left; one word more is enough if it stood beside them.
    """
    known = {old.key for old in alike}
    rest = new.words.difference(*(old.words for old in alike))
    parents = {new.parent, *(old.parent for old in alike)}
    for old in found:
        more = len(old.words & rest)
        near = old.parent in parents and len(old.words & new.words) >= RELATED_WORDS
        least = 1 if near else max(RELATED_WORDS, RELATED_SHARE * len(rest))
        if old.whole and old.key not in known and more >= least:
            yield old


def _same(one: _Wording, other: _Wording) -> bool:
    return min(share(one.words, other.words), share(one.every, other.every)) >= SAME_WORDING


def _resemble(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= RELATED_WORDS and shared >= RELATED_SHARE * min(len(one), len(other))


def _proposals(lost: list[_Wording], gained: list[_Wording]) -> Iterator[Hint]:
    merged = {new.key for new in gained if len(new.matches) > 1 and new.whole}
    told: set[str] = set()
    for new in gained:
        if new.key in merged:
            told.update(old.key for old in new.matches)
            yield Hint("merge", tuple(old.id for old in new.matches), (new.id,))
    for old in lost:
        heirs = [new for new in old.matches if new.key not in merged]
        if old.key in told or not heirs:
            continue
        if len(heirs) > 1 and old.whole and all(new.whole for new in heirs):
            yield Hint("split", (old.id,), tuple(new.id for new in heirs))
        else:
            for new in heirs:
                yield Hint(_relation(old, new), (old.id,), (new.id,))


def _relation(old: _Wording, new: _Wording) -> HintKind:
    if old.level != new.level:
        return "other_level"
    if old.whole and new.whole:
        return "same_wording" if _same(old, new) else "successor"
    return "part" if new.whole else "absorbed"
