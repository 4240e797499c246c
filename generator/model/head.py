"""The content of strategy.yaml: title, body, edition, levels, rules of the house."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from generator.model.base import Element, Record, Text, _listed
from generator.model.german import Noun, noun
from generator.model.koerperschaft import (
    ADMINISTRATION,
    UNRULED,
    Gremien,
    Gremium,
    Koerperschaft,
    Zustimmung,
    key_of,
)


def _as_list(value: object) -> object:
    if value is None:
        return []
    return [value] if isinstance(value, str) else value


Texte = Annotated[tuple[Text, ...], BeforeValidator(_as_list)]


class Fassung(Record):
    """One edition of the strategy and its place in the row of editions."""

    kennung: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")] = Field(
        title="Kennung der Fassung"
    )
    bezeichnung: Text = Field(title="Bezeichnung")
    status: Literal["entwurf", "beschlossen"] = Field(title="Status")
    stand: date = Field(title="Stand")
    beschluss: Text | None = Field(None, title="Beschlussnummer")
    beschlossen_am: date | None = Field(None, title="Beschlussdatum")
    vorgaenger: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")] | None = Field(
        None, title="Vorgängerfassung"
    )


class Stufe(Record):
    """One level of goals; ``unter`` names the levels it may stand below (default: the one before)."""

    schluessel: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")] = Field(title="Schlüssel")
    name: Text = Field(title="Name")
    mehrzahl: Text = Field(title="Mehrzahl")
    praefix: Annotated[str, Field(pattern=r"^[A-Za-z]{1,10}$")] = Field(title="Präfix der Kennung")
    traegt: tuple[Literal["zustaendigkeit", "umsetzungsstand"], ...] = Field((), title="trägt")
    unter: Texte = Field((), title="steht unter")
    genitiv: Text | None = Field(None, title="Genitiv")
    dativ: Text | None = Field(None, title="Dativ")

    @property
    def noun(self) -> Noun:
        """Its name in the cases that sentences need."""
        return noun("Element", self.name, self.genitiv, self.dativ)


def default_levels() -> tuple[Stufe, ...]:
    """The levels of the Ilm-Kreis, for a strategy.yaml that names none."""
    return (
        Stufe(schluessel="leitziele", name="Leitziel", mehrzahl="Leitziele", praefix="LZ"),
        Stufe(
            schluessel="prozessziele",
            name="Prozessziel",
            mehrzahl="Prozessziele",
            praefix="PZ",
            traegt=("zustaendigkeit",),
        ),
        Stufe(
            schluessel="ergebnisziele",
            name="Ergebnisziel",
            mehrzahl="Ergebnisziele",
            praefix="EZ",
            traegt=("umsetzungsstand",),
        ),
    )


class Abweichung(Record):
    """A finding that must stay, with the reason why.

    It is that of a rule at an element; with ``stelle`` only where the message holds that text.
    """

    regel: Annotated[str, Field(pattern=r"^Z\d{3}$")] = Field(title="Regel")
    id: Text = Field(title="Kennung")
    grund: Text = Field(title="Grund")
    stelle: Text | None = Field(None, title="Stelle")

    def covers(self, message: str) -> bool:
        """Whether it speaks of that finding of its rule at its element."""
        return self.stelle is None or self.stelle in message


class Beschlussregel(Record):
    """One line of the table (level, kind of change) -> approval; ``*`` stands for all."""

    ebene: Texte = Field(title="Ebene")
    art: Texte = Field(title="Art der Änderung")
    zustimmung: Zustimmung = Field(title="Zustimmung")
    grundlage: Text | None = Field(None, title="Grundlage")


class Kapitel(Element):
    """A chapter; ``inhalt`` says what the generator puts into it besides its text."""

    titel: Text = Field(title="Titel")
    inhalt: Literal["text", "ziele", "empfehlungen"] = Field("text", title="Inhalt")
    nummeriert: bool = Field(True, title="nummeriert")


class Bezugsrahmen(Element):
    """A programme (Agenda 2030) that the strategy as a whole refers to, with its goals."""

    titel: Text = Field(title="Titel")
    beschlossen_am: date | None = Field(None, title="beschlossen am")
    ziele: Texte = Field((), title="Ziele")


class Schwellen(Record):
    """Limits from which on a check speaks up."""

    akteur_anteil: Annotated[int, Field(ge=1, le=100)] = Field(50, title="Anteil je Akteur in %")


class Kopf(Record):
    """strategy.yaml as a whole."""

    format: Annotated[int, Field(ge=1, le=2)] = Field(title="Formatversion")
    titel: Text = Field("Strategie", title="Titel")
    kurztitel: Text | None = Field(None, title="Kurztitel")
    koerperschaft: Koerperschaft = Field(default_factory=Koerperschaft, title="Körperschaft")
    gremien: Gremien = Field((), title="Gremien")
    fassung: Fassung = Field(title="Fassung")
    hinweise: Texte = Field((), title="Hinweise zur Herkunft")
    stufen: Annotated[tuple[Stufe, ...], Field(min_length=1, max_length=5)] = Field(
        default_factory=default_levels, title="Stufen"
    )
    anzahl: dict[str, int] = Field({}, title="erklärte Anzahlen")
    abweichungen: Annotated[tuple[Abweichung, ...], BeforeValidator(_listed)] = Field(
        (), title="anerkannte Abweichungen"
    )
    schweregrade: dict[str, Literal["fehler", "warnung", "hinweis", "aus"]] = Field(
        {}, title="Schweregrade"
    )
    schwellen: Schwellen = Field(default_factory=Schwellen, title="Schwellen")
    schreibweisen: dict[str, Text] = Field({}, title="Schreibweisen")
    abkuerzungen: dict[str, Text] = Field({}, title="Abkürzungen")
    beschlussregeln: Annotated[tuple[Beschlussregel, ...], BeforeValidator(_listed)] = Field(
        (), title="Beschlussregeln"
    )
    kapitel: Annotated[tuple[Kapitel, ...], BeforeValidator(_listed)] = Field((), title="Kapitel")
    bezugsrahmen: Annotated[tuple[Bezugsrahmen, ...], BeforeValidator(_listed)] = Field(
        (), title="Bezugsrahmen"
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
        """Keys of the levels under which ``stufe`` may stand; empty for the first level."""
        if stufe.unter:
            return stufe.unter
        index = self.stufen.index(stufe)
        return (self.stufen[index - 1].schluessel,) if index else ()

    def children_of(self, key: str | None) -> tuple[Stufe, ...]:
        """Levels whose goals may stand below a goal of level ``key`` (None: a Handlungsfeld)."""
        if key is None:
            return tuple(s for s in self.stufen if not self.parents_of(s))
        return tuple(s for s in self.stufen if key in self.parents_of(s))
