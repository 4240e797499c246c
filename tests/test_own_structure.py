"""However the lists of goals stand below each other, everything that is made of them follows."""

from __future__ import annotations

from collections import Counter

import pytest

from generator.compare.apply import apply
from generator.edit.rewrite import edit, rewritten
from generator.edit.whole import whole_files
from generator.graph.queries import tallies
from generator.model.address import OVERVIEW
from generator.model.goal import Handlungsfeld
from generator.model.strategy import Strategy
from generator.render.blocks import Block, Caption, Heading, Reference, Table
from generator.render.documents.synopsis import synopsis_document
from generator.render.documents.synopsis.change_page import page_document
from generator.render.formats.svg import encode as svg
from tests.compare.mutate import fortschreibung
from tests.edit.editing import Data, expressible, pop_goal, read, wanted, with_result
from tests.edit.editing import goal as goal_in
from tests.editions import (
    compare,
    diff,
    goal_graph,
    graph_of,
    published,
    strategy_document,
    telling,
)
from tests.render.documents.test_redline import check
from tests.render.seen import printing, rows, tables, words
from tests.shapes import FILES, shape

every_shape = pytest.mark.parametrize("name", FILES)


def wordings(blocks: tuple[Block, ...], place: str = "") -> list[str]:
    """The elements whose wording stands there, in the order of the document."""
    found = (block.address for block in printing(blocks))
    return [a.element for a in found if a and a.field == "text" and a.place == place]


@pytest.mark.parametrize(
    ("name", "order"),
    [
        ("side by side", "ZI01 ZI02 MA01 MA02 MA03"),
        ("below both, outside last", "MA01 ZI01 MA02 MA03 ZI02 ZI03 MA04"),
        ("two lists below a goal", "ZI09 ZI01 MA01 IN01 IN02 ZI02 IN03"),
        ("everything at once",
         "IN01 ZI01 IN02 TZ01 MA01 AS01 AS02 IN03 AS03 MA02 ZI02 IN04 ZI03"),
    ],
)  # fmt: skip
def test_goals_are_read_and_printed_in_the_order_of_the_file(name: str, order: str) -> None:
    strategy = shape(name)
    assert [goal.id for goal in strategy.goals()] == order.split()
    assert wordings(strategy_document(strategy).blocks) == order.split()


@every_shape
def test_files_made_of_a_strategy_say_the_same(name: str) -> None:
    assert read(whole_files(shape(name))) == shape(name)


def test_lists_side_by_side_are_counted_and_stand_under_their_names() -> None:
    strategy = shape("side by side")
    found = tallies(graph_of(strategy))["HF1"]
    assert (found["ziele"], found["massnahmen"]) == (2, 2)
    blocks = strategy_document(strategy).blocks
    start = next(i for i, b in enumerate(blocks) if isinstance(b, Heading) and b.bookmark == "HF1")
    titles = [words(b.content) for b in blocks[start:] if isinstance(b, Heading)]
    goals = [goal.text for goal in strategy.goals() if goal.stufe == "ziele"]
    assert titles[:8] == [
        "Wohnen",
        "Ziele",
        goals[0],
        "Nachbarn",
        goals[1],
        "Maßnahmen",
        "Feste",
        "Sport",
    ]


def test_what_stands_behind_the_handlungsfelder_has_a_heading_of_its_own() -> None:
    strategy = shape("below both, outside last")
    titles = [
        words(b.content) for b in strategy_document(strategy).blocks if isinstance(b, Heading)
    ]
    assert titles.index("Wohnen") < titles.index("Ziele außerhalb der Handlungsfelder")
    overview = next(t for t in tables(strategy_document(strategy).blocks) if t.style == "matrix")
    counted = [line[0] for line in rows(overview)]
    assert counted.index("1.1 Wohnen") < counted.index("Ziele außerhalb der Handlungsfelder")


def overview(strategy: Strategy) -> dict[str, list[str]]:
    """Caption of each table of the overview to the goals in it, in order."""
    found: dict[str, list[str]] = {}
    caption = ""
    for block in strategy_document(strategy).blocks:
        if isinstance(block, Caption):
            caption = words(block.content)
        elif isinstance(block, Table) and block.rows[0].cells:
            cells = [cell for row in block.rows for cell in row.cells]
            parts = [part for cell in cells for part in printing([cell])]
            if any(part.address and part.address.place == OVERVIEW for part in parts):
                found[caption] = [
                    inline.target
                    for part in parts
                    for inline in part.content
                    if isinstance(inline, Reference)
                ]
    return found


@every_shape
def test_the_overview_holds_every_goal_under_its_handlungsfeld(name: str) -> None:
    strategy = shape(name)
    tree = graph_of(strategy)
    wanted: dict[str, Counter[str]] = {}
    for part in strategy.ziele.parts:
        inside: Counter[str] = Counter()
        waiting = list(part.kinder)
        while waiting:
            inside[waiting[0].id] += 1
            waiting += waiting.pop(0).kinder
        if inside:
            title = part.titel if isinstance(part, Handlungsfeld) else "außerhalb"
            wanted[title] = inside
    found = overview(strategy)
    assert len(found) == len(wanted)
    for title, inside in wanted.items():
        caption = next(caption for caption in found if title in caption)
        assert Counter(found[caption]) == inside
    assert len(tree) > 1


