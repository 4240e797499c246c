"""A comparison with the previous edition to a short list of what is new."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.head import Kopf
from generator.model.kinds import KIND_LABELS, LEVELS
from generator.render.blocks import Block, Heading, Inline, Item, Listing, Paragraph, Run
from generator.render.documents.strategy.context import Context

MOST_LINES = 10
MOST_NAMES = 8
"""What is longer is cut with a count: this page is to stay one page."""


def news_blocks(context: Context) -> Iterator[Block]:
    """What changed, by kind of change and level; the whole list is in the Synopse."""
    yield Heading(2, (Run("Was ist neu?"),), listed=False)
    comparison = context.comparison
    if comparison is None:
        yield Paragraph((Run("Ein Vergleich mit einer früheren Fassung liegt nicht vor."),))
        return
    former = comparison.old.kopf.fassung.bezeichnung
    groups = _groups(context)
    if not groups:
        yield Paragraph((Run(f"Gegenüber der {former} hat sich nichts geändert."),))
        return
    count = len(comparison.changes)
    noun = "eine Änderung" if count == 1 else f"{count} Änderungen"
    yield Paragraph((Run(f"Gegenüber der Vorgängerin ({former}) gibt es {noun}:"),), keep_with_next=True)
    lines = list(groups.items())
    items = [_item(context, title, names) for title, names in lines[:MOST_LINES]]
    if len(lines) > MOST_LINES:
        rest = sum(len(names) for _, names in lines[MOST_LINES:])
        items.append(Item((Run(f"{rest} weitere Änderungen anderer Art"),)))
    yield Listing(tuple(items))


def _groups(context: Context) -> dict[str, list[str]]:
    """"Ergebnisziel umformuliert" -> the IDs, in the order of the comparison."""
    words = level_words(context.strategy.kopf)
    groups: dict[str, list[str]] = {}
    for entry in context.comparison.changes:
        change = entry.change
        level = words.get(change.level, change.level.capitalize())
        groups.setdefault(f"{level}, {KIND_LABELS[change.kind]}", []).append(change.id)
    return groups


def level_words(kopf: Kopf) -> dict[str, str]:
    """Levels as changes name them, to their names in print."""
    return {**LEVELS, **{stufe.name.lower(): stufe.name for stufe in kopf.stufen}}


def _item(context: Context, title: str, names: list[str]) -> Item:
    shown = list(dict.fromkeys(names))
    parts: list[Inline] = [Run(f"{title}: ")]
    for index, identity in enumerate(shown[:MOST_NAMES]):
        if index:
            parts.append(Run(", "))
        parts.append(context.names.link(identity, named(context, identity)))
    if len(shown) > MOST_NAMES:
        parts.append(Run(f" und {len(shown) - MOST_NAMES} weitere"))
    return Item(tuple(parts))


def named(context: Context, identity: str) -> str:
    """What to call a changed element; one that is gone by the ID it had."""
    return context.names.label(identity) if identity in context.strategy.by_id else identity
