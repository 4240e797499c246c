"""The sheet of goals: complete, readable at A3, in order, and longer where there is more."""

import itertools
import re
from pathlib import Path
from typing import Any

import pytest

from generator.graph.edition import Edition
from generator.model.goal import Handlungsfeld, Ziel, Zielsystem
from generator.model.strategy import Strategy
from generator.model.stufe import Stufe
from generator.read.origin import Folder
from generator.read.reading import read_strategy
from generator.render.drawing import Box, Drawing, Label
from generator.render.goal_graph import field_graphs
from generator.render.text_width import width
from tests.editions import goal_graph
from tools.synthetic import multiply

EDITION = Path(__file__).parents[2] / "strategy" / "editions" / "2018"


def labels(drawing: Drawing) -> list[Label]:
    return [shape for shape in drawing.shapes if isinstance(shape, Label)]


def goals(drawing: Drawing) -> list[Box]:
    """The boxes that stand for an element, in drawing order."""
    return [shape for shape in drawing.shapes if isinstance(shape, Box) and shape.title]


def text_of(drawing: Drawing, box: Box) -> str:
    inside = [
        label.text
        for label in labels(drawing)
        if box.x <= label.x <= box.x + box.width and box.y <= label.y <= box.y + box.height
    ]
    return " ".join(inside)


def test_every_goal_of_the_edition_stands_on_one_sheet_with_its_whole_wording(
    edition: Strategy,
) -> None:
    drawing = goal_graph(edition)
    assert drawing.width == 420
    assert drawing.height > 297, "eight points need more than A3: sheets follow by Handlungsfeld"
    shown = {box.title.split()[-1]: box for box in goals(drawing)[::-1]}
    for goal in edition.goals():
        text = text_of(drawing, shown[goal.id])
        assert goal.id in text
        for word in goal.text.replace("/", "/ ").split():
            assert word in text.replace("- ", "-") + text


def test_the_five_handlungsfelder_are_headed_with_number_title_and_id(edition: Strategy) -> None:
    drawing = goal_graph(edition)
    text = " ".join(label.text for label in labels(drawing))
    for number, feld in enumerate(edition.ziele.handlungsfelder, start=1):
        assert f"4.{number} {feld.titel.split()[0]}" in text
        assert f"({feld.id})" in text


def test_where_eight_points_do_not_fit_there_is_a_sheet_for_each_handlungsfeld(
    edition: Strategy, county: Strategy
) -> None:
    """Together they hold every goal; a strategy that fits one sheet has no others."""
    sheets = field_graphs(Edition(edition))
    assert list(sheets) == ["uebergreifend", "HF1", "HF2", "HF3", "HF4", "HF5"]
    assert {(sheet.width, sheet.height) for sheet in sheets.values()} == {(420, 297)}
    said = "".join(
        shape.text
        for sheet in sheets.values()
        for shape in sheet.shapes
        if isinstance(shape, Label)
    )
    assert all(goal.id in said for goal in edition.goals())
    assert min(s.size for d in sheets.values() for s in d.shapes if isinstance(s, Label)) >= 2.82
    if goal_graph(county).height <= 297:
        assert field_graphs(Edition(county)) == {}


@pytest.mark.parametrize("depth", [1, 3, 4, 5])
def test_each_level_has_a_look_and_an_entry_in_the_legend_of_its_own(
    edition: Strategy, depth: int
) -> None:
    stufen = [
        {
            "schluessel": f"stufe{n}",
            "name": f"Ebene {n}",
            "mehrzahl": f"Ebenen {n}",
            "praefix": f"E{chr(64 + n)}",
        }
        for n in range(1, depth + 1)
    ]
    goal: dict[str, Any] = {}
    for n in range(depth, 0, -1):
        below = [goal] if goal else []
        goal = {"id": f"E{n}0", "stufe": f"stufe{n}", "text": "Ein Ziel.", "kinder": below}
    data = edition.model_dump()
    data["kopf"]["stufen"] = stufen
    data["ziele"] = {"uebergreifend": {"kinder": []},
                     "handlungsfelder": [{"id": "HF1", "titel": "Wohnen", "kinder": [goal]}]}  # fmt: skip
    drawing = goal_graph(Strategy.model_validate(data))
    legend = [s for s in drawing.shapes if isinstance(s, Box) and s.height == 6.4]
    assert len({(box.fill, box.stroke) for box in legend}) == depth + 1 == len(legend)


