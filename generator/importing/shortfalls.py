"""What a source seems to hold beyond the goals that were recognised, as questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.importing.broken_lists import broken_lists
from generator.importing.doubt_words import called_goal, doubt_at, shown_text
from generator.importing.left_out import left_out
from generator.importing.receipt import Doubt
from generator.match.recognised.outline import Outline
from generator.model.german import counted
from generator.receive.foreign import ForeignDocument

_BELOW = 4
"""Lines below a label within which what it names begins."""


def shortfalls(
    document: ForeignDocument, outline: Outline, names: Mapping[int, str]
) -> Iterator[Doubt]:
    """``names`` gives the ID of what begins in a line."""
    yield from _left_out(outline, names)
    yield from _bare_plurals(document, outline)
    yield from _broken_off(document, outline)


def _left_out(outline: Outline, names: Mapping[int, str]) -> Iterator[Doubt]:
    """Numbers that the count of goals leaves out: they may stand in the source, unrecognised."""
    for gap in left_out(list(outline.goals())):
        node, several = gap.node, gap.first != gap.last
        missing = f"fehlen {gap.first} bis {gap.last}" if several else f"fehlt {gap.first}"
        yield doubt_at(
            node.own.passage.lines[0] if node.own else None,
            shown_text(node.lines),
            f"Vor {called_goal(node, names)} {missing}; gefunden ist zuletzt {gap.before}. "
            f"{'Stehen sie' if several else 'Steht es'} in der Vorlage?",
        )


def _bare_plurals(document: ForeignDocument, outline: Outline) -> Iterator[Doubt]:
    """Labels that only name many of a level ("Projektziele:"), and below which none was recognised."""
    begun = {node.own.first for node in outline.goals() if node.own}
    levels = {n.level.mehrzahl.lower(): n.level.mehrzahl for n in outline.goals() if n.level}
    for many, shown in levels.items():
        lines = [
            line
            for passage in document.passages
            for line in passage.lines
            if line.text.strip().lower() == f"{many}:"
            and not begun.intersection(range(line.number, line.number + _BELOW))
        ]
        if lines:
            more = f" (und {len(lines) - 1} weitere Stellen)" if len(lines) > 1 else ""
            yield doubt_at(
                lines[0],
                f"{shown}:",
                f"Darunter ist nichts als {shown} erkannt{more}. Gehören sie in profil.yaml als art: liste?",
            )


def _broken_off(document: ForeignDocument, outline: Outline) -> Iterator[Doubt]:
    """Items behind a paragraph that breaks off the list of goals they may belong to."""
    levels = {node.level for node in outline.goals() if node.level and node.level.art == "liste"}
    for one in broken_lists(document, {str(sign.wort).lower(): sign for sign in levels}):
        number = len(one.items)
        count = f"{counted(number, 'Punkt', 'Punkte')} danach {'ist' if number == 1 else 'sind'}"
        yield doubt_at(
            one.items[0].lines[0],
            shown_text(one.items[0].lines),
            f"Die Liste unter «{one.head.text.strip()}» ({document.unit} {one.head.number}) ist davor unterbrochen; "
            f"{count} nicht als {one.sign.stufe} übernommen. {'Gehört er' if number == 1 else 'Gehören sie'} dazu?",
        )
