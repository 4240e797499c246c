"""A whole strategy as one frozen record, with its elements by ID."""

from collections.abc import Iterator
from functools import cached_property

from pydantic import ConfigDict, Field

from generator.model.base import Element, Record
from generator.model.council import Beratung, Finanzen, Pruefung, Ratsvorlage, Vorlage
from generator.model.effects import Umsetzungsangabe, Versand, Wirkungsgroesse
from generator.model.goal import Ziel, Zielsystem
from generator.model.head import Kopf
from generator.model.kinds import REGISTERS
from generator.model.progress import (
    Bericht,
    Stand,
    Zeitraum,
)
from generator.model.prose_markup import Token, tokens
from generator.model.recommendation import Empfehlung, Thema
from generator.model.register import (
    Abbildung,
    Aenderungsgrund,
    Akteur,
    Kennzahl,
    Planung,
    Quelle,
)
from generator.model.stellungnahme import Runde
from generator.model.text import Prosatext


class Strategy(Record):
    """Everything that is published, the reasons for changes and what came back; knows no files."""

    model_config = ConfigDict(ignored_types=(cached_property,))

    kopf: Kopf = Field(title="Kopf")
    ziele: Zielsystem = Field(title="Ziele")
    themen: tuple[Thema, ...] = Field((), title="Empfehlungen")
    akteure: tuple[Akteur, ...] = Field((), title="Akteure")
    kennzahlen: tuple[Kennzahl, ...] = Field((), title="Kennzahlen")
    quellen: tuple[Quelle, ...] = Field((), title="Quellen")
    plaene: tuple[Planung, ...] = Field((), title="Planungen")
    abbildungen: tuple[Abbildung, ...] = Field((), title="Abbildungen")
    aenderungen: tuple[Aenderungsgrund, ...] = Field((), title="Änderungsgründe")
    texte: tuple[Prosatext, ...] = Field((), title="Texte")
    runden: tuple[Runde, ...] = Field((), title="Stellungnahmen", exclude=True)
    """Of what came back: nothing that is published, so in no digest."""
    skala: tuple[Stand, ...] = Field((), title="Skala", exclude=True)
    zeitraeume: tuple[Zeitraum, ...] = Field((), title="Berichtszeiträume", exclude=True)
    berichte: tuple[Bericht, ...] = Field((), title="Berichte", exclude=True)
    angaben: tuple[Umsetzungsangabe, ...] = Field((), title="Umsetzung", exclude=True)
    werte: tuple[Wirkungsgroesse, ...] = Field((), title="Wirkung", exclude=True)
    versand: tuple[Versand, ...] = Field((), title="Versand", exclude=True)
    """What became of the goals: a history beside the editions, which a report does not change."""
    vorlage: Vorlage | None = Field(None, title="Vorlage", exclude=True)
    beratungsfolge: tuple[Beratung, ...] = Field((), title="Beratungsfolge", exclude=True)
    finanzen: Finanzen | None = Field(None, title="Finanzen", exclude=True)
    pruefungen: tuple[Pruefung, ...] = Field((), title="Prüfungen", exclude=True)
    """The paper with which it goes to the council."""

    def goals(self) -> Iterator[Ziel]:
        """Every goal of every level, in document order."""
        waiting = list(self.roots())[::-1]
        while waiting:  # no recursion: who asks for thousands of goals asks several times
            goal = waiting.pop()
            yield goal
            waiting += goal.kinder[::-1]

    def roots(self) -> Iterator[Ziel]:
        """The goals directly below a Handlungsfeld or outside of all, in document order."""
        for part in self.ziele.parts:
            yield from part.kinder

    def recommendations(self) -> Iterator[Empfehlung]:
        """Every Empfehlung in document order."""
        for thema in self.themen:
            yield from thema.empfehlungen

    def elements(self) -> Iterator[Element]:
        """Everything that has an ID, in document order."""
        yield from self.kopf.kapitel
        yield from self.ziele.handlungsfelder
        yield from self.goals()
        for thema in self.themen:
            yield thema
            yield from thema.empfehlungen
        for register in REGISTERS:
            yield from register.of(self)

    @property
    def ratsvorlage(self) -> Ratsvorlage:
        """The council paper as its file holds it."""
        given = {name: getattr(self, name) for name in Ratsvorlage.model_fields}
        return Ratsvorlage.model_construct(**given)

    @cached_property
    def levels(self) -> frozenset[str]:
        """The keys of the levels that some goal is of."""
        return frozenset(goal.stufe for goal in self.goals())

    @cached_property
    def by_id(self) -> dict[str, Element]:
        """The elements by ID; of a duplicate ID, the first."""
        result: dict[str, Element] = {}
        for element in self.elements():
            result.setdefault(element.id, element)
        return result

    @cached_property
    def markup(self) -> tuple[tuple[Prosatext, tuple[Token, ...]], ...]:
        """Every text with its markup; graph, checks and documents ask for it, it is found once."""
        return tuple((text, tuple(tokens(text.inhalt))) for text in self.texte)

    @cached_property
    def texts_by_id(self) -> dict[tuple[str, str], Prosatext]:
        """The texts by (ID, "vor" or "nach")."""
        return {(text.id, text.stelle): text for text in self.texte}
