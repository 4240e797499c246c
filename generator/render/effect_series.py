"""An effect figure to a small series of columns: where it began, what was measured, where it is to go."""

from __future__ import annotations

from decimal import Decimal

from generator.model.effects import Messwert, Wirkungsgroesse
from generator.model.quantity import quantity
from generator.render.drawing import Box, Drawing, DrawnShape, Label, Polyline
from generator.render.figures import DARK, FILL, TEXT, WIDTH
from generator.render.text_width import width, wrap

HEAD, COLUMN, SIZE, SMALL, LEADING = 56.0, 11.0, 3.3, 2.9, 1.25
"""Room for the name, width of a column, heights of letters in mm."""
HIGH, ABOVE, BELOW = 14.0, 5.0, 5.5
"""The highest column, and room for its number and its day, in mm."""
MOST = 5
"""Measured values that have room beside the first and the last."""
BEGIN, GOAL = "Ausgang", "Ziel"


def draw(figure: Wirkungsgroesse, identity: str) -> Drawing:
    """The latest values; where some of them are no numbers, these have no column."""
    columns = _columns(figure)
    most = max((value for _, _, value, _ in columns if value), default=Decimal(0))
    title = f"{identity}: {figure.groesse}" + (f" ({figure.einheit})" if figure.einheit else "")
    lines = wrap(title, HEAD - 4.0, SIZE, bold=True)
    high = max(ABOVE + HIGH + BELOW, len(lines) * SIZE * LEADING + 2.0)
    floor = ABOVE + HIGH
    shapes: list[DrawnShape] = [
        Label(0.5, round(4.0 + index * SIZE * LEADING, 2), line, size=SIZE, bold=True, fill=TEXT)
        for index, line in enumerate(lines)
    ]
    step = (WIDTH - HEAD) / max(len(columns), 1)
    for place, (day, printed, value, fill) in enumerate(columns):
        middle = HEAD + step * (place + 0.5)
        tall = float(value / most) * HIGH if value and value > 0 and most else 0.0
        shapes += _column(middle, floor, tall, fill, printed, day)
    ground = ((HEAD, floor), (WIDTH - 0.5, floor))
    shapes.append(Polyline(ground, stroke=DARK, stroke_width=0.3))
    return Drawing(WIDTH, round(high, 2), tuple(shapes), title, told(figure))


def told(figure: Wirkungsgroesse) -> str:
    """The same in words, for all who do not see it."""
    return "; ".join(f"{day}: {printed}" for day, printed, _, _ in _columns(figure)) + "."


def way(figure: Wirkungsgroesse) -> int | None:
    """Per cent of the way from the first value to the one aimed at; None where that cannot be said."""
    measured = [quantity(one.wert) for one in latest(figure)]
    start, goal = quantity(figure.start or ""), quantity(figure.ziel or "")
    if not measured or measured[-1] is None or start is None or goal is None or start == goal:
        return None
    return round((measured[-1] - start) / (goal - start) * 100)


def latest(figure: Wirkungsgroesse) -> list[Messwert]:
    """What was measured, by the day."""
    return sorted(figure.gemessen, key=lambda one: one.stichtag)


def _columns(figure: Wirkungsgroesse) -> list[tuple[str, str, Decimal | None, str]]:
    """Words below, number as printed, its value and the colour of each column."""
    found = [(BEGIN, figure.start, FILL)] if figure.start else []
    found += [(f"{one.stichtag:%d.%m.%Y}", one.wert, DARK) for one in latest(figure)[-MOST:]]
    found += [(GOAL, figure.ziel, "#ffffff")] if figure.ziel else []
    return [(day, printed, quantity(printed), fill) for day, printed, fill in found]


def _column(
    middle: float, floor: float, tall: float, fill: str, printed: str, day: str
) -> list[DrawnShape]:
    shapes: list[DrawnShape] = []
    if tall:
        shapes.append(
            Box(round(middle - COLUMN / 2, 2), round(floor - tall, 2), COLUMN, round(tall, 2),
                fill=fill, stroke=DARK, stroke_width=0.4)
        )  # fmt: skip
    size = SIZE if width(printed, SIZE) < COLUMN * 2 else SMALL
    at = round(middle, 2)
    shapes.append(
        Label(at, round(floor - tall - 1.2, 2), printed, size=size, bold=fill == DARK,
              anchor="middle", fill=TEXT)
    )  # fmt: skip
    shapes.append(Label(at, round(floor + 4.0, 2), day, size=SMALL, anchor="middle", fill=TEXT))
    return shapes
