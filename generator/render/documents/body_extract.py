"""A strategy to the extract of one body: what it is responsible for, what that hangs from, how far it is."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from generator.graph.queries import (
    ancestors,
    descendants,
    goals_of,
    recommendations_to,
)
from generator.model.address import Address
from generator.model.goal import Handlungsfeld, Ziel
from generator.model.kinds import printed_id
from generator.model.level_words import RECOMMENDATIONS, of_goals
from generator.model.register import Akteur
from generator.render.blocks import Block, CellStyle, Document, Heading, Paragraph, Row, Run
from generator.render.documents.body_state import state_rows
from generator.render.documents.chapters.goal_chapter import outside_title
from generator.render.documents.chapters.goal_tables import (
    actors_row,
    element_row,
    goal_columns,
    goal_table,
    see_also_rows,
)
from generator.render.documents.context import Context
from generator.render.documents.edition_words import cover_fields, mark, status
from generator.render.documents.pieces import heading, sentence

NOTHING = "Für diese Stelle ist in dieser Fassung nichts eingetragen."


def extract_document(
    context: Context,
    body: Akteur,
    *,
    digest: str = "",
    faulty: bool = False,
    revision: str | None = None,
) -> Document:
    """Without a cover; each element stands once, with links only to what is in the extract."""
    kopf = context.strategy.kopf
    said, fields = mark(kopf.fassung, faulty), cover_fields(kopf)
    title = f"Auszug für {body.name}"
    properties = {"Fassung": kopf.fassung.kennung, "Auszug": digest, "Revision": revision or ""}
    return Document(
        title=f"{title}: {kopf.titel} – {kopf.fassung.bezeichnung}",
        subject=status(kopf.fassung),
        blocks=tuple(_Extract(context, body).blocks()),
        fields=fields | {"kurztitel": f"{title}: {fields['kurztitel']}", "entwurf": said},
        properties={name: value for name, value in properties.items() if value},
        date=kopf.fassung.stand.isoformat(),
        draft=said,
        cover=False,
    )


class _Extract:
    """The goals of a body in the order of the document, each below what it hangs from."""

    def __init__(self, context: Context, body: Akteur) -> None:
        graph = context.graph
        self.body = body
        self.own = frozenset(goals_of(graph, body.id))
        above = {name for goal in self.own for name in ancestors(graph, goal)}
        below = {name for goal in self.own for name in descendants(graph, goal)}
        self.within = self.own | below
        self.shown = self.within | above
        self.asked = recommendations_to(graph, body.id)
        names = replace(context.names, anchors=self.shown | set(self.asked))
        self.context = replace(context, names=names)
        self.columns = goal_columns(context)

    def blocks(self) -> Iterator[Block]:
        """What the extract is, then the goals by Handlungsfeld, then the Empfehlungen."""
        kopf = self.context.strategy.kopf
        yield heading(1, f"Auszug für {self.body.name}")
        yield Paragraph((Run(kopf.titel, bold=True),))
        yield sentence(f"{kopf.fassung.bezeichnung}, {status(kopf.fassung)}.")
        if not self.own and not self.asked:
            yield sentence(NOTHING)
            return
        yield from self._introduction()
        for part in self.context.strategy.ziele.parts:
            yield from self._part(part.kinder, part if isinstance(part, Handlungsfeld) else None)
        yield from self._recommendations()

    def _introduction(self) -> Iterator[Block]:
        strategy = self.context.strategy
        own = [goal for goal in strategy.goals() if goal.id in self.own]
        words = of_goals(strategy, own, *((RECOMMENDATIONS,) if self.asked else ()))
        number = len(self.own) + len(self.asked)
        what = words.one if number == 1 else words.many
        yield sentence(
            f"Der Auszug enthält, was diese Stelle betrifft: {number} {what}. Was darüber steht, ist zum "
            "Verständnis mit abgedruckt, was darunter steht, gehört dazu. Es gilt der Wortlaut der ganzen Strategie."
        )
        parts = [a.name for a in strategy.akteure if a.teil_von == self.body.id and a.besteht]
        if parts:
            yield sentence(
                f"Nicht enthalten ist, wofür diese Teile der Stelle zuständig sind: {'; '.join(parts)}."
            )

    def _part(self, goals: tuple[Ziel, ...], field: Handlungsfeld | None) -> Iterator[Block]:
        found = [goal for goal in goals if goal.id in self.shown]
        if not found:
            return
        if field:
            yield Heading(2, (Run(field.titel),), address=Address(field.id, "titel"))
        else:
            yield Heading(2, (Run(outside_title(self.context.strategy)),))
        for goal in found:
            rows = list(self._rows(goal, 1))
            below = " mit allem, was dazu gehört" if len(rows) > 1 else ""
            yield goal_table(
                self.columns, rows, f"{self.context.names.called(goal)} {printed_id(goal)}{below}"
            )

    def _rows(self, goal: Ziel, depth: int) -> Iterator[Row]:
        """The goal with what the extract says of it, then what stands below it."""
        style: CellStyle = "first" if depth == 1 else "second" if goal.kinder else "third"
        below = [child for child in goal.kinder if child.id in self.shown]
        rows = [element_row(self.context, goal, self.context.names.called(goal), style)]
        if goal.id in self.own:
            rows.append(
                actors_row(
                    self.context, "Zuständigkeit", goal.zustaendig, Address(goal.id, "zustaendig")
                )
            )
        if goal.id in self.within:
            rows += see_also_rows(self.context, goal)
        rows += state_rows(self.context, goal)
        yield from (replace(row, keep_with_next=True) for row in rows[:-1])
        alone = goal.id not in self.own and bool(below)  # a row that only says what follows
        yield replace(rows[-1], keep_with_next=alone)
        for child in below:
            yield from self._rows(child, depth + 1)

    def _recommendations(self) -> Iterator[Block]:
        if not self.asked:
            return
        yield Heading(2, (Run("Empfehlungen an diese Stelle"),))
        rows = []
        for one in self.context.strategy.recommendations():
            if one.id in self.asked:
                rows.append(element_row(self.context, one, "Empfehlung", "second"))
                rows += see_also_rows(self.context, one)
        yield goal_table(self.columns, rows, "Empfehlungen, die an diese Stelle gerichtet sind")
