"""What is known of carrying out an element: Frist, money, effect figures, and what became of an Empfehlung."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from generator.model.base import Kennung, Record, Tag, Text, _listed


class Finanzquelle(Record):
    """Where the money for an element comes from."""

    haushaltsstelle: Text | None = Field(
        None,
        title="Haushaltsstelle",
        description="oder Produkt",
        examples=['haushaltsstelle: "4.3.1.10"'],
    )
    foerdergeber: Text | None = Field(
        None, title="Fördergeber", description="oder Programm", examples=["foerdergeber: ESF Plus"]
    )
    betrag: Text | None = Field(
        None,
        title="Betrag",
        description="in Anführungszeichen, wie er gedruckt wird",
        examples=['betrag: "12.000 Euro"'],
    )
    bis: Tag | None = Field(
        None,
        title="bewilligt bis",
        description="Tag, an dem sie endet",
        examples=["bis: 2027-12-31"],
    )


class Umsetzungsangabe(Record):
    """Until when an element is to be done, what it costs and who pays."""

    id: Kennung = Field(title="Element", description="Kennung des Elements", examples=["id: EZ09"])
    frist: Tag | None = Field(
        None,
        title="Frist",
        description="Tag, an dem es erreicht sein soll",
        examples=["frist: 2027-12-31"],
    )
    kosten: Text | None = Field(
        None,
        title="Kosten",
        description="in Anführungszeichen, wie sie gedruckt werden",
        examples=['kosten: "24.000 Euro im Jahr"'],
    )
    finanzierung: Annotated[tuple[Finanzquelle, ...], BeforeValidator(_listed)] = Field(
        (),
        title="Finanzierung",
        description="woher das Geld kommt",
        examples=['finanzierung: [{haushaltsstelle: "4.3.1.10", betrag: "12.000 Euro"}]'],
    )


class Messwert(Record):
    """A value measured at a date, with where it comes from."""

    wert: Text = Field(
        title="Wert",
        description="in Anführungszeichen, wie er gedruckt wird",
        examples=['wert: "52"'],
    )
    stichtag: Tag = Field(
        title="Stichtag", description="Tag der Messung", examples=["stichtag: 2026-06-30"]
    )
    herkunft: Text | None = Field(
        None,
        title="Herkunft",
        description="woher der Wert stammt",
        examples=['herkunft: "Teilnahmelisten"'],
    )


class Wirkungsgroesse(Record):
    """An effect figure of an element: what, in which unit, from where to where, and what was measured."""

    id: Kennung = Field(title="Element", description="Kennung des Elements", examples=["id: EZ09"])
    groesse: Text = Field(
        title="Größe", description="was gemessen wird", examples=["groesse: Teilnehmende"]
    )
    einheit: Text | None = Field(
        None, title="Einheit", description="steht hinter dem Wert", examples=["einheit: Personen"]
    )
    start: Text | None = Field(
        None, title="Ausgangswert", description="in Anführungszeichen", examples=['start: "40"']
    )
    ziel: Text | None = Field(
        None, title="Zielwert", description="in Anführungszeichen", examples=['ziel: "60"']
    )
    gemessen: Annotated[tuple[Messwert, ...], BeforeValidator(_listed)] = Field(
        (),
        title="gemessene Werte",
        description="je Stichtag einer",
        examples=['gemessen: [{wert: "52", stichtag: 2026-06-30, herkunft: "Teilnahmelisten"}]'],
    )


class Versand(Record):
    """When an Empfehlung was sent to whom, and what came back."""

    id: Kennung = Field(
        title="Empfehlung", description="Kennung der Empfehlung", examples=["id: EM04"]
    )
    an: Text = Field(
        title="an",
        description="Kennung eines Akteurs oder der Empfänger in Worten",
        examples=["an: Sozialministerium"],
    )
    datum: Tag = Field(
        title="Datum", description="Tag des Schreibens", examples=["datum: 2026-03-02"]
    )
    antwort: Text | None = Field(
        None, title="Antwort", description="was daraus wurde", examples=['antwort: "Wird geprüft."']
    )
    antwort_am: Tag | None = Field(None, title="Antwort vom", examples=["antwort_am: 2026-05-11"])
