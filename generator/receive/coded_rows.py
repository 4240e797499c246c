"""Rows whose lines between the cells were not drawn: a word, a code and a wording, apart again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from generator.receive.foreign import ForeignLine, Passage

_CODED = re.compile(
    r"(?P<word>[A-ZÄÖÜ][\wäöüß-]+(?: \d{1,3})?) (?P<code>[A-ZÄÖÜ]{1,4}[-. ]?\d{1,3}) (?P<rest>\S.*)"
)
_LEAST = 2
"""Times that a word stands before such codes at least."""


def coded_rows(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Passages as they are, but for those that begin so, where the same word does it again."""
    found = [_coded(passage) for passage in passages]
    words = Counter(match["word"].split()[0] for match in found if match)
    table = max((passage.table for passage in passages), default=0)
    for passage, match in zip(passages, found, strict=True):
        if match is None or words[match["word"].split()[0]] < _LEAST:
            yield passage
            continue
        lines = passage.cells[0] if passage.cells else passage.lines
        first = lines[0]
        cells = (
            (replace(first, text=match["word"]),),
            (replace(first, text=match["code"]),),
            (replace(first, text=match["rest"]), *lines[1:]),
        )
        yield Passage(_every(cells), "row", cells=cells, table=passage.table or table + 1)


def _coded(passage: Passage) -> re.Match[str] | None:
    if passage.kind == "row":
        others = [line for cell in passage.cells[1:] for line in cell if line.text.strip()]
        return None if others or not passage.cells else _CODED.fullmatch(passage.cells[0][0].text)
    return _CODED.fullmatch(passage.lines[0].text.strip()) if passage.kind == "text" else None


def _every(cells: tuple[tuple[ForeignLine, ...], ...]) -> tuple[ForeignLine, ...]:
    return tuple(line for cell in cells for line in cell)
