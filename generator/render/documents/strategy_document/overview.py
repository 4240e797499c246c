"""Counts of the graph and the comparison to one page for councillors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator.graph.build import ROOT
from generator.model.address import Address
from generator.model.goal import Handlungsfeld
from generator.model.level_words import of_goals
from generator.render.blocks import (
    Block,
    CellStyle,
    Heading,
    Inline,
    PageBreak,
    Row,
    Run,
    Table,
)
from generator.render.documents.chapters.goal_chapter import outside_title
from generator.render.documents.context import Context
from generator.render.documents.pieces import TEXT_WIDTH, cell, head, sentence
from generator.render.text_width import width

HEAD_SIZE, CELL_PADDING, LEAST_TITLE, GOOD_TITLE = 3.53, 3.8, 30.0, 75.0
PLACE = "ueberblick"
WIDER_FONT = 1.2
"""A wide font (Verdana) to Arial, for which widths are computed."""


def overview_blocks(context: Context, compared: Iterable[Block]) -> Iterator[Block]:
    """How much there is, then what is said of the comparison: what is new and to be decided."""
    if "auf_einen_blick" not in context.parts:
        return
    yield PageBreak()
    yield Heading(1, (Run("Auf einen Blick"),))
    yield _counts_table(context, context.edition.tallies)
    recommendations = _recommendations(context)
    if recommendations:
        yield sentence(recommendations)
    yield from compared


def _counts_table(context: Context, found: dict[str, Counter[str]]) -> Table:
    """A row for each Handlungsfeld, one for the goals outside of them, and the sum."""
    levels = context.strategy.kopf.stufen
    keys = [level.schluessel for level in levels]
    total = found.get(ROOT, Counter())
    rows = []
    for part in context.strategy.ziele.parts:
        if isinstance(part, Handlungsfeld):
            below = found.get(part.id, Counter())
            rows.append(_field_row(context, part, [below[key] for key in keys]))
        elif part.kinder:
            sums = Counter(goal.stufe for goal in part.kinder)
            for goal in part.kinder:
                sums += found.get(goal.id, Counter())
            rows.append(_row((Run(outside_title(context.strategy)),), [sums[key] for key in keys]))
    rows.append(_row((Run("Zusammen"),), [total[key] for key in keys], last=True))
    words = [level.mehrzahl for level in levels]
    if sum(_wide(words)) > TEXT_WIDTH - LEAST_TITLE:
        words = [level.praefix for level in levels]
    wide = _wide(words, WIDER_FONT)
    if sum(wide) > TEXT_WIDTH - GOOD_TITLE:
        wide = _wide(words)
    columns = (TEXT_WIDTH - sum(wide), *wide)
    goals = "der Ziele " if of_goals(context.strategy).only_goals else ""
    summary = f"Anzahl {goals}je Handlungsfeld und Stufe"
    return Table(columns, (head("Handlungsfeld", *words), *rows), summary)


def _field_row(context: Context, feld: Handlungsfeld, counts: list[int]) -> Row:
    number = context.names.number(feld.id)
    title = context.names.link(feld.id, f"{number} {feld.titel}".strip())
    shown = (title, *context.names.page(feld.id))
    return _row(shown, counts, address=Address(feld.id, "titel", PLACE))


def _wide(words: Sequence[str], font: float = 1.0) -> list[float]:
    """Width of the columns with these headings, in mm; ``font`` is its width to Arial's."""
    return [round(width(word, HEAD_SIZE * font, bold=True) + CELL_PADDING, 1) for word in words]


def _row(
    title: Sequence[Inline],
    counts: list[int],
    last: bool = False,
    address: Address | None = None,
) -> Row:
    style: CellStyle = "total" if last else "plain"
    cells = [cell(str(count), style=style) for count in counts]
    return Row((cell(*title, style=style, header=True, address=address), *cells))


def _recommendations(context: Context) -> str:
    """How many Empfehlungen go to whom, most first."""
    addressed: Counter[str] = Counter()
    count = 0
    for recommendation in context.strategy.recommendations():
        count += 1
        addressed.update(dict.fromkeys((body.akteur for body in recommendation.adressaten), 1))
    if not count:
        return ""
    ranked = sorted(addressed.items(), key=lambda entry: (-entry[1], context.names.label(entry[0])))
    bodies = ", ".join(f"{context.names.label(body)} ({number})" for body, number in ranked)
    said = "1 Empfehlung" if count == 1 else f"{count} Empfehlungen"
    if bodies:
        return f"{said} {'geht' if count == 1 else 'gehen'} an {bodies}."
    return f"Hinzu {'kommt' if count == 1 else 'kommen'} {said}."
