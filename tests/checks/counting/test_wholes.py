"""Which sentences claim the number of all there are, which may mean a part, and which say whose they are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.checks.run import run
from generator.finding import Severity
from generator.read.origin import Folder
from generator.read.reading import read_strategy
from generator.read.seals import FormerId
from tests.checks.test_cases import changed

FORMER = {f"X{n}": FormerId("2019", "leitziele") for n in range(18)}

WHOLE = [
    "Die Strategie umfasst drei Leitziele.",
    "Es wurden drei Leitziele erarbeitet.",
    "Um sie zu konkretisieren, wurden drei kommunale Leitziele erarbeitet; darunter stehen\nfünf Prozessziele.",
    "Fünf Prozessziele sind beschrieben.",
    "Insgesamt drei Leitziele geben die Richtung vor.",
    "Sie ist in drei Leitziele gegliedert.",
    "Die drei Leitziele dieser Strategie gelten bis zum Ende.",
    "Die drei Leitziele des Programms gelten bis zum Ende.",
    "Unter dem Dach stehen 14 Leitziele.",
    "# Unsere drei Leitziele",
    "Das Programm enthält im Ganzen drei Leitziele und mehr.",
    "Drei Leitziele umfasst die Strategie.",
    "Jeder weiß, dass die Strategie drei Leitziele enthält.",
    "Die Zahl der Leitziele beträgt 3.",
    "| Leitziele | 3 |\n| --- | --- |\n| Text | Text |",
    "- 3 Leitziele\n- fünf Prozessziele",
    "Es gibt drei Leitziele.",
    "Nahezu gleich häufig wurden diese drei Leitziele gewählt:\n\n- eins\n- zwei",
    "Zu nennen sind drei Leitziele:\n1. eins\n2. zwei",
    "Von 3 Leitzielen sind zwei erreicht.",
    "Es wurden drei Leitziele beschlossen.",
    "Beschlossen wurden drei Leitziele.",
    "Insgesamt enthält das Programm drei Leitziele.",
    "Sie gliedert sich in neun Ergebnisziele und drei Leitziele.",
    "Das Programm besteht aus drei Leitzielen mit fünf Prozesszielen.",
    "Die Strategie nennt drei Leitziele zur Armutsprävention.",
    "Es wurden drei Leitziele erarbeitet, die den Weg weisen.",
    "Für die Strategie sind drei Leitziele formuliert worden.",
    "Trotz der Agenda 2030 umfasst die Strategie drei Leitziele.",
    "Die Strategie greift die Agenda auf. Sie umfasst drei Leitziele.",
]
PART = [
    "Zwei Leitziele standen im Vordergrund.",
    "Drei Leitziele sind umgesetzt.",
    "Insgesamt sind drei Leitziele erreicht.",
    "Drei Leitziele betreffen Kinder.",
    "Im Jahr 2024 wurden 3 Leitziele begonnen.",
    "Im Jahr 2019 waren es 17 Leitziele.",
    "Das Jugendamt hat drei Leitziele beschrieben.",
    "Der Kreistag beschloss 2018 drei Leitziele.",
    "In zwei Arbeitsgruppen wurden drei Leitziele erarbeitet.",
    "Drei Leitziele dieser Strategie betreffen Kinder.",
    "Das Jugendamt hat drei Leitziele vorgeschlagen:\n\n- eins",
    "Fachleute haben drei Leitziele erarbeitet.",
    "Drei Leitziele sind umgesetzt:\n\n- eins",
    "Die Nachbarstadt umfasst drei Leitziele.",
    "Umgesetzte Leitziele: 3",
    "Am Beispiel zeigen zwei Leitziele, was gemeint ist.",
    "Das Programm umfasst drei Leitziele für Kinder.",
    "Im Programm sind drei Leitziele enthalten, die Kinder betreffen.",
    "Die Strategie umfasst auch drei Leitziele, die nur Kinder meinen.",
    "Drei Leitziele für Kinder sind im Programm enthalten.",
    "Dazu gibt es drei Leitziele.",
    "Die drei Leitziele im Handlungsfeld Wohnen stehen vorn.",
    "Bei der Auftaktveranstaltung wurden drei Leitziele vereinbart.",
    "Umgesetzt sind:\n\n- 3 Leitziele\n- 5 Prozessziele",
    "| | umgesetzt |\n| --- | --- |\n| Leitziele | 3 |",
    "Die drei Leitziele des Jugendamtes laufen gut.",
    "Zu einem Bereich gibt es drei Leitziele, die Kinder betreffen.",
]
NEITHER = [
    "Von vier Leitzielen sind 2 Leitziele umgesetzt, 3 Leitziele laufen.",
    "Von {{ anzahl.leitziele }} Leitzielen sind 3 Leitziele umgesetzt.",
    "Im Jahr 2019 waren es 18 Leitziele.",
    "17 globale Leitziele gelten weltweit.",
    "Die 17 Leitziele für nachhaltige Entwicklung der Agenda 2030 gelten auch hier.",
    "Sie folgt den 17 Leitzielen der Vereinten Nationen.",
    "Die Strategie greift die 17 Leitziele der Vereinten Nationen auf.",
    "Zu beachten ist, dass die Charta zwei zentrale Leitziele enthält.",
    "Die Charta enthält zwei zentrale Leitziele.",
    "Grundlage ist die Charta. Sie enthält zwei zentrale Leitziele.",
    "Der Bund nennt 17 Leitziele.",
    "Das Landesgesetz enthält drei Leitziele.",
    "Drei oben genannte Leitziele gehören dazu.",
    "Die drei wichtigsten Leitziele haben Vorrang.",
]


@pytest.fixture
def severities(strategy_folder: Callable[[dict[str, Any]], Path]) -> Callable[[str], set[Severity]]:
    def found(text: str) -> set[Severity]:
        folder = strategy_folder(changed({"files": {"texts/fazit.md": text}}))
        findings = run(read_strategy(Folder(folder)), FORMER)
        return {f.severity for f in findings if f.rule == "Z110"}

    return found


@pytest.mark.parametrize("text", WHOLE)
def test_a_claim_of_all_is_an_error(text: str, severities: Callable[[str], set[Severity]]) -> None:
    assert severities(text) == {Severity.ERROR}


@pytest.mark.parametrize("text", PART)
def test_what_may_be_a_part_is_a_hint(
    text: str, severities: Callable[[str], set[Severity]]
) -> None:
    assert severities(text) == {Severity.HINT}


@pytest.mark.parametrize("text", NEITHER)
def test_a_number_that_its_sentence_explains_is_no_finding(
    text: str, severities: Callable[[str], set[Severity]]
) -> None:
    assert severities(text) == set()
