"""The one table of kinds knows every element there is, and says of each what is true."""

from pathlib import Path

import pytest

from generator.model.base import Element
from generator.model.change_kinds import CHANGES, CHANGES_BY_WORD
from generator.model.kinds import BY_KEY, BY_LIST, ELEMENTS, REGISTER_FILES, ElementKind, kind_of
from generator.model.strategy import Strategy
from generator.model.tree import identity, tree
from generator.read.origin import Folder
from generator.read.reading import read_strategy
from tests.compare.county import Data, county, goal

ROOT = Path(__file__).parents[2]


def test_every_record_with_an_id_of_its_own_is_in_the_table() -> None:
    assert {kind.record for kind in ELEMENTS} == set(Element.__subclasses__())


def test_keys_lists_and_words_are_given_once() -> None:
    assert len(BY_KEY) == len(BY_LIST) == len(ELEMENTS)
    assert len(CHANGES) == len(CHANGES_BY_WORD)


@pytest.mark.parametrize("kind", ELEMENTS, ids=lambda kind: kind.key)
def test_the_fields_a_kind_names_are_there(kind: ElementKind) -> None:
    fields = kind.record.model_fields
    named = {*kind.printed, *kind.foreign, *(path.split(".")[0] for path in kind.links)}
    assert named <= set(fields)
    assert kind.foreign <= set(kind.printed)
    assert kind.children in ("", *fields)
    assert set(kind.changes.values()) <= set(CHANGES)


@pytest.mark.parametrize("folder", ["strategy", "examples/auental"])
def test_the_tree_holds_what_the_strategy_holds(folder: str) -> None:
    strategy = read_strategy(Folder(ROOT / folder)).strategy
    assert strategy is not None
    records = [record for record in tree(strategy).records.values() if record is not strategy.kopf]
    assert sorted(e.id for e in records) == sorted(e.id for e in strategy.elements())
    assert all(kind_of(record).name(record) for record in records)


def test_every_list_of_a_strategy_comes_from_a_file_of_the_table() -> None:
    listed = {name for record in REGISTER_FILES.values() for name in record.model_fields}
    assert listed | {"kopf", "ziele", "texte"} == set(Strategy.model_fields)


def test_an_element_with_an_id_that_is_taken_is_the_second_of_that_id() -> None:
    """Wherever it stands: keys of a comparison and names in the graph are the same."""

    def twice(data: Data) -> None:
        goal(data, "EZ02")["id"] = "EZ01"
        data["akteure"].append({"id": "EZ01", "name": "Ergebnisamt", "art": "intern"})

    found = [key for key in tree(county(twice)).records if identity(key) == "EZ01"]
    assert found == ["ziel:EZ01", "ziel:EZ01#2", "akteur:EZ01#3"]
