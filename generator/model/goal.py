"""Goals of any level, the Handlungsfelder that group them, and who is responsible."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from generator.model.base import Element, Kennung, Kennungen, Record, Text, _listed


def _bare_actor(value: object) -> object:
    return {"akteur": value} if isinstance(value, str) else value


class Zustaendigkeit(Record):
    """A responsible or addressed body, in its printed spelling where that differs."""

    akteur: Kennung = Field(title="Akteur")
    wortlaut: Text | None = Field(None, title="gedruckte Schreibweise")
    rolle: Literal["federfuehrung", "mitwirkung"] | None = Field(None, title="Rolle")


Zustaendigkeiten = Annotated[
    tuple[Annotated[Zustaendigkeit, BeforeValidator(_bare_actor)], ...], BeforeValidator(_listed)
]


class Ziel(Element):
    """One goal of the level ``stufe`` (a key of strategy.yaml) with the goals below it."""

    stufe: str = Field(title="Stufe")
    text: Text = Field(title="Wortlaut")
    kuerzel: Text | None = Field(None, title="Kürzel")
    gruppe: Text | None = Field(None, title="Zwischenüberschrift")
    zustaendig: Zustaendigkeiten = Field((), title="Zuständigkeit")
    flankiert_von: Kennungen = Field((), title="flankiert von")
    bezug: Kennungen = Field((), title="Bezug auf Planungen")
    ersetzt: Kennungen = Field((), title="ersetzt")
    pruefen: Text | None = Field(None, title="Prüfvermerk")
    kinder: tuple[Ziel, ...] = Field((), title="untergeordnete Ziele")


class Handlungsfeld(Element):
    """A topic area: the goals of the first level that belong together."""

    titel: Text = Field(title="Titel")
    kinder: tuple[Ziel, ...] = Field((), title="Ziele")


class Uebergreifend(Record):
    """The goals that stand outside every Handlungsfeld."""

    kinder: tuple[Ziel, ...] = Field((), title="Ziele")


class Zielsystem(Record):
    """The content of goals.yaml, in document order."""

    uebergreifend: Uebergreifend = Field(default_factory=Uebergreifend, title="übergreifende Ziele")
    handlungsfelder: Annotated[tuple[Handlungsfeld, ...], BeforeValidator(_listed)] = Field(
        (), title="Handlungsfelder"
    )
