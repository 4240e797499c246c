"""The graph holds what the strategy says, and the named queries answer from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.graph import queries
from generator.graph.build import ROOT
from generator.model.strategy import Strategy
from generator.read.origin import Folder
from generator.read.reading import read_strategy
from tests.editions import graph_of

if TYPE_CHECKING:
    from generator.graph.build import Graph

HERE = Path(__file__).parent
SHIPPED = HERE.parents[1] / "strategy" / "editions" / "2018"
BASE = HERE.parent / "checks" / "base"


def strategy_in(folder: Path) -> Strategy:
    strategy = read_strategy(Folder(folder)).strategy
    assert strategy is not None
    return strategy


@pytest.fixture(scope="module")
def edition() -> Graph:
    return graph_of(strategy_in(SHIPPED))


@pytest.fixture(scope="module")
def small() -> Graph:
    return graph_of(strategy_in(BASE))


def test_the_counts_of_2018_are_those_of_its_tables(edition: Graph) -> None:
    assert queries.counts(edition) == {
        "handlungsfelder": 5,
        "leitziele": 12,
        "prozessziele": 24,
        "ergebnisziele": 59,
        "empfehlungen": 16,
    }


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("leitziele", 12),
        ("HF2.leitziele", 4),
        ("HF2.prozessziele", 10),
        ("LZ01.ergebnisziele", 8),
        ("TH2.empfehlungen", 9),
        ("HF1.empfehlungen", 0),
        ("themen", 4),
        ("akteure", 25),
        ("HF9.leitziele", None),
        ("leitzile", None),
        ("HF2.akteure", None),
        ("jobcenter.leitziele", None),
    ],
)
def test_a_count_in_the_text_is_computed_from_the_hierarchy(
    edition: Graph, path: str, value: int | None
) -> None:
    assert queries.resolve_count(edition, path, queries.tallies(edition)) == value


def test_overarching_goals_stand_directly_below_the_root(edition: Graph) -> None:
    assert queries.parent(edition, "LZ01") == ROOT
    assert list(queries.ancestors(edition, "EZ33")) == ["PZ14", "LZ06", "HF2", ROOT]
    assert queries.root_goal(edition, "EZ33") == "LZ06"


def test_children_come_in_document_order_even_where_their_parent_refers_to_them(
    strategy_folder: Callable[[dict[str, str]], Path],
) -> None:
    files = {f.relative_to(BASE).as_posix(): f.read_text("utf-8") for f in BASE.rglob("*.*")}
    files["texts/LZ02.md"] = "Wichtig ist vor allem [[PZ03]]."
    graph = graph_of(strategy_in(strategy_folder(files)))
    assert queries.children(graph, "LZ02") == ["PZ02", "PZ03"]
    assert graph.edges["LZ02", "PZ03"]["art"] == {"contains", "refers"}


def test_what_an_id_does_not_resolve_to_is_no_node(
    strategy_folder: Callable[[dict[str, str]], Path],
) -> None:
    files = {f.relative_to(BASE).as_posix(): f.read_text("utf-8") for f in BASE.rglob("*.*")}
    files["goals.yaml"] = files["goals.yaml"].replace("[schulen]", "[schuln]")
    files["texts/LZ02.md"] = "Siehe [[LZ77]] und {{ kennzahl.unbekannt }}.[@niemand]"
    graph = graph_of(strategy_in(strategy_folder(files)))
    assert {"schuln", "LZ77", "unbekannt", "niemand"}.isdisjoint(graph)
    assert queries.targets(graph, "PZ04", "responsible") == []


def test_a_duplicate_id_loses_nothing(strategy_folder: Callable[[dict[str, str]], Path]) -> None:
    files = {f.relative_to(BASE).as_posix(): f.read_text("utf-8") for f in BASE.rglob("*.*")}
    files["goals.yaml"] = files["goals.yaml"].replace("id: PZ06", "id: PZ05")
    graph = graph_of(strategy_in(strategy_folder(files)))
    assert queries.counts(graph)["prozessziele"] == 6
    assert queries.children(graph, "LZ04") == ["PZ05#2"]
    assert queries.children(graph, "PZ05#2") == ["EZ08", "EZ09"]


def test_who_is_responsible_for_what(small: Graph) -> None:
    assert queries.targets(small, "PZ06", "responsible") == ["sozialamt", "sozialplanung"]
    assert small.edges["PZ06", "sozialplanung"]["record"].rolle == "mitwirkung"
    assert queries.goals_of(small, "sozialplanung") == ["PZ05", "PZ06"]
    assert queries.recommendations_to(small, "land") == ["EM02", "EM03"]
    assert queries.matrix(small)["sozialplanung", "LZ04"] == ["PZ06"]


def test_a_body_that_answers_for_something_only_through_its_parts_is_used(small: Graph) -> None:
    assert queries.goals_of(small, "landratsamt") == []
    assert queries.unused_actors(small) == []


FORMER = """  - {id: wohngeldstelle, name: Wohngeldstelle, art: intern, nachfolger: grundsicherung}
  - {id: grundsicherung, name: Amt für Grundsicherung, art: intern, nachfolger: [sozialamt, jobcenter]}
  - {id: schulverein, name: Schulverein Arnstadt, art: extern, bis: 2026}
