"""Texts to what in them is prose: every sign in its place, markup and the like filled with a sign of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.corpus import CorpusSource, Prose, text_of
from generator.model.prose_markup import tokens

FILLED = "\ufffc"
"""Stands for each sign that is no prose; neither a letter nor a space."""
_NO_PROSE = (
    r"(?m)(?s:^```.*?^```)|(?<!<)</?[a-z][^<>\n]*>"
    r"|\]\([^()\n]*\)|https?://[^\s<>]+|www\.[^\s<>]+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+|`[^`\n]*`"
)
"""Code, tags, where a link leads, addresses."""
_MARKS = ("://", "@", "www.", "`", "](", "<")
_QUOTED = r"„[^„“”\n]*(?:\n(?!\n)[^„“”\n]*)*[“”]|»[^»«\n]*«|«[^»«\n]*»|\"[^\"\n]*\""


class PlainTexts:
    """Fills each text once, when it is asked for; offsets are those of the text itself."""

    def __init__(self) -> None:
        self._plain: dict[int, tuple[CorpusSource, str]] = {}
        self._own: dict[int, str] = {}

    def of(self, source: CorpusSource) -> str:
        """The text without front matter, markup and addresses."""
        known = self._plain.get(id(source))
        if known is None:
            known = self._plain[id(source)] = source, _prose(source)
        return known[1]

    def own(self, source: CorpusSource) -> str:
        """The same without what is quoted, for what others wrote is theirs."""
        key = id(source)
        if key not in self._own:
            plain = self.of(source)
            self._own[key] = re.sub(_QUOTED, _filled, plain) if _may_quote(plain) else plain
        return self._own[key]


def _may_quote(text: str) -> bool:
    return "„" in text or "«" in text or '"' in text


def _prose(source: CorpusSource) -> str:
    text = text_of(source)
    if isinstance(source, Prose):
        text = "".join(_parts(text, source.body_start))
    if any(sign in text for sign in _MARKS):
        text = re.sub(_NO_PROSE, _filled, text)
    return text


def _parts(raw: str, start: int) -> Iterator[str]:
    yield FILLED * start
    for token in tokens(raw):
        if token.end > start:
            yield raw[start : max(start, token.start)]
            yield FILLED * (token.end - max(start, token.start))
            start = token.end
    yield raw[start:]


def _filled(match: re.Match[str]) -> str:
    return FILLED * len(match[0])
