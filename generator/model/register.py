"""The registers: bodies, key figures, sources and plans, figures, reasons for changes."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from generator.model.base import Element, Kennung, Record, Text, _listed

ActorKind = Literal["intern", "extern", "land", "bund", "gruppe", "unbestimmt"]


def _one_or_more(value: object) -> object:
    return [value] if isinstance(value, str) else _listed(value)


def _some(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _unless_blank(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


class FruehererName(Record):
    """A name that a body had up to a year."""

    name: Text = Field(title="früherer Name")
    bis: int | None = Field(None, title="bis (Jahr)")


class Akteur(Element):
    """A body: office, agency, committee or group.

    One successor took it up, several share what it did; ``bis`` is the year it ended in.
    """

    name: Text = Field(title="Name")
    art: ActorKind = Field(title="Art")
    kurz: Text | None = Field(None, title="Kurzname")
    teil_von: Kennung | None = Field(None, title="Teil von")
    frueher: Annotated[tuple[FruehererName, ...], BeforeValidator(_listed)] = Field(
        (), title="frühere Namen"
    )
    nachfolger: Annotated[tuple[Kennung, ...], BeforeValidator(_one_or_more)] = Field(
        (), title="Nachfolger"
    )
    bis: int | None = Field(None, title="besteht bis")

    @property
    def besteht(self) -> bool:
        """Whether it still exists; else it is kept for readers of old editions only."""
        return not self.nachfolger and self.bis is None


class Akteure(Record):
    """The content of actors.yaml."""

    akteure: Annotated[tuple[Akteur, ...], BeforeValidator(_listed)] = Field((), title="Akteure")


class Rechnung(Record):
    """How a percentage follows from two other key figures: ``anteil`` of ``von``."""

    anteil: Kennung = Field(title="Anteil")
    von: Kennung = Field(title="Grundgesamtheit")


class Kennzahl(Element):
    """A measured value as printed ("13.964", "33,3"), with date, area and origin."""

    bezeichnung: Text = Field(title="Bezeichnung")
    wert: Text = Field(title="Wert")
    einheit: Text | None = Field(None, title="Einheit")
    stichtag: Text | None = Field(None, title="Stichtag")
    gebiet: Text | None = Field(None, title="Gebiet")
    quelle: Kennung | None = Field(None, title="Quelle")
    herkunft: Text | None = Field(None, title="Herkunft")
    abschnitt: Kennung | None = Field(None, title="Abschnitt")
    rechnung: Rechnung | None = Field(None, title="Rechnung")
    hoechstens: Kennung | None = Field(None, title="höchstens so groß wie")
    turnus_monate: Annotated[int, Field(ge=1)] | None = Field(None, title="Turnus in Monaten")

    @property
    def gedruckt(self) -> str:
        """Value and unit as they stand in running text."""
        return f"{self.wert} {self.einheit}" if self.einheit else self.wert


class Kennzahlen(Record):
    """The content of key_figures.yaml."""

    kennzahlen: Annotated[tuple[Kennzahl, ...], BeforeValidator(_listed)] = Field(
        (), title="Kennzahlen"
    )


class Quelle(Element):
    """A cited work; without a title the bibliography says so."""

    urheber: Text = Field(title="Urheber")
    herausgeber: bool = Field(False, title="Herausgeber")
    personen: bool = Field(False, title="Urheber ist eine Person")
    jahr: Text | None = Field(None, title="Jahr")
    titel: Text | None = Field(None, title="Titel")
    ort: Text | None = Field(None, title="Ort und Verlag")
    adresse: Text | None = Field(None, title="Internetadresse")
    abgerufen: date | None = Field(None, title="abgerufen am")
    wortlaut: Text | None = Field(None, title="gedruckte Kurzform")

    @property
    def kurz(self) -> str:
        """Author and year, as people call a work."""
        return f"{self.urheber} ({self.jahr})" if self.jahr else self.urheber


class Planung(Element):
    """A plan or report of the county that goals refer to."""

    titel: Text = Field(title="Titel")
    stand: Text | None = Field(None, title="Stand")


class Quellen(Record):
    """The content of sources.yaml."""

    quellen: Annotated[tuple[Quelle, ...], BeforeValidator(_listed)] = Field((), title="Quellen")
    plaene: Annotated[tuple[Planung, ...], BeforeValidator(_listed)] = Field((), title="Planungen")


class Station(Record):
    """One station of a drawn cycle or sequence."""

    titel: Text = Field(title="Titel")
    text: Text | None = Field(None, title="Erläuterung")


class Abbildung(Element):
    """A figure kept as data and drawn by the generator."""

    art: Literal["kreislauf", "ablauf"] = Field(title="Art")
    titel: Text = Field(title="Titel")
    quelle: Text | None = Field(None, title="Quellenangabe")
    alternativtext: Text = Field(title="Alternativtext")
    stationen: Annotated[tuple[Station, ...], Field(min_length=2)] = Field(title="Stationen")


class Abbildungen(Record):
    """The content of figures.yaml."""

    abbildungen: Annotated[tuple[Abbildung, ...], BeforeValidator(_listed)] = Field(
        (), title="Abbildungen"
    )


class Aenderungsgrund(Record):
    """Why elements were changed, and whether their meaning changed: one reason for all of them.

    Without ``einstufung`` or ``begruendung`` it is an open point; without the latter it
    judges nothing yet.
    """

    id: Annotated[tuple[Kennung, ...], BeforeValidator(_some), Field(min_length=1)] = Field(
        title="Kennung"
    )
    art: Annotated[tuple[Text, ...], BeforeValidator(_some), Field(min_length=1)] = Field(
        title="Art der Änderung"
    )
    einstufung: Annotated[
        Literal["redaktionell", "inhaltlich"] | None, BeforeValidator(_unless_blank)
    ] = Field(None, title="Einstufung")
    begruendung: Annotated[Text | None, BeforeValidator(_unless_blank)] = Field(
        None, title="Begründung"
    )

    @property
    def settled(self) -> bool:
        """Whether it says all that a reader of the Synopse is to know."""
        return self.einstufung is not None and self.begruendung is not None


class Aenderungsgruende(Record):
    """The content of changes.yaml."""

    aenderungen: Annotated[tuple[Aenderungsgrund, ...], BeforeValidator(_listed)] = Field(
        (), title="Änderungen"
    )
