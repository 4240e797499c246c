"""The notes at the foot of the pages of a text to notes, and their signs in the text to what can be found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from generator.receive.foreign import ForeignLine, ForeignNote, note_sign
from generator.receive.printed_pages import PagedText

_RULE = re.compile(r"(?: {20,}|\s*[_─―—–-]{8,}\s*)")
"""The line above notes, drawn or of blanks."""
_NOTE = re.compile(r"\s{0,3}(?P<number>\d{1,3})(?:\s+(?=\S)|(?=[A-ZÄÖÜ]))(?P<text>\S.*)")
_SIGN_AFTER = r"(?P<before>[^\W\d_]|(?<!\d)[.,;:]|[!?)\]\"“”«»'’])(?P<gap>\s?){}(?![\d.,%€]|\s?%)"


class NotedText(Struct, frozen=True):
    """A text without the notes at the foot of its pages; ``below`` are lines that stand under them."""

    lines: tuple[ForeignLine, ...]
    notes: tuple[ForeignNote, ...]
    starts: frozenset[int]
    below: frozenset[int]
    rules: tuple[ForeignLine, ...]


class _Found(Struct):
    """What is collected while the lines are read; numbers of lines, not indexes."""

    notes: list[ForeignNote] = field(default_factory=list)
    spent: set[int] = field(default_factory=set)
    below: set[int] = field(default_factory=set)
    rules: list[ForeignLine] = field(default_factory=list)
    signs: dict[int, list[tuple[int, int, int]]] = field(default_factory=dict)


def noted(text: PagedText, raw: Sequence[str]) -> NotedText:
    """Take the notes out of a text; ``raw`` are its lines with the blanks at their ends."""
    found = _Found()
    ends = sorted({*text.starts, len(text.lines)})
    start = 0
    for end in ends:
        _page(text.lines[start:end], raw, found)
        start = end
    kept = tuple(line for line in text.lines if line.number not in found.spent)
    index = {line.number: at for at, line in enumerate(kept)}
    starts = frozenset(_moved(text, index))
    signed = tuple(_signed(line, found.signs.get(line.number, [])) for line in kept)
    below = frozenset(index[number] for number in found.below if number in index)
    return NotedText(signed, tuple(found.notes), starts, below, tuple(found.rules))


def _moved(text: PagedText, index: dict[int, int]) -> Iterator[int]:
    """The starts of pages as indexes of the lines that are left."""
    for start in text.starts:
        numbers = (line.number for line in text.lines[start:])
        left = next((number for number in numbers if number in index), None)
        if left is not None:
            yield index[left]


def _page(lines: Sequence[ForeignLine], raw: Sequence[str], found: _Found) -> None:
    """The notes of one page: what follows its last rule and begins with their numbers."""
    rule = next((at for at, line in reversed(list(enumerate(lines))) if _is_rule(line, raw)), None)
    if rule is None or not any(_NOTE.fullmatch(line.text) for line in lines[rule + 1 :]):
        return
    body = [line for line in lines[:rule] if line.number not in found.spent]
    groups = _groups(lines[rule + 1 :])
    if not groups:
        return
    found.rules.append(lines[rule])
    found.spent.add(lines[rule].number)
    place = (0, 0)
    for number, note in groups:
        own = len(found.notes) + 1
        first = replace(note[0], text=_text(note[0].text))
        found.notes.append(ForeignNote(own, (first, *note[1:]), str(number)))
        found.spent.update(line.number for line in note)
        sign = _sign(body, number, place)
        if sign is not None:
            place = (sign[0], sign[2])
            found.signs.setdefault(body[sign[0]].number, []).append((sign[1], sign[2], own))
    last = groups[-1][1][-1].number
    found.below.update(line.number for line in lines[rule + 1 :] if line.number > last)


def _is_rule(line: ForeignLine, raw: Sequence[str]) -> bool:
    return _RULE.fullmatch(raw[line.number - 1].lstrip("\f")) is not None


def _text(text: str) -> str:
    found = _NOTE.fullmatch(text)
    return found["text"] if found else text


def _groups(lines: Sequence[ForeignLine]) -> list[tuple[int, list[ForeignLine]]]:
    """The notes with their numbers, each one more than the one before; a blank line ends the last."""
    groups: list[tuple[int, list[ForeignLine]]] = []
    ended = False
    for line in lines:
        found = _NOTE.fullmatch(line.text)
        number = int(found["number"]) if found else None
        if number is not None and (not groups or number == groups[-1][0] + 1):
            groups.append((number, [line]))
            ended = False
        elif line.text.strip() and groups and not ended:
            groups[-1][1].append(line)
        elif groups:
            ended = True
    return groups


def _sign(
    lines: Sequence[ForeignLine], number: int, place: tuple[int, int]
) -> tuple[int, int, int] | None:
    """Index of a line, start and end of the sign of a note; the first behind a place, glued ones first."""
    pattern = re.compile(_SIGN_AFTER.format(number))
    loose = None
    for at in range(place[0], len(lines)):
        for match in pattern.finditer(lines[at].text, place[1] if at == place[0] else 0):
            start, end = match.end("before"), match.end()
            if not match["gap"]:
                return at, start, end
            if loose is None and not lines[at].text[end:].strip():
                loose = at, start, end
    return loose


def _signed(line: ForeignLine, signs: Sequence[tuple[int, int, int]]) -> ForeignLine:
    """A line with the signs of notes in place of their printed numbers."""
    text = line.text
    for start, end, number in sorted(signs, reverse=True):
        text = text[:start] + note_sign(number) + text[end:]
    return line if text == line.text else replace(line, text=text)
