"""An outline and its strategy to what was not decided: each with the place and a question."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping

from generator.importing.broken_lists import broken_lists
from generator.importing.left_out import left_out
from generator.importing.receipt import Doubt
from generator.match.recognised.outline import Outline, OutlineNode
from generator.model.german import counted
from generator.receive.foreign import ForeignDocument, ForeignLine, without_signs

_LONGEST = 120
_BELOW = 4
"""Lines below a label within which what it names begins."""
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
        called = _called(node, names)
        yield _doubt(
            node.own.passage.lines[0] if node.own else None,
            _text(node.lines),
            f"{called} steht in der Vorlage unter den Fußnoten der Seite; das Layout hat den Block vermutlich "
            "verschoben. Steht er im Ergebnis am richtigen Ort?",
        )
    alike = Counter(_text(group.lines) for group in outline.empty_groups)
    for group in outline.empty_groups:
        times = alike.pop(_text(group.lines), 0)
        if not times:
            continue
        near = next((n for n in tops if n.own and n.own.first > group.first), None)
        hint = "Gehört ein Ziel hierher?"
        if near is not None and near.own is not None and near.level is not None:
            hint = f"Vielleicht gehört das {near.level.stufe} in {unit} {near.own.first} hierher."
        yield _doubt(
            group.lines[0],
            _text(group.lines),
            f"Überschrift ohne Ziel{f' (an {times} Stellen)' if times > 1 else ''}; "
            f"{hint[0].lower()}{hint[1:]}",
        )
    for node in outline.orphans:
        yield _doubt(
            node.own.passage.lines[0] if node.own else None,
            _text(node.lines),
            f"{_called(node, names)} steht nicht unter einem Ziel der Stufe darüber. Wohin gehört es?",
        )
    yield from _left_out(outline, names)
    yield from _bare_plurals(document, outline)
    yield from _broken_off(document, outline)
    for stray in outline.strays:
        line = stray.passage.lines[0]
        named = f"«{stray.label}» steht" if stray.label else "Das steht"
        yield _doubt(
            line,
            f"{stray.label}: {_text(stray.lines)}" if stray.label else _text(stray.lines),
            f"{named} hinter keinem Ziel; die Angabe steht jetzt im Text. Wozu gehört sie?",
        )


def _left_out(outline: Outline, names: Mapping[int, str]) -> Iterator[Doubt]:
    """Numbers that the count of goals leaves out: they may stand in the source, unrecognised."""
    for gap in left_out(list(outline.goals())):
        node, several = gap.node, gap.first != gap.last
        missing = f"fehlen {gap.first} bis {gap.last}" if several else f"fehlt {gap.first}"
        yield _doubt(
            node.own.passage.lines[0] if node.own else None,
            _text(node.lines),
            f"Vor {_called(node, names)} {missing}; gefunden ist zuletzt {gap.before}. "
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
            yield _doubt(
                lines[0],
                f"{shown}:",
                f"Darunter ist nichts als {shown} erkannt{more}. Gehören sie in profil.yaml als art: liste?",
            )


def _broken_off(document: ForeignDocument, outline: Outline) -> Iterator[Doubt]:
    """Items behind a paragraph that breaks off the list of goals they may belong to."""
    levels = {node.level for node in outline.goals() if node.level and node.level.art == "liste"}
    for one in broken_lists(document, {str(sign.wort).lower(): sign for sign in levels}):
        count = counted(len(one.items), "Punkt", "Punkte")
        yield _doubt(
            one.items[0].lines[0],
            _text(one.items[0].lines),
            f"Die Liste unter «{one.head.text.strip()}» ({document.unit} {one.head.number}) ist davor unterbrochen; "
            f"{count} danach nicht als {one.sign.stufe} übernommen. Gehören sie dazu?",
        )


def _unplaced(document: ForeignDocument, noted: Container[int]) -> Iterator[Doubt]:
    """Notes whose sign stands nowhere."""
    for note in document.notes:
        if note.number not in noted:
            called = note.printed or note.number
            question = (
                f"Das Zeichen der Fußnote {called} ist im Text nicht gefunden. Wohin gehört sie?"
            )
            yield Doubt(note.lines[0], _text(note.lines), question)


def _odd_codes(document: ForeignDocument, outline: Outline) -> Iterator[Doubt]:
    """Lines that begin like a goal with a code of no known form, in a source whose goals have codes."""
    begun = {node.own.first for node in outline.goals() if node.own}
    if not any(node.own and node.own.code for node in outline.goals()):
        return
    for line in (line for passage in document.passages for line in passage.lines):
        found = _ODD_CODE.match(line.text)
        if found and line.number not in begun:
            yield _doubt(
                line,
                _text([line]),
                f"«{found['code']}» sieht aus wie ein Kürzel, ist aber nicht als solches erkannt; "
                "die Zeile steht jetzt im Text davor. Beginnt hier ein eigenes Ziel?",
            )


def _called(node: OutlineNode, names: Mapping[int, str]) -> str:
    level = node.level.stufe if node.level else "Ziel"
    identity = names.get(node.own.first, "") if node.own else ""
    return f"{level} {identity}".strip()


def _doubt(line: ForeignLine | None, text: str, question: str) -> Doubt:
    return Doubt(line, text[:_LONGEST], question)


def _text(lines: object) -> str:
    found: list[ForeignLine] = list(lines)  # type: ignore[call-overload]
    return " ".join(" ".join(without_signs(line.text).split()) for line in found)
