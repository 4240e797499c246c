"""Changes to questions about IDs under which something else stands now: another's words, or new ones.

An ID that goes on to another element carries its history, its bodies and every reference to it along.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import get_args

from msgspec import Struct

from generator.compare.changes import Change, Piece
from generator.compare.hints import CROWD, Hint, HintKind, NamingField, share, stems
from generator.compare.lineage import Lineage
from generator.likeness import ESTRANGED, RELATED_WORDS, SAME_WORDING
from generator.model.kinds import STRATEGY

_NAMINGS: tuple[NamingField, ...] = get_args(NamingField)
_FREELY_RENAMED = "name"
"""A body may be called wholly otherwise and be the same."""
_SHORT = "bezeichnung"
"""Key figures are named in a word or two: there one that is another is enough to ask."""


class _Words(Struct, frozen=True):
    """What an element said before or says now; ``whole`` where the element itself went or came."""

    id: str
    level: str
    naming: NamingField
    text: str
    stems: frozenset[str]
    telling: frozenset[str]
    """Without the words that many elements have in common."""
    whole: bool

    @property
    def plain(self) -> str:
        return self.text.casefold().rstrip(" .")

    @property
    def among(self) -> str:
        """Among which words its own are looked for: goals and Empfehlungen may change their level."""
        return "" if self.naming == "text" else self.level


class _Former:
    """What the former edition said, by where to look for it and its words."""

    def __init__(self, said: Iterable[_Words]) -> None:
        self.own: dict[str, _Words] = {}
        self.by_text: dict[tuple[str, str], _Words] = {}
        by_stem: dict[tuple[str, str], list[_Words]] = defaultdict(list)
        for words in said:
            self.own[words.id] = words
            self.by_text.setdefault((words.among, words.plain), words)
            for stem in words.telling:
                by_stem[words.among, stem].append(words)
        self.by_stem = {key: found for key, found in by_stem.items() if len(found) <= CROWD}

    def owner(self, now: _Words) -> _Words | None:
        """Who had these words, or nearly, and is nearer to them than what the ID stood for."""
        exact = self.by_text.get((now.among, now.plain))
        if exact is not None:
            return exact
        own = self.own.get(now.id)
        as_before = share(own.telling, now.telling) if own else 0.0
        found = {
            was.id: was
            for stem in sorted(now.telling)
            for was in self.by_stem.get((now.among, stem), ())
            if was.id != now.id and len(was.telling & now.telling) >= RELATED_WORDS
        }
        alike = {
            was: min(share(was.telling, now.telling), share(was.stems, now.stems))
            for was in found.values()
        }
        best = max(alike, key=alike.__getitem__, default=None)
        nearer = best and alike[best] >= SAME_WORDING and alike[best] > as_before
        return best if nearer else None


def kept_ids(
    changes: Iterable[Change], known: Lineage, common: frozenset[str] = frozenset()
) -> tuple[Hint, ...]:
    """Questions in the order of the changes; what ``ersetzt`` says already is not asked. Linear.

    Only words that are not ``common`` tell whose wording another is.
    """
    given = [change for change in changes if change.key != STRATEGY]
    former = _Former(words for change in given if (words := _said(change, change.before, common)))
    return tuple(_questions(given, former, known, common))


def _questions(
    changes: Iterable[Change], former: _Former, known: Lineage, common: frozenset[str]
) -> Iterator[Hint]:
    for change in changes:
        now = _said(change, change.after, common)
        if now is None:
            continue
        owner = former.owner(now)
        if owner is not None and owner.id != now.id:
            if owner.id not in known.sources.get(now.id, ()) and _asked(owner, now):
                yield Hint(_taken(owner, now), (owner.id,), (now.id,), now.naming)
        elif not now.whole and now.id in former.own and _another(former.own[now.id], now):
            yield Hint("another", (now.id,), (now.id,), now.naming)


def _asked(owner: _Words, now: _Words) -> bool:
    """What came or went on one level is asked about with the splits and merges."""
    if owner.whole and now.whole:
        return False
    return not (owner.whole or now.whole) or owner.level != now.level


def _taken(owner: _Words, now: _Words) -> HintKind:
    if owner.whole:
        return "taken_over"
    return "taken_away" if now.whole else "swapped"


def _another(was: _Words, now: _Words) -> bool:
    least = 1 if now.naming == _SHORT else ESTRANGED
    enough = min(len(was.stems), len(now.stems)) >= least
    return now.naming != _FREELY_RENAMED and enough and not was.stems & now.stems


def _said(change: Change, side: object, common: frozenset[str]) -> _Words | None:
    """The words of one side of a change that say what the element is; None for other changes."""
    whole = isinstance(side, Piece)
    fields = dict(side.record) if isinstance(side, Piece) else side
    if not isinstance(fields, tuple | dict):
        return None
    values = dict(fields)
    naming = next((name for name in _NAMINGS if isinstance(values.get(name), str)), None)
    if naming is None:
        return None
    text = str(values[naming])
    words = stems(text)
    return _Words(change.id, change.level, naming, text, words, words - common, whole)
