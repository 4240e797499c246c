"""An outline and its strategy to what was not decided: each with the place and a question."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import groupby

from generator.importing.doubt_words import called_goal, doubt_at, shown_text
from generator.importing.receipt import Doubt
from generator.importing.shortfalls import shortfalls
from generator.match.recognised.outline import Outline, OutlineNode
from generator.match.recognised.seen_signs import row_start
from generator.receive.foreign import ForeignDocument

_ODD_CODE = re.compile(
    r"\s*(?P<code>[A-ZÄÖÜ]{1,5}[-. ]?(?:neu|NEU)[-. ]?\d{0,3})[.:)]?\s+[A-ZÄÖÜ„]"
)
"""A code that was given in passing, before the goal had a number: "Üneu1", "Vneu"."""


def doubts(
    document: ForeignDocument, outline: Outline, names: Mapping[int, str], noted: Container[int]
) -> Iterator[Doubt]:
    """``names`` gives the ID of what begins in a line, ``noted`` the notes that stand in a text."""
    yield from _unplaced(document, noted)
    yield from _odd_codes(document, outline)
    unit = document.unit
    moved = [node for node in outline.goals() if node.own and node.own.passage.below]
    tops = [node for node in moved if not any(node in other.children for other in moved)]
    for node in tops:
        called = called_goal(node, names)
        yield doubt_at(
            node.own.passage.lines[0] if node.own else None,
            shown_text(node.lines),
            f"{called} steht in der Vorlage unter den Fußnoten der Seite; das Layout hat den Block vermutlich "
            "verschoben. Steht er im Ergebnis am richtigen Ort?",
        )
    yield from _empty_groups(outline, tops, unit)
    yield from _orphaned(outline, names)
    yield from shortfalls(document, outline, names)
    for stray in outline.strays:
        line = stray.passage.lines[0]
        named = f"«{stray.label}» steht" if stray.label else "Das steht"
        yield doubt_at(
            line,
            f"{stray.label}: {shown_text(stray.lines)}" if stray.label else shown_text(stray.lines),
            f"{named} hinter keinem Ziel; die Angabe steht jetzt im Text. Wozu gehört sie?",
        )


def _empty_groups(outline: Outline, tops: Sequence[OutlineNode], unit: str) -> Iterator[Doubt]:
    """Headings under which a goal was to be expected; those of the same words are asked about once."""
    alike = Counter(shown_text(group.lines) for group in outline.empty_groups)
    for group in outline.empty_groups:
        times = alike.pop(shown_text(group.lines), 0)
        if not times:
            continue
        near = next((n for n in tops if n.own and n.own.first > group.first), None)
        hint = "Gehört ein Ziel hierher?"
        if near is not None and near.own is not None and near.level is not None:
            hint = f"Vielleicht gehört das {near.level.stufe} in {unit} {near.own.first} hierher."
        yield doubt_at(
            group.lines[0],
            shown_text(group.lines),
            f"Überschrift ohne Ziel{f' (an {times} Stellen)' if times > 1 else ''}; "
            f"{hint[0].lower()}{hint[1:]}",
        )


def _orphaned(outline: Outline, names: Mapping[int, str]) -> Iterator[Doubt]:
    """Goals below none of the level above; those that follow each other are asked about once."""
    alone = {id(node) for node in outline.orphans}
    for own, run in groupby(outline.goals(), lambda node: id(node) in alone):
        nodes = list(run) if own else []
        if not nodes:
            continue
        first, *more = nodes
        called = called_goal(first, names)
        said = (
            f"{called} steht"
            if not more
            else f"{called} bis {called_goal(nodes[-1], names)} stehen"
        )
        yield doubt_at(
            first.own.passage.lines[0] if first.own else None,
            shown_text(first.lines),
            f"{said} nicht unter einem Ziel der Stufe darüber. Wohin {'gehören sie' if more else 'gehört es'}?",
        )


def _unplaced(document: ForeignDocument, noted: Container[int]) -> Iterator[Doubt]:
    """Notes whose sign stands nowhere."""
    for note in document.notes:
        if note.number not in noted:
            called = note.printed or note.number
            question = (
                f"Das Zeichen der Fußnote {called} ist im Text nicht gefunden. Wohin gehört sie?"
            )
            yield Doubt(note.lines[0], shown_text(note.lines), question)


def _odd_codes(document: ForeignDocument, outline: Outline) -> Iterator[Doubt]:
    """Lines that begin like a goal with a code of no known form, in a source whose goals have codes."""
    begun = {node.own.first for node in outline.goals() if node.own}
    if not any(node.own and node.own.code for node in outline.goals()):
        return
    starts = (
        (line, row_start(passage) if passage.cells else line.text)
        for passage in document.passages
        for line in (passage.lines[:1] if passage.cells else passage.lines)
    )
    for line, text in starts:
        found = _ODD_CODE.match(text)
        if found and line.number not in begun:
            yield doubt_at(
                line,
                " ".join(text.split()),
                f"«{found['code']}» sieht aus wie ein Kürzel, ist aber nicht als solches erkannt; "
                "die Zeile steht jetzt im Text davor. Beginnt hier ein eigenes Ziel?",
            )
