"""A paragraph to the lines of Markdown that hold it, and to the places in a text where they may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.reviewing.prose_printer import ProseLine
from generator.reviewing.prose_splices import escaped

PutBlock = tuple[str, int]
"""A text with a block in it, and the place right behind that."""

_NUMBERED = re.compile(r"(?P<indent>[ \t]*)(?P<number>\d{1,9})(?P<sign>[.)][ \t]+)")


def blocks(
    words: str, look: str, near: ProseLine | None, follows: ProseLine | None, heading: str
) -> Iterator[tuple[str, bool]]:
    """The lines of a new paragraph between two others, and whether it is an item of a list."""
    for written in dict.fromkeys((words, escaped(words))):
        lines = written.replace("\n", "\\\n")
        if look == "heading":
            yield heading + written.replace("\n", " "), False
        elif look == "item":
            if near is not None and near.place.kind == "item":
                yield next_marker(near.place.marker) + lines, True
            elif follows is not None and follows.place.kind == "item":
                yield follows.place.marker + lines, True
            else:
                yield f"- {lines}", False
        else:
            yield lines, False


def put(
    source: str, near: ProseLine | None, follows: ProseLine | None, block: str, item: bool
) -> PutBlock:
    """The text with a block behind one paragraph and before another."""
    if item and near is not None and near.place.kind == "item":
        at = near.place.end
        return f"{source[:at]}\n{block}{source[at:]}", at + 1 + len(block)
    if item and follows is not None and follows.place.kind == "item":
        at = follows.place.start
        return f"{source[:at]}{block}\n{source[at:]}", at + len(block)
    if near is None:
        return (f"{block}\n\n{source}" if source else block), len(block)
    before, behind = source[: near.place.end], source[near.place.end :].lstrip("\n")
    made = f"{before}\n\n{block}"
    return (f"{made}\n\n{behind}" if behind else made), len(made)


def closed(before: str, behind: str) -> PutBlock:
    """What stands before and behind a block that is gone, and where the latter begins.

    Of the line ends on both sides those stay that part more.
    """
    first, last = before.rstrip("\n"), behind.lstrip("\n")
    ends = max(len(before) - len(first), len(behind) - len(last))
    made = first + "\n" * ends if first and last else first
    return made + last, len(made)


def next_marker(marker: str) -> str:
    """What the item behind one begins with."""
    match = _NUMBERED.match(marker)
    return f"{match['indent']}{int(match['number']) + 1}{match['sign']}" if match else marker


def counted_on(source: str, at: int, expected: int) -> str:
    """The text with the numbers of the items from the line at a place on, where that is one off.

    Numbers are printed as they are typed: where they did not go up one by one, they stay.
    """
    lines = source.split("\n")
    place = source.count("\n", 0, at)
    match = _NUMBERED.match(lines[place]) if place < len(lines) else None
    if match is None or abs(shift := expected - int(match["number"])) != 1:
        return source
    number = int(match["number"])
    while place < len(lines) and (item := _NUMBERED.match(lines[place])):
        if int(item["number"]) != number or item["indent"] != match["indent"]:
            break
        rest = lines[place][item.end() :]
        lines[place] = f"{item['indent']}{number + shift}{item['sign']}{rest}"
        place, number = place + 1, number + 1
    return "\n".join(lines)


def number_of(marker: str) -> int | None:
    """The number of an item; None of any other paragraph."""
    match = _NUMBERED.match(marker)
    return int(match["number"]) if match else None
