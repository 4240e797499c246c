"""Goals of any level, the Handlungsfelder that group them, and who is responsible."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from generator.model.base import Element, Kennung, Kennungen, Record, Text, _listed


def _bare_actor(value: object) -> object:
    return {"akteur": value} if isinstance(value, str) else value


class Zustaendigkeit(Record):
    """A responsible or addressed body, in its printed spelling where that differs."""

    akteur: Kennung = Field(
        title="Akteur", description="Kennung aus actors.yaml; allein genügt auch sie ohne Klammern"
    )
    wortlaut: Text | None = Field(
        None,
        title="gedruckte Schreibweise",
        description="wenn die Stelle hier anders gedruckt wird als im Register",
        examples=["wortlaut: Sozialamt Ilm-Kreis"],
    )
    rolle: Literal["federfuehrung", "mitwirkung"] | None = Field(
        None, title="Rolle", description="ob die Stelle führt oder mitwirkt"
    )


Zustaendigkeiten = Annotated[
    tuple[Annotated[Zustaendigkeit, BeforeValidator(_bare_actor)], ...], BeforeValidator(_listed)
]


class Planverweis(Record):
    """A goal of another plan that a goal serves, as funders ask for it."""

    plan: Kennung = Field(
        title="Plan", description="Kennung aus plaene in sources.yaml", examples=["plan: lsz"]
    )
    ziel: Kennung = Field(
        title="Ziel", description="seine Kennung in jenem Plan", examples=["ziel: HZ3"]
    )


Planverweise = Annotated[tuple[Planverweis, ...], BeforeValidator(_listed)]


class Ziel(Element):
    """One goal of the level ``stufe`` (a key of strategy.yaml) with the goals below it."""

    stufe: str = Field(title="Stufe")
    titel: Text | None = Field(
        None,
        title="Titel",
        description="ein kurzer Titel, der über dem Wortlaut steht",
        examples=["titel: Sozialticket"],
    )
    text: Text = Field(title="Wortlaut", description="ein Absatz; gedruckt wie hier geschrieben")
    kuerzel: Text | None = Field(
        None,
        title="Kürzel",
        description="eine eigene Bezeichnung, die statt der Kennung gedruckt wird",
        examples=["kuerzel: GE-8"],
    )
    gruppe: Text | None = Field(
        None,
        title="Zwischenüberschrift",
        description="gedruckt über Zielen, die mit derselben aufeinander folgen",
    )
    zustaendig: Zustaendigkeiten = Field(
        (), title="Zuständigkeit", description="Stellen aus actors.yaml"
    )
    flankiert_von: Kennungen = Field(
        (),
        title="flankiert von",
        description="Kennungen von Elementen, Themen oder Kapiteln, auf die «siehe» verweist",
    )
    bezug: Kennungen = Field(
        (), title="Bezug auf Planungen", description="Kennungen aus plaene in sources.yaml"
    )
    verweise_auf: Planverweise = Field(
        (),
        title="gefördert unter",
        description="Ziele anderer Pläne des Hauses, denen es dient; wo deren Ordner da ist, prüft «check» sie",
        examples=["verweise_auf: [{plan: lsz, ziel: HZ3}]"],
    )
    ersetzt: Kennungen = Field(
        (),
        title="ersetzt",
        description="Kennungen früherer Ziele, aus denen es hervorgeht",
        examples=["ersetzt: [EZ12, EZ13]"],
    )
    pruefen: Text | None = Field(
        None, title="Prüfvermerk", description="was noch zu klären ist; gedruckt nur in Entwürfen"
    )
    kinder: tuple[Ziel, ...] = Field(
        (), title="untergeordnete Ziele", description="die Ziele der Stufe darunter"
    )


class Handlungsfeld(Element):
    """A topic area: the goals of the first level that belong together."""

    titel: Text = Field(title="Titel", description="Überschrift des Handlungsfelds")
    kinder: tuple[Ziel, ...] = Field((), title="Ziele", description="seine Ziele der ersten Stufe")


class Uebergreifend(Record):
    """The goals that stand outside every Handlungsfeld: before them, or ``am_ende``, as in the file."""

    kinder: tuple[Ziel, ...] = Field(
        (), title="Ziele", description="Ziele der ersten Stufe, die in keinem Handlungsfeld stehen"
    )
    am_ende: bool = Field(False, title="hinter ihnen")


class Zielsystem(Record):
    """The content of goals.yaml, in document order."""

    uebergreifend: Uebergreifend = Field(
        default_factory=Uebergreifend,
        title="übergreifende Ziele",
        description="was außerhalb der Handlungsfelder steht; gedruckt vor oder hinter ihnen, wie in der Datei",
    )
    handlungsfelder: Annotated[tuple[Handlungsfeld, ...], BeforeValidator(_listed)] = Field(
        (), title="Handlungsfelder", description="in der Reihenfolge des Dokuments"
    )

    @property
    def tops(self) -> tuple[Ziel | Handlungsfeld, ...]:
        """What stands below nothing, in the order of the document."""
        outside = self.uebergreifend.kinder
        if self.uebergreifend.am_ende:
            return (*self.handlungsfelder, *outside)
        return (*outside, *self.handlungsfelder)

    @property
    def parts(self) -> tuple[Uebergreifend | Handlungsfeld, ...]:
        """What goals stand directly below, in the order of the document."""
        if self.uebergreifend.am_ende:
            return (*self.handlungsfelder, self.uebergreifend)
        return (self.uebergreifend, *self.handlungsfelder)
