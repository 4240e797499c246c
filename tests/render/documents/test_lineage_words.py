"""What ``ersetzt`` says is told in words: geteilt, zusammengelegt, ersetzt."""

from typing import Any

import pytest

from generator.compare.lineage import lineage
from generator.render.documents.telling.lineage_words import element_fate, element_origin
from tests.compare.county import Data, county, goal


def result(identity: str, *replaced: str) -> Data:
    return {"id": identity, "stufe": "ergebnisziele", "text": "Neu.", "ersetzt": list(replaced)}


def told(gone: list[str], new: list[Data]) -> dict[str, str]:
    """Every element that has something to say about where it went or came from."""

    def edit(data: Data) -> Any:
        children = goal(data, "PZ01")["kinder"]
        children[:] = [child for child in children if child["id"] not in gone] + new

    found = lineage(county(), county(edit))
    sentences = {id_: element_fate(found, id_) for id_ in gone}
    sentences |= {data["id"]: element_origin(found, data["id"]) for data in new}
    return {id_: sentence for id_, sentence in sentences.items() if sentence}


CASES: dict[str, tuple[list[str], list[Data], dict[str, str]]] = {
    "split": (
        ["EZ01"],
        [result("EZ60", "EZ01"), result("EZ61", "EZ01")],
        {
            "EZ01": "geteilt in EZ60 und EZ61",
            "EZ60": "hervorgegangen aus der Teilung von EZ01",
            "EZ61": "hervorgegangen aus der Teilung von EZ01",
        },
    ),
    "merge": (
        ["EZ01", "EZ02", "EZ03"],
        [result("EZ60", "EZ01", "EZ02", "EZ03")],
        {
            "EZ01": "zusammengelegt in EZ60",
            "EZ02": "zusammengelegt in EZ60",
            "EZ03": "zusammengelegt in EZ60",
            "EZ60": "zusammengelegt aus EZ01, EZ02 und EZ03",
        },
    ),
    "one for one": (
        ["EZ01"],
        [result("EZ60", "EZ01")],
        {"EZ01": "ersetzt durch EZ60", "EZ60": "ersetzt EZ01"},
    ),
    "split off": ([], [result("EZ60", "EZ02")], {"EZ60": "abgeteilt von EZ02"}),
    "one of two that are said to be merged stays": (
        ["EZ01"],
        [result("EZ60", "EZ01", "EZ02")],
        {"EZ01": "ersetzt durch EZ60", "EZ60": "ersetzt EZ01"},
    ),
    "nothing said": (["EZ01"], [result("EZ60")], {}),
    "an ID that never was": (["EZ01"], [result("EZ60", "EZ99")], {}),
}


@pytest.mark.parametrize("case", CASES)
def test_splits_and_merges_that_are_stated_are_told_in_words(case: str) -> None:
    gone, new, expected = CASES[case]
    assert told(gone, new) == expected
