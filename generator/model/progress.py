"""What became of the goals: the scale of the house, reporting periods, dated reports by element."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints

from generator.model.base import Kennung, Record, Tag, Text, _listed
from generator.model.effects import Umsetzungsangabe, Versand, Wirkungsgroesse

PERIOD_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$"
"""Names of reporting periods: a file is called by each that is closed."""
Zeitraumname = Annotated[str, StringConstraints(pattern=PERIOD_PATTERN)]
LEFT_OPEN = "…"
"""How the name of a state ends that every report completes («übergeleitet nach …»)."""


class Stand(Record):
    """One state of the scale of the house; a later one is further on."""

    schluessel: Kennung = Field(
        title="Schlüssel",
        description="so nennen ihn die Berichte",
        examples=["schluessel: begonnen"],
    )
    name: Text = Field(
        title="Name",
        description="wie er gedruckt wird; endet er mit …, nennt jeder Bericht dazu unter «wohin» den Rest",
        examples=['name: "übergeleitet nach …"'],
    )
    erledigt: bool = Field(
        False,
        title="zählt als erledigt",
        description="true: das Ziel ist erreicht; berichtet wird dann nicht mehr",
        examples=["erledigt: true"],
    )
    beendet: bool = Field(
        False,
        title="beendet die Berichte",
        description="true: es wird nicht mehr berichtet, ohne dass es erreicht wäre; steht außerhalb der Reihenfolge",
        examples=["beendet: true"],
    )

    @property
    def ends(self) -> bool:
        """Whether no further report is awaited."""
        return self.erledigt or self.beendet


def _usual(key: str, name: str, erledigt: bool = False, beendet: bool = False) -> Stand:
    return Stand.model_construct(
        schluessel=key, name=name, erledigt=erledigt, beendet=beendet
    )  # a validator would be built for nothing


USUAL_SCALE: tuple[Stand, ...] = (
    _usual("nicht_begonnen", "nicht begonnen"),
    _usual("geplant", "geplant"),
    _usual("begonnen", "begonnen"),
    _usual("fortgeschritten", "fortgeschritten"),
    _usual("abgeschlossen", "abgeschlossen", erledigt=True),
    _usual("daueraufgabe", "Daueraufgabe", beendet=True),
    _usual("entfallen", "entfallen", beendet=True),
)
"""The scale of a house that names none."""


class Zeitraum(Record):
    """A reporting period; a closed one is sealed and not changed any more."""

    kennung: Zeitraumname = Field(
        title="Kennung", description="so nennen ihn die Berichte", examples=['kennung: "2026"']
    )
    bezeichnung: Text | None = Field(
        None,
        title="Bezeichnung",
        description="wie er gedruckt wird; ohne sie steht die Kennung",
        examples=['bezeichnung: "1. Halbjahr 2026"'],
    )
    stichtag: Tag = Field(
        title="Stichtag",
        description="Tag, für den die Berichte gelten; nach ihm sind die Zeiträume geordnet",
        examples=["stichtag: 2026-12-31"],
    )
    geschlossen: bool = Field(
        False,
        title="geschlossen",
        description="trägt «strategie freeze --zeitraum» ein; danach ändert sich an seinen Berichten nichts mehr",
        examples=["geschlossen: true"],
    )

    @property
    def genannt(self) -> str:
        """What it is called in print."""
        return self.bezeichnung or self.kennung


class Bericht(Record):
    """What a body reported of one element in one period."""

    id: Kennung = Field(
        title="Element", description="Kennung dessen, worüber berichtet wird", examples=["id: EZ09"]
    )
    zeitraum: Zeitraumname = Field(
        title="Zeitraum", description="Kennung des Zeitraums", examples=['zeitraum: "2026"']
    )
    stand: Kennung = Field(
        title="Stand", description="Schlüssel aus der Skala", examples=["stand: begonnen"]
    )
    wohin: Text | None = Field(
        None,
        title="wohin",
        description="steht im Namen des Standes anstelle von …",
        examples=["wohin: Sozialplanung"],
    )
    text: Text | None = Field(
        None,
        title="Bericht",
        description="höchstens drei Sätze: was geschehen ist, und warum es nicht weiterging",
        examples=['text: "Zwei Kurse laufen, der dritte beginnt im Herbst."'],
    )
    hindernis: Text | None = Field(
        None,
        title="Hindernis",
        description="was die Umsetzung aufhält; solche Ziele stehen im Bericht vorn",
        examples=['hindernis: "Die Förderung ist noch nicht bewilligt."'],
    )
    beleg: Text | None = Field(
        None,
        title="Beleg",
        description="woran man es sieht: Vertrag, Beschluss, Liste, Internetadresse",
        examples=['beleg: "Beschluss 14/26"'],
    )
    frage: Text | None = Field(
        None,
        title="offene Frage",
        description="was der nächste Bericht beantworten soll",
        examples=['frage: "Wer führt das Angebot nach 2026 weiter?"'],
    )
    antwort: Text | None = Field(
        None,
        title="Antwort",
        description="auf die offene Frage des Berichts davor",
        examples=['antwort: "Die Stadt hat es übernommen."'],
    )
    stelle: Kennung | None = Field(
        None,
        title="Stelle",
        description="Kennung der Stelle, die berichtet",
        examples=["stelle: jobcenter"],
    )
    datum: Tag = Field(
        title="Datum", description="Tag des Berichts", examples=["datum: 2026-11-02"]
    )


class Umsetzung(Record):
    """The content of progress.yaml."""

    skala: Annotated[tuple[Stand, ...], BeforeValidator(_listed)] = Field(
        (),
        title="Skala",
        description="die Stände des Hauses, vom Anfang zum Ende; ohne sie nicht begonnen, geplant, begonnen, fortgeschritten, abgeschlossen, Daueraufgabe, entfallen",
        examples=[
            "skala: [{schluessel: geplant, name: geplant}, {schluessel: fertig, name: abgeschlossen, erledigt: true}]"
        ],
    )
    zeitraeume: Annotated[tuple[Zeitraum, ...], BeforeValidator(_listed)] = Field(
        (),
        title="Berichtszeiträume",
        examples=['zeitraeume: [{kennung: "2026", stichtag: 2026-12-31}]'],
    )
    berichte: Annotated[tuple[Bericht, ...], BeforeValidator(_listed)] = Field(
        (),
        title="Berichte",
        description="je Element, Zeitraum und Stelle einer; ältere bleiben stehen",
        examples=['berichte: [{id: EZ09, zeitraum: "2026", stand: geplant, datum: 2026-11-02}]'],
    )
    angaben: Annotated[tuple[Umsetzungsangabe, ...], BeforeValidator(_listed)] = Field(
        (),
        title="Angaben zur Umsetzung",
        description="Frist, Kosten und Finanzierung je Element",
        examples=["angaben: [{id: EZ09, frist: 2027-12-31}]"],
    )
    werte: Annotated[tuple[Wirkungsgroesse, ...], BeforeValidator(_listed)] = Field(
        (),
        title="Wirkung",
        description="was sich messen lässt: Teilnehmende, Plätze, Stellen, Kosten",
        examples=['werte: [{id: EZ09, groesse: Teilnehmende, start: "40", ziel: "60"}]'],
    )
    versand: Annotated[tuple[Versand, ...], BeforeValidator(_listed)] = Field(
        (),
        title="Versand der Empfehlungen",
        description="wann eine Empfehlung an wen ging, und was daraus wurde",
        examples=["versand: [{id: EM04, an: Sozialministerium, datum: 2026-03-02}]"],
    )
