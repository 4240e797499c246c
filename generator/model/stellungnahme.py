"""What reviewers sent back and what was decided on it: rounds of Stellungnahmen."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from generator.model.base import Kennung, Record, Text, Zahl, _listed

DecisionWord = Literal["offen", "uebernommen", "teilweise", "abgelehnt"]
StatementWord = Literal[
    "umformuliert",
    "text",
    "neu",
    "entfallen",
    "verschoben",
    "geteilt",
    "zusammengelegt",
    "zustaendigkeit",
    "adressat",
    "anmerkung",
    "berechnet",
]
CALLED: Mapping[StatementWord, str] = MappingProxyType(
    {
        "umformuliert": "Wortlaut geändert",
        "text": "Text geändert",
        "neu": "neu",
        "entfallen": "gestrichen",
        "verschoben": "verschoben",
        "geteilt": "geteilt",
        "zusammengelegt": "zusammengelegt",
        "zustaendigkeit": "Zuständigkeit geändert",
        "adressat": "Adressaten geändert",
        "anmerkung": "Anmerkung",
        "berechnet": "berechneter Text geändert",
    }
)
"""What somebody did, as people read it."""
REMARK: StatementWord = "anmerkung"
PARAGRAPH = " ¶ "
"""Between two paragraphs of a text: files hold each text as one."""

DECIDED: Mapping[DecisionWord, str] = MappingProxyType(
    {
        "uebernommen": "übernommen",
        "teilweise": "teilweise übernommen",
        "abgelehnt": "abgelehnt",
        "offen": "offen",
    }
)
"""The decisions as people read them."""


class Stellungnahme(Record):
    """One change or remark of one person, and what was decided on it.

    The program fills in all up to ``antwort_auf``, what comes behind it is the coordinator's.
    """

    id: Kennung = Field(title="Kennung", description="vom Programm vergeben", examples=["id: S001"])
    datei: Text = Field(
        title="Datei",
        description="die zurückgekommene Datei, vom Ordner über der Strategie aus",
        examples=["datei: zurueck/sozialamt.docx"],
    )
    von: Text | None = Field(
        None,
        title="von",
        description="Name, der in Word dabeisteht; ohne Änderungsverfolgung ist keiner bekannt",
        examples=["von: Anna Amt"],
    )
    datum: Text | None = Field(
        None,
        title="Datum",
        description="wie Word es angibt",
        examples=['datum: "2026-11-24T10:12"'],
    )
    element: Kennung | None = Field(
        None,
        title="Element",
        description="Kennung dessen, worum es geht",
        examples=["element: EZ33"],
    )
    bei: Kennung | None = Field(
        None,
        title="bei",
        description="Kennung des Elements, hinter oder unter dem etwas Neues stehen soll",
        examples=["bei: EZ32"],
    )
    art: StatementWord = Field(title="Art", examples=["art: umformuliert"])
    alt: Text | None = Field(
        None,
        title="bisher",
        description="der ganze Text, wie er gedruckt war; ¶ trennt Absätze",
        examples=['alt: "Personen erhalten Beratung."'],
    )
    neu: Text | None = Field(
        None,
        title="gewünscht",
        description="der ganze Text mit dieser Änderung",
        examples=['neu: "Personen erhalten frühzeitige Beratung."'],
    )
    zu: Text | None = Field(
        None,
        title="zu",
        description="die Wörter, denen eine Anmerkung gilt",
        examples=["zu: Beratung"],
    )
    text: Text | None = Field(
        None,
        title="Anmerkung",
        description="was am Rand steht",
        examples=['text: "Wer übernimmt das?"'],
    )
    antwort_auf: Kennung | None = Field(
        None,
        title="Antwort auf",
        description="Kennung der Stellungnahme, auf die jemand am Rand geantwortet hat",
        examples=["antwort_auf: S007"],
    )
    ersetzt_durch: Kennung | None = Field(
        None,
        title="ersetzt durch",
        description="Kennung dessen, was in einer neueren Datei derselben Runde an ihre Stelle trat",
        examples=["ersetzt_durch: S019"],
    )
    zurueckgezogen: bool = Field(
        False,
        title="zurückgezogen",
        description="true: eine neuere Datei derselben Runde enthält sie nicht mehr",
        examples=["zurueckgezogen: true"],
    )
    entscheidung: DecisionWord = Field(title="Entscheidung", examples=["entscheidung: teilweise"])
    fassung: Text | None = Field(
        None,
        title="beschlossener Wortlaut",
        description="bei teilweise der ganze Wortlaut, der nun gilt; bei einer Anmerkung, was aus ihr folgt",
        examples=['fassung: "Personen erhalten früh Beratung."'],
    )
    stelle: Text | None = Field(
        None,
        title="Stelle",
        description="steht in der Abwägungstabelle anstelle des Namens",
        examples=["stelle: Sozialamt"],
    )
    antwort: Text | None = Field(
        None,
        title="Antwort",
        description="was der Person geantwortet wird; steht in der Abwägungstabelle",
        examples=['antwort: "Danke, so ist es klarer."'],
    )
    begruendung: Text | None = Field(
        None,
        title="Begründung",
        description="steht in der Abwägungstabelle; bei abgelehnt nötig",
        examples=['begruendung: "Dafür fehlen die Mittel."'],
    )

    @property
    def superseded(self) -> bool:
        """Whether a newer file of the same person has something else in its place, or nothing."""
        return self.ersetzt_durch is not None or self.zurueckgezogen

    @property
    def wording(self) -> str | None:
        """The wording that was decided instead of the one wished for; None where there is none."""
        remark = self.art == REMARK and self.entscheidung == "uebernommen"
        return self.fassung if remark or self.entscheidung == "teilweise" else None


class Runde(Record):
    """What came back to one state of a draft that was sent out."""

    runde: Zahl = Field(title="Runde", description="fortlaufend", examples=["runde: 1"])
    bezeichnung: Text | None = Field(
        None,
        title="Bezeichnung",
        description="Überschrift der Runde in der Abwägungstabelle",
        examples=["bezeichnung: Beteiligung der Ämter"],
    )
    fassung: Text | None = Field(
        None,
        title="Fassung",
        description="Kennung der verschickten Fassung",
        examples=["fassung: 2026-entwurf"],
    )
    pruefsumme: Text | None = Field(
        None,
        title="Prüfsumme",
        description="des verschickten Standes; eine neue Runde beginnt, wenn es ein anderer ist",
        examples=["pruefsumme: 3f9a1c0b52d7e684"],
    )
    stellen: dict[str, Text] = Field(
        {},
        title="Stellen",
        description="links ein Name (wie unter von) oder eine Datei, rechts die Stelle, die die Abwägungstabelle dafür druckt",
        examples=["stellen: {Anna Amt: Sozialamt, zurueck/jugendamt.docx: Jugendamt}"],
    )
    stellungnahmen: Annotated[tuple[Stellungnahme, ...], BeforeValidator(_listed)] = Field(
        (),
        title="Stellungnahmen",
        description="in der Reihenfolge des Dokuments, spätere dahinter",
        examples=["stellungnahmen: [{id: S001, datei: …, art: anmerkung, entscheidung: offen}]"],
    )

    @property
    def standing(self) -> tuple[Stellungnahme, ...]:
        """The entries that stand for themselves.

        Not what is superseded; nor an answer at the margin on which nobody decided, which
        belongs to what it answers.
        """
        there = {entry.id for entry in self.stellungnahmen if not entry.superseded}
        return tuple(
            entry
            for entry in self.stellungnahmen
            if entry.id in there
            and not (entry.antwort_auf in there and entry.entscheidung == "offen")
        )


class Stellungnahmen(Record):
    """The content of stellungnahmen.yaml."""

    runden: Annotated[tuple[Runde, ...], BeforeValidator(_listed)] = Field(
        (),
        title="Runden",
        description="je verschicktem Stand eine; die Datei nennt Personen",
        examples=["runden: [{runde: 1, fassung: 2026-entwurf, stellungnahmen: []}]"],
    )
