"""Whether a word in capitals is an ordinary one: of a heading, stressed, or shouted with others."""

from __future__ import annotations

import re

_SHOUTED = re.compile(r"[A-ZÄÖÜẞ]{2,}(?:[:!?]?[ \t]+|[:-]|-[ \t]+|[ \t]+[–&-][ \t]+)?")
_FEW, _LONG_WORD = 3, 5
"""So many words in capitals in a row, one of them so long, are shouted; of two words both."""
_NEAR = 120
"""Characters on both sides among which a row of words in capitals is looked for."""
_HEADING = re.compile(r"[ \t]*(?:#|\*\*|__)")


def ordinary(word: str, words: frozenset[str]) -> bool:
    """Whether a word in capitals is a usual one: ``words`` of the texts have it in small letters."""
    return len(word) >= _LONG_WORD and (word.capitalize() in words or word.lower() in words)


def shouted(text: str, start: int, word: str) -> bool:
    """Whether a word stands in a heading in capitals, or in a row of words that are all in capitals."""
    first = text.rfind("\n", 0, start) + 1
    begin = max(first, start - _NEAR)
    line = text[begin : start + _NEAR].split("\n", 1)[0]
    if _HEADING.match(text, first):
        letters = [sign for sign in line if sign.isalpha()]
        if sum(map(str.isupper, letters)) * 5 >= len(letters) * 4:
            return True
    row: list[str] = []
    last = -1
    for match in _SHOUTED.finditer(line):
        if match.start() != last:
            if last > start - begin:
                break
            row = []
        row.append(match[0].rstrip(" \t:!?–&-"))
        last = match.end()
    if word not in row:
        return False
    longest, shortest = max(map(len, row)), min(map(len, row))
    return longest >= _LONG_WORD and (
        len(row) >= _FEW or (len(row) > 1 and shortest >= _LONG_WORD - 1)
    )
