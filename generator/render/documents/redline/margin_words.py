"""A comparison and its telling to what stands at the margin of the Änderungsfassung."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from generator.compare.approval import ApprovedChange
from generator.compare.comparison import Comparison
from generator.model.change_kinds import CHANGES
from generator.render.documents.redline.margin import MarginTexts
from generator.render.documents.together.moves import Moves

if TYPE_CHECKING:  # the words of a telling are loaded where something is told
    from generator.render.documents.telling.sides import Sides
    from generator.render.documents.telling.teller import Telling

WHERE = frozenset({"moved", "reordered"})
SHOWN = frozenset({"reworded", "responsibility", "addressee"})
"""Kinds of change to what moved besides, of which the margin says how it was."""
REST = "Änderungen ohne eigene Stelle in diesem Dokument:"
"""Before what is told of registers that are not printed in it, of names and of levels."""


def margin_texts(comparison: Comparison, moved: Moves, telling: Telling | None) -> MarginTexts:
    """What is said of each element; reasons and votes only with the ``telling`` of them."""
    reasons: Mapping[str, tuple[str, ...]] = {}
    prose: Mapping[str, tuple[str, ...]] = {}
    if telling is not None:
        from generator.render.documents.redline.margin_reasons import reasons_of

        reasons, prose = reasons_of(telling, comparison.new.kopf)
    harmless = all(entry.editorial for entry in comparison.changes)
    only = frozenset() if harmless else _editorial(comparison)
    return MarginTexts(only, _former(comparison, moved), reasons, prose, harmless)


def _editorial(comparison: Comparison) -> frozenset[str]:
    """The IDs of elements of which no change touches the meaning."""
    told: dict[str, bool] = {}
    for entry in comparison.changes:
        told[entry.change.id] = told.get(entry.change.id, True) and bool(entry.editorial)
    return frozenset(name for name, only in told.items() if only)


def _former(comparison: Comparison, moved: Moves) -> Mapping[str, tuple[str, ...]]:
    """Of what moved and changed besides: what it said before."""
    found: dict[str, tuple[str, ...]] = {}
    besides = [
        entry
        for entry in comparison.changes
        if entry.change.id in moved.new and entry.change.kind not in WHERE
    ]
    if besides:
        from generator.render.documents.telling.sides import Sides

        sides = Sides(comparison.before, comparison.after)
        for entry in besides:
            lines = tuple(_before(entry, sides))
            found[entry.change.id] = (*found.get(entry.change.id, ()), *lines)
    return found


def _before(entry: ApprovedChange, sides: Sides) -> Iterator[str]:
    kind = entry.change.kind
    if kind in ("added", "removed"):
        return
    noun = "Wortlaut" if kind == "reworded" else CHANGES[kind].noun
    old = sides.of(entry.change)[0] if kind in SHOWN else None
    if old is None:
        told = CHANGES[kind].label
        yield f"{told[0].upper()}{told[1:]}."
    else:
        from generator.render.documents.telling.vote_words import quoted

        yield f"{noun} bisher: {quoted(old).replace(chr(10), ' / ')}"
