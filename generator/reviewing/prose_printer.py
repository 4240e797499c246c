"""A text to what its paragraphs print now, letter by letter, with the place of each in the source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.match.normal_text import plain
from generator.model.prose_markup import markup
from generator.model.text import Prosatext
from generator.render.addresses import addressed
from generator.render.blocks import Footnote, Inline, LineBreak
from generator.render.documents.context import Context
from generator.render.prose_places import ProsePlace, is_sign, prose_places
from generator.render.visitor import text_of, walk
from generator.reviewing.undecided import UndecidedError

NOT_FOLLOWED = (
    "Der Text zu {} ist so geschrieben, dass sich nicht feststellen lässt, wo darin diese Wörter stehen. "
    "Von Hand ändern."
)


class Letter(NamedTuple):
    """What one letter or one piece of markup prints, and where it stands in the source."""

    shown: str
    start: int
    end: int
    sign: str = ""
    """The sign for the piece of markup; "" of a letter."""


@dataclass(frozen=True)
class ProseLine:
    """A printed paragraph of a text."""

    place: ProsePlace
    letters: tuple[Letter, ...]

    @property
    def shown(self) -> str:
        """Its text as it is printed."""
        return "".join(letter.shown for letter in self.letters)

    @property
    def pattern(self) -> str:
        """Its text with signs for what is computed, as it is compared."""
        return plain("".join(letter.sign or letter.shown for letter in self.letters))


def prints(pattern: str, words: str) -> bool:
    """Whether a pattern may print these words, whatever is computed in it."""
    if pattern == words or not any(map(is_sign, pattern)):
        return pattern == words
    parts = (".*" if is_sign(letter) else re.escape(letter) for letter in pattern)
    return re.fullmatch("".join(parts), words, re.DOTALL) is not None


@dataclass(frozen=True)
class ProsePrinter:
    """Prints texts as one state of the strategy does, whatever becomes of the texts."""

    context: Context
    known: dict[str, str] = field(default_factory=dict)

    def places(self, text: Prosatext) -> list[ProsePlace]:
        """See ``prose_places``."""
        homes = self.context.numbering.homes
        drawn = [figure for figure, home in homes.items() if home == (text.id, text.stelle)]
        return prose_places(text, self.context.scribe.parsed(text.inhalt), self.known, drawn)

    def lines(self, text: Prosatext) -> list[ProseLine]:
        """The paragraphs in the order of their addresses; UndecidedError where they cannot be followed."""
        places, shown = self.places(text), self._shown(text)
        if len(places) != len(shown):
            raise UndecidedError(NOT_FOLLOWED.format(text.id))
        return [_line(place, words, text.id) for place, words in zip(places, shown, strict=True)]

    def raw(self, sign: str) -> str:
        """The markup that a sign stands for, as it is written."""
        return next(raw for raw, known in self.known.items() if known == sign)

    def _shown(self, text: Prosatext) -> list[str]:
        blocks = addressed(self.context.scribe.blocks(text), text.id, text.stelle)
        own = ((getattr(node, "address", None), node) for node in walk(blocks))
        return ["".join(map(_words, text_of(node))) for a, node in own if a and a.field == "inhalt"]


def _words(part: Inline) -> str:
    if isinstance(part, LineBreak):
        return "\n"
    return "" if isinstance(part, Footnote) else part.text


def _line(place: ProsePlace, shown: str, identity: str) -> ProseLine:
    pattern = "".join("(.*?)" if is_sign(sign) else re.escape(sign) for sign in place.printed)
    match = re.fullmatch(pattern, shown, re.DOTALL)
    if match is None:
        raise UndecidedError(NOT_FOLLOWED.format(identity))
    values = iter(match.groups())
    letters = (
        Letter(next(values) if is_sign(sign) else sign, *span, sign if is_sign(sign) else "")
        for sign, span in zip(place.printed, place.spans, strict=True)
    )
    return ProseLine(place, tuple(letters))


def source_of(raws: Sequence[str]) -> str:
    """Where what pieces of markup print comes from, as a half sentence in German."""
    found = dict.fromkeys(_source(token.kind, token.argument) for r in raws for token in markup(r))
    return " und ".join(found) or "es entsteht aus den Daten der Strategie"


def _source(kind: str, argument: str) -> str:
    told = {
        "anzahl": "die Anzahl zählt das Programm aus den Einträgen der Strategie",
        "kennzahl": f"der Wert steht in key_figures.yaml bei «{argument}»",
        "zitat": "die Zahl ist dort mit «zitat» als wörtliches Zitat festgehalten",
        "verweis": f"der Verweis führt zu «{argument}», seine Nummer zählt das Programm",
        "abbildung": f"der Verweis führt zur Abbildung «{argument}», ihre Nummer zählt das Programm",
        "fussnote": f"der Beleg steht in sources.yaml bei «{argument}»",
    }
    return told.get(kind, "es entsteht aus den Daten der Strategie")
