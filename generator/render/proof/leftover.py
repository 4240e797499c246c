"""Printed text to the signs of markup in it that had no effect and now stand there like letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.model.print_gap import PrintGap
from generator.model.text import Prosatext

_SIGNS = re.compile(
    r"\*\*\*?|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])"  # emphasis, not Schüler*innen
    r"|~~(?=\S)|(?<=\S)~~"  # struck through elsewhere
    r"|\]\([^)\n]*\)|\]\[\w*\]|^\[\w+\]:|\[[^\[\]\n@]*\s@\w+[^\[\]\n]*\]"  # links and citations
    r"|^={3,}$|(?<=\s)={4,}(?=\s|$)|^#{1,6}(?=[^\s#])|`+"  # underlined headings, code
    r"|^(?:<{7}|>{7}|={7})(?= |$)",  # marks of a conflict in git
    re.MULTILINE,
)


def leftovers(shown: Iterable[str], text: Prosatext, raw: str, start: int) -> Iterator[PrintGap]:
    """One gap for each sign; it stands in the file as it is printed, so it is found there."""
    for paragraph in shown:
        for match in _SIGNS.finditer(paragraph):
            found = raw.find(match[0], start)
            place = found if found >= 0 else start
            start = place + len(match[0])
            around = paragraph[max(0, match.start() - 15) : match.end() + 25].split("\n")[0]
            yield PrintGap("markup", text.id, text.stelle, place, match[0], around.strip())
