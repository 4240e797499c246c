"""Whatever a strategy calls its levels, every sentence about them is German."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from msgspec import Struct

from generator.checks.run import run
from generator.graph.edition import Edition
from generator.model.strategy import Strategy
from generator.read.origin import Folder
from generator.read.reading import Reading, read_strategy
from generator.render.documents.change_list import list_document
from generator.render.documents.context import context_of
from generator.render.documents.strategy_document.document import strategy_document
from generator.render.documents.synopsis import synopsis_document
from generator.render.documents.synopsis.change_page import page_document
from generator.render.documents.telling.teller import Telling
from generator.render.formats.markdown import encode
from generator.render.goal_graph import goal_graph
from generator.render.templates import template
from tests.checks.test_cases import cases, findings
from tests.editions import compare

Write = Callable[..., Path]


class Name(Struct, frozen=True):
    """A level as a German speaker would write it."""

    one: str
    many: str
    to_many: str
    dative: str
    forms: str = ""
    """What strategy.yaml says of it besides, where the program does not know the word."""

    @property
    def feminine(self) -> bool:
        return self.dative.startswith("der ")


NAMES = [
    Name(*line.split(" | "))
    for line in """
Leitziel | Leitziele | Leitzielen | dem Leitziel
Leitlinie | Leitlinien | Leitlinien | der Leitlinie
Handlungsziel | Handlungsziele | Handlungszielen | dem Handlungsziel
Maßnahme | Maßnahmen | Maßnahmen | der Maßnahme
Prüfgröße | Prüfgrößen | Prüfgrößen | der Prüfgröße
Indikator | Indikatoren | Indikatoren | dem Indikator
Arbeitsschritt | Arbeitsschritte | Arbeitsschritten | dem Arbeitsschritt
Schwerpunkt | Schwerpunkte | Schwerpunkten | dem Schwerpunkt
Vorhaben | Vorhaben | Vorhaben | dem Vorhaben
Teilziel | Teilziele | Teilzielen | dem Teilziel
Leitgedanke | Leitgedanken | Leitgedanken | dem Leitgedanken
operatives Ziel | operative Ziele | operativen Zielen | dem operativen Ziel
Ziel | Ziele | Zielen | dem Ziel
Handlungsschritt | Handlungsschritte | Handlungsschritten | dem Handlungsschritt
Projekt | Projekte | Projekten | dem Projekt
Baustein | Bausteine | Bausteinen | dem Baustein
Leuchtturm | Leuchttürme | Leuchttürmen | dem Leuchtturm | , genitiv: des Leuchtturms, dativ: dem Leuchtturm
Landmark | Landmarken | Landmarken | der Landmark | , genitiv: der Landmark, dativ: der Landmark
""".strip().splitlines()
]

ACTORS = "akteure: [{id: amt, name: Bauamt, art: intern}]\n"


def head(name: Name, carrier: str) -> str:
    """Two levels, the upper one named, with the Zuständigkeit on one of them."""
    carries = {"oben": "", "unten": "", carrier: ", traegt: [zustaendigkeit]"}
    return f"""
format: 2
titel: Gut leben in Musterau
koerperschaft: {{name: Stadt Musterau, art: stadt, gremium: Gemeinderat}}
fassung: {{kennung: "2", bezeichnung: Zweite, status: entwurf, stand: 2026-01-01, vorgaenger: "1"}}
teile: {{uebrige: drucken}}
stufen:
  - {{schluessel: oben, name: {name.one}, mehrzahl: {name.many}, praefix: O{name.forms}{carries["oben"]}}}
  - {{schluessel: unten, name: Teilschritt, mehrzahl: Teilschritte, praefix: U{carries["unten"]}}}
"""


def goals(carrier: str) -> str:
    said = {"oben": "", "unten": "", carrier: ", zustaendig: [amt]"}
    top, low = said["oben"], said["unten"]
    return f"""
uebergreifend:
  oben: [{{id: O9, text: Niemand bleibt allein.{top}, unten: [{{id: U9, text: Wir besuchen.{low}}}]}}]
handlungsfelder:
  - id: HF1
    titel: Wohnen
    oben:
      - id: O1
        text: Alle wohnen gut.{top.replace(", ", NEW_LINE, 1)}
        unten: [{{id: U1, text: Wir bauen.{low}}}, {{id: U2, text: Wir planen.{low}}}]
      - {{id: O2, text: Alle wohnen nah.{top}, unten: [{{id: U3, text: Wir fahren.{low}}}]}}
