"""A text to what its paragraphs print now, letter by letter, with the place of each in the source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from generator.match.normal_text import plain
from generator.model.prose_markup import markup
from generator.model.text import Prosatext
from generator.render.addresses import addressed
from generator.render.blocks import Footnote, Inline, LineBreak
from generator.render.documents.context import Context
from generator.render.prose_places import SIGNS, ProsePlace, SourceSpan, is_sign, prose_places
from generator.render.visitor import text_of, walk
from generator.reviewing.prose_sections import sections
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


class PrintedPlace(Struct, frozen=True, dict=True):
    """A printed paragraph of a stretch of a text: its place there, and what it reads."""

    place: ProsePlace
    shown: str

    @cached_property
    def pattern(self) -> str:
        """Its text with signs for what is computed, as it is compared."""
        return plain(self.place.printed)


class ProseLine(Struct, frozen=True, dict=True):
    """A printed paragraph of a text; its stretch begins at ``offset``."""

    own: PrintedPlace
    offset: int

    @property
    def shown(self) -> str:
        """Its text as it is printed."""
        return self.own.shown

    @property
    def pattern(self) -> str:
        """Its text with signs for what is computed, as it is compared."""
        return self.own.pattern

    @cached_property
    def place(self) -> ProsePlace:
        """Where it stands in the text."""
        place, by = self.own.place, self.offset
        return replace(
            place,
            spans=_further(place.spans, by),
            notes=_further(place.notes, by),
            tail=place.tail + by,
            start=place.start + by,
            end=place.end + by,
        )

    @cached_property
    def letters(self) -> tuple[Letter, ...]:
        """What each of its signs prints, and where that stands in the text."""
        place = self.place
        values = iter(_values(place, self.shown) or ())
        return tuple(
            Letter(next(values) if is_sign(sign) else sign, *span, sign if is_sign(sign) else "")
            for sign, span in zip(place.printed, place.spans, strict=True)
        )


def prints(pattern: str, words: str) -> bool:
    """Whether a pattern may print these words, whatever is computed in it."""
    first, *parts = SIGNS.split(pattern)
    if not parts:
        return pattern == words
    *between, last = parts
    if not (words.startswith(first) and words.endswith(last)):
        return False
    at, end = len(first), len(words) - len(last)
    for part in between:
        found = words.find(part, at, end)
        if found < 0:
            return False
        at = found + len(part)
    return at <= end


class ProsePrinter(Struct, frozen=True):
    """Prints texts as one state of the strategy does, whatever becomes of the texts.

    Each stretch of a text is printed once: of a chapter with hundreds of paragraphs, in which
    one change after the other is tried, only what was changed is read anew.
    """

    context: Context
    known: dict[str, str] = field(default_factory=dict)
    printed: dict[tuple[str, str, str], tuple[PrintedPlace, ...] | None] = field(
        default_factory=dict
    )

    def lines(self, text: Prosatext) -> list[ProseLine]:
        """The paragraphs in the order of their addresses; UndecidedError where they cannot be followed."""
        found: list[ProseLine] = []
        offset = 0
        for part in sections(text.inhalt):
            printed = self._stretch(text, part)
            if printed is None:
                raise UndecidedError(NOT_FOLLOWED.format(text.id))
            found += [ProseLine(one, offset) for one in printed]
            offset += len(part)
        return found

    def prints(self, text: Prosatext, expected: Sequence[str]) -> bool:
        """Whether the paragraphs that print anything are these, with signs for what is computed."""
        try:
            found = [line.pattern for line in self.lines(text) if line.pattern]
        except UndecidedError:
            return False
        return found == [one for one in expected if one]

    def _stretch(self, text: Prosatext, part: str) -> tuple[PrintedPlace, ...] | None:
        """The paragraphs of a stretch of a text; None where they cannot be followed."""
        key = text.id, text.stelle, part
        if key not in self.printed:
            alone = text.model_copy(update={"inhalt": part})
            self.printed[key] = _together(self._places(alone), self._shown(alone))
        return self.printed[key]

    def _places(self, text: Prosatext) -> list[ProsePlace]:
        """See ``prose_places``."""
        homes = self.context.numbering.homes
        drawn = [figure for figure, home in homes.items() if home == (text.id, text.stelle)]
        return prose_places(text, self.context.scribe.parsed(text.inhalt), self.known, drawn)

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


def _together(
    places: Sequence[ProsePlace], shown: Sequence[str]
) -> tuple[PrintedPlace, ...] | None:
    """Each place with what it reads; None where they do not fit."""
    if len(places) != len(shown) or None in map(_values, places, shown):
        return None
    return tuple(map(PrintedPlace, places, shown))


def _further(spans: Sequence[SourceSpan], by: int) -> tuple[SourceSpan, ...]:
    return tuple((start + by, end + by) for start, end in spans)


def _values(place: ProsePlace, shown: str) -> tuple[str, ...] | None:
    """What the pieces of markup in a paragraph print; None where it cannot be followed."""
    parts = SIGNS.split(place.printed)
    if len(parts) == 1:
        return () if place.printed == shown else None
    match = re.fullmatch("(.*?)".join(map(re.escape, parts)), shown, re.DOTALL)
    return None if match is None else match.groups()


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
