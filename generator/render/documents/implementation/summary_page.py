"""The reports to the first page: computed sentences, one chart with its numbers, who has reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.graph.reporting import Reporting, Standing
from generator.render.bar_chart import CountedBar, draw
from generator.render.blocks import Block, Caption, Figure, Row, Run, Table
from generator.render.citation import sort_key
from generator.render.documents.context import Context
from generator.render.documents.pieces import (
    TEXT_WIDTH,
    bullets,
    cell,
    head,
    heading,
    number_cell,
    together,
)
from generator.render.implementation_words import UNREPORTED, ImplementationWords

NOBODY = "ohne Zuständigkeit"


def summary_blocks(
    context: Context, told: Reporting, words: ImplementationWords
) -> Iterator[Block]:
    """What a councillor reads first."""
    shown = tuple(told.standings.values())
    yield heading(2, "Auf einen Blick")
    yield bullets(words.sentences(shown))
    assert told.period is not None
    before = f"am {told.earlier.stichtag:%d.%m.%Y}" if told.earlier else ""
    now = f"am {told.period.stichtag:%d.%m.%Y}"
    _, many = words.noun(shown)
    title = f"Anzahl der {many} je Stand"
    drawing = draw(_counts(told, shown), title, "Stand", before, now)
    yield Figure(drawing, drawing.description)
    yield Caption("Abbildung", 1, (Run(title),))
    yield from _came(context, told)


def _counts(told: Reporting, shown: tuple[Standing, ...]) -> list[CountedBar]:
    """The states in the order of the scale; what nobody has reported on at the end."""
    old = Counter(one.before.stand if one.before else "" for one in shown)
    new = Counter(one.last.stand if one.last else "" for one in shown)
    names = {key: state.name.removesuffix(" nach …") for key, state in told.course.states.items()}
    keys = [*names, *(key for key in dict.fromkeys([*old, *new]) if key and key not in names)]
    counts = [
        CountedBar(names.get(key, key), old[key] if told.earlier else None, new[key])
        for key in keys
    ]
    if new[""] or (told.earlier and old[""]):
        counts.append(CountedBar(UNREPORTED, old[""] if told.earlier else None, new[""]))
    return counts


def _came(context: Context, told: Reporting) -> Iterator[Block]:
    """Who was to report, who has, and on what nothing came: each element with the body that leads."""
    due: dict[str, list[Standing]] = {}
    for one in told.standings.values():
        if one.awaited:
            due.setdefault(_lead(context, told, one), []).append(one)
    if not due:
        return
    names = {body: _name(context, body) for body in due}
    rows = []
    for body in sorted(due, key=lambda body: sort_key(names[body])):
        missing = [one for one in due[body] if one.missing]
        there = len(due[body]) - len(missing)
        open_ = ", ".join(context.names.short(one.id) for one in missing) or "–"
        rows.append(Row((cell(names[body], header=True), number_cell(str(len(due[body]))), number_cell(str(there)),
                         cell(open_))))  # fmt: skip
    yield heading(2, "Rücklauf")
    titles = head("Stelle", "fällig", "berichtet", "offen", numbers=("fällig", "berichtet"))
    columns = (72.0, 20.0, 24.0, TEXT_WIDTH - 116.0)
    yield Table(
        columns, together(titles, rows), "Je Zeile eine Stelle: fällige und eingegangene Berichte"
    )


def _lead(context: Context, told: Reporting, one: Standing) -> str:
    """The body that leads; without one the first that is responsible, "" for nobody."""
    carrier = told.carrier(one.id)
    for body in one.bodies:
        record = context.graph.edges[carrier, body]["record"]
        if record is not None and record.rolle == "federfuehrung":
            return body
    return one.bodies[0] if one.bodies else ""


def _name(context: Context, body: str) -> str:
    return str(context.graph.nodes[body]["record"].name) if body else NOBODY
