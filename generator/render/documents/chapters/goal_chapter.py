"""The goal hierarchy to the blocks of its chapter, for one to five levels.

A goal of the first level is a heading, with its prose and its table below it. Of the others one
whose results stand directly below it becomes a table behind its prose; one that carries
further goals of that kind becomes a table of one row before its prose.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Literal

from msgspec.structs import replace

from generator.compare.order import renamed_levels
from generator.model.address import Address
from generator.model.goal import Handlungsfeld, Uebergreifend, Ziel
from generator.model.head import Kopf
from generator.model.kinds import printed_id
from generator.model.level_words import of_goals
from generator.model.recommendation import Empfehlung
from generator.model.strategy import Strategy
from generator.render.blocks import Block, CellStyle, Heading, Paragraph, Row, Run, Table
from generator.render.documents.chapters.goal_tables import (
    actors_row,
    element_row,
    goal_columns,
    goal_table,
    see_also_rows,
    table_words,
)
from generator.render.documents.chapters.leading_goals import goal_heading, leads
from generator.render.documents.context import Context

LevelShape = Literal["section", "table", "leaf"]
Holder = Handlungsfeld | Uebergreifend


def goal_blocks(context: Context, level: int) -> list[Block]:
    """All goals below a chapter heading of ``level``, those outside every Handlungsfeld where the file has them.

    Behind the Handlungsfelder they have a heading, or they would seem to belong to the last.
    """
    writer = _Writer(context)
    ziele = context.strategy.ziele
    for part in ziele.parts:
        if isinstance(part, Handlungsfeld):
            writer.field(part, level + 1)
        elif part.kinder and ziele.uebergreifend.am_ende:
            writer.emit([Heading(level + 1, (Run(outside_title(context.strategy)),))])
            writer.lists(part, "", level + 1)
        else:
            writer.lists(part, "", level)
    writer.flush()
    return writer.out


def outside_title(strategy: Strategy) -> str:
    """What stands outside every Handlungsfeld, by the names of its levels."""
    outside = strategy.ziele.uebergreifend.kinder
    return f"{of_goals(strategy, outside).many} außerhalb der Handlungsfelder"


class _Writer:
    """Collects blocks; rows gather in one table until something else is to stand."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.out: list[Block] = []
        self.rows: list[Row] = []
        self.notes: list[Block] = []
        self.goals: list[Ziel] = []  # that have a row
        self.closed: Ziel | None = None  # the heading that the table ends
        self.inside = False  # whether rows belong to the table of the goal above them
        self.columns = goal_columns(context)
        kopf = context.strategy.kopf
        self.beside = context.profile.beside
        self.leading = _leading(kopf, self.beside.kopf if self.beside else kopf)
        self.shapes = _shapes(kopf, self.beside.kopf if self.beside else kopf)

    def flush(self) -> None:
        """End the table, if one is begun, and add the notes on its goals."""
        if self.rows:
            self.out.append(self.table())
        self.out += self.notes
        self.rows, self.notes, self.goals, self.closed = [], [], [], None

    def table(self) -> Table:
        """The rows so far; the last goal stays with what is said below it, as that alone says little."""
        last = max((at for at, row in enumerate(self.rows) if row.bookmark), default=0)
        last = min(last, max(len(self.rows) - 2, 0))
        kept = [replace(row, keep_with_next=True) for row in self.rows[last:-1]]
        rows = [*self.rows[:last], *kept, self.rows[-1]]
        return goal_table(self.columns, rows, *table_words(self.context, self.goals, self.closed))

    def emit(self, blocks: Iterable[Block]) -> None:
        """Put blocks after what was written so far."""
        for block in blocks:
            self.flush()
            self.out.append(block)

    def field(self, feld: Handlungsfeld, level: int) -> None:
        """A Handlungsfeld under a heading of ``level``."""
        self.flush()
        number = self.context.names.number(feld.id)
        title, address = (Run(feld.titel),), Address(feld.id, "titel")
        self.out.append(Heading(level, title, number, feld.id, address=address))
        self.out += self.context.text(feld.id, "vor", level)
        self.lists(feld, feld.id, level)
        self.flush()
        self.out += self.context.text(feld.id, "nach", level)

    def lists(self, holder: Holder, above: str, level: int) -> None:
        """What stands directly below a heading; of several levels, each under one of its own."""
        goals = holder.kinder
        if len(self.levels(holder)) < 2:
            self.siblings(goals, above, level, 1)
            return
        names = {stufe.schluessel: stufe.mehrzahl for stufe in self.context.strategy.kopf.stufen}
        for stufe, listed in groupby(goals, lambda goal: goal.stufe):
            title = (Run(names[stufe]),)
            self.emit([Heading(min(level + 1, 6), title, owner=above, listed=False)])
            self.siblings(tuple(listed), above, min(level + 1, 6), 1)

    def levels(self, holder: Holder) -> set[str]:
        """The levels directly below a heading, here or in the edition this one is compared with."""
        found = {goal.stufe for goal in holder.kinder}
        if self.beside is None:
            return found
        twin: object = self.beside.ziele.uebergreifend
        if isinstance(holder, Handlungsfeld):
            twin = self.beside.by_id.get(holder.id)
        if isinstance(twin, Handlungsfeld | Uebergreifend):
            called = renamed_levels(self.beside.kopf, self.context.strategy.kopf)
            found |= {called.get(goal.stufe, goal.stufe) for goal in twin.kinder}
        return found

    def siblings(self, goals: tuple[Ziel, ...], above: str, level: int, depth: int) -> None:
        """The goals below an element; a heading stands once over those that share it."""
        group: str | None = None
        for goal in goals:
            if goal.gruppe and goal.gruppe != group:
                self.emit([group_heading(goal, min(level + 1, 6), above)])
            elif self.parted(goal):
                self.flush()
            group = goal.gruppe
            self.goal(goal, level + 1 if group else level, depth)

    def goal(self, goal: Ziel, level: int, depth: int) -> None:
        shape = self.shapes.get(goal.stufe, "leaf")
        if depth == 1 and goal.stufe in self.leading:
            self.headed(goal, min(level + 1, 6), shape)
            return
        before = self.context.text(goal.id, "vor", level)
        if shape == "section":
            self.flush()
            self.own_rows(goal, depth, keep=True)
            self.rows += see_also_rows(self.context, goal)
            # Alone at the foot of a page the band would announce nothing.
            self.rows = [replace(row, keep_with_next=True) for row in self.rows]
            self.flush()
            self.emit(before)
            self.siblings(goal.kinder, goal.id, level, depth + 1)
        elif shape == "table":
            self.flush()
            self.emit(before)
            self.whole_table(goal, level, depth)
        else:
            self.emit(before)
            self.own_rows(goal, depth)
            if not self.inside:
                self.rows += see_also_rows(self.context, goal)
        if shape != "leaf":
            self.flush()
        self.emit(self.context.text(goal.id, "nach", level))
        if self.beside and (goal.id, "nach") in self.beside.texts_by_id:
            self.flush()

    def headed(self, goal: Ziel, level: int, shape: LevelShape) -> None:
        """A goal as heading of ``level``, and below it all that belongs to it."""
        self.emit(goal_heading(self.context, goal, level))
        if shape == "section":
            self.closing_rows(goal)
        self.emit(self.context.text(goal.id, "vor", level))
        self.inside = shape != "section"
        self.siblings(goal.kinder, goal.id, level, 2)
        self.inside = False
        if shape != "section":
            self.closing_rows(goal, goal.kinder)
        self.flush()
        self.emit(self.context.text(goal.id, "nach", level))
        if self.beside and (goal.id, "nach") in self.beside.texts_by_id:
            self.flush()

    def closing_rows(self, goal: Ziel, below: tuple[Ziel, ...] = ()) -> None:
        """Who is responsible for a goal that is a heading, and what to see, at the end of its table."""
        self.rows += [*self.actors(goal), *see_also_rows(self.context, goal, below)]
        self.closed = goal
        self.noted(goal)
        self.flush()

    def own_rows(self, goal: Ziel, depth: int, keep: bool = False) -> None:
        """The goal itself and who is responsible."""
        self.begin(goal)
        kept = keep or bool(goal.zustaendig)
        style = self.style(goal, depth)
        self.rows.append(
            element_row(self.context, goal, self.context.names.called(goal), style, keep=kept)
        )
        self.rows += self.actors(goal)

    def whole_table(self, goal: Ziel, level: int, depth: int) -> None:
        """The goal, the results below it, and who is responsible, in one table."""
        self.begin(goal)
        several = self.carries(goal)
        label = self.context.names.called(goal)
        style = self.style(goal, depth)
        self.rows.append(element_row(self.context, goal, label, style, keep=several, head=several))
        self.inside = True
        self.siblings(goal.kinder, goal.id, level, depth + 1)
        self.inside, self.closed = False, goal
        self.rows += [*self.actors(goal), *see_also_rows(self.context, goal, goal.kinder)]

    def carries(self, goal: Ziel) -> bool:
        """Whether goals stand below it, here or in the edition this one is compared with."""
        twin = self.beside.by_id.get(goal.id) if self.beside else None
        return bool(goal.kinder) or (isinstance(twin, Ziel) and bool(twin.kinder))

    def parted(self, goal: Ziel) -> bool:
        """Whether the other edition parts the table in front of a goal: no change can do that."""
        twin = self.beside.by_id.get(goal.id) if self.beside else None
        if self.beside is None or not isinstance(twin, Ziel):
            return False
        return twin.gruppe != goal.gruppe or (goal.id, "vor") in self.beside.texts_by_id

    def style(self, goal: Ziel, depth: int) -> CellStyle:
        """The first level and the lowest are set off from what stands between them."""
        if self.shapes.get(goal.stufe) == "leaf":
            return "third" if depth > 1 else "second"
        return "first" if depth == 1 else "second"

    def actors(self, goal: Ziel) -> list[Row]:
        if not goal.zustaendig:
            return []
        field = Address(goal.id, "zustaendig")
        return [actors_row(self.context, "Zuständigkeit", goal.zustaendig, field)]

    def begin(self, goal: Ziel) -> None:
        """Note that a goal has a row, and keep the editor's remark for below the table."""
        self.goals.append(goal)
        self.noted(goal)

    def noted(self, goal: Ziel) -> None:
        """Keep the editor's remark on a goal for below its table."""
        if goal.pruefen and self.context.remarks:
            self.notes.append(review_note(goal, goal.pruefen))


