"""Empfehlungen: requests to levels that the county does not control."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from generator.model.base import Kennung, Kennungen, Record, Text, _listed
from generator.model.goal import Zustaendigkeiten


class Empfehlung(Record):
    """One recommendation with its addressees."""

    id: Kennung = Field(title="Kennung")
    text: Text = Field(title="Wortlaut")
    gruppe: Text | None = Field(None, title="Zwischenüberschrift")
    kuerzel: Text | None = Field(None, title="Kürzel")
    adressaten: Zustaendigkeiten = Field((), title="Adressaten")
    bezug: Kennungen = Field((), title="Bezug auf Planungen")
    ersetzt: Kennungen = Field((), title="ersetzt")
    pruefen: Text | None = Field(None, title="Prüfvermerk")


class Thema(Record):
    """A printed topic that groups recommendations."""

    id: Kennung = Field(title="Kennung")
    titel: Text = Field(title="Titel")
    empfehlungen: Annotated[tuple[Empfehlung, ...], BeforeValidator(_listed)] = Field(
        (), title="Empfehlungen"
    )


class Empfehlungen(Record):
    """The content of recommendations.yaml, in document order."""

    themen: Annotated[tuple[Thema, ...], BeforeValidator(_listed)] = Field((), title="Themen")