def test_no_text_is_smaller_than_print_on_a3_can_carry(edition: Strategy, county: Strategy) -> None:
    for strategy in (edition, county):
        assert min(label.size for label in labels(goal_graph(strategy))) >= 2.2


@pytest.mark.parametrize("name", ["edition", "draft", "county"])
def test_boxes_neither_overlap_nor_leave_the_sheet_and_hold_their_text(
    name: str, request: pytest.FixtureRequest
) -> None:
    drawing = goal_graph(request.getfixturevalue(name))
    boxes = goals(drawing)
    for one, other in itertools.pairwise(boxes):
        below = one.y + one.height <= other.y + 0.02
        next_column = other.x > one.x + one.width * 0.5 and other.y <= one.y
        assert below or next_column
    for box in boxes:
        assert box.x + box.width <= drawing.width
        assert box.y + box.height <= drawing.height
    for label in labels(drawing):
        wide = width(label.text, label.size, label.bold)
        around = [b for b in boxes if b.x <= label.x <= b.x + b.width
                  and b.y <= label.y <= b.y + b.height]  # fmt: skip
        assert all(label.x + wide <= box.x + box.width + 0.01 for box in around)


def test_bodies_stand_below_the_goals_they_are_responsible_for(edition: Strategy) -> None:
    drawing = goal_graph(edition)
    box = next(box for box in goals(drawing) if box.title == "Prozessziel PZ17")
    assert "Zuständig: Sozialamt" in text_of(drawing, box)


def test_more_goals_make_a_longer_sheet_of_the_same_width(tmp_path: Path) -> None:
    multiply(EDITION, tmp_path / "x4", 4)
    strategy = read_strategy(Folder(tmp_path / "x4")).strategy
    assert strategy is not None
    drawing = goal_graph(strategy)
    assert drawing.width == 420
    assert drawing.height > 2 * 297
    assert len({box.title for box in goals(drawing)}) >= 4 * 95
    assert min(label.size for label in labels(drawing)) >= 2.2


@pytest.mark.parametrize("depth", [1, 2, 5])
def test_any_depth_from_one_to_five_levels_is_drawn(edition: Strategy, depth: int) -> None:
    names = ("Leitziel", "Teilziel", "Maßnahme", "Schritt", "Aufgabe")[:depth]
    levels = tuple(
        Stufe(
            schluessel=name.lower().replace("ß", "ss"),
            name=name,
            mehrzahl=f"{name}e",
            praefix=name[0],
        )
        for name in names
    )

    def goal(level: int, path: str) -> Ziel:
        below = [goal(level + 1, f"{path}{n}") for n in (1, 2)] if level + 1 < depth else []
        return Ziel(id=f"Z{path}", stufe=levels[level].schluessel, text=f"Armut wird gemindert ({path}).",
                    kinder=tuple(below))  # fmt: skip

    fields = (
        Handlungsfeld(id="HF1", titel="Soziale Teilhabe", kinder=(goal(0, "1"), goal(0, "2"))),
    )
    head = edition.kopf.model_copy(update={"stufen": levels})
    strategy = edition.model_copy(
        update={"kopf": head, "ziele": Zielsystem(handlungsfelder=fields)}
    )
    drawing = goal_graph(strategy)
    assert len({box.title for box in goals(drawing)}) == 1 + 2 * (2**depth - 1)


def test_a_body_with_a_short_name_is_called_by_it_on_the_sheet(edition: Strategy) -> None:
    """There is no room for the whole name; elsewhere that one stands."""
    data = edition.model_dump()
    body = next(entry for entry in data["akteure"] if entry["id"] == "jobcenter")
    body["kurz"] = "JC"
    said = [label.text for label in labels(goal_graph(Strategy.model_validate(data)))]
    assert any(re.search(r"\bJC\b", text) for text in said)
    assert not any(body["name"] in text for text in said)
