"""A list of goals as people have it (pasted from an e-mail or a table) to the tree that it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.errors import GeneratorError
from generator.finding import Severity
from generator.read.decode import decode

_BULLET = re.compile(r"(?:[-*•·–—▪◦o](?:\s+|$))?")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*[.)]?\s+")
_FIELD = re.compile(r"#+(?:\s+(?P<title>.*))?")
_TAB = 4


class ListedGoal(Struct, frozen=True):
    """One line: its words, how deep it stands (0: first level), where (from 1)."""

    text: str
    depth: int
    line: int


class ListedField(Struct, frozen=True):
    """A Handlungsfeld ("" before the first that is named) with its goals in order."""

    title: str
    goals: tuple[ListedGoal, ...]


def listed_fields(file: str, data: bytes, depth: int) -> tuple[ListedField, ...]:
    """One goal a line, below what stands less far to the right; ``# Titel`` names a Handlungsfeld.

    Marks of a list are left out, numbers only where every line has one. ``depth``: how many levels
    there are. GeneratorError, with the line, for what is no text, stands too deep or left of the first goal.
    """
    decoded = decode(file, data, tabs_allowed=True)
    wrong = [f for f in decoded.findings if f.severity is Severity.ERROR]
    if wrong:
        raise GeneratorError(f"{file}:{wrong[0].position.line}: {wrong[0].message}")
    lines = [line.expandtabs(_TAB) for line in decoded.text.split("\n")]
    fields = list(_fields(file, lines, depth))
    if not any(field.goals for field in fields):
        raise GeneratorError(
            f"In {file} steht kein Ziel.",
            "Je Zeile ein Ziel schreiben; eingerückte stehen darunter.",
        )
    return tuple(field for field in fields if field.title or field.goals)


def _fields(file: str, lines: Sequence[str], depth: int) -> Iterator[ListedField]:
    title, part = "", list[tuple[int, str]]()
    numbered = _numbered(lines)
    for number, line in enumerate(lines, 1):
        heading = _FIELD.fullmatch(line.strip())
        if heading:
            yield ListedField(title, tuple(_goals(file, part, depth, numbered)))
            title, part = _single_spaced(heading["title"] or ""), []
            if not title:
                raise GeneratorError(
                    f"{file}:{number}: Hinter # fehlt der Name des Handlungsfelds."
                )
        elif line.strip():
            part.append((number, line))
    yield ListedField(title, tuple(_goals(file, part, depth, numbered)))


def _numbered(lines: Sequence[str]) -> bool:
    """Whether numbers are those of a list: "2030 ist …" begins a single line only."""
    goals = [_unmarked(line) for line in lines if line.strip() and not line.strip().startswith("#")]
    return bool(goals) and all(_NUMBER.match(goal) for goal in goals)


def _single_spaced(text: str) -> str:
    """Spaces that hold words together on purpose stay."""
    return re.sub(" +", " ", text).strip()


def _unmarked(line: str) -> str:
    return _BULLET.sub("", line.strip(), count=1)


def _goals(
    file: str, part: Sequence[tuple[int, str]], depth: int, numbered: bool
) -> Iterator[ListedGoal]:
    columns: list[int] = []
    for number, line in part:
        column = len(line) - len(line.lstrip())
        while columns and column < columns[-1]:
            columns.pop()
        if not columns or column > columns[-1]:
            if not columns and number != part[0][0]:
                raise GeneratorError(
                    f"{file}:{number}: Die Zeile steht weiter links als die erste.",
                    "Ziele der ersten Stufe gleich weit einrücken.",
                )
            columns.append(column)
        if len(columns) > depth:
            raise GeneratorError(
                f"{file}:{number}: Die Zeile steht auf Ebene {len(columns)}, die Strategie hat "
                f"{depth} {'Stufe' if depth == 1 else 'Stufen'}.",
                "Weniger weit einrücken, oder mit --stufen mehr Stufen nennen.",
            )
        text = _unmarked(line)
        text = _single_spaced(_NUMBER.sub("", text, count=1) if numbered else text)
        if not text:
            raise GeneratorError(f"{file}:{number}: Die Zeile nennt kein Ziel.", "Sie löschen.")
        yield ListedGoal(text, len(columns) - 1, number)
