"""The approvals of a comparison to the sentences that say what is to be decided.

Says what the strategy's own rule says ("nach Kapitel 6"), never a legal conclusion.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.model.kinds import KIND_LABELS
from generator.render.blocks import Block, Heading, Inline, Paragraph, Run
from generator.render.documents.strategy.context import Context
from generator.render.documents.strategy.front import status
from generator.render.documents.strategy.news import MOST_NAMES, named

WHOLE_EDITION = (
    "Ob die Fortschreibung als Ganzes zur Abstimmung gestellt wird, entscheidet der Landkreis."
)


def decision_blocks(context: Context) -> Iterator[Block]:
    """One paragraph for each approval that occurs, strictest first."""
    yield Heading(2, (Run("Was ist zu entscheiden?"),), listed=False)
    if not context.draft:
        decided = f"Nichts: Diese Fassung ist beschlossen ({status(context.strategy.kopf.fassung)})."
        yield Paragraph((Run(decided),))
        return
    if context.comparison is None:
        whole = f"Zu entscheiden ist über die Fassung als Ganzes ({context.strategy.kopf.koerperschaft.kreistag})."
        yield Paragraph((Run(whole),))
        return
    yield from _by_approval(context)
    yield Paragraph((Run(WHOLE_EDITION),))


def _by_approval(context: Context) -> Iterator[Block]:
    changes = context.comparison.changes
    rule = _rule(context)
    needed = [entry for entry in changes if entry.approval == "kreistag"]
    if needed:
        lead = f"Einen Beschluss des Kreistages brauchen{rule} "
        yield Paragraph((Run(lead), *_named(context, needed), Run(".")))
    else:
        yield Paragraph((Run(f"Keine der Änderungen braucht{rule} einen Beschluss des Kreistages."),))
    unruled = [entry for entry in changes if entry.approval == "ungeregelt"]
    if unruled:
        where = _rule(context).strip().removeprefix("nach ") or "die Strategie"
        lead = f"Nicht regelt {where}: "
        close = ". Ob der Kreistag darüber beschließt, ist eine politische Frage."
        yield Paragraph((Run(lead), *_named(context, unruled), Run(close)))
    rest = len(changes) - len(needed) - len(unruled)
    if rest:
        noun = "Eine weitere Änderung ist" if rest == 1 else f"{rest} Änderungen sind"
        text = f"{noun} redaktionell oder kann die Verwaltung vornehmen."
        if rest > 1:
            text = f"{noun} redaktionell oder können von der Verwaltung vorgenommen werden."
        yield Paragraph((Run(text),))


def _rule(context: Context) -> str:
    """" nach Kapitel 6", by the ground that the rules of the house give."""
    grounds = dict.fromkeys(
        rule.grundlage for rule in context.strategy.kopf.beschlussregeln if rule.grundlage
    )
    return f" nach {' und '.join(grounds)}" if grounds else ""


def _named(context: Context, entries: list[Any]) -> Iterator[Inline]:
    for index, entry in enumerate(entries[:MOST_NAMES]):
        if index:
            yield Run(", ")
        change = entry.change
        yield context.names.link(change.id, named(context, change.id))
        yield Run(f" ({KIND_LABELS[change.kind]})")
    if len(entries) > MOST_NAMES:
        yield Run(f" und {len(entries) - MOST_NAMES} weitere")
