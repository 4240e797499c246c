"""The goals of a strategy to boxes of wrapped text, flowed into columns of a sheet.

Every box stands below the one before it, indented by its level; a subtree is a run of
neighbouring boxes, so that the whole layout is one pass over a list.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from generator.model.goal import Handlungsfeld, Ziel
from generator.model.head import Kopf
from generator.model.strategy import Strategy
from generator.render.names import Names
from generator.render.text_width import width, wrap

INDENT, PADDING, LEADING = 4.0, 1.1, 1.19
GAPS = (4.6, 2.2, 1.0)  # above a Handlungsfeld, above a goal of the first level, above others
SMALLEST = 2.83
"""Text size in mm below which print on A3 is hard to read: 8 points."""
OVERARCHING = "Handlungsfeldübergreifend"


class GoalBox(Struct, frozen=True):
    """A box with its text; depth 0 is a Handlungsfeld, ``above`` the index of its parent.

    ``rank`` is that of its level, by which it is coloured.
    """

    identity: str
    title: str
    depth: int
    above: int
    head: str
    lines: tuple[str, ...]
    bodies: tuple[str, ...]
    height: float
    short: str = ""
    """What a repetition of the box prints."""
    end: int = 0
    """Index behind the last box of its subtree."""
    rank: int = 0


class PlacedBox(Struct, frozen=True):
    """A box at its place; ``again`` marks the repetition of a parent on top of a column."""

    index: int
    column: int
    y: float
    height: float
    again: bool = False


class Measure(Struct, frozen=True):
    """Text size and width of a column in mm."""

    size: float
    column: float

    @property
    def small(self) -> float:
        """Size of the bodies below a goal."""
        return max(SMALLEST, round(self.size * 0.88, 2))

    @property
    def repeated(self) -> float:
        """Height of a repeated parent."""
        return self.size * LEADING + 1.6

    def left(self, depth: int) -> float:
        """How far a box is indented."""
        return INDENT * max(depth - 1, 0)

    def room(self, depth: int) -> float:
        """Width for text in a box."""
        return self.column - self.left(depth) - 2 * PADDING


def ranks(kopf: Kopf) -> dict[str, int]:
    """The place of each level among all, from 1: levels side by side look different, too."""
    return {stufe.schluessel: place for place, stufe in enumerate(kopf.stufen, start=1)}


def items(strategy: Strategy, names: Names, measure: Measure) -> list[GoalBox]:
    """All boxes in document order."""
    found: list[GoalBox] = []
    for part in strategy.ziele.parts:
        if isinstance(part, Handlungsfeld):
            title = f"{names.number(part.id)} {part.titel} ({part.id})".strip()
            found.append(_header(part.id, f"Handlungsfeld {part.id}", title, measure))
        elif part.kinder:
            found.append(_header("", OVERARCHING, OVERARCHING, measure))
        _goals(part.kinder, names, measure, found)
    return _with_ends(found)


def _goals(goals: tuple[Ziel, ...], names: Names, measure: Measure, found: list[GoalBox]) -> None:
    labels = {stufe.schluessel: stufe.name for stufe in names.strategy.kopf.stufen}
    ranked = ranks(names.strategy.kopf)

    def add(goal: Ziel, depth: int, above: int) -> None:
        box = _goal(goal, labels[goal.stufe], depth, above, names, measure)
        found.append(replace(box, rank=ranked[goal.stufe]))
        here = len(found) - 1
        for child in goal.kinder:
            add(child, depth + 1, here)

    top = len(found) - 1
    for goal in goals:
        add(goal, 1, top)


def _header(identity: str, title: str, text: str, measure: Measure) -> GoalBox:
    size = measure.size * 1.15
    lines = tuple(wrap(text, measure.room(0), size, bold=True))
    height = len(lines) * size * LEADING + 2 * PADDING
    return GoalBox(identity, title, 0, -1, "", lines, (), height, title)


def _goal(
    goal: Ziel, label: str, depth: int, above: int, names: Names, measure: Measure
) -> GoalBox:
    head = names.label(goal.id)
    room, size = measure.room(depth), measure.size
    text = f"{goal.titel}: {goal.text}" if goal.titel else goal.text
    lines = tuple(wrap(text, room, size, depth == 1, width(f"{head}  ", size, bold=True)))
    bodies: tuple[str, ...] = ()
    if goal.zustaendig:
        listed = ", ".join(dict.fromkeys(_short(names, z.akteur) for z in goal.zustaendig))
        bodies = tuple(wrap(f"Zuständig: {listed}", room, measure.small))
    height = len(lines) * size * LEADING + len(bodies) * measure.small * LEADING + 2 * PADDING
    height += 0.6 if bodies else 0.0
    return GoalBox(goal.id, f"{label} {head}", depth, above, head, lines, bodies, height, head)


def _short(names: Names, identity: str) -> str:
    return getattr(names.strategy.by_id.get(identity), "kurz", None) or names.label(identity)


def _with_ends(found: list[GoalBox]) -> list[GoalBox]:
    ends = [index + 1 for index in range(len(found))]
    for index in range(len(found) - 1, -1, -1):
        above = found[index].above
        if above >= 0:
            ends[above] = max(ends[above], ends[index])
    return [replace(item, end=end) for item, end in zip(found, ends, strict=True)]


def gap(depth: int) -> float:
    """Space above a box."""
    return GAPS[min(depth, len(GAPS) - 1)]


def chunks(found: list[GoalBox], limit: float) -> list[tuple[int, int, float]]:
    """(First box, box behind the last, height) of what must not be torn apart.

    A goal stays with its first result, a Handlungsfeld with its first goal; a goal and
    its results stay together unless they are higher than ``limit``.
    """
    totals = [0.0]
    for item in found:
        totals.append(totals[-1] + item.height + gap(item.depth))
    deepest = _leaf_parents(found)
    out, start = [], 0
    while start < len(found):
        last = start
        while found[last].end > last + 1:
            if deepest[last] and totals[found[last].end] - totals[last] <= limit:
                break
            last += 1
        whole = deepest[last] and totals[found[last].end] - totals[last] <= limit
        end = found[last].end if whole else last + 1
        height = totals[end] - totals[start] - gap(found[start].depth)
        out.append((start, end, height))
        start = end
    return out


def _leaf_parents(found: list[GoalBox]) -> list[bool]:
    """Whether all that stands below a box stands directly below it."""
    flat = [True] * len(found)
    for item in found:
        if item.above >= 0 and found[item.above].above >= 0:
            flat[found[item.above].above] = False
    return [
        is_flat and item.end > index + 1 and item.depth > 0
        for index, (item, is_flat) in enumerate(zip(found, flat, strict=True))
    ]


def flow(
    found: list[GoalBox], parts: list[tuple[int, int, float]], measure: Measure, height: float
) -> Iterator[PlacedBox]:
    """Fill columns of that height from left to right; parents are repeated on top."""
    column, y = 0, 0.0
    for start, end, size in parts:
        space = gap(found[start].depth) if y else 0.0
        if y and y + space + size > height + 1e-6:
            column, y, space = column + 1, 0.0, 0.0
            for parent in _ancestors(found, start):
                yield PlacedBox(parent, column, y, measure.repeated, again=True)
                y += measure.repeated + GAPS[-1]
        y += space
        for index in range(start, end):
            y += gap(found[index].depth) if index > start else 0.0
            yield PlacedBox(index, column, y, found[index].height)
            y += found[index].height


def _ancestors(found: list[GoalBox], index: int) -> list[int]:
    above, result = found[index].above, []
    while above >= 0:
        result.append(above)
        above = found[above].above
    return result[::-1]


def column_height(
    found: list[GoalBox], parts: list[tuple[int, int, float]], measure: Measure, columns: int
) -> float:
    """The least height with which the boxes fit into so many columns."""
    low = max((size for _, _, size in parts), default=0.0)
    high = max(low, sum(size for _, _, size in parts) / columns)
    while not _fits(found, parts, measure, columns, high):
        low, high = high, high * 1.1
    while high - low > 1.0:
        middle = (low + high) / 2
        if _fits(found, parts, measure, columns, middle):
            high = middle
        else:
            low = middle
    return high


def _fits(
    found: list[GoalBox],
    parts: list[tuple[int, int, float]],
    measure: Measure,
    columns: int,
    height: float,
) -> bool:
    return all(place.column < columns for place in flow(found, parts, measure, height))
