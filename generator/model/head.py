"""The content of strategy.yaml: title, body, edition, rules of the house; the levels are in stufe."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from generator.model.base import Element, Record, Tag, Text, Texte, Zahl, _listed
from generator.model.impressum import Impressum
from generator.model.koerperschaft import (
    ADMINISTRATION,
    UNRULED,
    Gremien,
    Gremium,
    Koerperschaft,
    Zustimmung,
    key_of,
)
from generator.model.part_choices import Parts
from generator.model.stufe import HANDLUNGSFELD, Stufe, default_levels


class Fassung(Record):
    """One edition of the strategy and its place in the row of editions."""

    kennung: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")] = Field(
        title="Kennung der Fassung",
        description="so heißt die Fassung in Befehlen und als Ordner unter editions/",
    )
    bezeichnung: Text = Field(title="Bezeichnung", description="steht auf dem Deckblatt")
    status: Literal["entwurf", "beschlossen"] = Field(title="Status")
    stand: Tag = Field(title="Stand", description="Datum des Entwurfs, Jahr-Monat-Tag")
    beschluss: Text | None = Field(
        None,
        title="Beschlussnummer",
        description="nur bei einer beschlossenen Fassung; trägt strategie freeze ein",
        examples=['beschluss: "017/18"'],
    )
    beschlossen_am: Tag | None = Field(
        None,
        title="Beschlussdatum",
        description="Tag der Sitzung; trägt strategie freeze ein",
        examples=["beschlossen_am: 2026-12-09"],
    )
    vorgaenger: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")] | None = Field(
        None, title="Vorgängerfassung", description="Kennung der Fassung, mit der verglichen wird"
    )


class Abweichung(Record):
    """A finding that must stay, with the reason why.

    It is that of a rule at an element; with ``stelle`` only where the message holds that text.
    """

    regel: Annotated[str, Field(pattern=r"^Z\d{3}$")] = Field(
        title="Regel", description="Nummer der Regel, deren Befund bleiben soll"
    )
    id: Text = Field(title="Kennung", description="das Element, bei dem er bleibt")
    grund: Text = Field(title="Grund", description="warum er bleibt")
    stelle: Text | None = Field(
        None,
        title="Stelle",
        description="gilt nur, wo die Meldung diesen Text enthält",
        examples=["stelle: 13 kommunale Leitziele"],
    )

    def covers(self, message: str) -> bool:
        """Whether it speaks of that finding of its rule at its element."""
        return self.stelle is None or self.stelle in message


class Beschlussregel(Record):
    """One line of the table (level, kind of change) -> approval; ``*`` stands for all."""

    ebene: Texte = Field(
        title="Ebene",
        description="Stufe in der Einzahl und klein geschrieben, handlungsfeld, empfehlung oder * für alle",
    )
    art: Texte = Field(title="Art der Änderung", description="wie in changes.yaml, oder * für alle")
    zustimmung: Zustimmung = Field(
        title="Zustimmung",
        description="Wort oder Schlüssel eines Gremiums, verwaltung oder ungeregelt",
    )
    grundlage: Text | None = Field(None, title="Grundlage", description="wo das geregelt ist")


class Kapitel(Element):
    """A chapter; ``inhalt`` says what the generator puts into it besides its text."""

    titel: Text = Field(title="Titel")
    inhalt: Literal["text", "ziele", "empfehlungen"] = Field(
        "text", title="Inhalt", description="was außer seinem Text darin steht"
    )
    nummeriert: bool = Field(
        True, title="nummeriert", description="mit false bekommt das Kapitel keine Nummer"
    )


class Bezugsrahmen(Element):
    """A programme (Agenda 2030) that the strategy as a whole refers to, with its goals."""

    titel: Text = Field(
        title="Titel", description="Name des Programms, auf das sich die ganze Strategie bezieht"
    )
    beschlossen_am: Tag | None = Field(None, title="beschlossen am")
    ziele: Texte = Field((), title="Ziele", description="seine Ziele, wie sie im Anhang stehen")


class Schwellen(Record):
    """Limits from which on a check speaks up."""

    akteur_anteil: Annotated[Zahl, Field(ge=1, le=100)] = Field(
        50,
        title="Anteil je Akteur in %",
        description="ab diesem Anteil der Ziele gilt eine Stelle als sehr belastet",
    )
    bericht_monate: Annotated[Zahl, Field(ge=1, le=600)] = Field(
        18,
        title="Monate ohne Bericht",
        description="so lange darf ein Ziel ohne Bericht zur Umsetzung bleiben",
        examples=["bericht_monate: 12"],
    )
    wert_faktor: Annotated[Zahl, Field(ge=2, le=1000)] = Field(
        10,
        title="Vielfaches eines Messwerts",
        description="ein gemessener Wert, der das Ziel und alle anderen Werte so oft übersteigt, gilt als Versehen",
        examples=["wert_faktor: 20"],
    )


class Kopf(Record):
    """strategy.yaml as a whole."""

    format: Annotated[Zahl, Field(ge=1, le=2)] = Field(
        title="Formatversion", description="für neue Strategien 2"
    )
    titel: Text = Field("Strategie", title="Titel", description="steht auf dem Deckblatt")
    kurztitel: Text | None = Field(None, title="Kurztitel", description="steht in der Kopfzeile")
    koerperschaft: Koerperschaft = Field(
        default_factory=Koerperschaft, title="Körperschaft", description="wessen Strategie es ist"
    )
    gremien: Gremien = Field(
        (),
        title="Gremien",
        description="wer über Änderungen beschließen kann, das strengste zuerst",
        examples=["gremien: [Gemeinderat, Jugendhilfeausschuss]"],
    )
    fassung: Fassung = Field(title="Fassung", description="die Fassung, an der gearbeitet wird")
    hinweise: Texte = Field(
        (), title="Hinweise zur Herkunft", description="Sätze, die im Impressum stehen"
    )
    kurzfassung: Text | None = Field(
        None,
        title="Kurzfassung",
        description="worum es geht, in etwa drei Sätzen; steht auf der Seite „Auf einen Blick“",
        examples=["kurzfassung: Im Auental sollen alle gut älter werden können."],
    )
    impressum: Impressum = Field(
        default_factory=Impressum,
        title="Impressum",
        description="wer das Dokument herausgibt und wie die Stelle zu erreichen ist",
        examples=["impressum: {herausgeber: Landratsamt Auental, telefon: 0000 1234-0}"],
    )
    stufen: Annotated[tuple[Stufe, ...], Field(min_length=1, max_length=5)] = Field(
        default_factory=default_levels,
        title="Stufen",
        description="die Ebenen der Ziele, eine bis fünf, von oben nach unten",
    )
    nummerierung: Literal["laufend", "laufend-je-feld"] | None = Field(
        None,
        title="Nummerierung",
        description="gezählte Nummern neben den Kennungen («Ziel 7», «Maßnahme 7.2»)",
        examples=["nummerierung: laufend"],
    )
    anzahl: dict[str, Zahl] = Field(
        {},
        title="erklärte Anzahlen",
        description="wie viele es je Stufe geben soll; weicht die Zählung ab, meldet es die Prüfung",
    )
    abweichungen: Annotated[tuple[Abweichung, ...], BeforeValidator(_listed)] = Field(
        (), title="anerkannte Abweichungen", description="Befunde, die mit Grund bleiben"
    )
    schweregrade: dict[str, Literal["fehler", "warnung", "hinweis", "aus"]] = Field(
        {},
        title="Schweregrade",
        description="je Regel, wie schwer sie wiegt",
        examples=["schweregrade: {Z308: aus, Z203: fehler}"],
    )
    schwellen: Schwellen = Field(
        default_factory=Schwellen, title="Schwellen", description="ab wann die Prüfung etwas sagt"
    )
    schreibweisen: dict[str, Text] = Field(
        {},
        title="Schreibweisen",
        description="links, was nicht mehr vorkommen soll, rechts, wie es heißt",
    )
    geschlechterform: (
        Literal["paarform", "stern", "doppelpunkt", "neutral", "ohne Vorgabe"] | None
    ) = Field(
        None,
        title="Geschlechterform",
        description="paarform, stern, doppelpunkt, neutral oder ohne Vorgabe; fehlt sie, wird nur Gemischtes genannt",
        examples=["geschlechterform: paarform"],
    )
    abkuerzungen: dict[str, Text] = Field(
        {}, title="Abkürzungen", description="was das Verzeichnis der Abkürzungen erklärt"
    )
    glossar: dict[str, Text] = Field(
        {},
        title="Glossar",
        description="Begriffe der Strategie und was sie hier bedeuten; steht am Ende des Dokuments",
        examples=["glossar: {Barrierefrei: ohne fremde Hilfe zugänglich und nutzbar}"],
    )
    beschlussregeln: Annotated[tuple[Beschlussregel, ...], BeforeValidator(_listed)] = Field(
        (),
        title="Beschlussregeln",
        description="welche Änderung welche Zustimmung braucht; die erste passende Zeile gilt",
    )
    kapitel: Annotated[tuple[Kapitel, ...], BeforeValidator(_listed)] = Field(
        (),
        title="Kapitel",
        description="die Kapitel in der Reihenfolge des Dokuments; ihr Text steht in texts/⟨Kennung⟩.md",
    )
    teile: Parts = Field(
        default_factory=Parts,
        title="Teile",
        description="welche Verzeichnisse und Übersichten das Dokument hat; sonst entscheidet der Umfang",
        examples=["teile: {zustaendigkeitsmatrix: weglassen, auf_einen_blick: drucken}"],
    )
    bezugsrahmen: Annotated[tuple[Bezugsrahmen, ...], BeforeValidator(_listed)] = Field(
        (),
        title="Bezugsrahmen",
        description="Programme, auf die sich die Strategie als Ganzes bezieht",
    )

    @model_validator(mode="before")
    @classmethod
    def _empty_is_absent(cls, value: object) -> object:
        """``abweichungen:`` with nothing below is the same as no such line."""
        if isinstance(value, dict) and None in value.values():
            return {
                k: v
                for k, v in value.items()
                if v is not None or k in ("titel", "fassung", "format")
            }
        return value

    @property
    def deciding(self) -> tuple[Gremium, ...]:
        """Who can be asked to agree besides the administration, strictest first."""
        listed = tuple(entry for entry in self.gremien if entry.key != ADMINISTRATION)
        return listed or (Gremium(name=self.koerperschaft.gremium),)

    @property
    def approvals(self) -> tuple[str, ...]:
        """What ``zustimmung`` can be, strictest first."""
        return (*(entry.key for entry in self.deciding), UNRULED, ADMINISTRATION)

    def full_name(self, key: str) -> str:
        """The name of who agrees as the outside calls it: "Kreistag des Ilm-Kreises"."""
        names = {entry.key: entry.name for entry in self.deciding}
        body = self.koerperschaft
        names |= {ADMINISTRATION: body.verwaltung, key_of(body.gremium): body.gremium}
        return names[key]

    def stufe(self, key: str) -> Stufe:
        """The level with that key; KeyError if there is none."""
        for stufe in self.stufen:
            if stufe.schluessel == key:
                return stufe
        raise KeyError(key)

    def parents_of(self, stufe: Stufe) -> tuple[str, ...]:
        """What ``stufe`` may stand below: keys of levels and HANDLUNGSFELD."""
        if stufe.unter:
            return stufe.unter
        index = self.stufen.index(stufe)
        return (self.stufen[index - 1].schluessel if index else HANDLUNGSFELD,)

    def misled(self, stufe: Stufe) -> bool:
        """Whether ``unter`` of a level names what it cannot stand below, or nothing (Z501)."""
        others = {HANDLUNGSFELD, *(s.schluessel for s in self.stufen)} - {stufe.schluessel}
        return stufe.unter is not None and (not stufe.unter or not others.issuperset(stufe.unter))

    def children_of(self, key: str) -> tuple[Stufe, ...]:
        """Levels whose goals may stand below a goal of level ``key`` or below HANDLUNGSFELD."""
        return tuple(s for s in self.stufen if key in self.parents_of(s))
