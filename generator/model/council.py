"""The council paper: the form of the house as data, and what only people know of it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from generator.model.base import Kennung, Record, Tag, Text, Texte, _listed

DECIDING, INFORMING = "Beschlussvorlage", "Informationsvorlage"
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "nummer": "Vorlagen-Nr.",
        "art": "Art der Vorlage",
        "einreicher": "Einreicher",
        "federfuehrung": "Federführung",
        "aktenzeichen": "Aktenzeichen",
        "betreff": "Betreff",
        "beratungsfolge": "Beratungsfolge",
        "beschlussvorschlag": "Beschlussvorschlag",
        "sachverhalt": "Sachverhalt",
        "begruendung": "Begründung",
        "alternativen": "Alternativen",
        "finanzen": "Finanzielle Auswirkungen",
        "anlagen": "Anlagen",
    }
)
"""What a paper may have besides the checks of the house, with its usual name; the order is that of Thüringen's
counties (a head, the Beratungsfolge, what is proposed, then why)."""
HEAD_FIELDS = ("nummer", "art", "einreicher", "federfuehrung", "aktenzeichen")
"""Those that are a line of the head each."""


class Vorlage(Record):
    """The paper itself; what the strategy knows is filled in where nothing is given."""

    felder: Annotated[tuple[Kennung, ...], BeforeValidator(_listed)] = Field(
        (),
        title="Felder",
        description="was die Vorlage enthält, in dieser Reihenfolge; auch Schlüssel der pruefungen. Ohne Angabe die Form der Thüringer Landkreise",
        examples=[
            "felder: [betreff, beratungsfolge, beschlussvorschlag, sachverhalt, finanzen, anlagen]"
        ],
    )
    bezeichnungen: dict[str, Text] = Field(
        {},
        title="Bezeichnungen",
        description="wie ein Feld im Haus heißt",
        examples=["bezeichnungen: {nummer: Drucksache, sachverhalt: Sachdarstellung}"],
    )
    nummer: Text | None = Field(
        None,
        title="Vorlagen-Nr.",
        description="in Anführungszeichen",
        examples=['nummer: "123/2026"'],
    )
    art: Literal["Beschlussvorlage", "Informationsvorlage"] | None = Field(
        None,
        title="Art der Vorlage",
        description="ohne Angabe folgt sie aus dem Vergleich: Informationsvorlage, wenn nichts zu beschließen ist",
        examples=["art: Informationsvorlage"],
    )
    einreicher: Text | None = Field(
        None,
        title="Einreicher",
        description="wer die Vorlage einbringt",
        examples=["einreicher: Landrätin"],
    )
    federfuehrung: Text | None = Field(
        None,
        title="Federführung",
        description="zuständiges Amt",
        examples=["federfuehrung: Amt für Soziales"],
    )
    aktenzeichen: Text | None = Field(
        None,
        title="Aktenzeichen",
        description="in Anführungszeichen",
        examples=['aktenzeichen: "50.12-3/26"'],
    )
    betreff: Text | None = Field(
        None,
        title="Betreff",
        description="sonst Fassung und Titel der Strategie",
        examples=["betreff: Fortschreibung der Sozialstrategie"],
    )
    beschlussvorschlag: Text | None = Field(
        None,
        title="Beschlussvorschlag",
        description="sonst ein Satz aus Gremium, Fassung und Titel",
        examples=[
            'beschlussvorschlag: "Der Kreistag beschließt die Fortschreibung und beauftragt die Landrätin mit der Umsetzung."'
        ],
    )
    sachverhalt: Texte = Field(
        (),
        title="Sachverhalt",
        description="Absätze vor dem, was das Programm zu den Änderungen sagt",
        examples=['sachverhalt: ["Der Kreistag hat 2022 die Fortschreibung beauftragt."]'],
    )
    begruendung: Texte = Field(
        (),
        title="Begründung",
        description="Absätze",
        examples=['begruendung: ["Die Lage hat sich geändert."]'],
    )
    alternativen: Texte = Field(
        (),
        title="Alternativen",
        description="Absätze",
        examples=['alternativen: ["Die Fassung von 2018 gilt weiter."]'],
    )
    anlagen: Texte = Field(
        (),
        title="Anlagen",
        description="sonst Strategie, Synopse und Änderungsfassung",
        examples=['anlagen: ["Strategie, Lesefassung", "Synopse"]'],
    )

    @property
    def order(self) -> tuple[str, ...]:
        """The fields in the order of the paper; head lines that are given and not named stand first."""
        named = self.felder or tuple(FIELDS)
        given = (key for key in HEAD_FIELDS if key not in named and getattr(self, key))
        return (*given, *named)

    def called(self, key: str) -> str:
        """What a field is called in the house."""
        return self.bezeichnungen.get(key) or FIELDS.get(key, key)


class Beratung(Record):
    """One station of the paper."""

    gremium: Text = Field(title="Gremium", examples=["gremium: Kreisausschuss"])
    termin: Tag | None = Field(None, title="Termin", examples=["termin: 2026-12-09"])
    top: Text | None = Field(
        None, title="Tagesordnungspunkt", description="in Anführungszeichen", examples=['top: "7"']
    )
    oeffentlich: bool = Field(
        True,
        title="öffentlich",
        description="false: nichtöffentlich",
        examples=["oeffentlich: false"],
    )
    zustaendigkeit: Literal["Vorberatung", "Anhörung", "Entscheidung", "Kenntnisnahme"] = Field(
        title="Zuständigkeit", examples=["zustaendigkeit: Entscheidung"]
    )


class Finanzen(Record):
    """What the decision costs."""

    auswirkungen: Literal["ja", "nein"] | None = Field(
        None, title="finanzielle Auswirkungen", examples=["auswirkungen: nein"]
    )
    haushaltsjahr: Text | None = Field(
        None,
        title="Haushaltsjahr",
        description="in Anführungszeichen",
        examples=['haushaltsjahr: "2027"'],
    )
    planung: Literal["planmäßig", "überplanmäßig", "außerplanmäßig"] | None = Field(
        None, title="Veranschlagung", examples=["planung: planmäßig"]
    )
    haushaltsstelle: Text | None = Field(
        None,
        title="Haushaltsstelle",
        description="oder das Produkt, siehe dort",
        examples=['haushaltsstelle: "3.5.1.05"'],
    )
    produkt: Text | None = Field(
        None,
        title="Produkt",
        description="wo das Haus doppisch bucht, statt der Haushaltsstelle",
        examples=['produkt: "31510 Hilfen im Alter"'],
    )
    summe: Text | None = Field(
        None,
        title="Summe",
        description="in Anführungszeichen, wie sie gedruckt wird",
        examples=['summe: "24.000 Euro"'],
    )
    deckung: Text | None = Field(None, title="Deckung", examples=["deckung: Produkt 3.5.1.05"])
    folgekosten: Text | None = Field(
        None,
        title="Folgekosten",
        description="auch: keine",
        examples=['folgekosten: "8.000 Euro im Jahr"'],
    )

    @property
    def stated(self) -> tuple[tuple[str, str], ...]:
        """Label and value of what is given, but for the answer itself."""
        names = [name for name in Finanzen.model_fields if name != "auswirkungen"]
        return tuple(
            (self.label(name), value)
            for name in names
            if (value := getattr(self, name)) is not None
        )


class Pruefung(Record):
    """One of the other checks of the house: climate, participation, equality."""

    schluessel: Kennung = Field(
        title="Schlüssel", description="so nennt ihn «felder»", examples=["schluessel: klima"]
    )
    titel: Text = Field(title="Titel", examples=["titel: Auswirkungen auf das Klima"])
    ergebnis: Text | None = Field(
        None, title="Ergebnis", description="ein Satz", examples=["ergebnis: Keine."]
    )


class Ratsvorlage(Record):
    """The content of council.yaml."""

    vorlage: Vorlage | None = Field(
        None,
        title="Vorlage",
        description="Form und Angaben der Vorlage",
        examples=['vorlage: {nummer: "123/2026"}'],
    )
    beratungsfolge: Annotated[tuple[Beratung, ...], BeforeValidator(_listed)] = Field(
        (),
        title="Beratungsfolge",
        description="die Gremien in ihrer Reihenfolge",
        examples=[
            "beratungsfolge: [{gremium: Kreistag, termin: 2026-12-09, zustaendigkeit: Entscheidung}]"
        ],
    )
    finanzen: Finanzen | None = Field(
        None,
        title="finanzielle Auswirkungen",
        description="was der Beschluss kostet",
        examples=["finanzen: {auswirkungen: nein}"],
    )
    pruefungen: Annotated[tuple[Pruefung, ...], BeforeValidator(_listed)] = Field(
        (),
        title="weitere Prüfungen",
        description="was das Haus außerdem wissen will: Klima, Beteiligung",
        examples=[
            "pruefungen: [{schluessel: klima, titel: Auswirkungen auf das Klima, ergebnis: Keine.}]"
        ],
    )

    @property
    def begun(self) -> bool:
        """Whether there is a paper at all."""
        return any(getattr(self, name) for name in Ratsvorlage.model_fields)
