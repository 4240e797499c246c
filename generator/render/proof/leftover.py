"""Printed text to the signs of markup in it that had no effect and now stand there like letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.model.print_gap import PrintGap
from generator.model.text import Prosatext

_EMPHASIS = r"\*\*\*?(?!\))|(?<![\w*])\*(?=[^\s*)])|(?<=[^\s*])\*(?![\w*)])|~~(?=\S)|(?<=\S)~~|`+"
"""Not the star of "Schüler*innen", which stands between letters, and not "*)", which points to a note."""
_LINK = r"(?<=\])\([^)\n]*\)"
_SIGNS = re.compile(
    rf"{_EMPHASIS}|\]\([^)\n]*\)|\]\[\w*\]|^\[\w+\]:|\[[^\[\]\n@]*\s@\w+[^\[\]\n]*\]"
    r"|^={3,}$|(?<=\s)={4,}(?=\s|$)|^#{1,6}(?=[^\s#a-zäöüß])|^##+(?=[a-zäöüß])"
    r"|^(?:<{7}|>{7}|={7})(?= |$)",  # marks of a conflict in git
    re.MULTILINE,
)
_OPENING = re.compile(r"(?<![^\W\d_])\*")
"""A star that is not part of the word before it: without any no emphasis was begun."""
_WORDS = 12
_FIRST = "*~`]=#<>"
"""One of them is in whatever the pattern finds: looked for first, as few paragraphs have any."""
_IN_WORDINGS = re.compile(
    r"\*\*(?=\S)|(?<!\w)\*(?=\w[^*]*\*)|(?<!\w)__?(?=[^\W_][^_]*__?(?!\w))|~~(?=\S)|`+|\]\([^)\n]*\)"
    r"|\]\[\w*\]|<(?=(?:https?://|mailto:)[^\s>]+>)|\\(?=[*_`#\[\]<>~|\\])"
)
"""A single star may stand for a note below; a pair of them is meant as emphasis."""
_FIRST_IN_WORDINGS = "*_~`]<\\"


def leftovers(shown: Iterable[str], text: Prosatext, raw: str, start: int) -> Iterator[PrintGap]:
    """One gap for each sign; it stands in the file as it is printed, so it is found there."""
    for paragraph in shown:
        if not any(map(paragraph.__contains__, _FIRST)):
            continue
        for match in _SIGNS.finditer(paragraph):
            if match[0] == "*" and not _OPENING.search(paragraph):
                continue  # LSBTIQ*, Frauen* und Mädchen*, a note at a word
            places = (raw.find(words, start) for words in _with_words(paragraph, match))
            place = next((found for found in places if found >= 0), start)
            meant = raw.find(_escaped(paragraph, match), start)
            if meant >= 0 and (meant < place or raw[place - 1 : place] == "\\" or place == start):
                start = meant + 2 * len(match[0])
                continue  # written with a backslash: meant as the sign it is
            start = place + len(match[0])
            around = _around(paragraph, match)
            yield PrintGap("markup", text.id, text.stelle, place, match[0], around)


def _escaped(paragraph: str, match: re.Match[str]) -> str:
    """The sign as somebody writes it who wants it printed, with the words behind it."""
    return (
        "".join(f"\\{sign}" for sign in match[0]) + paragraph[match.end() :][:_WORDS].split("\n")[0]
    )


def _with_words(paragraph: str, match: re.Match[str]) -> Iterator[str]:
    """The sign as it is looked for: with the words behind it or before it, as others may stand earlier."""
    yield paragraph[match.start() : match.end() + _WORDS].split("\n")[0]
    yield paragraph[max(0, match.start() - _WORDS) : match.end()].split("\n")[-1]
    yield match[0]


def leftover_in(wording: str) -> tuple[str, str] | None:
    """The signs of markup in a text of YAML, each once, and the words around the first."""
    if not any(map(wording.__contains__, _FIRST_IN_WORDINGS)):
        return None
    match = _IN_WORDINGS.search(wording)
    if match is None:
        return None
    signs = dict.fromkeys(found[0] for found in _IN_WORDINGS.finditer(wording))
    return "», «".join(signs), _around(wording, match)


def _around(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - 15) : match.end() + 25].split("\n")[0].strip()
