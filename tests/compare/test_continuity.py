"""A body that goes on with a task under another element is never said to be rid of it."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.compare.impact import BodyImpact
from generator.model.strategy import Strategy
from tests.editions import compare, telling

Data = dict[str, Any]


def measure(
    id_: str, *bodies: str, ersetzt: tuple[str, ...] = (), parts: tuple[Data, ...] = ()
) -> Data:
    return {
        "id": id_, "stufe": "massnahmen", "text": f"Maßnahme {id_} senkt den Verbrauch der Stadt.",
        "zustaendig": list(bodies), "ersetzt": list(ersetzt), "kinder": list(parts),
    }  # fmt: skip


def part(id_: str, *bodies: str, ersetzt: tuple[str, ...] = ()) -> Data:
    return measure(id_, *bodies, ersetzt=ersetzt) | {"stufe": "teilmassnahmen"}


def city(*measures: Data, goal: Data | None = None, bodies: tuple[Data, ...] = ()) -> Strategy:
    """A fictional city whose measures, and their parts, carry a Zuständigkeit."""
    levels = [
        {"schluessel": "ziele", "name": "Ziel", "mehrzahl": "Ziele", "praefix": "Z"},
        {"schluessel": "massnahmen", "name": "Maßnahme", "mehrzahl": "Maßnahmen", "praefix": "M",
         "traegt": ["zustaendigkeit"]},
        {"schluessel": "teilmassnahmen", "name": "Teilmaßnahme", "mehrzahl": "Teilmaßnahmen",
         "praefix": "T", "traegt": ["zustaendigkeit"]},
    ]  # fmt: skip
    aim = {"id": "Z1", "stufe": "ziele", "text": "Die Stadt braucht weniger Energie."} | (
        goal or {}
    )
    return Strategy.model_validate({
        "kopf": {
            "format": 2, "titel": "Klimaplan der Stadt Ulmenau", "stufen": levels,
            "koerperschaft": {"name": "Stadt Ulmenau", "art": "stadt", "gremium": "Stadtrat",
                              "verwaltung": "Stadtverwaltung Ulmenau"},
            "fassung": {"kennung": "2020", "bezeichnung": "Klimaplan 2020", "status": "beschlossen",
                        "stand": "2020-03-18", "beschluss": "27/20"},
            "kapitel": [{"id": "ziele", "titel": "Ziele", "inhalt": "ziele"}],
        },
        "ziele": {"handlungsfelder": [
            {"id": "HF1", "titel": "Energie", "kinder": [aim | {"kinder": list(measures)}]}]},
        "akteure": [
            {"id": id_, "name": name, "art": "intern"}
            for id_, name in (("umwelt", "Umweltamt"), ("bau", "Bauamt"), ("werke", "Stadtwerke"))
        ] + list(bodies),
    })  # fmt: skip


OLD = (measure("M1", "umwelt"), measure("M2", "umwelt", "bau"), measure("M3", "bau"))

BELOW_M2 = "weiter zuständig, Teilmaßnahmen darunter geändert: M2"

Case = tuple[tuple[Data, ...], tuple[Data, ...], str, tuple[str, ...]]

CASES: dict[str, Case] = {
    "a kept measure that takes up another": (
        OLD, (measure("M2", "umwelt", "bau", ersetzt=("M1",)), OLD[2]),
        "umwelt", ("weiter zuständig (bisher M1): M2",),
    ),
    "a kept measure to which the body comes with the other": (
        OLD, (OLD[1], measure("M3", "bau", "umwelt", ersetzt=("M1",))),
        "umwelt", ("weiter zuständig (bisher M1): M3",),
    ),
    "a part with the body's own name": (
        OLD, (OLD[1], measure("M3", "bau", parts=(part("T1", "umwelt", ersetzt=("M1",)),))),
        "umwelt", ("weiter zuständig (bisher M1): T1",),
    ),
    "a part of a kept measure that the body is responsible for": (
        OLD, (measure("M2", "umwelt", "bau", parts=(part("T1", ersetzt=("M1",)),)), OLD[2]),
        "umwelt", ("weiter zuständig (bisher M1): M2", BELOW_M2),
    ),
    "a part of a kept measure, named to another body": (
        OLD, (measure("M2", "umwelt", "bau", parts=(part("T1", "werke", ersetzt=("M1",)),)), OLD[2]),
        "umwelt", ("weiter zuständig (bisher M1): M2",),
    ),
    "a new measure whose parts name the body": (
        OLD, (measure("M4", ersetzt=("M1",), parts=(part("T1", "umwelt"), part("T2", "werke"))), *OLD[1:]),
        "umwelt", ("weiter zuständig (bisher M1): T1",),
    ),
    "a new measure above parts that replace": (
        OLD, (measure("M4", "umwelt", parts=(part("T1", ersetzt=("M1",)), part("T2", "bau", ersetzt=("M3",)))), OLD[1]),
        "umwelt", ("weiter zuständig (bisher M1): M4",),
    ),
    "parts that become a measure": (
        (measure("M1", parts=(part("T1", "umwelt"), part("T2", "umwelt"), part("T3", "bau"))),),
        (measure("M4", "umwelt", ersetzt=("M1",)),),
        "umwelt", ("weiter zuständig (bisher T1 und T2): M4",),
    ),
    "a part, of a measure that the body had, that becomes a measure": (
        (measure("M1", "umwelt", parts=(part("T1"),)),),
        (measure("M1", "umwelt"), measure("M4", "umwelt", ersetzt=("T1",))),
        "umwelt", ("weiter zuständig (bisher T1): M4", "weiter zuständig, Teilmaßnahmen darunter geändert: M1"),
    ),
    "parts below a measure that becomes another with parts": (
        (measure("M1", parts=(part("T1", "umwelt"), part("T2", "bau"))),),
        (measure("M4", ersetzt=("M1",), parts=(part("T3", "bau"), part("T4", "umwelt"))),),
        "umwelt", ("weiter zuständig unter M4 (bisher unter M1: T1): T4",),
    ),
    "a kept measure from which a part was split with its body": (
        OLD, (measure("M1", "werke", parts=(part("T1", "umwelt", ersetzt=("M1",)),)), *OLD[1:]),
        "umwelt", ("weiter zuständig (bisher M1): T1",),
    ),
    "what a kept measure takes up is named to those who had only that": (
        OLD, (measure("M2", "umwelt", "bau", ersetzt=("M1",)), OLD[2]),
        "bau", ("weiter zuständig, nimmt M1 auf: M2",),
    ),
    "several heirs, one kept": (
        OLD, (measure("M2", "umwelt", "bau", ersetzt=("M1",)), measure("M3", "bau", ersetzt=("M1",)),
              measure("M4", "umwelt", ersetzt=("M1",))),
        "umwelt", ("weiter zuständig (bisher M1): M2, M4",),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_body_that_goes_on_is_told_so_and_nothing_else(case: Case) -> None:
    old, new, body, expected = case
    rows = {row.id: row.changes for row in telling(city(*old), city(*new)).bodies}
    assert rows[body] == expected


REALLY: dict[str, Case] = {
    "the replacing element has other bodies": (
        OLD, (measure("M4", "werke", ersetzt=("M1",)), *OLD[1:]),
        "umwelt", ("nicht mehr zuständig: M1",),
    ),
    "nothing replaces it": (OLD, OLD[1:], "umwelt", ("nicht mehr zuständig: M1",)),
    "one of two heirs has the body, the other a new one": (
        OLD, (measure("M4", "umwelt", ersetzt=("M1",)), measure("M5", "werke", ersetzt=("M1",)), *OLD[1:]),
        "werke", ("neu zuständig: M5",),
    ),
    "a part that is replaced by itself goes elsewhere": (
        (measure("M1", parts=(part("T1", "umwelt"),)),),
        (measure("M4", "umwelt", ersetzt=("M1",)), measure("M5", "werke", ersetzt=("T1",))),
        "umwelt", ("neu zuständig: M4", "nicht mehr zuständig: T1"),
    ),
    "a new part below a kept measure": (
        OLD, (measure("M1", "umwelt", parts=(part("T1", "umwelt"),)), *OLD[1:]),
        "umwelt", ("neu zuständig: T1",),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REALLY.values(), ids=REALLY)
def test_a_body_that_loses_or_gets_a_task_is_told_so(case: Case) -> None:
    old, new, body, expected = case
    rows = {row.id: row.changes for row in telling(city(*old), city(*new)).bodies}
    assert tuple(said for said in rows[body] if "darunter" not in said) == expected


def test_what_goes_on_in_another_role_is_told_so() -> None:
    new = measure("M4", ersetzt=("M1",)) | {
        "zustaendig": [{"akteur": "umwelt", "rolle": "mitwirkung"}, "werke"]
    }
    rows = {row.id: row.changes for row in telling(city(*OLD), city(new, *OLD[1:])).bodies}
    assert rows["umwelt"] == ("weiter zuständig, in anderer Rolle (bisher M1): M4",)


def test_only_what_stood_below_the_replaced_goal_and_is_gone_goes_on_under_the_other() -> None:
    """The measures of a goal that is replaced as a whole do not become each other."""
    new = city(
        OLD[0],
        measure("M4", "umwelt"),
        measure("M5", "werke"),
        goal={"id": "Z2", "ersetzt": ["Z1"]},
    )
    rows = {row.id: row.changes for row in telling(city(*OLD), new).bodies}
    assert "weiter zuständig unter Z2 (bisher unter Z1: M2): M4" in rows["umwelt"]
    assert "nicht mehr zuständig: M2, M3" in rows["bau"]
    assert "neu zuständig: M5" in rows["werke"]


def impacts(old: Strategy, new: Strategy) -> dict[str, BodyImpact]:
    return {body.id: body for body in compare(old, new).impact.bodies}


def test_an_heir_of_a_body_has_its_tasks_where_they_go_on() -> None:
    heir = {"id": "amt", "name": "Klimaamt", "art": "intern"}
    new = city(
        OLD[1], measure("M3", "bau", parts=(part("T1", "amt", ersetzt=("M1",)),)), bodies=(heir,)
    )
    ended = [
        b.model_copy(update={"nachfolger": ("amt",)}) if b.id == "umwelt" else b
        for b in new.akteure
    ]
    new = new.model_copy(update={"akteure": tuple(ended)})
    assert impacts(city(*OLD), new)["amt"].succeeded == {"T1": ("umwelt",)}


@pytest.mark.parametrize("editorial", [("M1", "entfallen"), ("M4", "neu")])
def test_a_real_half_of_a_replacement_is_enough_to_be_told(editorial: tuple[str, str]) -> None:
    id_, art = editorial
    new = city(measure("M4", "umwelt", ersetzt=("M1",)), *OLD[1:])
    reason: Callable[[], Data] = lambda: {  # noqa: E731
        "id": id_, "art": art, "einstufung": "redaktionell", "begruendung": "Nur die Nummer ist neu."
    }  # fmt: skip
    new = Strategy.model_validate(new.model_dump() | {"aenderungen": [reason()]})
    assert impacts(city(*OLD), new)["umwelt"].inherited == {"M4": ("M1",)}
