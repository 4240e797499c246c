"""The goal hierarchy to one table: Handlungsfelder and their leading goals, with pages and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator.graph.build import ROOT
from generator.model.address import Address
from generator.model.german import counted, listed
from generator.model.goal import Handlungsfeld, Uebergreifend, Ziel
from generator.render.blocks import CellStyle, Inline, Row, Run, Table
from generator.render.documents.chapters.goal_chapter import outside_title
from generator.render.documents.chapters.leading_goals import are_listed, leads
from generator.render.documents.context import Context
from generator.render.documents.pieces import TEXT_WIDTH, cell, number_cell
from generator.render.names import NBSP
from generator.render.text_width import width

HEAD_SIZE, CELL_PADDING, MOST_COUNTS = 3.53, 3.8, 42.0
"""Millimetres: of the type of a heading, around it, and of all columns with counts under full names."""
PLACE = "ueberblick"
TOTAL = "Zusammen"


class OverviewTable:
    """Knows which goals and which counts the rows of one strategy show.

    A row for each Handlungsfeld, for what stands outside of them, for each of their leading goals,
    and the sum.
    """

    def __init__(self, context: Context) -> None:
        self.context, kopf = context, context.strategy.kopf
        self.goals = are_listed(context.strategy)
        named = {s.schluessel for s in kopf.stufen if self.goals and leads(kopf, s.schluessel)}
        self.counted = [stufe for stufe in kopf.stufen if stufe.schluessel not in named]
        self.named = [stufe for stufe in kopf.stufen if stufe.schluessel in named]
        self.tallies = context.edition.tallies
        words = [stufe.mehrzahl for stufe in self.counted]
        self.short = sum(_wide(words)) > MOST_COUNTS
        self.words = [stufe.praefix for stufe in self.counted] if self.short else words

    def table(self) -> Table:
        """All of it in one table, with the sums in its last row."""
        wide = _wide(self.words)
        title = Run(listed(["Handlungsfeld", *(stufe.name for stufe in self.named)]))
        titles = [cell(title, Run(self.legend), style="head", header=True)]
        titles += [number_cell(word, "head") for word in self.words]
        rows = [row for part in self.context.strategy.ziele.parts for row in self.rows(part)]
        columns = (round(TEXT_WIDTH - sum(wide), 1), *wide)
        return Table(
            columns,
            (Row(tuple(titles), header=True), *rows, self.total()),
            self._summary(),
            style="matrix",
            title="Ziele im Überblick",
        )

    @property
    def legend(self) -> str:
        """What the heads of the columns stand for, where their full names are too long."""
        named = [f"{s.praefix}: {s.mehrzahl}" for s in self.counted] if self.short else []
        return f" ({', '.join(named)})" if named else ""

    def rows(self, part: Handlungsfeld | Uebergreifend) -> Iterator[Row]:
        """One for a Handlungsfeld, or for what stands outside of them, and one for each goal."""
        if not part.kinder:
            if isinstance(part, Handlungsfeld):
                yield self.field(part)
            return
        if isinstance(part, Handlungsfeld):
            yield self.field(part)
        else:
            said = (Run(outside_title(self.context.strategy), bold=True),)
            yield self.row(said, self.outside(part.kinder), "light")
        for goal in part.kinder if self.goals else ():
            if leads(self.context.strategy.kopf, goal.stufe):
                yield self.goal(goal)

    def field(self, feld: Handlungsfeld) -> Row:
        """Its number, title, page and counts."""
        names = self.context.names
        link = names.link(feld.id, f"{names.number(feld.id)} {feld.titel}".strip())
        counts = self.tallies.get(feld.id, Counter())
        address = Address(feld.id, "titel", PLACE)
        return self.row((link, *names.page(feld.id)), counts, "light", address)

    def goal(self, goal: Ziel) -> Row:
        """What it says, its page, and what stands below it."""
        said = goal.titel or goal.text
        address = Address(goal.id, "titel" if goal.titel else "text", PLACE)
        counts = self.tallies.get(goal.id, Counter())
        names = self.context.names
        title = (names.link(goal.id, said), *names.page(goal.id, f" – Seite{NBSP}"))
        return self.row(title, counts, "plain", address)

    def outside(self, goals: Iterable[Ziel]) -> Counter[str]:
        """The counts of what stands outside every Handlungsfeld."""
        sums: Counter[str] = Counter()
        for goal in goals:
            sums[goal.stufe] += 1
            sums += self.tallies.get(goal.id, Counter())
        return sums

    def row(
        self,
        title: Sequence[Inline],
        counts: Counter[str],
        style: CellStyle,
        address: Address | None = None,
    ) -> Row:
        """A title and what is counted below it."""
        numbers = [number_cell(str(counts[s.schluessel]), style) for s in self.counted]
        return Row((cell(*title, style=style, header=True, address=address), *numbers))

    def total(self) -> Row:
        """The sums, those of the goals that have rows in words."""
        sums = self.tallies.get(ROOT, Counter())
        named = [f"{sums[s.schluessel]} {s.mehrzahl}" for s in self.named]
        asked = len(list(self.context.strategy.recommendations()))
        parts = [listed(named)] if named else []
        parts += [counted(asked, "Empfehlung", "Empfehlungen")] if asked else []
        said = f"{TOTAL}: {'; dazu '.join(parts)}" if named else "; dazu ".join([TOTAL, *parts])
        numbers = [number_cell(str(sums[s.schluessel]), "total") for s in self.counted]
        return Row((cell(said, style="total", header=True), *numbers))

    def _summary(self) -> str:
        levels = [stufe.mehrzahl for stufe in self.counted]
        counts = f"; rechts, wie viele {listed(levels)} darunter stehen" if levels else ""
        below = f", darunter je Zeile ein {self.named[0].name}" if self.named else ""
        return f"Je Zeile ein Handlungsfeld{below}{counts}."


def _wide(words: Sequence[str]) -> list[float]:
    """Width of the columns with these headings, in mm."""
    return [round(width(word, HEAD_SIZE, bold=True) + CELL_PADDING, 1) for word in words]
