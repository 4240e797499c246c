"""Captions of figures and tables whose number is typed: "Abb. 4: Pendler", "Tabelle 4-2 Kosten"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.checks.corpus import Prose
from generator.checks.uses import Use

if TYPE_CHECKING:
    from generator.checks.check_context import CheckContext

NUMBER = r"\d{1,2}(?:[-.]\d{1,2})?"
_LONGEST = 300
"""Signs of a caption; a longer paragraph is one of running text."""


class TypedCaption(Struct, frozen=True):
    """``number`` as it is typed, without spaces; ``use`` where it stands."""

    number: str
    use: Use


def typed_captions(context: CheckContext, word: str) -> Iterator[TypedCaption]:
    """Paragraphs that begin with the word or its short form, a number and a title."""
    label = rf"(?:{word}|{word[:3]}\.)\s*(?P<number>{NUMBER})"
    caption = re.compile(
        rf"(?m)^[*_]{{0,3}}(?P<words>{label})(?!\d)\s*[*_]{{0,3}}(?::|[.–—-]\s|(?=\s+[A-ZÄÖÜ„\"]))"
    )
    for prose in context.prose:
        text = context.plain.of(prose)
        if word[:3] in text:
            yield from _in_text(prose, text, caption)


def _in_text(prose: Prose, text: str, caption: re.Pattern[str]) -> Iterator[TypedCaption]:
    for match in caption.finditer(text):
        end = text.find("\n\n", match.end())
        before = text[prose.body_start : match.start()]
        begins = before.endswith("\n\n") or not before.strip()
        if begins and (len(text) if end < 0 else end) - match.start() <= _LONGEST:
            yield TypedCaption(match["number"], Use(match["words"], prose, match.start("words")))
