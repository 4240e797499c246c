"""How many elements each name has, before and now, to a drawing of bars that is read in grey too."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from generator.render.drawing import Box, Drawing, DrawnShape, Label
from generator.render.figures import DARK, TEXT, WIDTH
from generator.render.text_width import width, wrap

SIZE, BAR, LEADING, GAP = 3.3, 3.6, 1.25, 2.6
"""Height of letters, of a bar, of a line in letters, and between two names, in mm."""
LEGEND = 7.0
MOST_LABEL = 60.0
BEFORE, NOW = "#ffffff", DARK
"""White with an outline beside dark: their greys differ as far as greys can."""


class CountedBar(Struct, frozen=True):
    """A name and how many it has; ``before`` is None where there was no period before."""

    name: str
    before: int | None
    now: int


def draw(
    counts: Sequence[CountedBar], title: str, each: str, before: str = "", now: str = ""
) -> Drawing:
    """Bars with their numbers, two a name where there was a period before.

    ``each`` is what the names are of ("Stand"), ``before`` and ``now`` are the words of the legend.
    """
    label = min(MOST_LABEL, max((width(c.name, SIZE) for c in counts), default=0.0) + 3.0)
    most = max((n for c in counts for n in (c.before or 0, c.now)), default=0)
    room = WIDTH - label - 14.0
    twice = any(count.before is not None for count in counts)
    shapes: list[DrawnShape] = _legend(before, now, label) if twice else []
    top = LEGEND if twice else 1.0
    for count in counts:
        lines = wrap(count.name, label - 3.0, SIZE)
        bars = [(count.before, BEFORE)] if twice else []
        bars.append((count.now, NOW))
        high = max(len(lines) * SIZE * LEADING, len(bars) * BAR)
        shapes += _label(lines, label - 3.0, top + high / 2)
        at = top + (high - len(bars) * BAR) / 2
        for number, fill in bars:
            shapes += _bar(number or 0, most, label, at, room, fill)
            at += BAR
        top += high + GAP
    return Drawing(WIDTH, round(top, 2), tuple(shapes), title, told(counts, each, before, now))


def told(counts: Sequence[CountedBar], each: str, before: str, now: str) -> str:
    """The same in words, for all who do not see it."""
    parts = [
        f"{c.name}: {c.now}"
        if c.before is None
        else f"{c.name}: {before} {c.before}, {now} {c.now}"
        for c in counts
    ]
    return f"Balken je {each}. {'; '.join(parts)}."


def _legend(before: str, now: str, left: float) -> list[DrawnShape]:
    shapes: list[DrawnShape] = []
    for text, fill in ((before, BEFORE), (now, NOW)):
        shapes.append(_box(left, 1.0, 6.0, fill))
        shapes.append(Label(round(left + 8.0, 2), 1.0 + BAR * 0.82, text, size=SIZE, fill=TEXT))
        left += 14.0 + width(text, SIZE)
    return shapes


def _label(lines: Sequence[str], right: float, middle: float) -> list[DrawnShape]:
    """Lines that end at ``right``, around the height of their bars."""
    step = SIZE * LEADING
    first = middle - len(lines) * step / 2 + SIZE * 0.95
    return [
        Label(round(right, 2), round(first + index * step, 2), line, size=SIZE, anchor="end", fill=TEXT)
        for index, line in enumerate(lines)
    ]  # fmt: skip


def _bar(
    number: int, most: int, left: float, top: float, room: float, fill: str
) -> list[DrawnShape]:
    long = round(room * number / most, 2) if most else 0.0
    shapes: list[DrawnShape] = [_box(left, top, long, fill)] if number else []
    x, y = round(left + long + 1.5, 2), round(top + BAR * 0.82, 2)
    shapes.append(Label(x, y, str(number), size=SIZE, bold=fill == NOW, fill=TEXT))
    return shapes


def _box(left: float, top: float, long: float, fill: str) -> Box:
    return Box(round(left, 2), round(top + 0.3, 2), long, BAR - 0.6, fill=fill, stroke=DARK,
               stroke_width=0.35)  # fmt: skip
