"""A comparison to findings: changes and their reasons that do not fit each other, and proposals.

The manual entries stand in generator/checks/comparing.py.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Protocol

from generator.checks.comparing import SEVERITIES
from generator.compare.changes import Change
from generator.compare.comparison import Comparison
from generator.compare.content import STRATEGY, table
from generator.compare.description import Describer
from generator.finding import Finding, Position
from generator.likeness import EDITORIAL_KEPT, SPELT_ALIKE
from generator.model.kinds import KINDS, KINDS_BY_WORD

REASONS = "changes.yaml"
WHOLE = frozenset({"added", "removed", "moved"})
"""Kinds of change that alter what the strategy holds, and not how it says it."""


class Places(Protocol):
    """Where elements and reasons stand in the files of the new edition."""

    def of(self, identity: str, *path: str | int) -> Position:
        """An element."""

    def at(self, name: str, *path: str | int) -> Position:
        """A value of a file."""


def inconsistencies(comparison: Comparison, places: Places) -> list[Finding]:
    """All findings; reasons are judged only against the edition they were written for."""
    found = list(proposals(comparison, places))
    if comparison.old.kopf.fassung.kennung == comparison.new.kopf.fassung.vorgaenger:
        if comparison.new.kopf.fassung.status == "entwurf":
            found += changes_without_reason(comparison, places)
        found += reasons_without_change(comparison, places)
        found += editorial_rewritings(comparison, places)
    return sorted(found, key=lambda finding: (finding.rule, finding.position))


def changes_without_reason(comparison: Comparison, places: Places) -> Iterator[Finding]:
    """Z701: a hint for each change that nobody classified yet."""
    namer = _Namer(comparison)
    for entry in comparison.changes:
        if entry.reason is None:
            change, word = entry.change, KINDS[entry.change.kind]
            place = places.at(REASONS) if change.after is None else places.of(change.id)
            yield _finding("Z701", change.id, place, (
                f"{namer.called(change.id)} ist geändert ({word}), aber nicht begründet. In "
                f"changes.yaml einen Eintrag «id: {change.id}, art: {word}» mit einstufung und "
                "begruendung ergänzen."
            ))  # fmt: skip


def reasons_without_change(comparison: Comparison, places: Places) -> Iterator[Finding]:
    """Z702: a warning for each reason that belongs to no change; unknown kinds are Z602."""
    namer = _Namer(comparison)
    happened: dict[str, list[str]] = {}
    for entry in comparison.changes:
        happened.setdefault(entry.change.id, []).append(entry.change.kind)
    for index, reason in enumerate(comparison.new.aenderungen):
        kind = KINDS_BY_WORD.get(reason.art.lower())
        if kind is None or kind in happened.get(reason.id, ()):
            continue
        others = [KINDS[other] for other in dict.fromkeys(happened.get(reason.id, ()))]
        what = f"; geändert ist: {', '.join(others)}" if others else ""
        yield _finding("Z702", reason.id, places.at(REASONS, "aenderungen", index, "id"), (
            f"{namer.called(reason.id)}: Begründet ist «{reason.art}», doch so hat es sich gegenüber "
            f"der Fassung {comparison.old.kopf.fassung.kennung} nicht geändert{what}. Den Eintrag "
            "löschen oder berichtigen."
        ))  # fmt: skip


def editorial_rewritings(comparison: Comparison, places: Places) -> Iterator[Finding]:
    """Z703: a warning where a change said to be editorial hardly can be.

    That is a wording that shares few words with the old one, and an element new, gone or moved
    for which the table asks for the Kreistag.
    """
    namer = _Namer(comparison)
    at = {
        (reason.id, KINDS_BY_WORD.get(reason.art.lower())): index
        for index, reason in enumerate(comparison.new.aenderungen)
    }
    for entry in comparison.changes:
        change = entry.change
        if (change.id, change.kind) not in at or not entry.editorial:
            continue
        why = ""
        if change.kind in WHOLE and entry.otherwise == "kreistag":
            why = "braucht sonst aber einen Beschluss des Kreistages"
        elif _is_wording(change) and _kept(_words(change.old), _words(change.new)) < EDITORIAL_KEPT:
            why = "tauscht aber die meisten Wörter aus"
        if why:
            index = at[change.id, change.kind]
            yield _finding("Z703", change.id, places.at(REASONS, "aenderungen", index, "einstufung"), (
                f"{namer.called(change.id)}: Die Änderung ({KINDS[change.kind]}) gilt als "
                f"redaktionell, {why}. Als inhaltlich einstufen oder bestätigen."
            ))  # fmt: skip


def proposals(comparison: Comparison, places: Places) -> Iterator[Finding]:
    """Z704: the hints at splits, merges and re-used wordings, at the element that would say it."""
    for hint in comparison.hints:
        yield _finding("Z704", hint.heirs[0], places.of(hint.heirs[0]), hint.sentence)


def _is_wording(change: Change) -> bool:
    both = change.old is not None and change.new is not None
    return both and change.kind in ("reworded", "text") and change.key != STRATEGY  # but no remarks


def _words(text: str | None) -> list[str]:
    return re.findall(r"\w+", (text or "").lower())


def _kept(old: list[str], new: list[str]) -> float:
    """The share of words that both texts have, wherever, or that are only spelt otherwise; 0 to 1."""
    gone, come = Counter(old) - Counter(new), Counter(new) - Counter(old)
    same = len(new) - come.total()
    alike = sum(map(_alike, gone.elements(), come.elements()))
    return (same + alike) / max(len(old), len(new), 1)


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= SPELT_ALIKE


def _finding(rule: str, identity: str, place: Position, message: str) -> Finding:
    return Finding(rule, SEVERITIES[rule], message, place, identity)


class _Namer:
    """Names elements as a message does: "Prozessziel PZ06"."""

    def __init__(self, comparison: Comparison) -> None:
        sides = (table(comparison.new), table(comparison.old))
        self._sides = [(content, Describer(content)) for content in sides]

    def called(self, identity: str) -> str:
        for content, describer in self._sides:
            if key := content.owners.get(identity):
                return describer.named(key)
        return "Strategie" if identity == STRATEGY else identity
