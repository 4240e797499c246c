"""Figures kept as data (Abbildung) to drawings: a cycle as a ring, a sequence as a row."""

from __future__ import annotations

import itertools
import math
from functools import lru_cache

from msgspec import Struct

from generator.model.register import Abbildung, Station
from generator.render.drawing import Box, Drawing, DrawnShape, Label, Polyline, ShownPicture
from generator.render.text_width import width, wrap

WIDTH = 160.0
"""Width of a figure: that of the text area."""
# Chosen to differ in grey as well; text on FILL has a contrast of 15:1, on DARK of 11:1.
DARK, FILL, TEXT, ARROW = "#1f3a5f", "#eef3f8", "#111111", "#44566c"
TITLE_SIZE, TEXT_SIZE, CENTRE_SIZE, LEADING = 3.3, 2.9, 3.8, 1.25
SHORTEST_ARROW = 9.0
BADGE, PADDING = 6.0, 2.2
MOST_IN_A_RING = 12
"""More boxes would touch at the top of the ring; a longer cycle is drawn in rows."""
RING_BOXES = (46.0, 40.0, 34.0)
"""Widths of a station, the first that fits is taken."""
HIGHEST = 180
_GAP = 11.0  # room for an arrow between two boxes


class _Place(Struct, frozen=True):
    """A station with its lines of text and the centre of its box."""

    number: int
    title: tuple[str, ...]
    text: tuple[str, ...]
    width: float
    height: float
    x: float = 0.0
    y: float = 0.0

    def at(self, x: float, y: float) -> _Place:
        return _Place(self.number, self.title, self.text, self.width, self.height, x, y)

    def holds(self, x: float, y: float, margin: float) -> bool:
        """Whether a point lies inside the box or closer than ``margin`` to it."""
        return (
            abs(x - self.x) <= self.width / 2 + margin
            and abs(y - self.y) <= self.height / 2 + margin
        )

    def meets(self, other: _Place, gap: float) -> bool:
        """Whether two boxes lie closer than ``gap`` to each other."""
        across = abs(self.x - other.x) - (self.width + other.width) / 2
        down = abs(self.y - other.y) - (self.height + other.height) / 2
        return max(across, down) < gap


@lru_cache(maxsize=1024)
def shown(figure: Abbildung) -> Drawing | ShownPicture:
    """What a figure shows; in place of a picture that is not there, a box that says so.

    Laid out once for the proof, the document and the edition beside it.
    """
    if figure.bild and figure.datei:
        return ShownPicture(figure.bild, figure.datei, figure.titel)
    if figure.stationen and not figure.datei:
        return draw(figure)
    frame = Box(1, 1, WIDTH - 2, 28, fill=FILL, stroke=DARK)
    text = f"Das Bild {figure.datei or ''} fehlt.".replace("  ", " ")
    words = Label(WIDTH / 2, 16, text, size=CENTRE_SIZE, bold=True, anchor="middle", fill=DARK)
    return Drawing(WIDTH, 30, (frame, words), figure.titel, figure.alternativtext)


def draw(figure: Abbildung) -> Drawing:
    """The drawing of a figure, as wide as the text area."""
    shapes, height = _sequence(figure)
    if figure.art == "kreislauf":
        for box in RING_BOXES:
            sized = _sized(figure.stationen, box)
            ring = _ring_for(sized) if _whole_words(figure, box) else None
            if ring is not None:
                shapes, height = _cycle(figure, sized, ring)
                break
    return Drawing(WIDTH, height, tuple(shapes), figure.titel, figure.alternativtext)


def _whole_words(figure: Abbildung, box: float) -> bool:
    """Whether no word of a title would have to be cut to fit into a box."""
    room = box - 2 * PADDING - BADGE - 1.2
    words = [word for station in figure.stationen for word in station.titel.split()]
    return all(width(word, TITLE_SIZE, bold=True) <= room for word in words)


