"""The numbers of a Fortschreibung are told in the words of the house, and are those of its changes."""

import re
from collections.abc import Callable

import pytest

from generator.render.documents.telling.teller import Telling
from tests.compare.county import Data, county, goal, pop
from tests.compare.test_approval import with_levels
from tests.editions import telling


def told(edit: Callable[[Data], object], base: Callable[[Data], object] | None = None) -> Telling:
    return telling(county(base), county(lambda d: ((base or len)(d), edit(d))))


def numbers(edit: Callable[[Data], object], base: Callable[[Data], object] | None = None) -> str:
    return told(edit, base).summary.numbers


def several(d: Data) -> None:
    """Two goals come, two go, one moves, two are reworded, and somebody else is responsible."""
    pop(d, "PZ01", 3)
    pop(d, "PZ01", 2)
    goal(d, "PZ02")["kinder"] = [
        pop(d, "PZ01", 1),
        *({"id": i, "stufe": "ergebnisziele", "text": f"{i} gelingt."} for i in ("EZ08", "EZ09")),
    ]
    goal(d, "EZ01")["text"] = "Jede Schule hat ein gutes Konzept."
    goal(d, "LZ02")["text"] = "Wohnraum ist für alle bezahlbar."
    goal(d, "PZ02")["zustaendig"] = ["schulamt"]


def test_goals_are_counted_together_and_by_level() -> None:
    assert numbers(several) == (
        "8 Änderungen, darunter 2 neue Ziele, 2 entfallen, 2 umformuliert, 1 verschoben "
        "(1 Leitziel umformuliert; 2 neue Ergebnisziele, 2 entfallen, 1 umformuliert, 1 verschoben)"
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Maßnahme", "1 neue Maßnahme"),
        ("operatives Ziel", "1 neues operatives Ziel"),
        ("Arbeitsschritt", "1 neuer Arbeitsschritt"),
        ("Xyz", "1 Xyz neu"),
    ],
)
def test_a_single_new_element_has_the_gender_of_its_level(name: str, said: str) -> None:
    def level(d: Data) -> None:
        with_levels(d, ("leitziele", "Leitziel", "LZ"), ("prozessziele", "Prozessziel", "PZ"),
                    ("ergebnisziele", name, "EZ"))  # fmt: skip

    new = {"id": "EZ09", "stufe": "ergebnisziele", "text": "Neu."}
    assert (
        numbers(lambda d: goal(d, "PZ02").update(kinder=[new]), level) == f"Eine Änderung: {said}"
    )


def test_levels_that_are_no_goals_are_counted_each_in_their_own_words() -> None:
    def level(d: Data) -> None:
        with_levels(d, ("leitziele", "Leitziel", "LZ"), ("prozessziele", "Prozessziel", "PZ"),
                    ("ergebnisziele", "Maßnahm", "EZ"))  # fmt: skip

    assert numbers(several, level) == (
        "8 Änderungen, darunter 1 Leitziel umformuliert; 2 neue Maßnahme, 2 entfallen, 1 umformuliert, "
        "1 verschoben"
    )


def test_handlungsfelder_recommendations_and_what_goes_with_its_level_are_counted() -> None:
    def edit(d: Data) -> None:
        goal(d, "PZ01")["kinder"] = []
        with_levels(d, ("leitziele", "Leitziel", "LZ"), ("prozessziele", "Prozessziel", "PZ"))
        d["ziele"]["handlungsfelder"][1]["titel"] = "Bezahlbar wohnen"
        d["themen"][0]["empfehlungen"].append({"id": "EM02", "text": "Die Rente steigt."})

    assert numbers(edit) == (
        "7 Änderungen, darunter 1 Handlungsfeld umformuliert; 4 Ergebnisziele entfallen; "
        "1 neue Empfehlung"
    )


@pytest.mark.parametrize("edit", [several, lambda d: d["kopf"]["fassung"].update(kennung="2025")])
def test_the_sum_is_that_of_the_verdicts_and_of_the_list(edit: Callable[[Data], object]) -> None:
    all_of_it = told(edit)
    said = all_of_it.summary.numbers.split(" Änderung")[0].replace("Eine", "1")
    verdicts = " ".join(verdict.sentence for verdict in all_of_it.summary.verdicts)
    by_verdict = re.findall(r"(\d+) Änderung", verdicts)
    assert int(said) == len(all_of_it.changes) == sum(map(int, by_verdict))


def test_equal_editions_have_no_change() -> None:
    assert numbers(lambda d: None) == "Keine Änderung"
