"""A second edition read in beside the first keeps the IDs of what is the same."""

from pathlib import Path

import pytest

from generator.cli import main
from generator.model.strategy import Strategy
from generator.read.origin import Folder
from generator.read.reading import read_strategy
from tests.importing.sources import TEXT

CHANGES = {
    "Maßnahme In jeder Kita wird vorgelesen.": "Maßnahme In jeder Kita wird täglich vorgelesen.",
    "Maßnahme Wohnungslose erhalten Beratung an einem Ort.": (
        "Maßnahme Neu gebaute Radwege verbinden alle Dörfer."
    ),
    "Leitziel Niemand verliert seine Wohnung ohne Hilfe.": (
        "Leitziel Familien verlieren ihre Wohnung nicht ohne rechtzeitige Hilfe.\n\n"
        "Leitziel Ältere verlieren ihre Wohnung nicht ohne rechtzeitige Hilfe."
    ),
}


@pytest.fixture
def editions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Strategy, Strategy]:
    monkeypatch.chdir(tmp_path)
    newer = TEXT
    for old, new in CHANGES.items():
        newer = newer.replace(old, new)
    Path("alt.txt").write_text(TEXT, "utf-8")
    Path("neu.txt").write_text(newer, "utf-8")
    assert main(["import", "alt.txt", "--output", "eins"]) == 0
    assert main(["import", "neu.txt", "--output", "zwei", "--gegen", "eins"]) == 0
    found = [read_strategy(Folder(Path(name))).strategy for name in ("eins", "zwei")]
    assert found[0] is not None
    assert found[1] is not None
    return found[0], found[1]


def ids(strategy: Strategy) -> dict[str, str]:
    every = (*strategy.goals(), *strategy.recommendations())
    return {one.text: one.id for one in every}


def test_the_same_wording_keeps_its_id_and_the_changed_one_too(
    editions: tuple[Strategy, Strategy],
) -> None:
    old, new = (ids(edition) for edition in editions)
    same = old.keys() & new.keys()
    assert len(same) == 8
    assert all(old[text] == new[text] for text in same)
    assert new["In jeder Kita wird täglich vorgelesen."] == old["In jeder Kita wird vorgelesen."]


def test_what_is_new_has_no_id_that_was_used(editions: tuple[Strategy, Strategy]) -> None:
    old, new = (ids(edition) for edition in editions)
    assert new["Neu gebaute Radwege verbinden alle Dörfer."] not in old.values()


def test_chapters_fields_and_bodies_are_those_of_before(
    editions: tuple[Strategy, Strategy],
) -> None:
    old, new = editions
    assert [k.id for k in old.kopf.kapitel] == [k.id for k in new.kopf.kapitel]
    assert [f.id for f in old.ziele.handlungsfelder] == [f.id for f in new.ziele.handlungsfelder]
    assert {a.id for a in new.akteure} <= {a.id for a in old.akteure}


def test_what_comes_from_an_earlier_goal_is_proposed(editions: tuple[Strategy, Strategy]) -> None:
    old, _new = (ids(edition) for edition in editions)
    source = old["Niemand verliert seine Wohnung ohne Hilfe."]
    heirs = [g for g in editions[1].goals() if g.text.endswith("ohne rechtzeitige Hilfe.")]
    assert any(goal.id == source or source in goal.ersetzt for goal in heirs)
    report = Path("zwei/bericht.md").read_text("utf-8")
    assert "## Kennungen der früheren Fassung" in report
