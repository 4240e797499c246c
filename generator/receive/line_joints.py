"""Lines that a layout broke to the text they were: hyphens at their ends undone where they part a word."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct, field

_SOFT = "\u00ad"
_LONGEST_WORD = 100
_END = re.compile(r"[\w-]*\w$")
_FIRST = re.compile(r"[\w-]*\w|\w")
_GOES_ON = frozenset(("und", "oder", "sowie", "bzw", "bis", "noch", "als", "beziehungsweise", "u"))
"""Before such a word a hyphen at the end of a line stands for a part left out: "Lern- und Lebensort"."""
_WORD = re.compile(r"\w[\w-]*\w")


class LineJoiner(Struct, frozen=True):
    """Joins lines; ``words`` are those that stand within lines of the source, which decide in doubt."""

    words: frozenset[str] = field(default_factory=frozenset)

    def joined(self, lines: Iterable[str]) -> str:
        """One paragraph with one space for every white space; nothing else is changed."""
        text = ""
        for line in lines:
            text = self._added(text, " ".join(line.split()))
        return text

    def _added(self, text: str, line: str) -> str:
        if not text or not line:
            return text or line
        if text.endswith(_SOFT):
            return text[:-1] + line
        last, first = _last_word(text), _FIRST.match(line)
        if not last or first is None:
            return f"{text} {line}"
        if first[0].lower() in _GOES_ON and not self._known(last + first[0]):
            return f"{text} {line}"
        if self._is_whole(last, first[0]):
            return text[:-1] + line
        return text + line

    def _is_whole(self, last: str, first: str) -> bool:
        """Whether the hyphen only parts a word at the end of a line."""
        if self._known(f"{last}-{first}"):
            return False
        if self._known(last + first):
            return True
        return first[:1].islower() and last[-1:].isalpha()

    def _known(self, word: str) -> bool:
        return word.lower() in self.words


def _last_word(text: str) -> str:
    """The word before a hyphen at the end; looked at is only the end, for the text may be long."""
    if not text.endswith("-"):
        return ""
    found = _END.search(text[-_LONGEST_WORD:-1])
    return found[0] if found else ""


def joiner(lines: Iterable[str]) -> LineJoiner:
    """Of a source: its words that no end of a line parts."""
    found: set[str] = set()
    for line in lines:
        words = [match[0].lower() for match in _WORD.finditer(line)]
        if line.rstrip().endswith(("-", _SOFT)):
            words = words[:-1]
        found.update(words)
    return LineJoiner(frozenset(found))
