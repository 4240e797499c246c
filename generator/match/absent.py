"""Long stretches of the print that are not in a file: parts that were never sent back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.match.normal_text import plain
from generator.render.formats.docx.printed_map import PrintedParagraph

MANY = 20
"""Printed paragraphs that are missing in a row from which on nobody has taken them out one by one."""
ABSENT = (
    "In der Datei fehlen ganze Teile des Dokuments ({}). Sie gelten als nicht mitgeschickt und nicht als "
    "gestrichen; wer sie streichen will, tut das mit Änderungsverfolgung oder von Hand."
)


def absent(printed: Sequence[PrintedParagraph], missing: Sequence[int]) -> list[int]:
    """Those of the missing paragraphs that were not sent back, rather than taken out.

    A stretch at the start or the end, or one from a heading up to the next, that is long.
    """
    told = [n for n, entry in enumerate(printed) if plain(entry.text)]
    ranks = {number: rank for rank, number in enumerate(told)}
    found: list[int] = []
    for run in _runs(missing, ranks):
        edge = run[0] == told[0] or run[-1] == told[-1]
        behind = told[ranks[run[-1]] + 1 :]
        section = _is_title(printed[run[0]]) and (not behind or _is_title(printed[behind[0]]))
        if len(run) >= MANY and (edge or section):
            found += run
    return found


def _runs(missing: Sequence[int], ranks: dict[int, int]) -> Iterator[list[int]]:
    run: list[int] = []
    for number in missing:
        if run and ranks[number] != ranks[run[-1]] + 1:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _is_title(entry: PrintedParagraph) -> bool:
    """Whether it is a heading, or one that the program sets."""
    return entry.address is None or (entry.address.main and entry.address.field == "titel")


def note(printed: Sequence[PrintedParagraph], numbers: Sequence[int]) -> str:
    """A sentence that names the headings among them."""
    titles = [
        plain(entry.text)
        for entry in (printed[number] for number in numbers)
        if entry.address is not None and entry.address.main and entry.address.field == "titel"
    ]
    first = ", ".join(f"«{title}»" for title in titles[:4]) or f"{len(numbers)} Absätze"
    return ABSENT.format(first + (" und weitere" if len(titles) > 4 else ""))
