"""The lines behind "Zuständigkeit" to the bodies that they name, each as it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from generator.likeness import FULL_LINE
from generator.receive.foreign import ForeignLine, without_signs
from generator.receive.line_joints import LineJoiner
from generator.receive.plain_passages import BULLET

BodyRole = Literal["federfuehrung", "mitwirkung"]
_GOES_ON = re.compile(
    r".*(?:[-,/&(]|\b(?:und|oder|sowie|der|die|das|des|dem|den|für|von|vom|im|in|mit|am|zum|zur|bzw\.))\s*"
)
_COMMA = re.compile(r"(?<!-)[,;]\s+(?![^()]*\))|\s*[•|]\s*")
_ROLE = re.compile(
    r"\s*\((?P<role>Mitwirkung|Federführung|federführend|mitwirkend|Lead)\)\s*$", re.IGNORECASE
)
_AND = re.compile(r"\s+(?:und|sowie|&)\s+")


class NamedBody(Struct, frozen=True):
    """A body as it is printed, and the part that it plays."""

    name: str
    role: BodyRole | None
    line: ForeignLine


def named_bodies(
    lines: Sequence[ForeignLine], joiner: LineJoiner, role: BodyRole | None, width: int
) -> Iterator[NamedBody]:
    """One line may name several, one name may go on over several lines."""
    for group in _groups(lines, width):
        whole = without_signs(joiner.joined(line.text for line in group))
        for part in _COMMA.split(whole):
            name = part.strip(" ,;.")
            own = _ROLE.search(name)
            if own:
                leading = own["role"].lower().startswith(("feder", "lead"))
                name = name[: own.start()].strip()
                yield NamedBody(name, "federfuehrung" if leading else "mitwirkung", group[0])
            elif name:
                yield NamedBody(name, role, group[0])


def _groups(lines: Sequence[ForeignLine], width: int) -> Iterator[list[ForeignLine]]:
    group: list[ForeignLine] = []
    for line in lines:
        found = BULLET.match(line.text)
        text = line.text[found.end() :] if found else line.text
        plain = ForeignLine(text, line.number, line.page)
        if not text.strip():
            continue
        wrapped = bool(group) and not found and _wraps(group[-1].text, width)
        if group and not wrapped:
            yield group
            group = []
        group.append(plain)
    if group:
        yield group


def _wraps(before: str, width: int) -> bool:
    if _GOES_ON.fullmatch(before):
        return True
    return bool(width) and len(before.strip()) >= FULL_LINE * width


def split_pairs(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """ "Jugendamt und Sozialamt" to both, where each of them stands alone somewhere else."""
    known = set(names)
    found: dict[str, tuple[str, ...]] = {}
    for name in known:
        parts = tuple(part.strip() for part in _AND.split(name))
        if len(parts) > 1 and all(part in known for part in parts):
            found[name] = parts
    return found
