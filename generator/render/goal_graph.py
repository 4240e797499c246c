"""A strategy to one large sheet with its whole goal hierarchy, Handlungsfeld by Handlungsfeld.

A3 landscape where it can be read at that size, else a longer sheet of the same width.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from generator.graph.edition import Edition
from generator.graph.numbering import Numbering
from generator.model.german import counted
from generator.model.head import Fassung, Kopf
from generator.model.level_words import overview
from generator.model.strategy import Strategy
from generator.render.citation import german_date
from generator.render.drawing import Box, Drawing, DrawnShape, Label, Polyline
from generator.render.goal_layout import (
    LEADING,
    PADDING,
    SMALLEST,
    GoalBox,
    Measure,
    PlacedBox,
    chunks,
    column_height,
    flow,
    items,
    ranks,
)
from generator.render.names import Names
from generator.render.text_width import width

WIDTH, HEIGHT = 420.0, 297.0  # A3 landscape
MARGIN, TOP, GUTTER, INSET = 8.0, 29.0, 3.2, 1.5
MOST_COLUMNS, FEWEST_COLUMNS = 6, 4
SIZES = (3.9, 3.7, 3.5, 3.35, 3.2, 3.1, 3.0, 2.9, SMALLEST)


class BoxLook(Struct, frozen=True):
    """Colours of a box; grey values differ as much as the colours do."""

    fill: str
    stroke: str
    text: str


HEADER = BoxLook("#16283f", "#16283f", "#ffffff")
LEVELS = (
    BoxLook("#35587f", "#35587f", "#ffffff"),
    BoxLook("#cfdcea", "#35587f", "#111111"),
    BoxLook("#ffffff", "#6b7a8c", "#111111"),
)
MORE_LEVELS = (
    LEVELS[0],
    BoxLook("#8fabc9", "#35587f", "#111111"),
    BoxLook("#b9ccdf", "#35587f", "#111111"),
    BoxLook("#e4ecf4", "#6b7a8c", "#111111"),
    LEVELS[2],
)
"""Of strategies with more than three levels: each has a fill of its own, apart in grey as well."""
AGAIN = BoxLook("#ffffff", "#9aa5b1", "#3c4650")
HEADING = "Zielhierarchie"
OUTSIDE = "uebergreifend"
"""The name of the sheet with what stands outside the Handlungsfelder."""
PANEL, RAIL = "#f3f5f8", "#6b7a8c"


def goal_graph(edition: Edition, numbers: Numbering | None = None) -> Drawing:
    """The drawing; linear in the number of goals. ``numbers`` are those of the whole strategy."""
    strategy = edition.strategy
    names = Names(strategy, numbers or edition.numbering)
    count = sum(1 for _ in strategy.goals()) + len(strategy.ziele.handlungsfelder)
    columns = max(FEWEST_COLUMNS, min(MOST_COLUMNS, count // 4))
    step = (WIDTH - 2 * MARGIN + GUTTER) / columns
    available = HEIGHT - TOP - MARGIN
    measure, found, placed, needed = _fitted(strategy, names, step, columns, available)
    sheet = _Sheet(measure, found, step, _looks(strategy.kopf))
    height = max(HEIGHT, TOP + needed + MARGIN)
    shapes = (
        *_head(strategy),
        *sheet.panels(placed),
        *sheet.rails(placed),
        *sheet.boxes(placed),
    )
    title = (
        f"{overview(strategy, HEADING)}: {strategy.kopf.titel}, {strategy.kopf.fassung.bezeichnung}"
    )
    return Drawing(WIDTH, round(height, 2), shapes, title, _counted(strategy))


def field_graphs(edition: Edition) -> dict[str, Drawing]:
    """Where the whole does not fit A3: by ID a sheet for each Handlungsfeld that has goals.

    What stands outside of them has one, too.
    """
    if goal_graph(edition).height <= HEIGHT:
        return {}
    strategy, goals = edition.strategy, edition.strategy.ziele
    nothing = type(goals.uebergreifend)()
    parts: dict[str, dict[str, Any]] = {}
    if goals.uebergreifend.kinder:
        parts[OUTSIDE] = {"handlungsfelder": ()}
    for feld in goals.handlungsfelder:
        if feld.kinder:
            parts[feld.id] = {"uebergreifend": nothing, "handlungsfelder": (feld,)}
    found = {}
    for name, part in parts.items():
        alone = strategy.model_copy(update={"ziele": goals.model_copy(update=part)})
        found[name] = goal_graph(Edition(alone), numbers=edition.numbering)
    return found


def _fitted(
    strategy: Strategy, names: Names, step: float, columns: int, available: float
) -> tuple[Measure, list[GoalBox], list[PlacedBox], float]:
    """The largest text that fits on A3; the smallest readable one where none does."""
    inner = step - GUTTER - 2 * INSET
    smallest = _laid_out(strategy, names, Measure(SMALLEST, inner), columns)
    if smallest[3] > available:
        return smallest
    best = smallest
    low, high = 0, len(SIZES) - 1  # SIZES[high] fits
    while low < high:
        middle = (low + high) // 2
        tried = _laid_out(strategy, names, Measure(SIZES[middle], inner), columns)
        if tried[3] <= available:
            best, high = tried, middle
        else:
            low = middle + 1
    return best


def _laid_out(
    strategy: Strategy, names: Names, measure: Measure, columns: int
) -> tuple[Measure, list[GoalBox], list[PlacedBox], float]:
    found = items(strategy, names, measure)
    parts = chunks(found, HEIGHT / 3)
    height = column_height(found, parts, measure, columns)
    placed = list(flow(found, parts, measure, height))
    return measure, found, placed, max((p.y + p.height for p in placed), default=0.0) + INSET


class _Sheet(Struct, frozen=True):
    """Draws placed boxes; ``step`` is the distance of two columns."""

    measure: Measure
    found: list[GoalBox]
    step: float
    looks: tuple[BoxLook, ...]

    def x(self, place: PlacedBox) -> float:
        """Left edge of a box."""
        indent = self.measure.left(self.found[place.index].depth)
        return MARGIN + INSET + place.column * self.step + indent

    def right(self, place: PlacedBox) -> float:
        """Right edge of all boxes of a column."""
        return MARGIN + INSET + place.column * self.step + self.measure.column

    def panels(self, placed: Iterable[PlacedBox]) -> Iterator[DrawnShape]:
        """A tinted area behind each Handlungsfeld, in each column it reaches."""
        areas: dict[tuple[int, int], tuple[float, float]] = {}
        field = -1
        for place in placed:
            field = place.index if self.found[place.index].depth == 0 else field
            first, _ = areas.get((place.column, field), (place.y, 0.0))
            areas[place.column, field] = (first, place.y + place.height)
        for (column, _), (first, last) in areas.items():
            left = MARGIN + column * self.step
            yield Box(round(left, 2), round(TOP + first - INSET, 2),
                      round(self.step - GUTTER, 2), round(last - first + 2 * INSET, 2),
                      fill=PANEL, stroke="#c3ccd6", stroke_width=0.25, radius=1.2)  # fmt: skip

    def rails(self, placed: Iterable[PlacedBox]) -> Iterator[DrawnShape]:
        """Lines from a goal down to each goal below it."""
        ends: dict[tuple[int, int], float] = {}
        for place in placed:
            ends[place.column, place.index] = place.y + place.height
            item = self.found[place.index]
            if item.depth < 2:
                continue
            x = self.x(place)
            rail = x - self.measure.left(item.depth) + self.measure.left(item.depth - 1) + 1.8
            middle = place.y + (place.height if place.again else self.measure.size * 1.6) / 2 + 0.6
            start = ends.get((place.column, item.above), place.y)
            ends[place.column, item.above] = middle
            points = ((rail, TOP + start), (rail, TOP + middle), (x, TOP + middle))
            yield Polyline(tuple((round(a, 2), round(b, 2)) for a, b in points),
                       stroke=RAIL, stroke_width=0.35)  # fmt: skip

    def boxes(self, placed: Iterable[PlacedBox]) -> Iterator[DrawnShape]:
        """Every box with its text."""
        for place in placed:
            yield from self._again(place) if place.again else self._box(place)

    def _frame(self, place: PlacedBox, look: BoxLook) -> Box:
        item = self.found[place.index]
        x = self.x(place)
        return Box(round(x, 2), round(TOP + place.y, 2), round(self.right(place) - x, 2),
                   round(place.height, 2), fill=look.fill, stroke=look.stroke,
                   stroke_width=0.3, radius=0.8, title=item.title)  # fmt: skip

    def _box(self, place: PlacedBox) -> Iterator[DrawnShape]:
        item = self.found[place.index]
        look = self.looks[item.rank - 1] if item.depth else HEADER
        yield self._frame(place, look)
        size = self.measure.size if item.depth else self.measure.size * 1.15
        x, y = self.x(place) + PADDING, TOP + place.y + PADDING
        offset = width(f"{item.head}  ", size, bold=True) if item.head else 0.0
        if item.head:
            yield _label(x, y, item.head, size, True, look.text)
        for index, line in enumerate(item.lines):
            left = x + (0.0 if index else offset)
            if line:
                yield _label(left, y, line, size, item.depth < 2, look.text)
            y += size * LEADING
        y += 0.6
        for line in item.bodies:
            yield _label(x, y, line, self.measure.small, False, look.text)
            y += self.measure.small * LEADING

    def _again(self, place: PlacedBox) -> Iterator[DrawnShape]:
        item = self.found[place.index]
        yield self._frame(place, AGAIN)
        room = self.right(place) - self.x(place) - 2 * PADDING
        ways = (f"{item.short} (Fortsetzung)", f"{item.identity} (Fortsetzung)", item.identity)
        fitting = (way for way in ways if width(way, self.measure.size, bold=True) <= room)
        text = next(fitting, "…")
        yield _label(
            self.x(place) + PADDING, TOP + place.y + 0.8, text, self.measure.size, True, AGAIN.text
        )


def _label(x: float, top: float, text: str, size: float, bold: bool, fill: str) -> Label:
    """A line of text whose top edge is at ``top``."""
    return Label(round(x, 2), round(top + size * 0.93, 2), text, round(size, 2), bold, fill=fill)


def _head(strategy: Strategy) -> Iterator[DrawnShape]:
    """Title, edition and counts on the left, the meaning of the boxes on the right."""
    kopf = strategy.kopf
    size = min(6.0, 6.0 * (WIDTH - 2 * MARGIN) / width(kopf.titel, 6.0, bold=True))
    yield Label(MARGIN, MARGIN + 5.0, kopf.titel, round(size, 2), True)
    yield Label(
        MARGIN,
        MARGIN + 11.0,
        f"{overview(strategy, HEADING)} – {_edition(kopf.fassung)}",
        3.6,
    )
    yield Label(MARGIN, MARGIN + 16.0, _counted(strategy), 3.2)
    yield from _legend(kopf)


def _looks(kopf: Kopf) -> tuple[BoxLook, ...]:
    """The look of each rank."""
    return LEVELS if max(ranks(kopf).values()) <= len(LEVELS) else MORE_LEVELS


def _legend(kopf: Kopf) -> Iterator[DrawnShape]:
    right = WIDTH - MARGIN
    entries = [("Handlungsfeld", HEADER)]
    ranked = ranks(kopf)
    looks = _looks(kopf)
    for stufe in kopf.stufen:
        entries.append((stufe.name, looks[ranked[stufe.schluessel] - 1]))
    for name, look in reversed(entries):
        wide = width(name, 3.0, bold=True) + 5.0
        right -= wide
        yield Box(round(right, 2), MARGIN + 10.6, round(wide, 2), 6.4, fill=look.fill,
                  stroke=look.stroke, radius=0.8)  # fmt: skip
        yield Label(round(right + 2.5, 2), MARGIN + 14.9, name, 3.0, True, fill=look.text)
        right -= 3.0


def _edition(fassung: Fassung) -> str:
    if fassung.status == "entwurf":
        return f"{fassung.bezeichnung}, Entwurf, Stand {german_date(fassung.stand)}"
    number = f", Beschluss {fassung.beschluss}" if fassung.beschluss else ""
    day = f" vom {german_date(fassung.beschlossen_am)}" if fassung.beschlossen_am else ""
    return f"{fassung.bezeichnung}{number}{day}"


def _counted(strategy: Strategy) -> str:
    """How many there are of each kind, with the word in its number."""
    counts = Counter(goal.stufe for goal in strategy.goals())
    fields = len(strategy.ziele.handlungsfelder)
    parts = [counted(fields, "Handlungsfeld", "Handlungsfelder")] if fields else []
    for stufe in strategy.kopf.stufen:
        parts.append(counted(counts[stufe.schluessel], stufe.name, stufe.mehrzahl))
    return " · ".join(parts)
