"""Figures: readable, within the page, nothing overlapping, whatever their number of stations."""

import pytest

from generator.model.register import Abbildung, Station
from generator.model.strategy import Strategy
from generator.render.drawing import Box, Drawing, Label, Polyline
from generator.render.figures import WIDTH, draw
from generator.render.text_width import width

TITLES = ("Bedarfsermittlung", "Schwerpunktsetzung und Ziele", "Maßnahmeplanung", "Umsetzung",
          "Controlling und Evaluation", "Fehlende oder schlechte Schulabschlüsse")  # fmt: skip
TEXT = "Themen werden gewichtet, Ziele und Aufgaben der Ämter abgeleitet."


def figure(kind: str, count: int) -> Abbildung:
    stations = tuple(
        Station(titel=TITLES[i % len(TITLES)], text=TEXT if i % 3 else None) for i in range(count)
    )
    return Abbildung(id="ABB1", art=kind, titel="Planungskreislauf", alternativtext="Kreislauf mit Schritten.",
                     stationen=stations)  # type: ignore[arg-type]  # fmt: skip


def stations(drawing: Drawing) -> list[Box]:
    return [shape for shape in drawing.shapes if isinstance(shape, Box) and shape.width > 10]


def apart(one: Box, other: Box) -> bool:
    return (
        one.x + one.width <= other.x
        or other.x + other.width <= one.x
        or one.y + one.height <= other.y
        or other.y + other.height <= one.y
    )


ALL = [("kreislauf", n) for n in range(2, 17)] + [("ablauf", n) for n in (2, 3, 4, 7, 16)]


@pytest.mark.parametrize(("kind", "count"), ALL)
def test_no_two_stations_touch_and_all_stand_on_the_sheet(kind: str, count: int) -> None:
    drawing = draw(figure(kind, count))
    boxes = stations(drawing)
    assert len(boxes) == count
    assert all(apart(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
    assert drawing.width == WIDTH
    for box in boxes:
        assert box.x >= 0
        assert box.y >= 0
        assert box.x + box.width <= drawing.width
        assert box.y + box.height <= drawing.height


@pytest.mark.parametrize(("kind", "count"), ALL)
def test_every_line_of_text_stays_inside_its_station(kind: str, count: int) -> None:
    drawing = draw(figure(kind, count))
    inside = 0
    for label in (shape for shape in drawing.shapes if isinstance(shape, Label)):
        wide = width(label.text, label.size, label.bold)
        left = label.x - wide / 2 if label.anchor == "middle" else label.x
        assert left >= 0
        assert left + wide <= drawing.width
        for box in stations(drawing):
            if box.y <= label.y <= box.y + box.height and box.x <= label.x <= box.x + box.width:
                assert left + wide <= box.x + box.width
                inside += 1
    assert inside >= 2 * count  # number and title of each


def arrows(drawing: Drawing) -> int:
    return sum(1 for shape in drawing.shapes if isinstance(shape, Polyline) and shape.arrow)


@pytest.mark.parametrize("count", range(2, 7))
def test_a_cycle_has_an_arrow_from_every_station_to_the_next(count: int) -> None:
    assert arrows(draw(figure("kreislauf", count))) == count


@pytest.mark.parametrize("count", range(7, 17))
def test_a_cycle_too_long_for_a_ring_says_in_words_that_it_closes(count: int) -> None:
    drawing = draw(figure("kreislauf", count))
    words = " ".join(s.text for s in drawing.shapes if isinstance(s, Label))
    assert arrows(drawing) == count or "folgt wieder Station 1" in words


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("kind", ["kreislauf", "ablauf"])
def test_text_is_told_from_its_ground_in_grey_too(kind: str) -> None:
    drawing = draw(figure(kind, 6))
    for label in (shape for shape in drawing.shapes if isinstance(shape, Label)):
        grounds = [
            box.fill
            for box in drawing.shapes
            if isinstance(box, Box)
            and box.x <= label.x <= box.x + box.width
            and box.y <= label.y <= box.y + box.height
        ]
        assert contrast(label.fill, grounds[-1] if grounds else "#ffffff") >= 4.5


def test_the_figures_of_the_edition_are_drawn_with_title_and_alternative_text(
    edition: Strategy,
) -> None:
    for record in edition.abbildungen:
        drawing = draw(record)
        assert drawing.title == record.titel
        assert drawing.description == record.alternativtext
        assert drawing.height < 130  # leaves room for text on the page
        shown = " ".join(s.text for s in drawing.shapes if isinstance(s, Label))
        for station in record.stationen:
            assert all(word in shown for word in station.titel.split())
