"""The registers: bodies, key figures, sources and plans, figures, reasons for changes."""

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from generator.model.base import Element, Kennung, Record, Tag, Text, Zahl, _listed
from generator.model.picture import Bild, from_file

if TYPE_CHECKING:
    _Bild = Bild | None
else:  # a validator for what no file says would be built for nothing
    _Bild = Any

ActorKind = Literal["intern", "extern", "land", "bund", "gruppe", "unbestimmt"]


def _one_or_more(value: object) -> object:
    return [value] if isinstance(value, str) else _listed(value)


def _some(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _unless_blank(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


class FruehererName(Record):
    """A name that a body had up to a year."""

    name: Text = Field(title="früherer Name", description="wie die Stelle bis dahin hieß")
    bis: Zahl | None = Field(None, title="bis (Jahr)", description="letztes Jahr dieses Namens")


class Akteur(Element):
    """A body: office, agency, committee or group.

    One successor took it up, several share what it did; ``bis`` is the year it ended in.
    """

    name: Text = Field(title="Name", description="wie die Stelle gedruckt wird")
    art: ActorKind = Field(title="Art", description="danach ordnet das Verzeichnis")
    kurz: Text | None = Field(
        None, title="Kurzname", description="im Zielgraphen, wo für den ganzen Namen kein Platz ist"
    )
    teil_von: Kennung | None = Field(
        None, title="Teil von", description="Kennung der Stelle, zu der sie gehört"
    )
    frueher: Annotated[tuple[FruehererName, ...], BeforeValidator(_listed)] = Field(
        (), title="frühere Namen", description="für Leser älterer Fassungen"
    )
    nachfolger: Annotated[tuple[Kennung, ...], BeforeValidator(_one_or_more)] = Field(
        (), title="Nachfolger", description="Kennungen der Stellen, die sie ablösen"
    )
    bis: Zahl | None = Field(
        None,
        title="besteht bis",
        description="Jahr, in dem sie ohne Nachfolger endet",
        examples=["bis: 2026"],
    )

    @property
    def besteht(self) -> bool:
        """Whether it still exists; else it is kept for readers of old editions only."""
        return not self.nachfolger and self.bis is None


class Akteure(Record):
    """The content of actors.yaml."""

    akteure: Annotated[tuple[Akteur, ...], BeforeValidator(_listed)] = Field(
        (), title="Akteure", description="alle Stellen, die zuständig oder angesprochen sind"
    )


class Rechnung(Record):
    """How a percentage follows from two other key figures: ``anteil`` of ``von``."""

    anteil: Kennung = Field(title="Anteil", description="Kennung der Kennzahl, die ein Teil ist")
    von: Kennung = Field(
        title="Grundgesamtheit", description="Kennung der Kennzahl, die das Ganze ist"
    )


class Kennzahl(Element):
    """A measured value as printed ("13.964", "33,3"), with date, area and origin."""

    bezeichnung: Text = Field(title="Bezeichnung", description="was gemessen ist")
    wert: Text = Field(title="Wert", description="in Anführungszeichen, wie er gedruckt wird")
    einheit: Text | None = Field(None, title="Einheit", description="steht hinter dem Wert")
    stichtag: Text | None = Field(
        None, title="Stichtag", description="wann gemessen wurde, in Anführungszeichen"
    )
    gebiet: Text | None = Field(None, title="Gebiet", description="wofür der Wert gilt")
    quelle: Kennung | None = Field(None, title="Quelle", description="Kennung aus sources.yaml")
    herkunft: Text | None = Field(
        None, title="Herkunft", description="woher der Wert stammt, wo es keine Quelle gibt"
    )
    abschnitt: Kennung | None = Field(
        None, title="Abschnitt", description="Kennung des Elements, zu dem er gehört"
    )
    rechnung: Rechnung | None = Field(
        None,
        title="Rechnung",
        description="woraus ein Anteil in Prozent folgt; die Prüfung rechnet nach",
    )
    hoechstens: Kennung | None = Field(
        None,
        title="höchstens so groß wie",
        description="Kennung einer Kennzahl, die nicht kleiner sein kann",
    )
    turnus_monate: Annotated[Zahl, Field(ge=1)] | None = Field(
        None,
        title="Turnus in Monaten",
        description="nach so vielen Monaten gilt der Wert als veraltet",
    )

    @property
    def gedruckt(self) -> str:
        """Value and unit as they stand in running text."""
        return f"{self.wert} {self.einheit}" if self.einheit else self.wert


class Kennzahlen(Record):
    """The content of key_figures.yaml."""

    kennzahlen: Annotated[tuple[Kennzahl, ...], BeforeValidator(_listed)] = Field(
        (), title="Kennzahlen", description="Werte, die im Text mit {{ kennzahl.⟨Kennung⟩ }} stehen"
    )


class Quelle(Element):
    """A cited work; without an author its title stands, without a title its web address."""

    urheber: Text | None = Field(
        None,
        title="Urheber",
        description="Person oder Stelle; ohne ihn steht der Titel, ohne Titel die Internetadresse",
    )
    herausgeber: bool = Field(
        False, title="Herausgeber", description="mit true steht (Hrsg.) dahinter"
    )
    personen: bool = Field(
        False,
        title="Urheber ist eine Person",
        description="mit true wird der Name wie der einer Person gedruckt",
    )
    jahr: Text | None = Field(
        None, title="Jahr", description="der Veröffentlichung, in Anführungszeichen"
    )
    titel: Text | None = Field(None, title="Titel", description="des Werks")
    ort: Text | None = Field(None, title="Ort und Verlag")
    adresse: Text | None = Field(None, title="Internetadresse", description="beginnt mit https://")
    abgerufen: Tag | None = Field(
        None, title="abgerufen am", description="Tag, an dem die Seite so zu lesen war"
    )
    wortlaut: Text | None = Field(
        None,
        title="gedruckte Kurzform",
        description="wenn sie in Fußnoten anders gedruckt wird als Urheber und Jahr",
        examples=["wortlaut: BMAS 2017"],
    )

    @property
    def kurz(self) -> str:
        """Author and year, as people call a work; without an author its title or address."""
        name = self.urheber or self.titel or self.adresse or self.id
        return f"{name} ({self.jahr})" if self.jahr else name

    @property
    def genannt(self) -> str:
        """Its short name and its title, once where they are the same."""
        if self.titel and not self.urheber:
            return self.kurz
        missing = "Titel nicht angegeben" if self.urheber else ""
        return ": ".join(filter(None, (self.kurz, self.titel or missing)))


class Planung(Element):
    """A plan or report of the county that goals refer to."""

    titel: Text = Field(title="Titel", description="Name des Plans oder Berichts")
    stand: Text | None = Field(
        None, title="Stand", description="Jahr oder Fassung, in Anführungszeichen"
    )
    ordner: Text | None = Field(
        None,
        title="Ordner",
        description="Ordner seiner Strategie, vom Ordner dieser aus, wenn auch er mit dem Programm geführt wird",
        examples=["ordner: ../lsz"],
    )


class Quellen(Record):
    """The content of sources.yaml."""

    quellen: Annotated[tuple[Quelle, ...], BeforeValidator(_listed)] = Field(
        (), title="Quellen", description="zitierte Werke; im Text [@⟨Kennung⟩, S. 24]"
    )
    plaene: Annotated[tuple[Planung, ...], BeforeValidator(_listed)] = Field(
        (),
        title="Planungen",
        description="Pläne des Hauses, auf die sich Ziele unter bezug berufen",
    )


class Station(Record):
    """One station of a drawn cycle or sequence."""

    titel: Text = Field(title="Titel", description="kurz, er steht im Bild")
    text: Text | None = Field(None, title="Erläuterung", description="steht unter dem Titel")


class Abbildung(Element):
    """A figure: a picture from a file, or kept as data and drawn by the generator."""

    computed = frozenset({"bild"})

    datei: Text | None = Field(
        None,
        title="Bilddatei",
        description="ein Bild aus dem Ordner bilder: png, jpg oder svg",
        examples=["datei: bilder/rathaus.jpg"],
    )
    art: Literal["kreislauf", "ablauf"] | None = Field(
        None, title="Art", description="wie gezeichnet wird; nötig, wo keine datei steht"
    )
    titel: Text = Field(title="Titel", description="steht unter dem Bild")
    quelle: Text | None = Field(
        None, title="Quellenangabe", description="steht unter der Abbildung"
    )
    alternativtext: Text = Field(
        title="Alternativtext", description="was zu sehen ist, für alle, die das Bild nicht sehen"
    )
    stationen: Annotated[tuple[Station, ...], BeforeValidator(_listed)] = Field(
        (),
        title="Stationen",
        description="mindestens zwei, in ihrer Reihenfolge; nötig, wo keine datei steht",
    )
    bild: Annotated[_Bild, BeforeValidator(from_file)] = Field(None, title="Bild", exclude=True)
    """What its file holds, None where it is none or not usable."""


class Abbildungen(Record):
    """The content of figures.yaml."""

    abbildungen: Annotated[tuple[Abbildung, ...], BeforeValidator(_listed)] = Field(
        (), title="Abbildungen", description="stehen dort, wo ein Text ![[⟨Kennung⟩]] nennt"
    )


class Aenderungsgrund(Record):
    """Why elements were changed, and whether their meaning changed: one reason for all of them.

    Without ``einstufung`` or ``begruendung`` it is an open point; without the latter it
    judges nothing yet.
    """

    id: Annotated[tuple[Kennung, ...], BeforeValidator(_some), Field(min_length=1)] = Field(
        title="Kennung", description="des geänderten Elements, oder eine Liste von Kennungen"
    )
    art: Annotated[tuple[Text, ...], BeforeValidator(_some), Field(min_length=1)] = Field(
        title="Art der Änderung",
        description="neu, entfallen, verschoben, umformuliert und andere, auch mehrere als Liste; alle nennt das Handbuch",
    )
    abschnitt: Text | None = Field(
        None,
        title="Abschnitt",
        description="Überschrift eines Abschnitts im Text, wenn der Grund nur für diesen gilt; nur bei art: text",
        examples=["abschnitt: Zahlen und Fakten"],
    )
    einstufung: Annotated[
        Literal["redaktionell", "inhaltlich"] | None, BeforeValidator(_unless_blank)
    ] = Field(
        None,
        title="Einstufung",
        description="ob sich der Sinn ändert; fehlt sie, ist das noch offen",
    )
    begruendung: Annotated[Text | None, BeforeValidator(_unless_blank)] = Field(
        None, title="Begründung", description="steht in der Synopse; fehlt sie, ist das noch offen"
    )

    @property
    def settled(self) -> bool:
        """Whether it says all that a reader of the Synopse is to know."""
        return self.einstufung is not None and self.begruendung is not None


class Aenderungsgruende(Record):
    """The content of changes.yaml."""

    aenderungen: Annotated[tuple[Aenderungsgrund, ...], BeforeValidator(_listed)] = Field(
        (), title="Änderungen", description="je Kennung und Art der Änderung ein Grund"
    )
