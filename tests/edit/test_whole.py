"""A strategy without files is written as people would write it."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest

from generator.edit.whole import whole_files
from generator.errors import GeneratorError
from tests.compare.county import county as small_county
from tests.compare.mutate import fortschreibung
from tests.edit.editing import COUNTIES, Data, expressible, files_of, read, wanted

FOLDERS = (*COUNTIES, "strategy/editions/2018")


@pytest.mark.parametrize("folder", FOLDERS)
def test_whole_files_read_back_as_the_strategy_they_were_written_from(folder: str) -> None:
    strategy = read(files_of(folder))
    assert read(whole_files(strategy)) == strategy


@pytest.mark.parametrize("seed", range(20))
def test_whole_files_of_random_strategies_too(seed: int) -> None:
    strategy = expressible(fortschreibung(small_county(), seed, steps=seed))
    texts = {(text.id, text.stelle): text for text in strategy.texte}
    again = read(whole_files(strategy))
    assert {(text.id, text.stelle): text for text in again.texte} == texts
    assert again.model_copy(update={"texte": ()}) == strategy.model_copy(update={"texte": ()})


@pytest.mark.parametrize(
    ("name", "share"),
    [("recommendations.yaml", 1.0), ("actors.yaml", 1.0), ("key_figures.yaml", 1.0), ("sources.yaml", 0.97),
     ("changes.yaml", 0.98), ("goals.yaml", 0.9)],
)  # fmt: skip
def test_they_look_like_those_written_by_hand(name: str, share: float) -> None:
    """By share of lines that are the very same as in the shipped files."""
    files = files_of("strategy")
    by_hand, ours = (made[name].decode().splitlines() for made in (files, whole_files(read(files))))
    blocks = SequenceMatcher(None, by_hand, ours, autojunk=False).get_matching_blocks()
    assert sum(block.size for block in blocks) / max(len(ours), 1) >= share


@pytest.mark.parametrize("folder", FOLDERS)
def test_lines_are_short_where_people_break_them(folder: str) -> None:
    for name, data in whole_files(read(files_of(folder))).items():
        for line in data.decode().splitlines():
            assert len(line) <= 100 or "{" in line or "|" in line, (name, line)


def test_a_file_says_what_it_holds_and_nothing_that_goes_without_saying() -> None:
    files = whole_files(small_county())
    assert set(files) == {
        "strategy.yaml", "goals.yaml", "recommendations.yaml", "actors.yaml", "key_figures.yaml",
        "sources.yaml", "figures.yaml", "texts/PZ01.md", "texts/fazit.md",
    }  # fmt: skip
    assert files["actors.yaml"].decode().splitlines()[:5] == [
        "# Register der zuständigen Stellen und Adressaten",
        "akteure:",
        "  - id: schulamt",
        '    name: "Schulverwaltungsamt"',
        "    art: intern",
    ]
    assert b"nummeriert" not in files["strategy.yaml"]
    assert b"  - {schluessel: leitziele, name: Leitziel" in files["strategy.yaml"]


def test_a_strategy_without_goals_has_a_file_that_lists_none() -> None:
    def change(data: Data) -> None:
        data["ziele"]["handlungsfelder"] = []

    goals = whole_files(wanted(small_county(), change))["goals.yaml"].decode()
    assert goals.splitlines()[1:] == ["handlungsfelder: []"]


def test_what_no_files_can_hold_is_refused() -> None:
    def change(data: Data) -> None:
        data["kopf"]["titel"] = "Zwei\nZeilen"

    with pytest.raises(GeneratorError):
        whole_files(wanted(small_county(), change))


def test_reasons_for_several_changes_and_those_begun_read_back_as_they_were() -> None:
    def reasons(data: Data) -> None:
        data["aenderungen"] = [
            {"id": ["EZ01", "EZ02"], "art": ["neu", "verschoben"], "einstufung": "inhaltlich"},
            {"id": "PZ01", "art": "umformuliert", "begruendung": "Auf Beschluss des Ausschusses."},
        ]

    strategy = small_county(reasons)
    files = whole_files(strategy)
    assert files["changes.yaml"].decode().splitlines()[1:] == [
        "aenderungen:",
        "  - id: [EZ01, EZ02]",
        "    art: [neu, verschoben]",
        "    einstufung: inhaltlich",
        "  - id: PZ01",
        "    art: umformuliert",
        "    begruendung: Auf Beschluss des Ausschusses.",
    ]
    assert read(files) == strategy
