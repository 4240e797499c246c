"""The approvals of a comparison to the sentences that say what is to be decided.

They say what the strategy's own rule says ("nach Kapitel 6"), never a legal conclusion.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.render.blocks import Block, Heading, Inline, Paragraph, Run
from generator.render.documents.strategy.context import Context
from generator.render.documents.strategy.front import status
from generator.render.documents.strategy.news import COUNTED, content_changes, named

WHOLE_EDITION = (
    "Ob die Fortschreibung als Ganzes zur Abstimmung gestellt wird, entscheidet der Landkreis."
)
POLITICAL = " Ob der Kreistag darüber beschließt, ist eine politische Frage."


def decision_blocks(context: Context) -> Iterator[Block]:
    """One paragraph for each approval that occurs, strictest first."""
    kopf = context.strategy.kopf
    yield Heading(2, (Run("Was ist zu entscheiden?"),), listed=False)
    if not context.draft:
        yield _sentence(f"Nichts: Diese Fassung ist beschlossen ({status(kopf.fassung)}).")
    elif context.comparison is None:
        council = kopf.koerperschaft.kreistag
        yield _sentence(f"Zu entscheiden ist über die Fassung als Ganzes ({council}).")
    else:
        yield from _by_approval(context, content_changes(context.comparison.changes))
        yield _sentence(WHOLE_EDITION)


def _by_approval(context: Context, changes: list[Any]) -> Iterator[Block]:
    rule = _rule(context)
    after = f" nach {rule}" if rule else ""
    council = [entry for entry in changes if entry.approval == "kreistag"]
    open_ones = [entry for entry in changes if entry.approval == "ungeregelt"]
    if council:
        lead = f"Einen Beschluss des Kreistages brauchen{after} die Änderungen an "
        yield Paragraph((Run(lead), *_elements(context, council), Run(".")))
    else:
        yield _sentence(f"Keine der Änderungen braucht{after} einen Beschluss des Kreistages.")
    if open_ones:
        lead = f"Nicht geregelt sind in {rule} die Änderungen an " if rule else "Nicht geregelt sind die Änderungen an "
        yield Paragraph((Run(lead), *_elements(context, open_ones), Run(f".{POLITICAL}")))
    rest = [entry for entry in changes if entry.approval == "verwaltung"]
    editorial = sum(1 for entry in rest if entry.editorial)
    if editorial:
        yield _sentence(_counted(editorial, "ist redaktionell", "sind redaktionell"))
    if len(rest) > editorial:
        whom = f"kann{after} die Verwaltung vornehmen"
        yield _sentence(_counted(len(rest) - editorial, whom, whom))


def _counted(count: int, one: str, many: str) -> str:
    return f"Eine Änderung {one}." if count == 1 else f"{count} Änderungen {many}."


def _elements(context: Context, entries: list[Any]) -> Iterator[Inline]:
    """The changed elements; entries of registers as a number."""
    listed = [entry.change.id for entry in entries if entry.change.level not in COUNTED]
    others = len({entry.change.id for entry in entries if entry.change.level in COUNTED})
    yield from named(context, listed)
    if others:
        joined = " sowie an " if listed else ""
        noun = "einem Eintrag" if others == 1 else f"{others} Einträgen"
        yield Run(f"{joined}{noun} der Verzeichnisse oder Angaben zur Strategie")


def _rule(context: Context) -> str:
    """"Kapitel 6": the grounds that the rules of the house name."""
    rules = context.strategy.kopf.beschlussregeln
    return " und ".join(dict.fromkeys(rule.grundlage for rule in rules if rule.grundlage))


def _sentence(text: str) -> Paragraph:
    return Paragraph((Run(text),))
