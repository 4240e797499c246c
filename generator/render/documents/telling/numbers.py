"""Changes to the numbers that people ask for: how many goals of each level are new, gone, other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from generator.compare.changes import Change
from generator.model.german import Noun, counted, declined
from generator.model.kinds import BY_KEY
from generator.model.level_words import GOALS, together
from generator.model.strategy import Strategy
from generator.model.stufe import Stufe

TOLD: Mapping[str, str] = {
    "added": "neu",
    "removed": "entfallen",
    "reworded": "umformuliert",
    "moved": "verschoben",
}
"""Kinds of change that are counted, to their word behind the number, in the order of the telling."""
_NEW = {"der": "neuer", "die": "neue", "das": "neues"}


class _Name(Struct, frozen=True):
    """What elements are called: one, many, and one with its article where that is known."""

    one: str
    many: str
    noun: Noun | None

    def new(self, count: int) -> str:
        """ "13 neue Ziele", "1 neue Maßnahme"; "1 Runder Tisch neu" of an unknown gender."""
        if count > 1:
            return f"{count} neue {self.many}"
        article = self.noun.nominative.split(" ")[0] if self.noun else ""
        adjective = _NEW.get(article)
        return f"{count} {adjective} {self.one}" if adjective else f"{count} {self.one} neu"


def numbers(changes: Iterable[Change], old: Strategy, new: Strategy) -> str:
    """ "30 Änderungen, darunter 13 neue Ziele, 4 entfallen (…)": the sum of all and what it holds.

    Goals of several levels are counted together where all are a Ziel, and then by level.
    """
    given = tuple(changes)
    if not given:
        return "Keine Änderung"
    total = "Eine Änderung" if len(given) == 1 else f"{len(given)} Änderungen"
    by_level: dict[str, Counter[str]] = {}
    for change in given:
        if change.kind in TOLD and not change.key.startswith("text:"):
            by_level.setdefault(change.level, Counter())[change.kind] += 1
    told = "; ".join(_phrases(by_level, old, new))
    every = sum(found.total() for found in by_level.values()) == len(given)
    return f"{total}{':' if every else ', darunter'} {told}" if told else total


def _phrases(by_level: Mapping[str, Counter[str]], old: Strategy, new: Strategy) -> Iterator[str]:
    stufen = {s.name.lower(): s for s in (*old.kopf.stufen, *new.kopf.stufen)}
    order = [s.name.lower() for s in new.kopf.stufen]
    order += [name for name in stufen if name not in order]
    goals = {name: by_level[name] for name in order if name in by_level}
    if "handlungsfeld" in by_level:
        yield _phrase(_kind("handlungsfeld"), by_level["handlungsfeld"])
    levels = [_phrase(_level(stufen[name]), found) for name, found in goals.items()]
    if len(goals) > 1 and together(stufen[name] for name in goals) == GOALS:
        whole = sum(goals.values(), Counter[str]())
        goal = _Name(GOALS.one, GOALS.many, declined(GOALS.one))
        levels = [f"{_phrase(goal, whole)} ({'; '.join(levels)})"]
    yield from levels
    if "empfehlung" in by_level:
        yield _phrase(_kind("empfehlung"), by_level["empfehlung"])


def _phrase(name: _Name, found: Counter[str]) -> str:
    """The first number has the noun: "4 Ziele entfallen, 9 umformuliert"."""
    parts = [(kind, found[kind]) for kind in TOLD if found[kind]]
    (first, count), *rest = parts
    head = name.new(count) if first == "added" else (
        f"{counted(count, name.one, name.many)} {TOLD[first]}"
    )  # fmt: skip
    return ", ".join([head, *(f"{number} {TOLD[kind]}" for kind, number in rest)])


def _level(stufe: Stufe) -> _Name:
    known = declined(stufe.name) or stufe.genitiv or stufe.dativ
    return _Name(stufe.name, stufe.mehrzahl, stufe.noun if known else None)


def _kind(key: str) -> _Name:
    kind = BY_KEY[key]
    return _Name(kind.label, kind.plural, declined(kind.label))
