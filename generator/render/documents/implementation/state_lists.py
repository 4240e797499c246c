"""The reports to short lists: what changed, what is late or held up, what is still asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.graph.reporting import Reporting, Standing
from generator.model.kinds import kind_of
from generator.render.blocks import Block, Cell, Paragraph, Row, Run, Table
from generator.render.documents.context import Context
from generator.render.documents.pieces import (
    TEXT_WIDTH,
    bullets,
    cell,
    head,
    heading,
    sentence,
    together,
)
from generator.render.implementation_words import ImplementationWords
from generator.render.table_columns import PADDING, SIZE, WIDER
from generator.render.text_width import width

STATE = 34.0


def list_blocks(context: Context, told: Reporting, words: ImplementationWords) -> Iterator[Block]:
    """Each list where it has an entry; what did not change is said."""
    standings = list(told.standings.values())
    if told.earlier:
        yield heading(2, f"Was sich seit dem {told.earlier.stichtag:%d.%m.%Y} geändert hat")
        if changed := [one for one in standings if one.changed]:
            yield _changes(context, changed, words)
        else:
            yield sentence("Kein Stand hat sich geändert.")
    if late := [one for one in standings if one.overdue or one.blocked]:
        yield heading(2, "Überfällig oder aufgehalten")
        yield _late(context, late, words)
    if asked := [one for one in standings if one.now and one.now.frage]:
        yield heading(2, "Offene Fragen")
        yield bullets(f"{context.names.short(one.id)}: {one.now.frage}" for one in asked if one.now)
    yield from _gone(told, words)


def _changes(context: Context, changed: list[Standing], words: ImplementationWords) -> Table:
    first = number_width(context, (one.id for one in changed))
    columns = (first, TEXT_WIDTH - first - 2 * STATE, STATE, STATE)
    rows = [
        Row((number(context, one), wording(context, one), cell(words.state(one.before)),
             cell(words.state(one.last))))
        for one in changed
    ]  # fmt: skip
    titles = head("Nr.", "Worum es geht", "bisher", "jetzt")
    return Table(columns, (titles, *rows), "Je Zeile, was seinen Stand geändert hat")


def _late(context: Context, late: list[Standing], words: ImplementationWords) -> Table:
    """What has waited longest first."""
    order = sorted(late, key=lambda one: (not one.overdue, one.frist is None, one.frist))
    rows = []
    for one in order:
        frist = f"{one.frist:%d.%m.%Y}" if one.frist else "–"
        why = one.last.hindernis if one.last and one.last.hindernis else "–"
        late_word = " (verstrichen)" if one.overdue else ""
        rows.append(Row((number(context, one), wording(context, one), cell(words.state(one.last)),
                         cell(frist + late_word), cell(why))))  # fmt: skip
    first = number_width(context, (one.id for one in late))
    columns = (first, 52.0, 27.0, 26.0, TEXT_WIDTH - first - 105.0)
    titles = head("Nr.", "Worum es geht", "Stand", "Frist", "Hindernis")
    return Table(columns, together(titles, rows), "Je Zeile, was überfällig oder aufgehalten ist")


def _gone(told: Reporting, words: ImplementationWords) -> Iterator[Block]:
    """What was reported on elements that the strategy has no more."""
    there = told.edition.strategy.by_id
    gone = {i: told.course.upto(i, told.period) for i in told.course.reports if i not in there}
    entries = [
        " ".join(filter(None, (f"{i}: {words.state(last)} ({last.datum:%d.%m.%Y}).", last.text)))
        for i, last in gone.items()
        if last
    ]
    if entries:
        yield heading(2, "Nicht mehr Teil der Strategie")
        yield bullets(entries)


def number(context: Context, one: Standing) -> Cell:
    """What people see as its ID, as the head of its row."""
    return Cell((Paragraph((Run(context.names.short(one.id)),), "cell_id"),), header=True)


def number_width(context: Context, identities: Iterable[str]) -> float:
    """Room in mm for the longest of some IDs, so that none breaks before it is very long."""
    longest = max(width(context.names.short(one), SIZE, bold=True) for one in identities)
    return round(min(longest * WIDER + PADDING, 40.0), 1)


def wording(context: Context, one: Standing) -> Cell:
    """The element in its own words."""
    element = context.strategy.by_id[one.id]
    return cell(str(kind_of(element).name(element)))
