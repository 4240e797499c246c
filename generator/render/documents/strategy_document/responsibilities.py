"""The responsibilities of the graph to an index by body: who is responsible for what."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.compare.succession import Succession, succession
from generator.graph.queries import exists, goals_of, recommendations_to, sources
from generator.model.address import Address
from generator.model.german import listed
from generator.model.goal import Ziel
from generator.model.level_words import RECOMMENDATIONS, of_goals, of_tasks
from generator.model.register import Akteur
from generator.render.blocks import (
    Block,
    Caption,
    Cell,
    Heading,
    Inline,
    Paragraph,
    Row,
    Run,
    Table,
)
from generator.render.citation import sort_key
from generator.render.documents.context import Context
from generator.render.documents.pieces import TEXT_WIDTH, head
from generator.render.documents.strategy_document.body_chart import body_chart_blocks
from generator.render.documents.telling.succession_words import body_fate
from generator.render.names import NBSP

TITLE = "Wer ist wofür zuständig?"
NOTHING = "keine eigene Zuständigkeit"
FORMER = "frühere Stelle"


def responsibility_blocks(context: Context) -> Iterator[Block]:
    """A table of all registered bodies in alphabetical order, with links and page numbers.

    Those that exist no more stand at its end, with what became of them.
    """
    actors = sorted(context.strategy.akteure, key=lambda a: (not a.besteht, sort_key(a.name)))
    if not actors:
        return
    yield Heading(2, (Run(TITLE),))
    yield from body_chart_blocks(context)
    tasks, others = of_tasks(context.strategy), (RECOMMENDATIONS,) * bool(context.strategy.themen)
    both = listed([words.to_many for words in (tasks, *others)])
    yield Caption("Tabelle", 0, (Run(f"Stellen mit ihren {both}"),))
    addressed = ", Adressat dieser Empfehlungen" if others else ""
    titles = head("Stelle", f"Zuständig für diese {tasks.many}{addressed}")
    became = succession(context.strategy, context.strategy)
    rows = [_row(context, actor, became) for actor in actors]
    yield Table((62.0, TEXT_WIDTH - 62.0), (titles, *rows), f"{TITLE} Je Zeile eine Stelle")


def _row(context: Context, actor: Akteur, became: Succession) -> Row:
    parts = sources(context.graph, actor.id, "part_of")
    paragraphs = [
        Paragraph(content, "cell")
        for content in (
            _fate(body_fate(became, actor.id)),
            _tasks(context, goals_of(context.graph, actor.id)),
            _listed(context, "Empfehlungen", recommendations_to(context.graph, actor.id)),
            _named(context, "Dazu gehören", [p for p in parts if exists(context.graph, p)]),
        )
        if content
    ]
    body = tuple(paragraphs) or (Paragraph((Run(NOTHING),), "cell"),)
    return Row((_name(context, actor), Cell(body)), bookmark=actor.id)


def _name(context: Context, actor: Akteur) -> Cell:
    name = Run(actor.name, bold=True)
    lines = [Paragraph((name,), "cell", address=Address(actor.id, "name"))]
    if not actor.besteht:
        lines.append(Paragraph((Run(FORMER),), "cell"))
    elif actor.teil_von:
        part = Run(f"gehört zu: {context.names.label(actor.teil_von)}")
        lines.append(Paragraph((part,), "cell", address=Address(actor.id, "teil_von")))
    for index, former in enumerate(actor.frueher):
        until = f" (bis {former.bis})" if former.bis else ""
        line, address = f"früher: {former.name}{until}", Address(actor.id, "frueher", index=index)
        lines.append(Paragraph((Run(line),), "cell", address=address))
    return Cell(tuple(lines), header=True)


def _fate(became: str) -> tuple[Inline, ...]:
    return (Run(became.replace("«", "„").replace("»", "“")),) if became else ()


def _tasks(context: Context, goals: list[str]) -> tuple[Inline, ...]:
    records = [context.strategy.by_id.get(identity) for identity in goals]
    named = [record for record in records if isinstance(record, Ziel)]
    one_level = len({goal.stufe for goal in named}) == 1
    text = context.names.short if one_level else context.names.label
    return _listed(context, of_goals(context.strategy, named).many, goals, text)


def _listed(
    context: Context, label: str, identities: list[str], text: Callable[[str], str] | None = None
) -> tuple[Inline, ...]:
    """ "Ziele: PZ06 (S. 14), …"; without page numbers the links alone."""
    if not identities:
        return ()
    parts: list[Inline] = [Run(f"{label}: ")]
    for index, identity in enumerate(identities):
        if index:
            parts.append(Run("; "))
        parts += context.names.titled(identity, text(identity) if text else None)
        parts += context.names.page(identity, f", S.{NBSP}")
    return tuple(parts)


def _named(context: Context, label: str, identities: list[str]) -> tuple[Inline, ...]:
    if not identities:
        return ()
    names = "; ".join(context.names.label(identity) for identity in identities)
    return (Run(f"{label}: {names}"),)