"""


@pytest.fixture
def with_former_bodies(strategy_folder: Callable[[dict[str, str]], Path]) -> Graph:
    """The small strategy with a merged, a split and an ended body."""
    files = {f.relative_to(BASE).as_posix(): f.read_text("utf-8") for f in BASE.rglob("*.*")}
    files["actors.yaml"] += FORMER
    return graph_of(strategy_in(strategy_folder(files)))


def test_a_body_has_one_successor_or_several(with_former_bodies: Graph) -> None:
    successors = [queries.targets(with_former_bodies, body, "succeeded_by") for body in (
        "wohngeldstelle", "grundsicherung", "schulverein")]  # fmt: skip
    assert successors == [["grundsicherung"], ["sozialamt", "jobcenter"], []]


def test_the_heirs_of_a_body_are_those_that_still_exist(with_former_bodies: Graph) -> None:
    assert queries.living_heirs(with_former_bodies, "wohngeldstelle") == ["sozialamt", "jobcenter"]
    assert queries.living_heirs(with_former_bodies, "schulverein") == []


def test_a_body_that_exists_no_more_is_neither_counted_nor_missed(
    with_former_bodies: Graph,
) -> None:
    assert queries.resolve_count(with_former_bodies, "akteure", {}) == 8
    assert queries.unused_actors(with_former_bodies) == []


def test_the_workload_of_2018_lies_with_one_body(edition: Graph) -> None:
    assert len(queries.carriers(edition)) == 24
    assert queries.workload(edition).most_common(1) == [("sozialplanung", 12)]


def test_what_refers_to_a_chapter_a_source_a_key_figure_or_a_figure(small: Graph) -> None:
    assert queries.sources(small, "empfehlungen", "refers") == ["fazit", "LZ01"]
    assert queries.sources(small, "bmas2017", "cites") == ["atypisch"]
    assert queries.sources(small, "zander2010", "cites") == ["ziele"]
    assert queries.sources(small, "umfrage_antworten", "uses") == [
        "vorwort",
        "umfrage_quote",
        "umfrage_armut",
    ]
    assert queries.sources(small, "ABB1", "shows") == ["vorwort"]
    assert queries.sources(small, "integrationskonzept", "plan") == ["EZ05"]
    assert queries.cycles(small, "part_of") == []


def test_all_ids_with_their_kinds_are_what_a_later_edition_remembers(small: Graph) -> None:
    known = queries.levels_by_id(small)
    assert known["PZ06"] == "prozessziele"
    assert known["TH1"] == "thema"
    assert known["integrationskonzept"] == "planung"
    assert ROOT not in known
