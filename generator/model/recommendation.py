"""Empfehlungen: requests to levels that the county does not control."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from generator.model.base import Element, Kennungen, Record, Text, _listed
from generator.model.goal import Zustaendigkeiten


class Empfehlung(Element):
    """One recommendation with its addressees."""

    titel: Text | None = Field(
        None,
        title="Titel",
        description="ein kurzer Titel, der über dem Wortlaut steht",
        examples=["titel: Mindestlohn"],
    )
    text: Text = Field(title="Wortlaut", description="ein Absatz; gedruckt wie hier geschrieben")
    gruppe: Text | None = Field(
        None,
        title="Zwischenüberschrift",
        description="gedruckt über Empfehlungen, die mit derselben aufeinander folgen",
    )
    kuerzel: Text | None = Field(
        None,
        title="Kürzel",
        description="eine eigene Bezeichnung, die statt der Kennung gedruckt wird",
        examples=["kuerzel: E-3"],
    )
    adressaten: Zustaendigkeiten = Field(
        (), title="Adressaten", description="an wen sie sich richtet: Stellen aus actors.yaml"
    )
    bezug: Kennungen = Field(
        (),
        title="Bezug auf Planungen",
        description="Kennungen aus plaene in sources.yaml",
        examples=["bezug: [sozialatlas]"],
    )
    ersetzt: Kennungen = Field(
        (),
        title="ersetzt",
        description="Kennungen früherer Empfehlungen, aus denen sie hervorgeht",
        examples=["ersetzt: [EM02]"],
    )
    pruefen: Text | None = Field(
        None,
        title="Prüfvermerk",
        description="was noch zu klären ist; gedruckt nur in Entwürfen",
        examples=["pruefen: Gilt das Gesetz noch?"],
    )


class Thema(Element):
    """A printed topic that groups recommendations."""

    titel: Text = Field(title="Titel", description="Überschrift über den Empfehlungen")
    empfehlungen: Annotated[tuple[Empfehlung, ...], BeforeValidator(_listed)] = Field(
        (), title="Empfehlungen", description="in der Reihenfolge des Dokuments"
    )


class Empfehlungen(Record):
    """The content of recommendations.yaml, in document order."""

    themen: Annotated[tuple[Thema, ...], BeforeValidator(_listed)] = Field(
        (), title="Themen", description="in der Reihenfolge des Dokuments"
    )