def test_rows_of_several_levels_stand_under_the_names_of_their_levels() -> None:
    table = next(
        table for table in tables(strategy_document(shape("side by side")).blocks)
        if rows(table)[0][0] == "Kennung"
    )  # fmt: skip
    assert rows(table) == [
        ["Kennung", "Ziel oder Maßnahme"],
        ["Ziele"],
        ["ZI01", "Alle finden eine Wohnung."],
        ["ZI02", "Nachbarn kennen sich."],
        ["Maßnahmen"],
        ["MA01", "Die Stadt sichert Bauland."],
        ["MA02", "Die Stadt fördert Hoffeste."],
    ]


def test_rows_below_a_goal_say_whose_they_are_where_lists_stand_side_by_side() -> None:
    table = next(
        table for table in tables(strategy_document(shape("everything at once")).blocks)
        if rows(table)[0][0] == "Kennung"
    )  # fmt: skip
    assert [line[0] for line in rows(table)] == [
        "Kennung",
        "Indikatoren", "IN01",
        "Ziele", "ZI01",
        "Teilziele zu ZI01", "TZ01",
        "Maßnahmen zu TZ01", "MA01",
        "Maßnahmen zu ZI01", "MA02",
    ]  # fmt: skip
    assert rows(table)[4][2] == "Indikatoren: IN02"
    assert rows(table)[8][2] == "Arbeitsschritte: AS01, AS02; Indikatoren: IN03"


def test_lists_that_share_a_cell_are_told_apart() -> None:
    found = [
        rows(table) for table in tables(strategy_document(shape("two lists below a goal")).blocks)
        if rows(table)[0][0] == "Kennung"
    ]  # fmt: skip
    assert found[1] == [
        ["Kennung", "Ziel", "Darunter"],
        ["ZI01", "Die Stadt ist klimaneutral.", "Maßnahmen: MA01; Indikatoren: IN01, IN02"],
        ["ZI02", "Der Bach lebt.", "Indikatoren: IN03"],
    ]


@every_shape
def test_every_level_has_a_colour_of_its_own_where_it_stands_beside_another(name: str) -> None:
    strategy = shape(name)
    sheet = goal_graph(strategy)
    drawn = svg(sheet)
    assert all(goal.id in drawn for goal in strategy.goals())
    tops = [stufe.name for stufe in strategy.kopf.children_of("handlungsfeld")]
    legend = {
        label.text: box.fill
        for box, label in zip(sheet.shapes, sheet.shapes[1:], strict=False)
        if getattr(label, "text", "") in tops and hasattr(box, "fill")
    }
    assert len(set(legend.values())) == len(tops)


@every_shape
@pytest.mark.parametrize("seed", range(12))
def test_a_random_fortschreibung_is_told_edited_and_printed(name: str, seed: int) -> None:
    old = shape(name)
    new = expressible(fortschreibung(old, seed, steps=1 + seed))
    assert published(apply(old, diff(old, new))) == published(new)
    files = with_result(FILES[name], edit(FILES[name], diff(old, new)))
    assert published(read(files)) == published(new)
    check(old, new)
    told = telling(old, new)
    shown = {element.subject.id for element in told.changed}
    assert shown >= {change.id for change in diff(old, new) if change.level != "strategie"}
    assert synopsis_document(told, every=True).blocks
    assert page_document(told, every=True).blocks


def test_a_goal_moves_from_below_a_goal_to_below_its_handlungsfeld() -> None:
    name = "below both, outside last"
    old = shape(name)

    def up(data: Data) -> None:
        moved = pop_goal(data, "MA02")
        goal_in(data, "HF1")["kinder"].insert(1, moved)

    new = wanted(old, up)
    (change,) = diff(old, new)
    assert (change.kind, change.id) == ("moved", "MA02")
    told = telling(old, new).changes[0]
    assert (told.words.old, told.words.new) == ("unter Ziel ZI01", "im Handlungsfeld «Wohnen»")
    files = with_result(FILES[name], rewritten(FILES[name], new))
    assert read(files) == new


@pytest.mark.parametrize("name", ["below both, outside last", "two lists below a goal"])
def test_the_goals_outside_change_the_end_at_which_they_stand(name: str) -> None:
    old = shape(name)
    last = old.ziele.uebergreifend.am_ende
    new = wanted(old, lambda d: d["ziele"]["uebergreifend"].update(am_ende=not last))
    (change,) = diff(old, new)
    assert change.kind == "reordered"
    told = telling(old, new).changes[0]
    assert {told.words.old, told.words.new} == {
        "außerhalb der Handlungsfelder",
        "außerhalb der Handlungsfelder, hinter ihnen",
    }
    files = with_result(FILES[name], rewritten(FILES[name], new))
    assert read(files) == new
    keys = [line[:-1] for line in files["goals.yaml"].decode().splitlines() if line[:1].isalpha()]
    assert keys == (
        ["uebergreifend", "handlungsfelder"] if last else ["handlungsfelder", "uebergreifend"]
    )
    check(old, new)
    assert compare(old, new).changes[0].change.kind == "reordered"
    assert {goal.id for goal in new.ziele.uebergreifend.kinder} == {
        goal.id for goal in old.ziele.uebergreifend.kinder
    }