def group_heading(first: Ziel | Empfehlung, level: int, above: str) -> Heading:
    """The heading over elements that share it: the wording of the first, moved with what is above."""
    address = Address(first.id, "gruppe")
    return Heading(level, (Run(first.gruppe or ""),), owner=above, address=address, listed=False)


def review_note(element: Ziel | Empfehlung, remark: str) -> Paragraph:
    """An editor's remark that only drafts show."""
    content = (Run(f"Prüfvermerk zu {printed_id(element)}: ", bold=True), Run(remark))
    return Paragraph(content, style="note", address=Address(element.id, "pruefen"))


def _leading(kopf: Kopf, beside: Kopf) -> frozenset[str]:
    """The levels whose goals are headings: those of this edition, and what the other calls so."""
    called = renamed_levels(beside, kopf)
    others = (s.schluessel for s in beside.stufen if leads(beside, s.schluessel))
    own = (s.schluessel for s in kopf.stufen if leads(kopf, s.schluessel))
    return frozenset((*own, *(called.get(key, key) for key in others)))


def _shapes(kopf: Kopf, beside: Kopf) -> dict[str, LevelShape]:
    """How goals of each level are printed, by what may stand below them in either edition."""
    called = renamed_levels(beside, kopf)
    below: dict[str, list[str]] = {}
    for head, names in ((kopf, {}), (beside, called)):
        for stufe in head.stufen:
            key = stufe.schluessel
            children = [names.get(c.schluessel, c.schluessel) for c in head.children_of(key)]
            below.setdefault(names.get(key, key), []).extend(children)
    shapes: dict[str, LevelShape] = {}
    for key, children in below.items():
        deep = any(below[child] for child in children)
        shapes[key] = "section" if deep else "table" if children else "leaf"
    return shapes
