"""The reports to a table for each Handlungsfeld: previous and current state side by side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.graph.queries import ancestors
from generator.graph.reporting import Reporting, Standing
from generator.model.effects import Finanzquelle
from generator.model.german import listed
from generator.model.goal import Handlungsfeld
from generator.model.kinds import kind_of
from generator.render.blocks import Block, Cell, Paragraph, Row, Run, Table
from generator.render.documents.chapters.goal_chapter import outside_title
from generator.render.documents.context import Context
from generator.render.documents.implementation.state_lists import number, number_width
from generator.render.documents.pieces import LANDSCAPE_WIDTH, cell, head, heading
from generator.render.implementation_words import UNREPORTED, ImplementationWords
from generator.render.table_columns import PADDING, SIZE, WIDER
from generator.render.text_width import width

STATE, MOST, TEXT = 34.0, 48.0, 68.0
PROPOSED = "neu im Entwurf"


def field_blocks(context: Context, told: Reporting, words: ImplementationWords) -> Iterator[Block]:
    """All that is reported on, in document order."""
    yield heading(2, "Der Stand im Einzelnen")
    assert told.period is not None
    before = [f"Stand {told.earlier.stichtag:%d.%m.%Y}"] if told.earlier else []
    titles = ["Nr.", "Worum es geht", *before, f"Stand {told.period.stichtag:%d.%m.%Y}", "Bericht"]
    states = [_wide(told, words)] * (1 + len(before))
    first = number_width(context, told.elements)
    columns = (first, TEXT, *states, LANDSCAPE_WIDTH - first - TEXT - sum(states))
    for title, group in groupby(told.standings.values(), lambda one: _field(context, one)):
        yield heading(3, title)
        rows = [_row(context, told, words, one) for one in group]
        yield Table(columns, (head(*titles), *rows), f"{title}: Stand und Bericht je Zeile")


def _wide(told: Reporting, words: ImplementationWords) -> float:
    """As wide as the longest word of a state, within bounds."""
    said = {
        words.state(report) for one in told.standings.values() for report in (one.before, one.last)
    }
    longest = max(width(word, SIZE, bold=True) for text in said for word in text.split())
    return round(max(STATE, min(longest * WIDER + PADDING, MOST)), 1)


def _field(context: Context, one: Standing) -> str:
    for node in ancestors(context.graph, one.id):
        record = context.graph.nodes[node]["record"]
        if isinstance(record, Handlungsfeld):
            return record.titel
    return outside_title(context.strategy)


def _row(context: Context, told: Reporting, words: ImplementationWords, one: Standing) -> Row:
    before = [_state(told, words, one, earlier=True)] if told.earlier else []
    now = _state(told, words, one, earlier=False)
    return Row(
        (number(context, one), _about(context, words, one), *before, now, _report(told, one))
    )


def _about(context: Context, words: ImplementationWords, one: Standing) -> Cell:
    element = context.strategy.by_id[one.id]
    lines = [Paragraph((Run(str(kind_of(element).name(element))),), "cell")]
    if one.bodies:
        names = listed([words.body(body) for body in one.bodies])
        lines.append(Paragraph((Run(f"Zuständig: {names}"),), "detail"))
    return Cell(tuple(lines))


def _state(told: Reporting, words: ImplementationWords, one: Standing, *, earlier: bool) -> Cell:
    """Its state; that nobody reported this time is said, as the one before still holds."""
    report = one.before if earlier else one.last
    if report is None:
        return cell(PROPOSED if told.proposed(one.id) else UNREPORTED)
    lines = [Paragraph((Run(words.state(report), bold=not earlier),), "cell")]
    if not earlier and one.since:
        lines.append(Paragraph((Run(f"seit {one.since:%d.%m.%Y}"),), "detail"))
    if not earlier and one.missing:
        lines.append(Paragraph((Run("diesmal kein Bericht"),), "detail"))
    return Cell(tuple(lines))


def _report(told: Reporting, one: Standing) -> Cell:
    """What was said in the period, and what is known of time and money."""
    now, stated = one.now, told.course.stated.get(one.id)
    lines = [now.text if now else None]
    if now:
        lines += [
            f"Hindernis: {now.hindernis}" if now.hindernis else None,
            f"Antwort auf die Frage vom letzten Mal: {now.antwort}" if now.antwort else None,
            f"Offene Frage: {now.frage}" if now.frage else None,
            f"Beleg: {now.beleg}" if now.beleg else None,
        ]
    if stated:
        late = " (verstrichen)" if one.overdue else ""
        lines += [
            f"Frist: {stated.frist:%d.%m.%Y}{late}" if stated.frist else None,
            f"Kosten: {stated.kosten}" if stated.kosten else None,
            *(f"Finanzierung: {_money(source)}" for source in stated.finanzierung),
        ]
    said = [line for line in lines if line] or ["–"]
    first = "cell" if now and now.text else "detail"
    styles = [first, *["detail"] * len(said)]
    return Cell(
        tuple(
            Paragraph((Run(line),), "cell" if style == "cell" or line == "–" else "detail")
            for line, style in zip(said, styles, strict=False)
        )
    )


def _money(source: Finanzquelle) -> str:
    parts = [source.foerdergeber, source.haushaltsstelle and f"Haushaltsstelle {source.haushaltsstelle}",
             source.betrag, source.bis and f"bis {source.bis:%d.%m.%Y}"]  # fmt: skip
    return ", ".join(part for part in parts if part)