def _ring_for(sized: list[_Place]) -> _Ring | None:
    """The flattest ellipse on which the boxes have room; None if none fits on a page."""
    if len(sized) > MOST_IN_A_RING:
        return None
    for down in range(20, HIGHEST // 2, 2):
        ring = _Ring((WIDTH - sized[0].width) / 2 - 1, float(down), len(sized))
        if not _crowded(ring, [place.at(*ring.corner(place.number)) for place in sized]):
            return ring
    return None


def _cycle(figure: Abbildung, sized: list[_Place], ring: _Ring) -> tuple[list[DrawnShape], float]:
    """Stations on an ellipse, clockwise from the top."""
    placed = [place.at(*ring.corner(place.number)) for place in sized]
    top = min(p.y - p.height / 2 for p in placed) - 1
    bottom = max(p.y + p.height / 2 for p in placed) + 1
    ring = _Ring(ring.across, ring.down, ring.count, -top)
    placed = [place.at(*ring.corner(place.number)) for place in sized]
    shapes: list[DrawnShape] = [_arc(ring, placed, index) for index in range(len(placed))]
    for place in placed:
        shapes += _box(place)
    return shapes + _centre(figure.titel, ring, placed), round(bottom - top, 2)


class _Ring(Struct, frozen=True):
    """An ellipse with half axes ``across`` and ``down`` that carries ``count`` stations."""

    across: float
    down: float
    count: int
    middle: float = 0.0

    def angle(self, number: float) -> float:
        """The angle of a station, clockwise from the top."""
        return (number - 1) * 2 * math.pi / self.count

    def point(self, angle: float, stretch: float = 1.0) -> tuple[float, float]:
        """A point of the ellipse (``stretch`` 1) or outside it."""
        x = WIDTH / 2 + self.across * stretch * math.sin(angle)
        return x, self.middle - self.down * stretch * math.cos(angle)

    def corner(self, number: int) -> tuple[float, float]:
        """The centre of a station."""
        return self.point(self.angle(number))

    def free(self, placed: list[_Place], index: int, steps: int = 40) -> tuple[float, float] | None:
        """From which to which angle the way from a station to the next is free."""
        ends = placed[index], placed[(index + 1) % self.count]
        first, last = self.angle(index + 1), self.angle(index + 2)
        angles = [first + (last - first) * step / steps for step in range(steps + 1)]

        def clear(angle: float) -> bool:
            point = self.point(angle)
            return not any(place.holds(*point, 1.2) for place in ends)

        start = next(filter(clear, angles), None)
        return None if start is None else (start, next(filter(clear, reversed(angles))))


def _sized(stations: tuple[Station, ...], box: float) -> list[_Place]:
    """All boxes equally wide and as high as the fullest of them."""
    room = box - 2 * PADDING
    titles = [tuple(wrap(s.titel, room - BADGE - 1.2, TITLE_SIZE, bold=True)) for s in stations]
    texts = [tuple(wrap(s.text, room, TEXT_SIZE)) if s.text else () for s in stations]
    height = max(_inner_height(a, b) for a, b in zip(titles, texts, strict=True)) + 2 * PADDING
    return [
        _Place(number, title, text, box, height)
        for number, (title, text) in enumerate(zip(titles, texts, strict=True), start=1)
    ]


def _head_height(title: tuple[str, ...]) -> float:
    return max(BADGE, len(title) * TITLE_SIZE * LEADING)


def _inner_height(title: tuple[str, ...], text: tuple[str, ...]) -> float:
    return _head_height(title) + (1.0 + len(text) * TEXT_SIZE * LEADING if text else 0.0)


def _crowded(ring: _Ring, placed: list[_Place]) -> bool:
    """Whether two boxes come too close, or an arrow between neighbours would be too short."""
    for index, place in enumerate(placed):
        for far in range(1, ring.count // 2 + 1):
            if place.meets(placed[(index + far) % ring.count], 2.0):
                return True
        clear = ring.free(placed, index)
        if clear is None or math.dist(ring.point(clear[0]), ring.point(clear[1])) < SHORTEST_ARROW:
            return True
    return False


def _arc(ring: _Ring, placed: list[_Place], index: int) -> Polyline:
    """The piece of the ellipse between two boxes, as a curve with an arrow head."""
    clear = ring.free(placed, index, 200)
    start, end = clear or (ring.angle(index + 1), ring.angle(index + 2))
    # The tangents of an arc's two ends meet above its middle: there lies the control point.
    control = ring.point((start + end) / 2, 1 / math.cos((end - start) / 2))
    points = tuple(
        (round(x, 2), round(y, 2)) for x, y in (ring.point(start), control, ring.point(end))
    )
    return Polyline(points, stroke=ARROW, stroke_width=0.9, arrow=True, curved=True)


def _centre(title: str, ring: _Ring, placed: list[_Place]) -> list[DrawnShape]:
    """The title inside the ring, where there is room for it."""
    lines = tuple(wrap(title, 44.0, CENTRE_SIZE, bold=True))
    height = len(lines) * CENTRE_SIZE * LEADING
    area = _Place(0, (), (), 46.0, height, WIDTH / 2, ring.middle)
    if any(area.meets(place, 2.0) for place in placed):
        return []
    top = ring.middle - height / 2
    return [
        Label(WIDTH / 2, round(top + (index + 0.76) * CENTRE_SIZE * LEADING, 2), line,
              size=CENTRE_SIZE, bold=True, anchor="middle", fill=DARK)
        for index, line in enumerate(lines)
    ]  # fmt: skip


def _box(place: _Place) -> list[DrawnShape]:
    left, top = place.x - place.width / 2, place.y - place.height / 2
    shapes: list[DrawnShape] = [
        Box(round(left, 2), round(top, 2), place.width, round(place.height, 2), fill=FILL,
            stroke=DARK, stroke_width=0.5, radius=1.8),
        Box(round(left + PADDING, 2), round(top + PADDING, 2), BADGE, BADGE, fill=DARK,
            stroke=DARK, stroke_width=0.0, radius=BADGE / 2),
    ]  # fmt: skip
    shapes.append(
        Label(round(left + PADDING + BADGE / 2, 2), round(top + PADDING + BADGE / 2 + 1.15, 2),
              str(place.number), size=3.3, bold=True, anchor="middle", fill="#ffffff")
    )  # fmt: skip
    head = _head_height(place.title)
    x = left + PADDING + BADGE + 1.2
    y = top + PADDING + (head - len(place.title) * TITLE_SIZE * LEADING) / 2
    shapes += _lines(place.title, x, y, TITLE_SIZE, bold=True)
    shapes += _lines(place.text, left + PADDING, top + PADDING + head + 1.0, TEXT_SIZE)
    return shapes


def _lines(
    lines: tuple[str, ...], x: float, y: float, size: float, bold: bool = False
) -> list[DrawnShape]:
    step = size * LEADING
    return [
        Label(round(x, 2), round(y + index * step + size * 0.95, 2), line, size=size, bold=bold,
              fill=TEXT)
        for index, line in enumerate(lines)
    ]  # fmt: skip


def _sequence(figure: Abbildung) -> tuple[list[DrawnShape], float]:
    """Stations from left to right, three a row; from the end of a row back to the next."""
    per_row = min(3, len(figure.stationen))
    box = round((WIDTH - 2 - (per_row - 1) * _GAP) / per_row, 2)
    sized = _sized(figure.stationen, box)
    height = sized[0].height
    placed = [
        place.at(
            1 + box / 2 + (index % per_row) * (box + _GAP),
            1 + height / 2 + (index // per_row) * (height + _GAP),
        )
        for index, place in enumerate(sized)
    ]
    shapes: list[DrawnShape] = []
    for place, following in itertools.pairwise(placed):
        shapes.append(_step(place, following))
    for place in placed:
        shapes += _box(place)
    end = placed[-1].y + height / 2 + 1
    if figure.art == "kreislauf":
        again = f"Auf {figure.stationen[-1].titel} ({len(placed)}) folgt wieder Station 1."
        shapes += _lines(tuple(wrap(again, WIDTH - 2, TEXT_SIZE)), 1, end + 1, TEXT_SIZE)
        end += 1 + TEXT_SIZE * LEADING * len(wrap(again, WIDTH - 2, TEXT_SIZE))
    return shapes, round(end, 2)


def _step(place: _Place, following: _Place) -> Polyline:
    ends: tuple[tuple[float, float], ...]
    if following.y == place.y:
        ends = (
            (place.x + place.width / 2 + 1.2, place.y),
            (following.x - following.width / 2 - 1.2, place.y),
        )
    else:
        low, high = place.y + place.height / 2 + 1.2, following.y - following.height / 2 - 1.2
        between = (low + high) / 2
        ends = ((place.x, low), (place.x, between), (following.x, between), (following.x, high))
    points = tuple((round(x, 2), round(y, 2)) for x, y in ends)
    return Polyline(points, stroke=ARROW, stroke_width=0.9, arrow=True)
