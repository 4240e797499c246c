"""The goals of the first level to headings: what the navigation and the contents of a document show."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.address import Address
from generator.model.goal import Ziel
from generator.model.head import Kopf
from generator.model.kinds import printed_id
from generator.model.strategy import Strategy
from generator.render.blocks import Block, Heading, Paragraph, Run
from generator.render.documents.context import Context
from generator.render.names import Names

MOST_LISTED = 15
"""Goals that contents and overview name; of more they name the Handlungsfelder only: one page each."""
LETTERS, MOST_LINES = 72, 45
"""In a line of the contents, and lines on its page; about six name registers behind the chapters."""
REGISTERS = 6


def leads(kopf: Kopf, key: str) -> bool:
    """Whether goals of a level are printed as headings: they are the first, and carry others.

    A first level that nothing can stand below and that somebody is responsible for is a list
    of tasks: its goals are rows of a table.
    """
    first = kopf.stufen[0]
    task = "zustaendigkeit" in first.traegt and not kopf.children_of(first.schluessel)
    return key == first.schluessel and not task


def leading_goals(strategy: Strategy) -> list[Ziel]:
    """The goals that are headings, in print order."""
    return [goal for goal in strategy.roots() if leads(strategy.kopf, goal.stufe)]


def are_listed(strategy: Strategy) -> bool:
    """Whether contents and overview have room for them."""
    goals = [goal.titel or goal.text for goal in leading_goals(strategy)]
    chapters = [chapter.titel for chapter in strategy.kopf.kapitel]
    fields = [feld.titel for feld in strategy.ziele.handlungsfelder]
    topics = [topic.titel for topic in strategy.themen]
    lines = sum(1 + len(text) // LETTERS for text in (*goals, *chapters, *fields, *topics))
    return len(goals) <= MOST_LISTED and lines + REGISTERS <= MOST_LINES


def goal_heading(context: Context, goal: Ziel, level: int) -> Iterator[Block]:
    """Level and ID, then the wording as heading; below its title, where it has one."""
    named = Address(goal.id, "kuerzel" if goal.kuerzel else "id")
    yield Paragraph(
        (Run(goal_label(context.names, goal)),), "goal_label", keep_with_next=True, address=named
    )
    wording = Address(goal.id, "text")
    if not goal.titel:
        text = (Run(goal.text),)
        yield Heading(level, text, bookmark=goal.id, goal=True, address=wording)
        return
    title = Address(goal.id, "titel")
    yield Heading(level, (Run(goal.titel),), goal=True, address=title)
    yield Paragraph((Run(goal.text),), "goal_wording", bookmark=goal.id, address=wording)


def goal_label(names: Names, goal: Ziel) -> str:
    """ "Leitziel LZ03", with a running number "Leitziel 3, LZ03"."""
    joint = ", " if goal.id in names.numbering.goals else " "
    return f"{names.called(goal)}{joint}{printed_id(goal)}"
