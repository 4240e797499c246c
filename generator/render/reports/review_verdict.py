"""The statements of a review to the sentence that ends it: what of them can be taken over."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.review import Statement


def verdict(statements: Sequence[Statement]) -> str:
    """What is to be done with all of it."""
    if not statements:
        return "Keine Änderungen und keine Anmerkungen."
    changes = [one for one in statements if one.kind != "comment"]
    if not changes:
        return "Nur Anmerkungen; kein Wort ist geändert."
    ready, stands = sum(one.applicable for one in changes), sum(one.stands for one in changes)
    counted = number(len(changes), "Änderung", "Änderungen")
    there = number(stands, "steht", "stehen") + " schon in der Strategie"
    if stands == len(changes):
        return f"{counted}; {'sie steht' if stands == 1 else 'alle stehen'} schon in der Strategie."
    if ready:
        more = f"; {there}" if stands else ""
        return f"{counted}, davon {ready} mit «--apply --offene» zu übernehmen{more}."
    if stands:
        return f"{counted}: {there}, von den übrigen lässt sich keine so übernehmen."
    return f"{counted}, keine davon lässt sich so übernehmen."


def number(count: int, one: str, more: str) -> str:
    """A number with the word that goes with it."""
    return f"{count} {one if count == 1 else more}"
