"""A line or a row beside a profile: the sign it begins with, if any, and what stands behind it."""

from __future__ import annotations

import re
from functools import cached_property

from msgspec import Struct

from generator.match.recognised.profile import ImportProfile, LevelSign
from generator.match.recognised.sign_words import CODE, is_mention, is_sentence, labelled_by
from generator.receive.foreign import without_signs

_AFTER = re.compile(r"\s*[:–—-]?\s*")


class LevelMark(Struct, frozen=True):
    """The beginning of a goal or an Empfehlung; ``rest`` is what stands behind its sign."""

    sign: LevelSign
    rest: str
    number: str = ""
    code: str = ""


class FieldMark(Struct, frozen=True):
    """The beginning of what is said of a goal: who is responsible, and the like."""

    role: str
    """stellen | federfuehrung | mitwirkung | angaben"""
    label: str
    rest: str


class SignReader(Struct, frozen=True, dict=True):
    """Reads signs by a profile."""

    profile: ImportProfile

    @cached_property
    def words(self) -> dict[str, LevelSign]:
        """The words of levels that have one, in small letters."""
        return {
            s.wort.lower(): s
            for s in self.profile.signs
            if s.wort and s.art in ("wort", "nummer", "zeile")
        }

    @cached_property
    def _label(self) -> re.Pattern[str] | None:
        return labelled_by(self.words)

    @cached_property
    def area(self) -> re.Pattern[str] | None:
        """What a Handlungsfeld begins with that has a word before its title."""
        word = self.profile.handlungsfelder.wort
        return labelled_by([word]) if word and self.profile.handlungsfelder.art == "wort" else None

    @cached_property
    def codes(self) -> dict[str, LevelSign]:
        """The levels that are known by the letters of a code."""
        signs = (sign for sign in self.profile.signs if sign.wort and sign.art == "kuerzel")
        return {letters.strip(): sign for sign in signs for letters in str(sign.wort).split(",")}

    @cached_property
    def lists(self) -> dict[str, LevelSign]:
        """The levels that stand as a list below a heading."""
        return {s.wort.lower(): s for s in self.profile.signs if s.wort and s.art == "liste"}

    @cached_property
    def depths(self) -> dict[int, LevelSign]:
        """The levels whose goals are headings, by their depth."""
        return {s.tiefe: s for s in self.profile.signs if s.tiefe and s.art == "ueberschrift"}

    @cached_property
    def plurals(self) -> frozenset[str]:
        """What levels are called in the plural, in small letters."""
        return frozenset(sign.mehrzahl.lower() for sign in self.profile.stufen)

    @cached_property
    def columns(self) -> dict[str, LevelSign]:
        """The levels that stand in a column."""
        return {s.wort.lower(): s for s in self.profile.signs if s.wort and s.art == "spalte"}

    @cached_property
    def fields(self) -> dict[str, str]:
        """Label in small letters -> what it says."""
        roles = ("stellen", "federfuehrung", "mitwirkung", "angaben")
        return {label.lower(): role for role in roles for label in getattr(self.profile, role)}

    @cached_property
    def _field(self) -> re.Pattern[str] | None:
        if not self.fields:
            return None
        labels = sorted(self.fields, key=len, reverse=True)
        return re.compile(
            rf"\s*(?P<label>{'|'.join(map(re.escape, labels))})(?P<sign>\s*:|(?=\s)|$)(?P<rest>.*)",
            re.IGNORECASE,
        )

    def level(self, line: str) -> LevelMark | None:
        """The sign of a goal at the start of a line."""
        found = self._label.fullmatch(line) if self._label else None
        if found:
            return self._labelled(self.words[" ".join(found["word"].lower().split())], found)
        code = CODE.fullmatch(line)
        if code and (sign := self.codes.get(code["prefix"])):
            return LevelMark(sign, code["rest"], code["number"], " ".join(code["code"].split()))
        return None

    def _labelled(self, sign: LevelSign, found: re.Match[str]) -> LevelMark | None:
        rest, number = found["rest"].strip(), found["number"] or ""
        if is_mention(rest):
            return None
        if (sign.art == "nummer" or (sign.mit_kuerzel and rest)) and not number:
            return None
        closed = (bool(found["sign"]) and found["sign"].strip() != ".") or (
            bool(number) and not rest
        )
        if sign.doppelpunkt and not closed and rest:
            return None
        if (not closed and is_sentence(rest)) or (rest[:1].islower() and not closed):
            return None
        if found["sign"] and found["sign"].strip() == "." and not number:
            return None
        return LevelMark(sign, rest, number, found["code"] or "")

    def field(self, line: str) -> FieldMark | None:
        """The label of what is said of a goal at the start of a line."""
        found = self._field.fullmatch(line) if self._field else None
        if found is None:
            return None
        rest = found["rest"].strip()
        if not found["sign"].strip() and is_sentence(rest):
            return None
        return FieldMark(self.fields[found["label"].lower()], found["label"], rest)

    def listed(self, text: str) -> LevelSign | None:
        """The level whose list a heading stands over."""
        return self.lists.get(" ".join(without_signs(text).strip().rstrip(":").lower().split()))
