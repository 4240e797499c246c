"""The responsibilities of the graph to a chart: how many goals each body has."""

from __future__ import annotations

from collections.abc import Iterator

from generator.graph.queries import goals_of
from generator.model.level_words import of_tasks
from generator.render.bar_chart import CountedBar, draw
from generator.render.blocks import Block, Caption, Figure, Run
from generator.render.citation import sort_key
from generator.render.documents.context import Context

FEWEST, MOST = 5, 25
"""Bodies: fewer are seen at once in the list below the chart, more have no room on its page."""


def body_chart_blocks(context: Context) -> Iterator[Block]:
    """A bar for each body that is responsible for something, the longest first."""
    counted = (
        (body.name, len(goals_of(context.graph, body.id))) for body in context.strategy.akteure
    )
    bars = [CountedBar(name, None, number) for name, number in counted if number]
    if len(bars) < FEWEST:
        return
    title = f"Anzahl der {of_tasks(context.strategy).many} je Stelle"
    if len(bars) > MOST:
        title += f", die {MOST} Stellen mit den meisten"
    bars.sort(key=lambda bar: (-bar.now, sort_key(bar.name)))
    drawing = draw(bars[:MOST], title, "Stelle")
    yield Figure(drawing, drawing.description)
    yield Caption("Abbildung", len(context.numbering.figures) + 1, (Run(title),))
