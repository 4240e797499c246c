"""Geprüft wird, ob eine Änderung am Wortlaut oder Text, die in changes.yaml als redaktionell eingestuft
ist, die meisten Wörter austauscht. Berichtigte Schreibfehler zählen dabei nicht als neue Wörter.
Gemeldet wird auch, wenn ein Element neu ist, entfällt oder verschoben wird, das nach den
Beschlussregeln einen Beschluss braucht, und dies als redaktionell gilt.

Eine redaktionelle Änderung lässt den Sinn unberührt und kommt ohne Beschluss aus. Wo kaum ein Wort
bleibt, sollte das jemand bestätigen.

Beheben: als inhaltlich einstufen. Bleibt der Sinn wirklich gleich, den Befund unter «abweichungen»
in strategy.yaml mit Grund anerkennen.

Diese Regel vergleicht mit der Vorgängerfassung. Ihre Befunde zeigen deshalb «strategie diff» und
«strategie build»; «strategie check» nur mit «--strict», ohne sie zu werten.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.likeness import EDITORIAL_KEPT, SPELT_ALIKE
from generator.model.change_kinds import CHANGES, explained
from generator.model.kinds import STRATEGY

if TYPE_CHECKING:
    from generator.compare.approval import ApprovedChange
    from generator.compare.changes import Change, Side

CODE = "Z703"
SEVERITY = Severity.WARNING
TITLE = "Als redaktionell eingestuft, aber weitgehend neu"
COMPARES = True

WHOLE = frozenset({"added", "removed", "moved"})
"""Kinds of change that alter what the strategy holds, and not how it says it."""


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each change said to be editorial that hardly can be."""
    at = {
        about: index
        for index, reason in enumerate(context.strategy.aenderungen)
        for about in explained(reason)
    }
    for entry in context.judged_changes:
        change = entry.change
        why = _doubt(context, entry) if entry.editorial and (change.id, change.kind) in at else ""
        if why:
            message = (
                f"{context.called(change.id)}: Die Änderung ({CHANGES[change.kind].word}) gilt als "
                f"redaktionell, {why}. Als inhaltlich einstufen oder bestätigen."
            )
            index = at[change.id, change.kind]
            yield context.at_reason(CODE, SEVERITY, index, message, "einstufung", about=change.id)


def _doubt(context: CheckContext, entry: ApprovedChange) -> str:
    change = entry.change
    if change.kind in WHOLE and entry.overruled:
        gremien = context.strategy.kopf.deciding
        whose = next(body.noun.genitive for body in gremien if body.key == entry.overruled)
        return f"braucht sonst aber einen Beschluss {whose}"
    kept = _kept(_words(change.before), _words(change.after))
    if _is_wording(change) and kept < EDITORIAL_KEPT:
        return "tauscht aber die meisten Wörter aus"
    return ""


def _is_wording(change: Change) -> bool:
    both = change.before is not None and change.after is not None
    return both and change.kind in ("reworded", "text") and change.key != STRATEGY  # but no remarks


def _words(side: Side) -> list[str]:
    from generator.compare.changes import wording  # the check alone has nothing to compare

    return re.findall(r"\w+", wording(side).lower())


def _kept(old: list[str], new: list[str]) -> float:
    """The share of words that both texts have, wherever, or that are only spelt otherwise; 0 to 1."""
    gone, come = Counter(old) - Counter(new), Counter(new) - Counter(old)
    same = len(new) - come.total()
    alike = sum(map(_alike, gone.elements(), come.elements()))
    return (same + alike) / max(len(old), len(new), 1)


def _alike(one: str, other: str) -> bool:
    from difflib import SequenceMatcher  # only where something is said to be editorial

    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= SPELT_ALIKE
