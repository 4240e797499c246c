"""What rule Z110 leaves alone: in the shipped texts, each listed; and one sentence for each excuse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.checks.counting.excuses import Excuse
from tests.checks.test_cases import changed
from tools.excused_counts import LIST, excused, lines

AGENDA = {
    "file": "strategy.yaml",
    "old": "kapitel:",
    "new": "bezugsrahmen: [{id: agenda2030, titel: Agenda 2030}]\nkapitel:",
}
WORK = {"file": "sources.yaml", "old": 'jahr: "2010"', "new": 'jahr: "2010", titel: Zehn Leitziele'}

SENTENCES = {
    Excuse.ARTICLE: ("Ein Leitziel steht vorn.", "Ein Leitziel"),
    Excuse.PART: ("Drei neue Leitziele kommen hinzu.", "Drei neue Leitziele"),
    Excuse.RANGE: ("Es sind 5/6 Leitziele.", "6 Leitziele"),
    Excuse.VAGUE: ("Es sind rund 60 Ergebnisziele.", "60 Ergebnisziele"),
    Excuse.LABEL: ("Siehe Kapitel 5 Leitziele.", "5 Leitziele"),
    Excuse.FOREIGN: ("", "Zehn Leitziele"),
    Excuse.FRONT_MATTER: ("---\n# 13 Leitziele\nwortlaut: amtlich\n---\n\nText.", "13 Leitziele"),
    Excuse.QUOTED: ('Es waren {{ zitat("13 Leitziele") }}.', "13 Leitziele"),
    Excuse.AVERAGE: ("Im Durchschnitt sind es 3 Leitziele.", "3 Leitziele"),
    Excuse.NAMED: ("In [[HF2]] stehen zwei Leitziele.", "zwei Leitziele"),
    Excuse.OTHERS: ("Die 17 Leitziele der Agenda 2030.", "17 Leitziele"),
}


def test_a_count_that_a_shipped_text_is_excused_for_is_listed() -> None:
    """tests/checks/counting/excused.txt is brought up to date by: python -m tools.excused_counts."""
    assert excused() == LIST.read_text("utf-8")


@pytest.mark.parametrize("excuse", SENTENCES)
def test_each_excuse_names_itself(
    excuse: Excuse, strategy_folder: Callable[[dict[str, Any]], Path]
) -> None:
    text, words = SENTENCES[excuse]
    patches = {Excuse.OTHERS: [AGENDA], Excuse.FOREIGN: [WORK]}.get(excuse, [])
    folder = strategy_folder(changed({"files": {"texts/fazit.md": text}, "patch": patches}))
    of_all = {"Leitziele": 4, "Leitziel": 4, "Ergebnisziele": 9}[words.split()[-1]]
    assert f"«{words}» (von {of_all}): {excuse}\n" in "".join(lines(folder))


def test_a_count_that_is_true_of_its_own_element_is_excused_by_that(
    strategy_folder: Callable[[dict[str, Any]], Path],
) -> None:
    folder = strategy_folder(changed({"files": {"texts/HF2.md": "Es hat zwei Leitziele."}}))
    assert list(lines(folder)) == [f"HF2: «zwei Leitziele» (von 4): {Excuse.OWN}\n"]


def test_no_excuse_is_without_an_example() -> None:
    """Those of an earlier edition stand in test_wholes.py."""
    assert {*SENTENCES, Excuse.OWN, Excuse.EARLIER} == set(Excuse)