"""


NEW_LINE = "\n        "
OLDER = (("Alle wohnen gut.", "Alle wohnen."), ("U2", "U7"), ("Wir bauen.", "Wir bauen viel."))
"""What the former edition said instead."""
MISTAKES = (
    (", zustaendig: [amt]", ""),
    ("unten: [{id: U3,", "oben: [{id: O5,"),
    ("unten: [{id: U9", "zustaendig: [amt], unten: [{id: U9"),
    ("id: U1, text: Wir bauen.", "id: U1, text: Wir bauen., zustaendig: [amt]"),
)


def reading(write: Write, name: Name, carrier: str, *changes: tuple[str, str]) -> Reading:
    """Two strategies with the level, and what is wrong with them."""
    said = goals(carrier)
    for old, new in changes:
        said = said.replace(old, new)
    text = f'Es sind 7 {name.many}. Es gibt {{{{ anzahl.oben, "{name.one}" }}}}.'
    files = {"strategy.yaml": head(name, carrier), "goals.yaml": said, "actors.yaml": ACTORS}
    return read_strategy(Folder(write(files | {"texts/ziele.md": text}, f"{carrier}{changes}")))


def strategy(found: Reading) -> Strategy:
    assert found.strategy is not None
    return found.strategy


def documents(old: Strategy, new: Strategy) -> Iterator[str]:
    context = context_of(Edition(new))
    telling = Telling(compare(old, new), context)
    made = (
        strategy_document(context, telling),
        synopsis_document(telling, every=True),
        page_document(telling),
        list_document(telling),
    )
    yield from (encode(document, template("dokument.md.j2")).decode() for document in made)
    yield goal_graph(Edition(new)).title


def everything(write: Write, name: Name) -> str:
    """Every sentence that strategies with that level give, with and without mistakes."""
    told: list[str] = []
    for carrier in ("unten", "oben"):
        new = reading(write, name, carrier)
        assert not new.findings
        told += documents(strategy(reading(write, name, carrier, *OLDER)), strategy(new))
        for mistake in (("", ""), *MISTAKES):
            wrong = reading(write, name, carrier, mistake)
            told += [finding.message for finding in run(wrong)]
    return "\n".join(told).replace("\u00a0", " ")


WITH_FEMININE, WITH_OTHERS = "der die zur einer eine", "dem das des zum einem ein"


@pytest.mark.parametrize("name", NAMES, ids=lambda name: name.one)
def test_no_sentence_declines_a_level_wrongly(strategy_folder: Write, name: Name) -> None:
    said = everything(strategy_folder, name)
    weak = name.dative.split(" ", 1)[1]
    known = {name.one, name.many, name.to_many, weak}
    stem = name.one.replace("operatives Ziel", "operativ").removesuffix("e")
    for match in re.finditer(rf"\b{stem}\w*(?: Ziel\w*)?", said):
        assert match[0] in known, said[match.start() - 60 : match.end() + 20]
    articles = WITH_OTHERS if name.feminine else WITH_FEMININE
    wrong = re.compile(
        rf"\b(?:{articles.replace(' ', '|')})(?: jeweiligen)? (?:{name.one}|{weak})\b(?! und)"
    )
    assert not wrong.findall(said)
    for number, word in re.findall(rf"(?<![\d.,–-])(?<!# )(\d+) ({name.one}|{name.many})\b", said):
        assert word == (name.one if number == "1" else name.many)


@pytest.mark.parametrize("name", NAMES, ids=lambda name: name.one)
def test_the_sentences_that_need_a_case_have_it(strategy_folder: Write, name: Name) -> None:
    said = everything(strategy_folder, name)
    article, word = name.dative.split(" ", 1)
    zu, one = ("zur", "einer") if name.feminine else ("zum", "einem")
    for sentence in (
        f"für wie viele Teilschritte unter {article} jeweiligen {word} eine Stelle zuständig ist",
        f"Stellen nach {name.to_many}: O9 bis O2",
        f"«zustaendig» {zu} {word} verschieben",
        f"«oben» stehen unter {one} {word}, dort sind vorgesehen",
        f"Es gibt 3 {name.many}.",
        f"die Strategie enthält 3 {name.many}",
    ):
        assert sentence in said


GOAL_WORD = re.compile(r"\bZiel(?:e|en|s|es)?\b")
QUOTED = re.compile(r"«[^»]*»|\"[^\"]*\"|\{\{.*?\}\}")
LEVELS_OF_BASE = (
    ("Leitziel", "Leitziele"),
    ("Prozessziel", "Prozessziele"),
    ("Ergebnisziel", "Ergebnisziele"),
    ("Ziel", "Ziele"),
)


@pytest.mark.parametrize("name", [n for n in NAMES if n.one in ("Leitlinie", "Leuchtturm", "Vorhaben")],
                         ids=lambda name: name.one)  # fmt: skip
def test_no_message_of_a_rule_calls_something_a_ziel_that_is_none(
    strategy_folder: Write, name: Name
) -> None:
    """Every rule is provoked as its cases show; the keys of the levels stay, their names do not."""
    names = (
        (name.one, name.many),
        ("Baustein", "Bausteine"),
        ("Schritt", "Schritte"),
        ("Anliegen", "Anliegen"),
    )

    def say(text: str) -> str:
        for (old, olds), (new, news) in zip(LEVELS_OF_BASE, names, strict=True):
            text = text.replace(
                f"name: {old}, mehrzahl: {olds},", f"name: {new}, mehrzahl: {news},"
            )
        return text.replace(f"mehrzahl: {name.many},", f"mehrzahl: {name.many}{name.forms},", 1)

    articles = WITH_OTHERS if name.feminine else WITH_FEMININE
    wrong = re.compile(rf"\b(?:{articles.replace(' ', '|')})(?: jeweiligen)? {name.one}\b")
    told = 0
    for number, case in enumerate(cases()):
        _, given = case.values
        if given["expected"]:
            for finding in findings(
                partial(strategy_folder, name=f"{number}/strategie"), given, say
            ):
                said = QUOTED.sub("", finding.message)
                assert not GOAL_WORD.findall(said), (case.id, said)
                assert not re.findall(r"(?<!\w)(?:Leit|Prozess|Ergebnis)ziel", said), (
                    case.id,
                    said,
                )
                assert name.one == name.many or not wrong.findall(said), (case.id, said)
                told += name.one in said
    assert told > 10
