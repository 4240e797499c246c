"""What a file says of an element is known by the name that the element has everywhere else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.edit.form import Entries, Value, file_records, form
from generator.model.strategy import Strategy
from generator.model.tree import tree
from tests.edit.editing import COUNTIES, county, files_of, read
from tests.shapes import FILES, shape

TWICE = county(
    head="""\
format: 1
titel: Teilhabe im Lindental
fassung: {kennung: entwurf, bezeichnung: Entwurf, status: entwurf, stand: 2026-01-05}
kapitel:
  - {id: ziele, titel: Unsere Ziele, inhalt: ziele}
  - {id: ziele, titel: Noch einmal die Ziele}
""",
    goals="""\
handlungsfelder:
  - id: HF1
    titel: Bildung
    leitziele:
      - {id: LZ1, text: Alle Kinder lernen lesen.}
      - {id: LZ1, text: Niemand bleibt ohne Abschluss.}
uebergreifend:
  leitziele:
    - {id: LZ1, text: Ehrenamt wird anerkannt.}
    - {id: bauamt, text: Bauland wird gesichert.}
""",
    actors="akteure:\n  - {id: bauamt, name: Bauamt, art: intern}\n  - {id: LZ1, name: Lernzentrum, art: extern}\n",
    sources="quellen:\n  - {id: bauamt, urheber: Bauamt, titel: Bericht}\n",
)


def named(value: Value) -> Iterator[Entries]:
    if isinstance(value, Entries):
        if value.name:
            yield value
        for inside in value.values.values():
            yield from named(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from named(inside)


def agree(strategy: Strategy) -> int:
    """Compare the names, and what stands under each; the number of elements."""
    elements = tree(strategy)
    forms = (form(record, elements) for record in file_records(strategy).values())
    found = [entries for one in forms for entries in named(one)]
    assert sorted(entries.name for entries in found) == sorted(elements.parents)
    for entries in found:
        record = elements.records[entries.name]
        assert entries.record is type(record)
        plain = {k: v for k, v in entries.values.items() if isinstance(v, str)}
        assert plain == {key: getattr(record, key) for key in plain}
    return len(found)


@pytest.mark.parametrize("folder", COUNTIES)
def test_elements_are_called_as_in_a_comparison(folder: str) -> None:
    assert agree(read(files_of(folder))) > 50


@pytest.mark.parametrize("name", FILES)
def test_however_the_levels_stand(name: str) -> None:
    assert agree(shape(name)) > 3


def test_an_id_given_again_is_numbered_across_files_kinds_and_places() -> None:
    strategy = read(TWICE)
    assert agree(strategy) == 10
    again = {key for key in tree(strategy).parents if "#" in key}
    assert again == {
        "kapitel:ziele#2", "ziel:LZ1#2", "ziel:LZ1#3", "akteur:LZ1#4", "akteur:bauamt#2", "quelle:bauamt#3",
    }  # fmt: skip


def test_one_record_in_two_places_has_two_names() -> None:
    strategy = read(TWICE)
    actors = strategy.akteure
    assert agree(strategy.model_copy(update={"akteure": (*actors, actors[0])})) == 11
