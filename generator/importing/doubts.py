"""An outline and its strategy to what was not decided: each with the place and a question."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping

from generator.importing.receipt import Doubt
from generator.match.recognised.outline import Outline, OutlineNode
from generator.receive.foreign import ForeignDocument, ForeignLine, without_signs

_LONGEST = 120
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
    for group in outline.empty_groups:
        near = next((n for n in tops if n.own and n.own.first > group.first), None)
        hint = "Gehört ein Ziel hierher?"
        if near is not None and near.own is not None and near.level is not None:
            hint = f"Vielleicht gehört das {near.level.stufe} in {unit} {near.own.first} hierher."
        yield _doubt(
            group.lines[0],
            _text(group.lines),
            f"Überschrift ohne Ziel; {hint[0].lower()}{hint[1:]}",
        )
    for node in outline.orphans:
        yield _doubt(
            node.own.passage.lines[0] if node.own else None,
            _text(node.lines),
            f"{_called(node, names)} steht nicht unter einem Ziel der Stufe darüber. Wohin gehört es?",
        )
    for stray in outline.strays:
        line = stray.passage.lines[0]
        yield _doubt(
            line,
            f"{stray.label}: {_text(stray.lines)}",
            f"«{stray.label}» steht hinter keinem Ziel; die Angabe steht jetzt im Text. Wozu gehört sie?",
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
