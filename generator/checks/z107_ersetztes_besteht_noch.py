"""Geprüft wird, ob «ersetzt» nur nennt, was entfallen ist. Ausgenommen ist ein neues Ziel, das von einem
abgeteilt wurde, das bleibt: Es darf nennen, woraus es hervorgeht.

Was ersetzt ist, gilt als erledigt; die Synopse sagt dann, ein Ziel nehme ein anderes auf. Stehen
beide noch in der Strategie, widerspricht sie sich.

Beheben: das ersetzte Ziel löschen, wenn es in dem anderen aufgeht, sonst die Angabe «ersetzt» löschen.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity

CODE = "Z107"
SEVERITY = Severity.ERROR
TITLE = "Ersetztes Element besteht noch"
AFTER = frozenset({"Z017"})


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each element that is said to be replaced and is still there."""
    former = context.former
    if former is None:
        return
    there = {element.id for element in context.wordings}
    for element in context.wordings:
        for index, replaced in enumerate(element.ersetzt):
            split_off = element.id not in former and replaced in former
            if replaced in there and replaced != element.id and not split_off:
                message = (
                    f"{context.called(element.id)}: {context.both(replaced)} gibt es noch; ersetzt werden kann nur, "
                    f"was entfällt. {replaced} löschen oder die Angabe bei «ersetzt»."
                )
                yield context.at_element(CODE, SEVERITY, element.id, message, "ersetzt", index)
