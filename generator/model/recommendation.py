"""Empfehlungen: requests to levels that the county does not control."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from generator.model.base import Element, Kennungen, Record, Text, _listed
from generator.model.goal import Zustaendigkeiten


class Empfehlung(Element):
    """One recommendation with its addressees."""

    text: Text = Field(title="Wortlaut")
    gruppe: Text | None = Field(None, title="Zwischenüberschrift")
    kuerzel: Text | None = Field(None, title="Kürzel")
    adressaten: Zustaendigkeiten = Field((), title="Adressaten")
    bezug: Kennungen = Field((), title="Bezug auf Planungen")
    ersetzt: Kennungen = Field((), title="ersetzt")
    pruefen: Text | None = Field(None, title="Prüfvermerk")


class Thema(Element):
    """A printed topic that groups recommendations."""

    titel: Text = Field(title="Titel")
    empfehlungen: Annotated[tuple[Empfehlung, ...], BeforeValidator(_listed)] = Field(
        (), title="Empfehlungen"
    )


class Empfehlungen(Record):
    """The content of recommendations.yaml, in document order."""

    themen: Annotated[tuple[Thema, ...], BeforeValidator(_listed)] = Field((), title="Themen")
