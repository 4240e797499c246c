"""What a house wants of the parts that its document has besides the chapters, as strategy.yaml says it."""

from typing import Literal

from pydantic import Field

from generator.model.base import Record

PrintChoice = Literal["drucken", "weglassen"] | None


class Parts(Record):
    """Part to what the house wants of it; what is not named follows ``uebrige``, else the size."""

    auf_einen_blick: PrintChoice = Field(
        None,
        title="Auf einen Blick",
        description="die Seite mit dem, was zu entscheiden ist, den Handlungsfeldern und Neuem",
        examples=["auf_einen_blick: weglassen"],
    )
    inhaltsverzeichnis: PrintChoice = Field(
        None, title="Inhaltsverzeichnis", examples=["inhaltsverzeichnis: weglassen"]
    )
    abkuerzungen: PrintChoice = Field(
        None, title="Abkürzungen", examples=["abkuerzungen: weglassen"]
    )
    quellenverzeichnis: PrintChoice = Field(
        None,
        title="Quellenverzeichnis",
        description="ohne es stehen die vollständigen Angaben in den Fußnoten",
        examples=["quellenverzeichnis: weglassen"],
    )
    uebersicht: PrintChoice = Field(
        None,
        title="Übersicht",
        description="alle Ziele mit Wortlaut, je Handlungsfeld eine Tabelle",
        examples=["uebersicht: weglassen"],
    )
    zustaendigkeitsmatrix: PrintChoice = Field(
        None,
        title="Zuständigkeitsmatrix",
        description="wie oft jede Stelle unter jedem Ziel der ersten Stufe zuständig ist",
        examples=["zustaendigkeitsmatrix: weglassen"],
    )
    stellenverzeichnis: PrintChoice = Field(
        None,
        title="Stellenverzeichnis",
        description="«Wer ist wofür zuständig?»: je Stelle, was sie betrifft",
        examples=["stellenverzeichnis: weglassen"],
    )
    kennzahlen: PrintChoice = Field(
        None,
        title="Kennzahlen",
        description="die Werte mit Stichtag und Herkunft",
        examples=["kennzahlen: weglassen"],
    )
    planungen: PrintChoice = Field(
        None, title="Planungen und Berichte", examples=["planungen: weglassen"]
    )
    bezugsrahmen: PrintChoice = Field(
        None, title="Bezugsrahmen", examples=["bezugsrahmen: weglassen"]
    )
    glossar: PrintChoice = Field(
        None,
        title="Glossar",
        description="die Begriffe, die strategy.yaml unter «glossar» erklärt",
        examples=["glossar: weglassen"],
    )
    abbildungsverzeichnis: PrintChoice = Field(
        None, title="Abbildungsverzeichnis", examples=["abbildungsverzeichnis: weglassen"]
    )
    tabellenverzeichnis: PrintChoice = Field(
        None,
        title="Tabellenverzeichnis",
        description="die nummerierten Tabellen der Übersichten",
        examples=["tabellenverzeichnis: weglassen"],
    )
    uebrige: PrintChoice = Field(
        None,
        title="alle übrigen",
        description="was für die Teile gilt, die hier nicht genannt sind; fehlt es, entscheidet der Umfang",
        examples=["uebrige: drucken"],
    )


PARTS = tuple(name for name in Parts.model_fields if name != "uebrige")
"""In the order in which they are printed."""
