"""The statements of a review to the sentence that ends it: what of them can be taken over."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.german import counted
from generator.model.review import Statement


def verdict(statements: Sequence[Statement]) -> str:
    """What is to be done with all of it."""
    if not statements:
        return "Keine Änderungen und keine Anmerkungen."
    changes = [one for one in statements if one.kind != "comment"]
    if not changes:
        return "Nur Anmerkungen; kein Wort ist geändert."
    ready, stands = sum(one.applicable for one in changes), sum(one.stands for one in changes)
    number = counted(len(changes), "Änderung", "Änderungen")
    there = counted(stands, "steht", "stehen") + " schon in der Strategie"
    if stands == len(changes):
        return f"{number}; {'sie steht' if stands == 1 else 'alle stehen'} schon in der Strategie."
    if ready:
        waits = any(one.applicable and one.decision == "offen" for one in changes)
        how = "--apply --offene" if waits else "--apply"
        more = f"; {there}" if stands else ""
        return f"{number}, davon {ready} mit «{how}» zu übernehmen{more}."
    if stands:
        return f"{number}: {there}, von den übrigen lässt sich keine so übernehmen."
    return f"{number}, keine davon lässt sich so übernehmen."
