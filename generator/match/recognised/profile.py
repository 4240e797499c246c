"""How the levels of a strategy are recognised in a source: what a person reads, corrects and hands back."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from generator.model.base import Record, Text, Texte, _listed

SignKind = Literal["wort", "nummer", "ueberschrift", "liste", "kuerzel", "zeile", "spalte"]
"""A word before the text, a word with a number, a heading of a depth, a heading over a list, a code,
a word in the first cell of a row, the head of a column."""


class LevelSign(Record):
    """By what the goals of one level are known."""

    stufe: Text
    mehrzahl: Text
    art: SignKind
    wort: Text | None = None
    tiefe: Annotated[int, Field(ge=1, le=9)] | None = None
    doppelpunkt: bool = False
    mit_kuerzel: bool = False
    """Whether a row holds its code between the word and the wording."""
    unter: Text | None = None
    """The level that its goals stand directly below, where that is not the one before."""
    neben: bool = False
    """Whether its goals stand beside those of the level above, below a Handlungsfeld."""


class AreaSign(Record):
    """By what Handlungsfelder are known: a word with a number, or headings of a depth."""

    art: Literal["wort", "ueberschrift", "keine"] = "keine"
    wort: Text | None = None
    tiefe: Annotated[int, Field(ge=1, le=9)] | None = None


class ImportProfile(Record):
    """profil.yaml as a whole."""

    format: Annotated[int, Field(ge=1, le=1)] = 1
    handlungsfelder: AreaSign = AreaSign()
    stufen: Annotated[tuple[LevelSign, ...], BeforeValidator(_listed), Field(max_length=5)] = ()
    empfehlungen: LevelSign | None = None
    stellen: Texte = ()
    federfuehrung: Texte = ()
    mitwirkung: Texte = ()
    angaben: Texte = ()
    texte: Literal["vor", "nach"] = "nach"
    """Whether prose between two goals belongs to the one behind it or to the one before."""
    auslassen: Texte = ()
    """Headings of chapters that are not taken over."""

    @property
    def signs(self) -> tuple[LevelSign, ...]:
        """The levels, then the Empfehlungen if there are some."""
        return (*self.stufen, *((self.empfehlungen,) if self.empfehlungen else ()))
