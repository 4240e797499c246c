"""The Ilm-Kreis strategy as shipped is whole: what the printed edition holds, and only editorial changes."""

import re
from collections import Counter
from pathlib import Path

import pytest

from generator.model.prose_markup import tokens
from generator.model.strategy import Strategy
from generator.read.origin import Folder
from generator.read.reading import read_strategy

ROOT = Path(__file__).parents[1] / "strategy"


def strategy_in(folder: Path) -> Strategy:
    strategy = read_strategy(Folder(folder)).strategy
    assert strategy is not None
    return strategy


@pytest.fixture(scope="module")
def adopted() -> Strategy:
    return strategy_in(ROOT / "editions" / "2018")


@pytest.fixture(scope="module", params=["editions/2018", "."])
def edition(request: pytest.FixtureRequest) -> Strategy:
    return strategy_in(ROOT / request.param)


def markup(strategy: Strategy, kind: str) -> list[str]:
    found = (t for text in strategy.texte for t in tokens(text.inhalt) if t.kind == kind)
    return [token.argument for token in found]


def test_the_hierarchy_is_that_of_the_printed_tables(edition: Strategy) -> None:
    levels = Counter(goal.stufe for goal in edition.goals())
    assert levels == {"leitziele": 12, "prozessziele": 24, "ergebnisziele": 59}
    assert [len(f.kinder) for f in edition.ziele.handlungsfelder] == [1, 4, 3, 1, 2]
    assert [goal.id for goal in edition.ziele.uebergreifend.kinder] == ["LZ01"]
    assert [len(t.empfehlungen) for t in edition.themen] == [2, 9, 3, 2]


def test_the_displaced_table_stands_where_it_belongs(edition: Strategy) -> None:
    """The PDF's layout put the table of PZ19 behind the prose of the next Leitziel."""
    health = next(goal for goal in edition.goals() if goal.id == "LZ08")
    assert [goal.gruppe for goal in health.kinder] == [
        "Gesundheitsprävention für Kinder",
        "Gesundheitsförderung für Erwachsene",
    ]
    assert health.kinder[1].text.startswith("Gesundheitsprävention für Erwachsene")


def test_one_heading_stands_over_two_goals(edition: Strategy) -> None:
    groups = {goal.id: goal.gruppe for goal in edition.goals()}
    assert groups["PZ10"] == groups["PZ11"] == "Bildungsübergänge"


def test_the_printed_spellings_of_bodies_are_kept(adopted: Strategy) -> None:
    names = {actor.id: actor.name for actor in adopted.akteure}
    carriers = [goal for goal in adopted.goals() if goal.zustaendig]
    spellings = {z.wortlaut or names[z.akteur] for goal in carriers for z in goal.zustaendig}
    assert len(carriers) == 24
    assert len(spellings) == 29
    assert len({z.akteur for goal in carriers for z in goal.zustaendig}) == 21


def test_the_draft_has_one_spelling_per_body() -> None:
    draft = strategy_in(ROOT)
    assert not [z for goal in draft.goals() for z in goal.zustaendig if z.wortlaut]


def test_the_nineteen_footnotes_cite_eighteen_works(edition: Strategy) -> None:
    cited = markup(edition, "fussnote")
    assert len(cited) == 19
    assert set(cited) == {source.id for source in edition.quellen}
    assert len(edition.quellen) == 18


def test_the_ten_references_to_other_points_are_links(edition: Strategy) -> None:
    named = re.compile(r"siehe(?: auch)? \[\[(\w+)\]\](?: bis \[\[(\w+)\]\])?")
    found = [m.groups() for text in edition.texte for m in named.finditer(text.inhalt)]
    points = Counter(target for target in found if not str(target[0]).startswith("ABB"))
    assert sum(points.values()) == 10
    assert points[("HF1", "HF3")] == 1
    assert points[("TH2", None)] == 7


def test_the_key_figures_are_registered_and_printed(edition: Strategy) -> None:
    values = {figure.id: figure.gedruckt for figure in edition.kennzahlen}
    printed = set(markup(edition, "kennzahl"))
    assert {values[i] for i in printed} >= {
        "60 %", "870 €", "17,2 %", "17", "ein Drittel", "7,2 %", "6,9 %", "7,1 %", "8,84 €",
        "13.964 Personen", "33,3 %", "12", "1 €", "18 Jahre", "72 Monate", "0 Jahre", "12 Jahre",
        "227", "30", "13,2 %", "21",
    }  # fmt: skip
    assert printed == set(values)


def test_the_texts_of_the_adopted_edition_are_marked_as_retold(adopted: Strategy) -> None:
    assert {text.wortlaut for text in adopted.texte} == {"nacherzaehlt"}
    assert (adopted.kopf.fassung.beschluss, str(adopted.kopf.fassung.beschlossen_am)) == (
        "314/18",
        "2018-09-05",
    )


def test_every_chapter_has_its_text(edition: Strategy) -> None:
    introduced = {text.id for text in edition.texte if text.stelle == "vor"}
    assert {chapter.id for chapter in edition.kopf.kapitel} <= introduced


def test_nobody_is_named_in_the_prose(edition: Strategy) -> None:
    for text in edition.texte:
        assert "Enders" not in text.inhalt
        assert "Haldane" not in text.inhalt


def test_the_agenda_belongs_to_the_strategy_as_a_whole(edition: Strategy) -> None:
    frame = edition.kopf.bezugsrahmen[0]
    assert len(frame.ziele) == 4
    assert all(frame.id not in goal.bezug for goal in edition.goals())


def test_both_figures_say_that_they_are_rebuilt(edition: Strategy) -> None:
    assert [figure.id for figure in edition.abbildungen] == ["ABB1", "ABB2"]
    assert all("Nachgebildet" in (figure.quelle or "") for figure in edition.abbildungen)
    assert sorted(markup(edition, "abbildung")) == ["ABB1", "ABB2"]
